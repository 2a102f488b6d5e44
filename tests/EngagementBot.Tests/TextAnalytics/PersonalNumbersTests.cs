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
    [InlineData("رقمي ٢٠٤٣٩٩١١٢", "number")]
    [InlineData("my number is 204399112", "number")]
    [InlineData("204399112", "number")]
    [InlineData("my number is 078-05-1120", "social-security")]
    [InlineData("my immigration case number is 204399112", "a-number")]
    [InlineData("mi caso de inmigración 204399112", "a-number")]
    [InlineData("the case officer 5550104477", "phone")]
    [InlineData("case: call 555-010-4477", "phone")]
    [InlineData("badge 555-010-4477", "phone")]
    [InlineData("case A204399112", "a-number")]
    [InlineData("ou ka rele 5550104477", "phone")]
    [InlineData("I want to report 5550104477", "phone")]
    [InlineData("मेरा नंबर २०४-३९९-११२ है", "a-number")]
    [InlineData("case EAC2190012345", "a-number")]
    [InlineData("ssn 078-05-1120", "social-security")]
    [InlineData("mi seguro social es 078051120", "social-security")]
    [InlineData("passport number is X1234567", "passport")]
    [InlineData("mi pasaporte es G12345678", "passport")]
    [InlineData("جواز سفري 1234567", "passport")]
    [InlineData("my A number is 204 399 112", "a-number")]
    [InlineData("А-204 399 112 это мой номер", "a-number")]
    [InlineData("Ａ２０４３９９１１２", "a-number")]
    [InlineData("A-номер 20439911", "a-number")]
    [InlineData("numero A: 2043991", "a-number")]
    [InlineData("رقم الأجنبي ۲۰۴۳۹۹۱۱", "a-number")]
    [InlineData("alien # 2 0 4 3 9 9 1 1 2", "a-number")]
    [InlineData("driver's license D1234567", "driver-licence")]
    [InlineData("licencia S123-456-78-901-0", "driver-licence")]
    [InlineData("S123-456-78-901-0", "driver-licence")]
    [InlineData("my DL is 123AA4567", "driver-licence")]
    [InlineData("WA license WDL0ABC1234B", "driver-licence")]
    [InlineData("X1234567 is my passport", "passport")]
    [InlineData("паспорт 2004 123456", "passport")]
    [InlineData("born 3/4/1987", "birth-date")]
    [InlineData("DOB 03041987", "birth-date")]
    [InlineData("D.O.B. 3-4-87", "birth-date")]
    [InlineData("born March 4th, 1987 in Ohio", "birth-date")]
    [InlineData("nací en Guatemala el 4 de marzo de 1987", "birth-date")]
    [InlineData("1987年3月4日出生", "birth-date")]
    [InlineData("87년 3월 4일생입니다", "birth-date")]
    [InlineData("4 марта 1987 года рождения", "birth-date")]
    [InlineData("sinh ngày 4 tháng 3 năm 1987", "birth-date")]
    [InlineData("je suis née le 6 mai 1990", "birth-date")]
    [InlineData("我爸1955年6月3日生", "birth-date")]
    [InlineData("паспорт 72 3456789", "passport")]
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
    [InlineData("born in 1987, came in 2009")]
    [InlineData("form I-200, I-247A and 287(g)")]
    [InlineData("my license plate is ABC1234, car 4471")]
    [InlineData("they kept my passport, case 2026-000123")]
    [InlineData("my license was taken on 2026-11-22 and 11-23-2026")]
    [InlineData("pagué 500.000.000 pesos y 1 200 000 dólares")]
    [InlineData("I live at 12345 Oak Road, 30303-1234, they took my license")]
    [InlineData("je ne sais pas, le 3/4/2026")]
    [InlineData("I was born in 1987 and on 3/4/2026 they came")]
    [InlineData("mi hija nació aquí, el 3/4/2026 la pararon")]
    [InlineData("2026年3月4日生病了")]
    [InlineData("the unit 4471023 drove by")]
    [InlineData("4821 7730 1194 6026")]
    [InlineData("court case 26-CR-004512, docket 1:26-cv-01234")]
    [InlineData("case 204 399 112")]
    [InlineData("badge # 204399112")]
    [InlineData("my case no. 2026000123")]
    [InlineData("he charged 204399112 pesos")]
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
