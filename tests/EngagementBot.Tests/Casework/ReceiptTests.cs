using EngagementBot.Casework.Receipts;

namespace EngagementBot.Tests.Casework;

public sealed class ReceiptTests
{
    private const string Valid = "4819023756102741";

    // ISO/IEC 7064 itself, German tax numbers and a Croatian OIB: all MOD 11,10.
    [Theory]
    [InlineData("0794", '5')]
    [InlineData("8609574271", '9')]
    [InlineData("3657426180", '9')]
    [InlineData("6943515153", '0')]
    [InlineData("3339200596", '1')]
    public void TheCheckDigitIsThatOfIso7064(string digits, char check) => Receipt.CheckDigit(digits).ShouldBe(check);

    [Fact]
    public void DrawnReceiptsAreValidAndNeverPassForACard()
    {
        for (var i = 0; i < 2000; i++)
        {
            var receipt = Receipt.Draw();
            Receipt.IsValid(receipt).ShouldBeTrue(receipt);
            PassesLuhn(receipt).ShouldBeFalse(receipt);
        }
    }

    [Fact]
    public void ANumberThatPassesForACardIsNoReceipt()
    {
        var card = Enumerable.Range(0, 1000).Select(n => $"4000000000{n:D5}").Select(d => d + Receipt.CheckDigit(d)).First(PassesLuhn);
        Receipt.IsValid(card).ShouldBeFalse();
    }

    [Fact]
    public void OneWrongDigitIsAlwaysNoticed()
    {
        var receipt = Receipt.Draw();
        for (var at = 0; at < Receipt.Length; at++)
        {
            foreach (var digit in "0123456789".Where(d => d != receipt[at]))
                Receipt.IsValid(receipt[..at] + digit + receipt[(at + 1)..]).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{1}")]
    [InlineData("my receipt is {1}, what now?")]
    [InlineData("{2}")]
    [InlineData("receipt:{0}.")]
    public void AReceiptIsFoundInAMessage(string pattern)
    {
        var receipt = Receipt.Draw();
        var found = Receipt.Find(string.Format(null, pattern, receipt, Receipt.Show(receipt), Receipt.Show(receipt).Replace(' ', '-'))).ShouldNotBeNull();
        found.Digits.ShouldBe(receipt);
        found.IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData('٠')]
    [InlineData('۰')]
    [InlineData('०')]
    public void AReceiptIsFoundInDigitsOfOtherScripts(char zero)
    {
        var receipt = Receipt.Draw();
        var written = string.Concat(Receipt.Show(receipt).Select(c => c == ' ' ? c : (char)(zero + c - '0')));
        Receipt.Find($"\u2067{written}\u2069").ShouldNotBeNull().Digits.ShouldBe(receipt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("call me at 512 555 0100")]
    [InlineData("481902375610274")]
    [InlineData("48190237561027411")]
    [InlineData("4819 0237, 5610 2741")]
    public void WhatHasNotSixteenDigitsIsNoReceipt(string text) => Receipt.Find(text).ShouldBeNull();

    [Fact]
    public void ASlipOfTheFingerIsFoundButNotValid()
    {
        var receipt = Receipt.Draw();
        var slip = Enumerable.Range(1, 9).Select(n => receipt[..15] + (char)('0' + (receipt[15] - '0' + n) % 10)).First(s => !PassesLuhn(s));
        Receipt.Find(slip).ShouldNotBeNull().IsValid.ShouldBeFalse();
        Receipt.Find($"{slip}, no, {receipt}").ShouldNotBeNull().Digits.ShouldBe(receipt);
    }

    [Fact]
    public void ACardIsNotTakenForAReceipt() => Receipt.Find("4111 1111 1111 1111").ShouldBeNull();

    [Theory]
    [InlineData("4819023756102741")]
    [InlineData("4819 0237 5610 2741")]
    [InlineData("4819-0237-5610-2741")]
    public void AllButTheLastFourDigitsAreCovered(string written) =>
        Receipt.Find($"it is {written} .").ShouldNotBeNull().Cover($"it is {written} .").ShouldBe("it is •••• •••• •••• 2741 .");

    [Fact]
    public void AReceiptIsShownFourByFour() => Receipt.Show(Valid).ShouldBe("4819 0237 5610 2741");

    private static bool PassesLuhn(string digits) =>
        digits.Reverse().Select((d, i) => (d - '0') * (i % 2 == 0 ? 1 : 2)).Sum(d => d > 9 ? d - 9 : d) % 10 == 0;
}
