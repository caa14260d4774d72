"""Each mail of a thread counts from the day it was sent, whatever heads stand above it."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger

_THREADS = [
    (
        "en",
        (
            "From: Ann Sent: Thursday, 6 March 2025 17:42 To: Ben Subject: The boiler",
            "I rang the shop yesterday.",
            "From: Ben Sent: Friday, 21 February 2025 09:03 To: Ann Subject: The boiler",
            "The fitter came yesterday.",
        ),
    ),
    (
        "fr",
        (
            "De : Anne Envoyé : jeudi 6 mars 2025 17:42 À : Benoît Objet : La chaudière",
            "J'ai appelé le magasin hier.",
            "De : Benoît Envoyé : vendredi 21 février 2025 09:03 À : Anne Objet : La chaudière",
            "Le plombier est venu hier.",
        ),
    ),
    (
        "de",
        (
            "Von: Anne Gesendet: Donnerstag, 6. März 2025 17:42 An: Benno Betreff: Der Kessel",
            "Ich habe gestern im Laden angerufen.",
            "Von: Benno Gesendet: Freitag, 21. Februar 2025 09:03 An: Anne Betreff: Der Kessel",
            "Der Monteur war gestern da.",
        ),
    ),
    (
        "es",
        (
            "De: Ana Enviado el: jueves, 6 de marzo de 2025 17:42 Para: Benito Asunto: La caldera",
            "Ayer llamé a la tienda.",
            "De: Benito Enviado el: viernes, 21 de febrero de 2025 9:03 Para: Ana Asunto: La caldera",
            "El fontanero vino ayer.",
        ),
    ),
    (
        "it",
        (
            "Da: Anna Inviato: giovedì 6 marzo 2025 17:42 A: Bruno Oggetto: La caldaia",
            "Ieri ho chiamato il negozio.",
            "Da: Bruno Inviato: venerdì 21 febbraio 2025 09:03 A: Anna Oggetto: La caldaia",
            "L'idraulico è venuto ieri.",
        ),
    ),
    (
        "pt",
        (
            "De: Ana Enviado: quinta-feira, 6 de março de 2025 17:42 Para: Bento Assunto: A caldeira",
            "Ontem liguei para a loja.",
            "De: Bento Enviado: sexta-feira, 21 de fevereiro de 2025 09:03 Para: Ana Assunto: A caldeira",
            "O canalizador veio ontem.",
        ),
    ),
    (
        "nl",
        (
            "Van: Anna Verzonden: donderdag 6 maart 2025 17:42 Aan: Ben Onderwerp: De ketel",
            "Ik heb gisteren de winkel gebeld.",
            "Van: Ben Verzonden: vrijdag 21 februari 2025 09:03 Aan: Anna Onderwerp: De ketel",
            "De monteur is gisteren geweest.",
        ),
    ),
    (
        "ar",
        (
            "من: سلمى تاريخ الإرسال: الخميس 6 مارس 2025 17:42 إلى: باسم الموضوع: المرجل",
            "اتصلتُ بالمتجر أمس.",
            "من: باسم تاريخ الإرسال: الجمعة 21 فبراير 2025 09:03 إلى: سلمى الموضوع: المرجل",
            "جاء العامل أمس.",
        ),
    ),
    (
        "ru",
        (
            "От: Анна Отправлено: 6 марта 2025 г. 17:42 Кому: Борис Тема: Котёл",
            "Вчера я звонила в магазин.",
            "От: Борис Отправлено: 21 февраля 2025 г. 9:03 Кому: Анна Тема: Котёл",
            "Вчера приходил мастер.",
        ),
    ),
    (
        "en",
        (
            "From: Ann Date: Thu, 6 Mar 2025 17:42:10 +0100 To: Ben",
            "I rang the shop yesterday.",
            "From: Ben Date: Fri, 21 Feb 2025 09:03:55 +0100 To: Ann",
            "The fitter came yesterday.",
        ),
    ),
]


@pytest.mark.parametrize(("language", "paragraphs"), _THREADS)
def test_the_second_mail_of_a_page_counts_from_its_own_day(
    tagger: Tagger, language: str, paragraphs: tuple[str, ...]
) -> None:
    values = [one.value for one in tagger.tag("\n\n".join(paragraphs), language)]
    assert "2025-03-05" in values
    assert values[-1] == "2025-02-20"
