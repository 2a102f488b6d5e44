using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Tests.TextAnalytics;

public sealed class WordTests
{
    [Theory]
    [InlineData("¿Qué es el 287(g)?", "que es el 287g")]
    [InlineData("287 g and 287G", "287g and 287g")]
    [InlineData("They DON’T stop!!!", "they dont stop")]
    [InlineData("heeeelp siiii", "help si")]
    [InlineData("الشُّرطةُ أخذتـــه", "الشرطه اخذته")]
    [InlineData("٢٠٢٦", "2026")]
    [InlineData("警察can", "警 察 can")]
    public void WordsAreComparedWithoutCaseAccentsAndOrnament(string text, string folded) => Word.Fold(text).ShouldBe(folded);

    [Fact]
    public void AWordKnowsItsPlaceInTheText()
    {
        var word = Word.Read("ay, ¡Détente! ya")[1];
        "ay, ¡Détente! ya"[word.Start..word.End].ShouldBe("Détente");
    }

    [Theory]
    [InlineData("وبالشرطة", true)]
    [InlineData("للشرطة", true)]
    [InlineData("شرطة", true)]
    [InlineData("شروط", false)]
    public void APhraseIsFoundBehindArabicClitics(string text, bool found) => Finds("الشرطة", text).ShouldBe(found);

    [Theory]
    [InlineData("push*", "he pushed me", true)]
    [InlineData("push", "he pushed me", false)]
    [InlineData("at my door", "they are at my DOOR now", true)]
    [InlineData("at my door", "at my old door", false)]
    public void APhraseMatchesAtTheBordersOfWords(string phrase, string text, bool found) => Finds(phrase, text).ShouldBe(found);

    private static bool Finds(string phrase, string text)
    {
        var book = new PhraseBook<bool>();
        book.Add(phrase, true);
        return book.Find(Word.Read(text)).Count > 0;
    }
}
