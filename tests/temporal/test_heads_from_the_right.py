"""Lines of Arabic and Persian papers that name the day of their document, and some that do not."""

from __future__ import annotations

import pytest

from reader.resources import resource
from reader.temporal.model import Passage, Role
from reader.temporal.tagger import Tagger, load_languages

TAGGER = Tagger(load_languages([resource("languages")]))


def roles(text: str, title: str = "") -> list[Role]:
    return [one.role for one in TAGGER.recognise(Passage(text, context=title)).mentions]


@pytest.mark.parametrize(
    "text",
    [
        "بالجلسة المنعقدة علنا بسراي المحكمة في يوم الأربعاء الموافق 23/11/2022",
        "أصدرت المحكمة بجلستها المنعقدة في 23 تشرين الثاني 2022 الحكم الآتي:",
        "صدر هذا الحكم علنا بتاريخ 23/11/2022",
        "تاريخ صدور الحكم: 23/11/2022",
        "حرر بالقنيطرة في 23 نونبر 2022",
        "عمان 23 تشرين الثاني 2022 (بترا) – افتتح وزير الصحة المركز الجديد.",
        "تاریخ صدور رای: ۱۴۰۱/۰۹/۰۲",
        "تاریخ رسیدگی: ۱۴۰۱/۰۹/۰۲ – شمارهٔ دادنامه: ۱۴۰۱۰۹۹",
        "آخرین به‌روزرسانی: ۲ آذر ۱۴۰۱، ۱۱:۳۰",
        "تنظیم شد در تاریخ ۲ آذر ۱۴۰۱ در دو نسخه",
    ],
)
def test_a_line_names_the_day_of_its_document(text: str) -> None:
    assert Role.ISSUE in roles(text)


def test_minutes_name_their_day_after_a_longer_opening_too() -> None:
    text = "عقد المجلس البلدي جلسته العادية يوم الثلاثاء 30 آذار 2021 عند الساعة السادسة مساء."
    assert Role.ISSUE in roles(text, "بلدية زحلة – محضر الجلسة العادية رقم 7")
    assert Role.ISSUE not in roles(text, "بلدية زحلة – تاريخ المدينة")


@pytest.mark.parametrize(
    "text",
    [
        "حرر الجيش المدينة في 23 نوفمبر 1922 بعد حصار طويل دام أشهرا.",
        "در ۲ آذر ۱۳۰۱ مدرسه در تهران گشوده شد و شاگردان بسیاری آمدند.",
    ],
)
def test_a_story_names_no_day_of_its_document(text: str) -> None:
    assert Role.ISSUE not in roles(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("وصل الوفد أمس.\n\n٢١ صفر ١٤٤٦ هـ الموافق ٢٦ آب ٢٠٢٤", "2024-08-25"),
        ("مسافران دیروز رسیدند.\n\nسبزوار، ۲۹ دی ۱۴۰۳ – ۱۷ رجب ۱۴۴۶", "2025-01-17"),
    ],
)
def test_the_day_of_the_sun_is_surer_than_that_of_the_moon(text: str, edtf: str) -> None:
    found = TAGGER.tag(text)
    assert next(one.edtf for one in found if one.role is Role.EVENT) == edtf
