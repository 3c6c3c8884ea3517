"""The times of day that a text names, with their zones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone
from typing import Final

from newsclean.lexicon import Lexicon, words_of

HOUR: Final = r"(?<!\d)(?<!\d[:.,])(?P<h>2[0-3]|[01]?\d)"
SECONDS: Final = r"(?:\s?[:.分分]\s?(?P<sec>[0-5]\d)(?:[.,]\d{1,9})?)?"
TIME: Final = re.compile(rf"{HOUR}(?:\s?(?P<sep>[:.hHuU时時点點시])\s?(?P<min>[0-5]\d){SECONDS})?(?![\d:])(?!\.\d)(?:\s?[分분])?")
HALF: Final = re.compile(r"\s?(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE)
MARK: Final = re.compile(r"\s?([^\W\d_]'?[^\W\d_]*)")
BEFORE: Final = 6  # code points before a clock in which '下午' or 'GMT' may stand
OFFSET: Final = re.compile(r"\s?\(?(?P<utc>(?:UTC|GMT)\s?)?(?P<sign>[+\u2212-])(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d))?\)?(?![\d:])")
FARTHEST: Final = 14 * 60  # minutes from UTC
ZONE_NAME: Final = re.compile(r"\s?\(?([^\W\d_]{1,5})\b\)?")
ZONE_BEFORE: Final = re.compile(r"\b(UTC|GMT)\s?$")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and where it stands in the text.

    Attributes:
        hour: 0 to 23.
        minute: 0 to 59.
        second: 0 to 59, or None where it was not printed.
        zone: the zone that stands with it, or None.
        weak: whether it has a dot and nothing else to tell it from other numbers.
        start: where it begins.
        end: where it ends, zone included.
    """

    hour: int
    minute: int
    second: int | None
    zone: timezone | None
    weak: bool
    start: int
    end: int


def find_clocks(text: str, lexicon: Lexicon) -> Iterator[Clock]:
    """Every time of day in a text, in order: '07:15', '7.15 a.m.', '19 Uhr', '10h15', '下午3:20', and, as weak, '19.15'."""
    for m in TIME.finditer(text):
        half, end = _half(text, m, lexicon)
        hour = _hour(int(m["h"]), half)
        is_marked = half or m["sep"] not in (None, ".") or _mark(text, m.end(), "hours", lexicon)
        if hour is None or not (is_marked or m["min"]):
            continue
        zone, end = _zone_after(text, end, m, lexicon)
        if zone is None and ZONE_BEFORE.search(text[max(0, m.start() - BEFORE) : m.start()]):
            zone = UTC
        second = int(m["sec"]) if m["sec"] else None
        yield Clock(hour, int(m["min"] or 0), second, zone, not is_marked, m.start(), end)


def _half(text: str, m: re.Match[str], lexicon: Lexicon) -> tuple[str, int]:
    """The half of the day that stands beside a clock ('a', 'p', 'noon' or ''), and where the clock ends with it.

    'Uhr' may stand between: '8 Uhr abends'.
    """
    if half := HALF.match(text, m.end()):
        return half["half"].lower(), half.end()
    lead = words_of(text[max(0, m.start() - BEFORE) : m.start()])
    before = (tuple(lead[-1:]), tuple(lead[-2:]))
    after, end = _word_at(text, _mark(text, m.end(), "hours", lexicon) or m.end())
    for half_name, kind in (("a", "before_noon"), ("p", "after_noon"), ("noon", "noon")):
        if any(phrase in lexicon.clock[kind] for phrase in before):
            return half_name, m.end()
        if after in lexicon.clock[kind]:
            return half_name, end
    return "", m.end()


def _hour(hour: int, half: str) -> int | None:
    """The hour of 24; None where there is no such hour in a half of the day."""
    if half == "a":
        return hour % 12 if hour <= 12 else None
    if half == "p" and hour <= 12:
        return hour % 12 + 12
    if half == "noon" and hour < 10:
        return hour + 12
    return hour


def _mark(text: str, at: int, kind: str, lexicon: Lexicon) -> int | None:
    """Where the next word ends, if it is one of a kind: '19 Uhr' is a time, for 'Uhr' is one of the hours."""
    word, end = _word_at(text, at)
    return end if word in lexicon.clock[kind] else None


def _word_at(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The next word as the lexicon compares it, and where it ends; no word at the end of a text or where a sign stands."""
    mark = MARK.match(text, at)
    return (tuple(words_of(mark.group(1))), mark.end()) if mark else ((), at)


def _zone_after(text: str, at: int, clock: re.Match[str], lexicon: Lexicon) -> tuple[timezone | None, int]:
    """The zone that stands behind a time, and where it ends. The abbreviation says when it is winter; 'ET' does not."""
    if text.startswith("Z", at) and not text[at + 1 : at + 2].isalpha():
        return UTC, at + 1
    if (offset := OFFSET.match(text, at)) and _is_offset(text, offset, clock):
        minutes = int(offset["h"]) * 60 + int(offset["m"] or 0)
        return timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes)), offset.end()
    name = ZONE_NAME.match(text, at)
    if name and not name.group(1).istitle() and (found := lexicon.zones.get(name.group(1).casefold())) is not None:
        return timezone(timedelta(minutes=found)), name.end()
    return None, at


def _is_offset(text: str, offset: re.Match[str], clock: re.Match[str]) -> bool:
    """Whether a signed number is an offset. In '10:15-11:30' it is the end of a meeting."""
    if int(offset["h"]) * 60 + int(offset["m"] or 0) > FARTHEST:
        return False
    after_t = text[clock.start() - 1 : clock.start()] == "T"
    return bool(offset["utc"] or after_t or clock["sec"] or (offset["m"] and offset.group()[0] in " +"))
