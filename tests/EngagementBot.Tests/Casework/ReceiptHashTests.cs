using EngagementBot.Casework.Receipts;

namespace EngagementBot.Tests.Casework;

public sealed class ReceiptHashTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void TheSameReceiptAlwaysHasTheSameHash()
    {
        var hash = new ReceiptHash(Key).Of("4819023756102740");
        hash.ShouldBe(new ReceiptHash([.. Key]).Of("4819023756102740"));
        hash.Length.ShouldBe(64);
        hash.ShouldNotContain("4819023756102740");
    }

    [Fact]
    public void AnotherReceiptOrAnotherKeyHasAnother()
    {
        var hash = new ReceiptHash(Key).Of("4819023756102740");
        new ReceiptHash(Key).Of("4819023756102741").ShouldNotBe(hash);
        new ReceiptHash(new byte[32]).Of("4819023756102740").ShouldNotBe(hash);
    }
}
