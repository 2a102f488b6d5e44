using EngagementBot.TextAnalytics;

namespace EngagementBot.Tests.TextAnalytics;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("my number is A204399112", "a-number")]
    [InlineData("my number is A 204 399 112.", "a-number")]
    [InlineData("A-204-399-112", "a-number")]
    [InlineData("A# 20439911", "a-number")]
    [InlineData("alien number 204399112", "a-number")]
    [InlineData("رقمي ٢٠٤٣٩٩١١٢", "a-number")]
    [InlineData("मेरा नंबर २०४-३९९-११२ है", "a-number")]
    [InlineData("case EAC2190012345", "a-number")]
    [InlineData("ssn 078-05-1120", "social-security")]
    [InlineData("mi seguro social es 078051120", "social-security")]
    [InlineData("passport number is X1234567", "passport")]
    [InlineData("mi pasaporte es G12345678", "passport")]
    [InlineData("جواز سفري 1234567", "passport")]
    [InlineData("card 4111 1111 1111 1111", "card")]
    [InlineData("card 4111111111111111 please", "card")]
    [InlineData("write to ana.lopez+x@mail.example.com", "email")]
    [InlineData("call me at (555) 010-4477", "phone")]
    [InlineData("call me at +1 555 010 4477 today", "phone")]
    [InlineData("5550104477", "phone")]
    public void NumbersOfAPersonAreCovered(string text, string kind)
    {
        var masked = PersonalNumbers.Mask(text);
        masked.Kinds.ShouldBe([kind]);
        masked.Text.ShouldContain("•••••••••");
        masked.Text.Count(char.IsDigit).ShouldBe(0);
    }

    [Theory]
    [InlineData("what is 287(g)")]
    [InlineData("on 11/22/2026 at 10:30")]
    [InlineData("on 2026-11-22 and 22.11.2026")]
    [InlineData("1204 Maple street, 30303-1234")]
    [InlineData("call 911 or 988")]
    [InlineData("badge 44127, case 2026-000123")]
    [InlineData("in 2019, 2020 and 2021")]
    [InlineData("he asked for 200 dollars 3 times")]
    [InlineData("4821 7730 1194 6026")]
    [InlineData("my receipt is 4821773011946026")]
    public void OtherNumbersStay(string text)
    {
        var masked = PersonalNumbers.Mask(text);
        masked.Text.ShouldBe(text);
        masked.Kinds.ShouldBeEmpty();
    }

    [Fact]
    public void WhatStandsAroundANumberStays() =>
        PersonalNumbers.Mask("I am A204399112, call 555-010-4477 tonight").Text.ShouldBe("I am •••••••••, call ••••••••• tonight");
}
