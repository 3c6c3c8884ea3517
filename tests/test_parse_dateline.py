"""Datelines as agencies and newspapers print them, and sentences that open with a dash all the same."""

import time

import pytest

from newsclean import lexicon
from newsclean.parse.dateline import read_dateline

WORDS = lexicon.load()
HOSTILE = [
    *(
        "A",
        "A ",
        "A-",
        "A--",
        "A--(",
        "A (",
        "(A",
        "(",
        "((",
        "A, 1",
        "A /",
        "/A",
        ", ",
        "– ",
        "- ",
        "【",
        "【A",
        "新华社",
        "新华社北京",
    ),
    *("新", "1日电", "A, Feb 14 ", "É", "Ж ", "A (A) ", "A.", "(AP) - ", "A – B ", "\u3000", "1", "1. "),
]


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "raw"),
    [
        # Place and agency
        ("MOSCOW (Sputnik) – The harbour froze.", "MOSCOW", "Sputnik", "MOSCOW (Sputnik) –"),
        ("LONDON, Feb 14 (Reuters) - The harbour froze.", "LONDON", "Reuters", "LONDON, Feb 14 (Reuters) -"),
        ("ST. OSK, Feb. 14, 2015 (AP) — The harbour froze.", "ST. OSK", "AP", "ST. OSK, Feb. 14, 2015 (AP) —"),
        (
            "NEW TAMM, 14 February 2015 (Xinhua) -- The harbour froze.",
            "NEW TAMM",
            "Xinhua",
            "NEW TAMM, 14 February 2015 (Xinhua) --",
        ),
        ("PORTO SERENO (Atlas Meridian Press) - The harbour froze.", "PORTO SERENO", "Atlas Meridian Press", None),
        (
            "NORDHAFEN, Feb. 14, 2015 /PRNewswire/ -- Osk & Berg say",
            "NORDHAFEN",
            "PRNewswire",
            "NORDHAFEN, Feb. 14, 2015 /PRNewswire/ --",
        ),
        ("NORDHAFEN--(BUSINESS WIRE)--Osk & Berg say", "NORDHAFEN", "BUSINESS WIRE", "NORDHAFEN--(BUSINESS WIRE)--"),
        ("Nordhafen (dpa) - Der Hafen ist zugefroren.", "Nordhafen", "dpa", "Nordhafen (dpa) -"),
        ("Nordhafen/Osk (dpa) – Der Hafen ist zugefroren.", "Nordhafen/Osk", "dpa", "Nordhafen/Osk (dpa) –"),
        ("Le Tamm, 14 fév 2015 (AFP) - Le port a gelé.", "Le Tamm", "AFP", "Le Tamm, 14 fév 2015 (AFP) -"),
        (
            "Puerto Caldera, 12 may (Austral).- El puerto se heló.",
            "Puerto Caldera",
            "Austral",
            "Puerto Caldera, 12 may (Austral).-",
        ),
        ("Puerto Caldera, 14 feb (EFE).- El puerto se heló.", "Puerto Caldera", "EFE", "Puerto Caldera, 14 feb (EFE).-"),
        ("(ANSA) - PORTO OSCO, 14 FEB - Il porto è gelato.", "PORTO OSCO", "ANSA", "(ANSA) - PORTO OSCO, 14 FEB -"),
        ("Porto Tamo, 14 fev 2015 (Lusa) - O porto gelou.", "Porto Tamo", "Lusa", "Porto Tamo, 14 fev 2015 (Lusa) -"),
        ("Tammerdam (ANP) - De haven is bevroren.", "Tammerdam", "ANP", "Tammerdam (ANP) -"),
        ("Oskhamn (TT) – Hamnen frös till.", "Oskhamn", "TT", "Oskhamn (TT) –"),
        ("Tammowo (PAP) - Port zamarzł.", "Tammowo", "PAP", "Tammowo (PAP) -"),
        ("МОСКВА, 14 февраля. /ТАСС/. Гавань замёрзла.", "МОСКВА", "ТАСС", "МОСКВА, 14 февраля. /ТАСС/."),
        ("ЗАРЕЧНОЕ, 14 фев — Север-Пресс. Гавань замёрзла.", "ЗАРЕЧНОЕ", "Север-Пресс", "ЗАРЕЧНОЕ, 14 фев — Север-Пресс."),
        ("ANKARA (AA) - Liman dondu.", "ANKARA", "AA", "ANKARA (AA) -"),
        ("İSTANBUL (DHA) - Liman dondu.", "İSTANBUL", "DHA", "İSTANBUL (DHA) -"),
        ("【ワシントン共同】港が凍った。", "ワシントン", "共同", "【ワシントン共同】"),
        ("【モスクワ=時事】港が凍った。", "モスクワ", "時事", "【モスクワ=時事】"),
        ("新华社北京2月14日电 港口结冰。", "北京", "新华社", "新华社北京2月14日电"),
        ("（中央社記者王小明台北14日電）港口結冰。", "台北", "中央社", "（中央社記者王小明台北14日電）"),
        # One of the two
        ("PanARMENIAN.Net - The harbour froze.", None, "PanARMENIAN.Net", "PanARMENIAN.Net -"),
        ("(AP) — The harbour froze.", None, "AP", "(AP) —"),
        ("NORDHAFEN — The harbour froze.", "NORDHAFEN", None, "NORDHAFEN —"),
        ("SAN JOSÉ, Costa Rica — The harbour froze.", "SAN JOSÉ, Costa Rica", None, "SAN JOSÉ, Costa Rica —"),
        ("WASHINGTON, D.C. — The harbour froze.", "WASHINGTON, D.C.", None, "WASHINGTON, D.C. —"),
        ("PORTO OSCO, 14 FEB - Il porto è gelato.", "PORTO OSCO", None, "PORTO OSCO, 14 FEB -"),
        ("NORDHAFEN – “The harbour froze.”", "NORDHAFEN", None, "NORDHAFEN –"),
    ],
)
def test_datelines(paragraph: str, place: str | None, agency: str | None, raw: str | None) -> None:
    read = read_dateline(paragraph, WORDS)
    assert read is not None
    assert (read.place, read.agency) == (place, agency)
    assert paragraph.startswith(read.raw)
    assert raw in (None, read.raw)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The vote - close as it was - ended at noon.",
        "NASA - the agency - said on Friday that",
        "NASA (the space agency) - said on Friday that",
        "NASA (Osk Field) - the agency said on Friday that",
        "NORDHAFEN (the old harbour) – The ice came early.",
        "the harbour (Reuters) - a small one",
        "'''' – The harbour froze.",
        "Reuters - the agency - said on Friday that",
        "I — and I alone — saw the harbour freeze.",
        "WHO — The harbour froze.",
        "He said – and then he left.",
        "Prices rose – slowly at first.",
        "Suvi Tamm (left) – who came first – and Ferdinand Osk.",
        "The bank (Osk) - a small one - closed.",
        "The bank (dpa) is closed.",
        "Then, 14 (maybe 15) - nobody counted - ships came.",
        "(CNN) -- The harbour froze.",
        "(maybe) — the harbour froze.",
        "Nordhafen - Der Hafen ist zugefroren.",
        "Nordhafen (NK) - Der Hafen ist zugefroren.",
        "BREAKING — The harbour froze.",
        "UPDATE - The harbour froze.",
        "EILMELDUNG – Der Hafen ist zugefroren.",
        "NORDHAFEN The harbour froze.",
        "NORDHAFEN —",
        "A well-known harbour froze.",
        "北京2月14日电 港口结冰。",
        "【潮汐】港口结冰。",
        "【ワシントン特派】港が凍った。",
        "",
    ],
)
def test_sentences_that_only_look_so(paragraph: str) -> None:
    assert read_dateline(paragraph, WORDS) is None


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    for size in (120, 100_000):
        read_dateline(unit * (size // len(unit)), WORDS)
        read_dateline("NORDHAFEN, " + unit * (size // len(unit)), WORDS)
    assert time.process_time() - started < 0.5
