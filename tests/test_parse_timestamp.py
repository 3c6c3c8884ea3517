"""Dates and clock times as they are printed in thirteen languages, and what only looks like them."""

import time
from datetime import UTC, date, datetime

import pytest

from newsclean import lexicon
from newsclean.category import Precision, Zone
from newsclean.parse.ago import read_ago
from newsclean.parse.timestamp import Found, TimestampLine, find_timestamps, read_iso, read_timestamp_line

WORDS = lexicon.load()
ONE_DAY = "2015-02-14"
AN_HOUR = "2015-02-14T10:15:00"
HOSTILE = [
    *(
        "0",
        "12:30 ",
        "14.02.2015 ",
        "14.02.2015",
        "feb ",
        "feb 1 ",
        "14 feb 2015 ",
        "2015年",
        "1/",
        "1.",
        "1:",
        "+01",
        "GMT+",
        "(",
        "年",
    ),
    *(
        "updated 12:30 ",
        "14 feb 2015 updated 12:30 ",
        "de ",
        "1 de ",
        "1日电",
        "12:30 GMT+1",
        "p.m. ",
        "\u0301",
        "İ",
        "A, 1",
        " ",
    ),
]


def _values(found: list[Found]) -> list[str]:
    return [each.timestamp.value.isoformat() for each in found]


def _line(line: str, month_first: bool | None = None) -> tuple[str | None, str | None] | None:
    read = read_timestamp_line(line, WORDS, month_first)
    if read is None:
        return None
    return (
        read.published.value.isoformat() if read.published else None,
        read.modified.value.isoformat() if read.modified else None,
    )


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        # English
        ("Published: Saturday 14 February 2015 10:15", AN_HOUR, None),
        ("Published: 4 May 2023, 6.10am", "2023-05-04T06:10:00", None),
        ("February 14, 2015", ONE_DAY, None),
        ("14th of February, 2015", ONE_DAY, None),
        ("Feb. 14th, 2015 7:15 a.m. ET", "2015-02-14T07:15:00", None),
        ("Feb 14 2015 at 12:05 a.m.", "2015-02-14T00:05:00", None),
        ("Feb 14 2015 at 12:05 p.m.", "2015-02-14T12:05:00", None),
        ("Saturday, February 14th 2015, 9 PM", "2015-02-14T21:00:00", None),
        ("First published on Sat 14 Feb 2015 10.15 GMT", "2015-02-14T10:15:00+00:00", None),
        ("Last updated: 15 February 2015", None, "2015-02-15"),
        ("Published 14 Feb 2015 10:15 | Updated 15 Feb 2015 08:00", AN_HOUR, "2015-02-15T08:00:00"),
        ("Feb 14, 2015 • 5 min read", ONE_DAY, None),
        ("Posted on 14 February 2015 · 12 comments", ONE_DAY, None),
        ("14 February 2015, updated 15:20", ONE_DAY, "2015-02-14T15:20:00"),
        # German
        ("14.02.2015, 10:15 Uhr", AN_HOUR, None),
        ("Samstag, 14. Februar 2015, 21.30 Uhr", "2015-02-14T21:30:00", None),
        ("Veröffentlicht am 14.02.2015 um 10:15 Uhr | Aktualisiert: 15.02.2015", AN_HOUR, "2015-02-15"),
        ("14. Februar 2015, 8 Uhr abends", "2015-02-14T20:00:00", None),
        ("14.02.15, 10:15 Uhr", AN_HOUR, None),
        ("14.02.2015, 10:15 Uhr • Lesezeit: 3 Minuten", AN_HOUR, None),
        ("Nordhafen, 14. Februar 2015", ONE_DAY, None),
        # French
        ("14 février 2015 à 10h15", AN_HOUR, None),
        ("Publié le samedi 14 février 2015 à 18 h", "2015-02-14T18:00:00", None),
        ("Le 1er février 2015", "2015-02-01", None),
        ("publié le 14/02/2015 à 10:15, mis à jour à 21:00", AN_HOUR, "2015-02-14T21:00:00"),
        # Spanish
        ("14 de febrero de 2015", ONE_DAY, None),
        ("Publicado el sábado 14 de febrero de 2015 a las 7:15 p. m.", "2015-02-14T19:15:00", None),
        ("14 feb 2015 - 10:15 h. Actualizado: 15 feb 2015 - 17:38", AN_HOUR, "2015-02-15T17:38:00"),
        # Italian
        ("sabato 14 febbraio 2015, ore 10:15", AN_HOUR, None),
        ("14 Febbraio 2015 Aggiornato alle 16:01", ONE_DAY, "2015-02-14T16:01:00"),
        # Portuguese
        ("14 de fevereiro de 2015 às 10h15", AN_HOUR, None),
        ("Publicado em 14/02/2015 10:15", AN_HOUR, None),
        # Dutch
        ("zaterdag 14 februari 2015 om 10.15 uur", AN_HOUR, None),
        ("14 feb. 2015, 10:15", AN_HOUR, None),
        # Swedish
        ("Publicerad 14 februari 2015 kl. 10.15", AN_HOUR, None),
        ("lördag 14 februari 2015", ONE_DAY, None),
        # Polish
        ("14 lutego 2015 r., godz. 10:15", AN_HOUR, None),
        ("sobota, 14 lutego 2015, 10:15", AN_HOUR, None),
        # Russian
        ("2 марта 2020, 14:30", "2020-03-02T14:30:00", None),
        ("14 февраля 2015 г. в 10:15", AN_HOUR, None),
        ("14 фев 2015, 10:15 МСК", "2015-02-14T10:15:00+03:00", None),
        # Turkish
        ("14 Şubat 2015 10:15", AN_HOUR, None),
        ("14 ŞUBAT 2015 CUMARTESİ 10:15", AN_HOUR, None),
        ("Giriş: 14 Nisan 2015 10.15 Güncelleme: 15 Aralık 2015 11.00", "2015-04-14T10:15:00", "2015-12-15T11:00:00"),
        # Japanese
        ("2015年2月14日(土) 07:15", "2015-02-14T07:15:00", None),
        ("2015年2月14日 午後3時20分", "2015-02-14T15:20:00", None),
        ("公開：2015年2月14日 更新：2015年2月15日", ONE_DAY, "2015-02-15"),
        ("2015年2月14日 10:15 更新", None, AN_HOUR),
        ("２０１５年２月１４日　１０：１５", AN_HOUR, None),
        # Chinese
        ("2015年2月14日 下午3:20", "2015-02-14T15:20:00", None),
        ("2015年2月14日 上午10点15分", AN_HOUR, None),
        ("2015年2月14日 晚上8点", "2015-02-14T20:00:00", None),
        ("2015年2月14日 中午12:30", "2015-02-14T12:30:00", None),
        ("2015年2月14日 中午1点", "2015-02-14T13:00:00", None),
        ("发布时间：2015-02-14 10:15", AN_HOUR, None),
        # Other digits
        ("١٤/٠٢/٢٠١٥ - ١٠:١٥", AN_HOUR, None),
        ("۲۰۱۵/۰۲/۱۴", ONE_DAY, None),
        # Words of a date without a place of their own
        ("Sat, 14 Feb 2015 12:15:00 +0100", "2015-02-14T12:15:00+01:00", None),
        ("07:52 14.02.2015(updated 12:56 14.02.2015)", "2015-02-14T07:52:00", "2015-02-14T12:56:00"),
        ("Updated 3 hours ago", None, None),
        ("vor 3 Stunden", None, None),
        ("il y a 12 heures", None, None),
    ],
)
def test_lines_that_say_when(line: str, published: str | None, modified: str | None) -> None:
    assert _line(line) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "He was born on 14 February 1950",
        "On 14 February 2015 the harbour froze over",
        "Am 14. Februar 2015 fror der Hafen zu",
        "Le 14 février 2015, le port a gelé",
        "El 14 de febrero de 2015 se heló el puerto",
        "14 февраля 2015 года гавань замёрзла",
        "2015年2月14日港口结冰",
        "2015年2月14日、港が凍った",
        "Today",
        "Heute",
        "Yesterday’s harbour",
        "30.02.2015",
        "31 April 2015",
        "February 2015",
        "14 February",
        "10:15",
        "Volume 14, number 2",
        "Suvi Tamm, 14 February 2015, and others",
        "",
    ],
)
def test_other_lines_are_left_alone(line: str) -> None:
    assert _line(line) is None


def test_a_line_as_long_as_prose_is_none() -> None:
    assert read_timestamp_line("14 February 2015 " * 3, WORDS) is not None
    assert read_timestamp_line("14 February 2015 " * 30, WORDS) is None


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("07:52 14.02.2015 12:56 15.02.2015", ["2015-02-14T07:52:00", "2015-02-15T12:56:00"]),
        ("14.02.2015, updated 12:56 15.02.2015", [ONE_DAY, "2015-02-15T12:56:00"]),
        ("14.02.2015, updated 12:56 on Sunday 15.02.2015", [ONE_DAY, "2015-02-15T12:56:00"]),
        ("14.02.2015 – 16.02.2015", [ONE_DAY, "2015-02-16"]),
        ("14.02.2015 and much later, on no day in particular, 10:15", [ONE_DAY]),
        ("14.02.2015 10:15-11:30", [AN_HOUR]),
        ("14.02.2015 24:00", [ONE_DAY]),
        ("14.02.2015 10:75", [ONE_DAY]),
        ("9.99 on 14.02.2015", [ONE_DAY]),
        ("14 February 2015 costs 12.50", [ONE_DAY]),
        ("version 14.2.15 of the map", []),
        ("Tamm, 14.2.15", [ONE_DAY]),
        ("version 14.02.15 of the map", [ONE_DAY]),
        ("Top 5 in March 2015", []),
        ("14 (February) things of 2015", []),
        ("Chapter 5: March 2015", []),
        ("14 of the of the February 2015", []),
        ("14/02/2015/7", []),
        ("14 February 1789 and 14 February 2150", ["1789-02-14", "2150-02-14"]),
        ("29 February 2015, 28 February 2015", ["2015-02-28"]),
        # Pages that have lost their spaces
        ("NewsroomApril 25, 20232:26 PM", ["2023-04-25T14:26:00"]),
        ("14. Februar 201515. Februar 2015", [ONE_DAY, "2015-02-15"]),
        ("14.02.201515.02.2015", [ONE_DAY]),
        # As programs print it
        ("Sat Feb 14 10:15:36 CET 2015", ["2015-02-14T10:15:36+01:00"]),
        ("2015-02-14 10:15:00 +0000 UTC", ["2015-02-14T10:15:00+00:00"]),
        ("Sat Feb 14 2015 10:15:25 GMT+0000 (UTC)", ["2015-02-14T10:15:25+00:00"]),
    ],
)
def test_the_days_of_a_line_each_with_its_own_time(line: str, values: list[str]) -> None:
    assert _values(find_timestamps(line, WORDS)) == values


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("14 Feb 2015 10:15 EST", "-05:00"),
        ("14 Feb 2015 10:15 (CET)", "+01:00"),
        ("14 Feb 2015 10:15 UTC+2", "+02:00"),
        ("14 Feb 2015 10:15 (GMT-3:30)", "-03:30"),
        ("14 Feb 2015 10:15 -0500", "-05:00"),
        ("14 Feb 2015T10:15-05:00", "-05:00"),
        ("2015-02-14T10:15:00Z", "+00:00"),
        ("GMT 10:15 14.02.2015", "+00:00"),
        ("14 Feb 2015 10:15 ET", ""),
        ("14 Feb 2015 10:15 Est", ""),
        ("14 Feb 2015 10:15 +15:00", ""),
        ("14 Feb 2015 10:15 - 12 comments", ""),
    ],
)
def test_a_zone_is_stated_or_unknown(line: str, zone: str) -> None:
    (found,) = find_timestamps(line, WORDS)
    assert found.timestamp.value.isoformat() == AN_HOUR + zone
    assert found.timestamp.zone is (Zone.STATED if zone else Zone.UNKNOWN)


@pytest.mark.parametrize(
    ("line", "precision"),
    [("14 Feb 2015", Precision.DAY), ("14 Feb 2015 10:15", Precision.MINUTE), ("14 Feb 2015 10:15:00", Precision.SECOND)],
)
def test_the_precision_is_what_was_printed(line: str, precision: Precision) -> None:
    (found,) = find_timestamps(line, WORDS)
    assert found.timestamp.precision is precision
    assert isinstance(found.timestamp.value, datetime) is (precision is not Precision.DAY)


@pytest.mark.parametrize(
    ("line", "month_first", "value"),
    [
        ("14/02/2015", None, ONE_DAY),
        ("14/02/2015", True, ONE_DAY),
        ("02/14/2015", None, ONE_DAY),
        ("02/14/2015", False, ONE_DAY),
        ("02.14.2015", None, ONE_DAY),
        ("02/03/2015", None, None),
        ("02/03/2015", True, "2015-02-03"),
        ("02/03/2015", False, "2015-03-02"),
        ("02-03-2015", None, None),
        ("02.03.2015", None, "2015-03-02"),
        ("02.03.2015", True, "2015-03-02"),
        ("03/03/2015", None, "2015-03-03"),
        ("14/14/2015", None, None),
    ],
)
def test_day_and_month_are_told_apart_or_left_open(line: str, month_first: bool | None, value: str | None) -> None:
    assert _values(find_timestamps(line, WORDS, month_first)) == ([value] if value else [])


def test_a_date_deep_in_prose_is_not_looked_for() -> None:
    assert find_timestamps("so " * 600 + "14 February 2015", WORDS)
    assert not find_timestamps("so " * 700 + "14 February 2015", WORDS)


def test_what_was_found_says_where_it_stood() -> None:
    line = "Published: 14 Feb 2015, 10:15 EST | Updated: 15 Feb 2015"
    first, second = find_timestamps(line, WORDS)
    assert (line[first.start : first.end], first.modified) == ("14 Feb 2015, 10:15 EST", False)
    assert (line[second.start : second.end], second.modified) == ("15 Feb 2015", True)
    assert first.timestamp.raw == line


@pytest.mark.parametrize(
    ("value", "expected", "precision", "zone"),
    [
        ("2015-02-14", ONE_DAY, Precision.DAY, Zone.UNKNOWN),
        ("2015-2-4", "2015-02-04", Precision.DAY, Zone.UNKNOWN),
        ("2015/02/14", ONE_DAY, Precision.DAY, Zone.UNKNOWN),
        ("20150214", ONE_DAY, Precision.DAY, Zone.UNKNOWN),
        ("2015-02-14T10:15", AN_HOUR, Precision.MINUTE, Zone.UNKNOWN),
        ("2015-02-14 10:15", AN_HOUR, Precision.MINUTE, Zone.UNKNOWN),
        ("2015-02-14T10:15-05:00", AN_HOUR + "-05:00", Precision.MINUTE, Zone.STATED),
        (" 2015-02-14T10:15:00+0100 ", AN_HOUR + "+01:00", Precision.SECOND, Zone.STATED),
        ("2015-02-14T10:15:00Z", AN_HOUR + "+00:00", Precision.SECOND, Zone.STATED),
        ("20150214T101500Z", AN_HOUR + "+00:00", Precision.SECOND, Zone.STATED),
        ("২০১৫-০২-১৪T১০:১৫:০০+০১:০০", AN_HOUR + "+01:00", Precision.SECOND, Zone.STATED),
        ("1423908900", "2015-02-14T10:15:00+00:00", Precision.SECOND, Zone.STATED),
        ("1423908900000", "2015-02-14T10:15:00+00:00", Precision.SECOND, Zone.STATED),
    ],
)
def test_values_for_machines(value: str, expected: str, precision: Precision, zone: Zone) -> None:
    read = read_iso(value)
    assert read is not None
    assert (read.value.isoformat(), read.precision, read.zone, read.raw) == (expected, precision, zone, value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "2015",
        "2015-02",
        "2015-W07-6",
        "2015-02-30",
        "2015-13-01",
        "0000-00-00",
        "0000000001",
        "10:15",
        "14 Feb 2015",
        "20159999",
    ],
)
def test_other_values_are_none(value: str) -> None:
    assert read_iso(value) is None


def test_a_day_is_a_date_and_no_moment() -> None:
    read = read_iso(ONE_DAY)
    assert read is not None
    assert type(read.value) is date


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    for lead in ("", "14 Feb 2015 "):
        text = lead + unit * (100_000 // len(unit))
        find_timestamps(text, WORDS, month_first=False)
        read_iso(text)
        assert isinstance(read_timestamp_line(text, WORDS), TimestampLine | None)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("line", ["⁰ May 2020", "14 May ⁰²⁰²", "May ⁰, 2020", "①② May ③"])
def test_digits_that_are_no_numbers_give_no_date(line: str) -> None:
    assert find_timestamps(line, WORDS) == []


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Publisert 14. desember 2015 kl. 10:15", "2015-12-14T10:15:00"),
        ("Publiceret d. 14. februar 2015", ONE_DAY),
        ("Julkaistu 14.2.2015 klo 10.15", AN_HOUR),
        ("14. února 2015 10:15", AN_HOUR),
        ("2015. február 14. 10:15", AN_HOUR),
        ("14 лютого 2015, 10:15", AN_HOUR),
        ("14 Φεβρουαρίου 2015", ONE_DAY),
        ("نشر في: ١٤ فبراير ٢٠١٥ - ١٠:١٥", AN_HOUR),
        ("14 فبراير/شباط 2015", ONE_DAY),
        ("14 בפברואר 2015", ONE_DAY),
        ("입력 2015.02.14 10:15", AN_HOUR),
        ("令和3年3月4日", "2021-03-04"),
        ("平成元年5月2日 10:15", "1989-05-02T10:15:00"),
        ("民國104年2月14日", ONE_DAY),
        ("۲۵ بهمن ۱۳۹۳ - ۱۰:۱۵", AN_HOUR),
        ("۱۳۹۳/۱۱/۲۵", ONE_DAY),
        ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
        ("۱ فروردين ۱۴۰۰", "2021-03-21"),
    ],
)
def test_days_of_other_languages_and_calendars(line: str, published: str) -> None:
    assert _line(line) == (published, None)


@pytest.mark.parametrize(
    "line",
    [
        "۳۰ اسفند ۱۴۰۰",  # no leap year
        "۳۱ مهر ۱۳۹۹",
        "۱۳۹۹/۱۳/۰۴",
        "1399/12/14 kg",
        "۱۳۵۰/۱۲/۱۴",  # before the web
        "令和3年13月4日",
        "14 февраля شباط",
    ],
)
def test_what_is_no_day_of_another_calendar(line: str) -> None:
    assert find_timestamps(line, WORDS) == []


NOW = datetime(2015, 2, 14, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "day", "modified"),
    [
        ("3 hours ago", "2015-02-14", False),
        ("3h ago", "2015-02-14", False),
        ("Posted 14 hours ago", "2015-02-13", False),
        ("Updated 2 days ago", "2015-02-12", True),
        ("By Suvi Tamm, 5 mins ago", "2015-02-14", False),
        ("vor 3 Stunden", "2015-02-14", False),
        ("Mis à jour il y a 3 heures", "2015-02-14", True),
        ("hace 3 días", "2015-02-11", False),
        ("3 часа назад", "2015-02-14", False),
        ("3時間前", "2015-02-14", False),
        ("منذ ٣ ساعات", "2015-02-14", False),
        ("Yesterday at 7:15 PM", "2015-02-13", False),
        ("hier à 07h15", "2015-02-13", False),
        ("昨天 07:15", "2015-02-13", False),
        ("Published today", "2015-02-14", False),
    ],
)
def test_how_long_ago(line: str, day: str, *, modified: bool) -> None:
    assert read_ago(line, WORDS, NOW) == (date.fromisoformat(day), modified)


@pytest.mark.parametrize(
    "line", ["Today", "3 min read", "3 hours", "in 3 hours", "5 years ago", "3 weeks ago", "40 days ago", "99999 days ago"]
)
def test_what_tells_no_day(line: str) -> None:
    assert read_ago(line, WORDS, NOW) is None


@pytest.mark.parametrize(
    ("line", "month_first", "day"),
    [
        ("2/14/15", None, "2015-02-14"),
        ("Posted 2/3/15", True, "2015-02-03"),
        ("2/3/15", None, None),
        ("14/02/15", False, None),
        ("2/14/98", True, None),
    ],
)
def test_years_of_two_digits_behind_slashes(line: str, *, month_first: bool | None, day: str | None) -> None:
    found = find_timestamps(line, WORDS, month_first)
    assert _values(found) == ([day] if day else [])
