using EngagementBot.Conversations.Understanding;

namespace EngagementBot.Tests.Understanding;

public sealed class UrgencyTests
{
    [Theory]
    [InlineData("ICE is at my door right now")]
    [InlineData("they are beating him right now, the deputies")]
    [InlineData("la migra esta en mi puerta ahorita")]
    [InlineData("الشرطة تضرب اخي الآن")]
    [InlineData("no tienen derecho a pegarme, me estan pegando los policias")]
    [InlineData("hace dos horas que me tienen parado y el policia no me deja ir")]
    public async Task OfficersActingNowAreAComplaintToActOn(string text)
    {
        var reading = await RepositoryContent.ReadAsync(text);
        reading.Urgency.ShouldBe(1);
        reading.Kind.ShouldBe("complaint");
    }

    [Theory]
    [InlineData("there is a man with a gun in the yard")]
    [InlineData("i want to kill myself")]
    [InlineData("me quiero matar")]
    [InlineData("hay un incendio en mi casa")]
    [InlineData("can police come fast he has a gun")]
    public async Task DangerToLifeIsAnEmergency(string text)
    {
        var reading = await RepositoryContent.ReadAsync(text);
        reading.Urgency.ShouldBe(1);
        reading.Kind.ShouldBe("emergency");
    }

    [Theory]
    [InlineData("what do I do if ICE is at my door")]
    [InlineData("what if they knock on my door")]
    [InlineData("can police hit me")]
    [InlineData("que hago si la migra toca mi puerta")]
    [InlineData("ماذا أفعل إذا كانت الشرطة على الباب")]
    public async Task AQuestionAboutDangerIsAQuestion(string text)
    {
        var reading = await RepositoryContent.ReadAsync(text);
        reading.Urgency.ShouldBe(4);
        reading.Kind.ShouldBe("question");
    }

    [Theory]
    [InlineData("last year a deputy pushed me to the ground")]
    [InlineData("el año pasado un policia me empujo al piso")]
    public async Task ForceThatIsOverIsForTheSameDay(string text) => (await RepositoryContent.ReadAsync(text)).Urgency.ShouldBe(2);

    [Theory]
    [InlineData("شارع ماين")]
    [InlineData("لا")]
    [InlineData("نعم")]
    [InlineData("main street")]
    [InlineData("calle main")]
    [InlineData("ok")]
    [InlineData("no")]
    [InlineData("Ana Flores")]
    [InlineData("4821")]
    [InlineData("ice cream")]
    [InlineData("immigration lawyer")]
    public async Task ABareWordIsNoDangerNorComplaintNorStop(string text)
    {
        var reading = await RepositoryContent.ReadAsync(text);
        reading.Urgency.ShouldBe(4, reading.ToString());
        reading.Kind.ShouldNotBe("stop");
    }

    [Theory]
    [InlineData("ice cream in the park")]
    [InlineData("i need an immigration lawyer")]
    [InlineData("busco un abogado de inmigracion")]
    public async Task AWordOfDangerInAHarmlessPhraseIsNoSignal(string text) =>
        (await RepositoryContent.ReadAsync(text)).Has("officers").ShouldBeFalse();

    [Fact]
    public async Task WhatDidNotHappenIsNoForce() =>
        (await RepositoryContent.ReadAsync("nobody was hit but the deputy was very rude to us")).Urgency.ShouldBe(3);

    [Theory]
    [InlineData("and the kids?")]
    [InlineData("and at church?")]
    [InlineData("y en la iglesia?")]
    [InlineData("¿y si voy en el carro?")]
    [InlineData("et les enfants ?")]
    public async Task ShortQuestionThatFollowsIsNoDanger(string text) => (await RepositoryContent.ReadAsync(text)).Urgency.ShouldBe(4);

    [Theory]
    [InlineData("and they are beating him")]
    [InlineData("y me estan pegando")]
    [InlineData("con toi khong tho")]
    public async Task DangerThatFollowsIsDanger(string text) => (await RepositoryContent.ReadAsync(text)).Urgency.ShouldBe(1);

    [Theory]
    [InlineData("vi", "con toi khong tho")]
    [InlineData("vi", "con em co giat")]
    [InlineData("es", "y mi mama no respira")]
    [InlineData("en", "and my son is not breathing")]
    public async Task DangerAfterAnAnswerIsDanger(string language, string text) =>
        (await RepositoryContent.ReadAfterAsync("places.public", text, language)).Urgency.ShouldBe(1);

    [Fact]
    public async Task NeitherDangerNorAStopIsTakenForAQuestionThatFollows()
    {
        var missed = new List<string>();
        foreach (var locale in RepositoryContent.Library.Locales.Values)
        {
            foreach (var text in new[] { "emergency", "complaint-now", "stop" }.SelectMany(k => locale.Profile.Kinds[k]))
            {
                var (alone, after) = (await RepositoryContent.ReadAsync(text, locale.Tag), await RepositoryContent.ReadAfterAsync("program.what", text, locale.Tag));
                if ((alone.Urgency == 1 && after.Urgency != 1) || (alone.Kind == "stop" && after.Kind != "stop"))
                    missed.Add($"{locale.Tag}: {text}");
            }
        }
        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task DangerIsHeardInEveryLanguage() =>
        (await RepositoryContent.ReadAsync("me quiero matar", "ar")).Has("self-harm").ShouldBeTrue();

    [Fact]
    public async Task ASignalCarriesTheResidentsOwnWords() =>
        (await RepositoryContent.ReadAsync("The DEPUTY choked my son")).Signals.ShouldContain(new Signal("officers", "DEPUTY"));
}
