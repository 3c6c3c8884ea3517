"""Dates and times as printed, with the precision and the zone that the line gives.

Own code, because the two facts a newsroom archive needs, which parts were printed and whether a zone was stated, are what
general date parsers do not tell; they also fill missing parts from the clock.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final

from newsclean.article import Timestamp
from newsclean.category import Precision, Zone
from newsclean.lexicon import Lexicon, words_of

DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９：", "012345678901234567890123456789:")

YEAR_FIRST: Final = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
CJK: Final = re.compile(r"(?P<y>(?:19|20)\d\d)\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日號号일]")
NUMERIC: Final = re.compile(r"(?<![\d.,])(?P<a>\d{1,2})(?P<s>[./-])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<y>(?:19|20)\d\d|\d\d(?=\D|$))(?![\d/])")
WORD_RUN: Final = re.compile(r"\d{1,4}|[^\W\d_]+")
TIME: Final = re.compile(
    r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])(?:[:h時时]|\s?(?:点|點|시)\s?)(?P<min>[0-5]\d)?(?:[:分]\s?(?P<sec>[0-5]\d)(?:[.,]\d+)?)?(?![\d:])"
    r"\s*[分분秒]?\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
TWELVE_HOUR: Final = re.compile(r"(?<![\d:.])(?P<h>1[0-2]|[1-9])\s*(?P<half>[ap]\.?m\b\.?)", re.IGNORECASE)
OFFSET: Final = re.compile(r"\s*\(?(?:(?:UTC|GMT)\s*)?(?P<sign>[+\u2212-])(?P<h>\d{1,2})(?::?(?P<m>\d\d))?\)?(?!\d)")
ZONE_NAME: Final = re.compile(r"\s*\(?([A-Z][A-Za-z]{0,4})\b")
ZULU: Final = re.compile(r"Z\b")
NEAR: Final = 16  # code points between a date and its time: 'Saturday 14 February 2015, at about 07:15' is the widest that is common


@dataclass(frozen=True, slots=True)
class Found:
    """A timestamp in a line.

    Attributes:
        timestamp: its value; `raw` is the whole line.
        start: where it begins in the line.
        end: where it ends.
        modified: whether the words before it say that it is a time of change.
    """

    timestamp: Timestamp
    start: int
    end: int
    modified: bool


def find_timestamps(line: str, lexicon: Lexicon, month_first: bool | None = None) -> list[Found]:
    """All dates in a line, each with the time that stands beside it.

    Args:
        line: printed text.
        lexicon: gives month names, zones and the words for 'updated'.
        month_first: how '02/03/2015' is to be read; None if nobody knows, then it is passed over.
    """
    text = line.translate(DIGITS)
    dates = _dates(text, lexicon, month_first)
    found: list[Found] = []
    for index, (day, start, end) in enumerate(dates):
        floor = found[-1].end if found else 0
        ceiling = dates[index + 1][1] if index + 1 < len(dates) else len(text)
        clock = _clock_beside(text, start, end, floor, ceiling, lexicon)
        lead = text[floor : min(start, clock.start if clock else start)]
        modified = _ends_with(words_of(lead), lexicon.modified)
        if clock:
            value = datetime(day.year, day.month, day.day, clock.hour, clock.minute, clock.second, tzinfo=clock.zone)
            precision = Precision.MINUTE if clock.precise_to_minute else Precision.SECOND
            zone = Zone.STATED if clock.zone else Zone.UNKNOWN
            start, end = min(start, clock.start), max(end, clock.end)
            found.append(Found(Timestamp(value, precision, zone, line), start, end, modified))
        else:
            found.append(Found(Timestamp(day, Precision.DAY, Zone.UNKNOWN, line), start, end, modified))
    return found


def read_iso(value: str) -> Timestamp | None:
    """A timestamp written for machines (ISO 8601 and what passes for it), or None."""
    text = re.sub(r"(?<=[+-]\d\d)(?=\d\d$)", ":", value.strip().replace("/", "-"))
    if re.fullmatch(r"\d{4}-\d\d?-\d\d?", text):
        try:
            return Timestamp(date(*map(int, text.split("-"))), Precision.DAY, Zone.UNKNOWN, value)
        except ValueError:
            return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not re.search(r"\d[T ]\d", text):
        return None
    seconds = len(re.findall(r":\d\d", text.split("+")[0])) > 1
    zone = Zone.STATED if moment.tzinfo else Zone.UNKNOWN
    return Timestamp(moment, Precision.SECOND if seconds else Precision.MINUTE, zone, value)


@dataclass(frozen=True, slots=True)
class TimestampLine:
    """A line that says when, and nothing else."""

    published: Timestamp | None
    modified: Timestamp | None


def read_timestamp_line(line: str, lexicon: Lexicon, month_first: bool | None = None) -> TimestampLine | None:
    """Read a line that consists of dates and the words that go with them; None for any other line.

    'Published: Saturday 14 February 2015 07:15 EST' is one. 'He was born on 14 February 1950' is not: 'he', 'was' and 'born'
    are left over.
    """
    if len(line) > 160:
        return None
    found = find_timestamps(line, lexicon, month_first)
    if not found:
        return None
    rest, at = [], 0
    for each in found:
        rest.append(line[at : each.start])
        at = each.end
    rest.append(line[at:])
    if any(_unexplained(words_of(piece), lexicon) for piece in rest):
        return None
    published = next((each.timestamp for each in found if not each.modified), None)
    modified = next((each.timestamp for each in found if each.modified), None)
    return TimestampLine(published, modified)


def _dates(text: str, lexicon: Lexicon, month_first: bool | None) -> list[tuple[date, int, int]]:
    """Every date with its place, in order, none overlapping."""
    candidates: list[tuple[int, int, int, int, int]] = []
    for pattern in (YEAR_FIRST, CJK):
        candidates += [(m.start(), m.end(), int(m["y"]), int(m["m"]), int(m["d"])) for m in pattern.finditer(text)]
    for m in NUMERIC.finditer(text):
        first, second, year = int(m["a"]), int(m["b"]), int(m["y"])
        order = _day_and_month(first, second, m["s"], month_first)
        if order and (year > 99 or m["s"] == "."):
            candidates.append((m.start(), m.end(), year + 2000 if year < 100 else year, order[1], order[0]))
    candidates += _worded(text, lexicon)
    dates: list[tuple[date, int, int]] = []
    for start, end, year, month, day in sorted(candidates):
        if dates and start < dates[-1][2]:
            continue
        try:
            dates.append((date(year, month, day), start, end))
        except ValueError:  # 30 February: a number that only looks like a date
            continue
    return dates


def _day_and_month(first: int, second: int, separator: str, month_first: bool | None) -> tuple[int, int] | None:
    """Which of two numbers is the day. With dots the day is always first; with slashes it depends, and may stay open."""
    if separator == "." or first > 12:
        return first, second
    if second > 12:
        return second, first
    if first == second:
        return first, second
    if month_first is None:
        return None
    return (second, first) if month_first else (first, second)


def _worded(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, int, int, int]]:
    """Dates with the month as a word: '14 February 2015', 'Feb. 14th, 2015', '14 de febrero de 2015'."""
    tokens = [(m.group(), m.start(), m.end()) for m in WORD_RUN.finditer(text)]
    for at, (word, start, end) in enumerate(tokens):
        month = None if word[0].isdigit() else lexicon.months.get(word.casefold())
        if not month:
            continue
        before = _number(tokens[max(0, at - 2) : at][::-1])
        after = _number(tokens[at + 1 : at + 4])
        if before and after and before[0] <= 31 and after[0] > 1000:
            yield before[1], after[2], after[0], month, before[0]
        elif after and after[0] <= 31:
            place = next(i for i, token in enumerate(tokens) if token[1] == after[1])
            year = _number(tokens[place + 1 : place + 3])
            if year and year[0] > 1000:
                yield start, year[2], year[0], month, after[0]
            elif before and before[0] > 1000:
                yield before[1], after[2], before[0], month, after[0]


def _number(tokens: Sequence[tuple[str, int, int]]) -> tuple[int, int, int] | None:
    """The first number among a few words, with its place; 'de', 'th' and the like may stand before it."""
    for word, start, end in tokens:
        if word.isdigit():
            return int(word), start, end
        if len(word) > 3:
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Clock:
    hour: int
    minute: int
    second: int
    precise_to_minute: bool
    zone: timezone | None
    start: int
    end: int


def _clock_beside(text: str, start: int, end: int, floor: int, ceiling: int, lexicon: Lexicon) -> _Clock | None:
    """The time of day nearest to a date, before or after it, within NEAR."""
    before = _clocks(text, max(floor, start - NEAR - 12), start, lexicon)
    after = _clocks(text, end, min(ceiling, end + NEAR + 12), lexicon)
    distances = [(start - clock.end, clock) for clock in before] + [(clock.start - end, clock) for clock in after]
    distance, nearest = min(distances, key=lambda each: each[0], default=(NEAR + 1, None))
    return nearest if distance <= NEAR else None


def _clocks(text: str, first: int, last: int, lexicon: Lexicon) -> Iterator[_Clock]:
    for pattern in (TIME, TWELVE_HOUR):
        for m in pattern.finditer(text, first, last):
            parts = m.groupdict()
            if pattern is TIME and parts["min"] is None and "h" not in m.group().lower():
                continue
            hour = int(parts["h"])
            half = (parts["half"] or "").lower()
            if half.startswith("p") and hour < 12:
                hour += 12
            elif half.startswith("a") and hour == 12:
                hour = 0
            zone, end = _zone_after(text, m.end(), lexicon)
            second = parts.get("sec")
            yield _Clock(hour, int(parts.get("min") or 0), int(second or 0), second is None, zone, m.start(), end)


def _zone_after(text: str, at: int, lexicon: Lexicon) -> tuple[timezone | None, int]:
    """The zone that stands behind a time, and where it ends."""
    if zulu := ZULU.match(text, at):
        return timezone.utc, zulu.end()
    if offset := OFFSET.match(text, at):
        minutes = int(offset["h"]) * 60 + int(offset["m"] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=-minutes if offset["sign"] != "+" else minutes)), offset.end()
    if (name := ZONE_NAME.match(text, at)) and name.group(1).casefold() in lexicon.zones:
        return timezone(timedelta(minutes=lexicon.zones[name.group(1).casefold()])), name.end()
    return None, at


def _ends_with(words: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands in the last words; a weekday may still follow it."""
    return any(tuple(words[start:end]) in phrases for end in range(max(0, len(words) - 2), len(words) + 1) for start in range(max(0, end - 4), end))


def _unexplained(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are left that do not go with a date."""
    at = 0
    while at < len(words):
        for size in range(min(4, len(words) - at), 0, -1):
            phrase = tuple(words[at : at + size])
            if any(phrase in known for known in (lexicon.weekdays, lexicon.published, lexicon.modified, lexicon.between)):
                at += size
                break
            if size == 1 and (phrase[0] in lexicon.zones or len(phrase[0]) == 1):
                at += 1
                break
        else:
            return True
    return False
