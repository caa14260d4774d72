"""Bare years beside years that name their calendar."""

from __future__ import annotations

from reader.temporal.tagger import Tagger


def test_a_bare_year_beside_lunar_ones_is_lunar(tagger: Tagger) -> None:
    found = tagger.tag("در سال ۱۲۶۴ قمری به صدارت رسید و ساختمان در اوایل ۱۲۶۶ آغاز شد.", "fa")
    assert [timex.calendar for timex in found] == ["islamic-civil", "islamic-civil"]


def test_far_from_them_it_is_solar(tagger: Tagger) -> None:
    found = tagger.tag("در سال ۱۲۶۴ قمری به صدارت رسید و بنا در ۱۳۵۴ ثبت شد.", "fa")
    assert [timex.calendar for timex in found][1] == "persian"


def test_a_day_in_brackets_that_answers_to_another_is_the_same(tagger: Tagger) -> None:
    found = tagger.tag("قامت في ٢٣ يوليو ١٩٥٢م (الموافق ١ ذو القعدة ١٣٧١هـ) ثورة.", "ar")
    assert [timex.edtf for timex in found] == ["1952-07-23", "1952-07-23"]
    assert found[0].group == found[1].group >= 0


def test_a_year_in_words_beside_lunar_ones_is_lunar(tagger: Tagger) -> None:
    found = tagger.tag("أتم الكتاب في منتصف عام تسعة وسبعين وسبعمائة، وسافر سنة ٧٨٤ هـ إلى الشام.", "ar")
    assert [timex.calendar for timex in found] == ["islamic-civil", "islamic-civil"]


def test_a_year_in_words_beside_ours_is_ours(tagger: Tagger) -> None:
    found = tagger.tag("جلس على العرش عام تسعة وسبعين وسبعمائة ومات عام 814 للميلاد.", "ar")
    assert [timex.edtf for timex in found] == ["0779", "0814"]
