"""The days that a text names: numbers in the orders of the world, and months as words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from newsclean.lexicon import Lexicon, fold
from newsclean.parse.calendars import find_other_days

ZEROS: Final = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10)  # Arabic, Persian, Devanagari, Bengali, Thai, full width
FOLDED: Final = {zero + digit: str(digit) for zero in ZEROS for digit in range(10)} | str.maketrans("：／．－‑İı", ":/.--Ii")

YEAR: Final = r"(?P<y>(?:19|20)\d\d)"
YEAR_FIRST: Final = re.compile(rf"(?<!\d){YEAR}(?P<s>[-/.•])\s?(?P<m>\d{{1,2}})(?P=s)\s?(?P<d>\d{{1,2}})(?!\d)")
CJK: Final = re.compile(rf"{YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日號号일]")
NUMERIC: Final = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<a>\d{1,2})(?P<s>[./-])\s?(?P<b>\d{1,2})(?P=s)\s?(?:(?P<y>(?:19|20)\d\d)|(?P<short>\d\d))"
    r"(?!/|\d(?!\d?[./-]\d))"  # a digit may follow only where it begins another date: '14.02.201515.02.2015'
)
GLUED: Final = r"(?<=[a-zß-öø-ÿа-яё])[A-ZÀ-ÖØ-ÞА-ЯЁ]"  # a word that begins inside another, since pages glue: 'NewsroomApril 28'
TOKEN: Final = re.compile(rf"\d{{1,4}}|[^\W\d_](?:(?!{GLUED})[^\W\d_]|[\u0300-\u036f])*")
GAP: Final = re.compile(r"[\s.,/'’()–-]{0,3}")  # what may stand between the parts of one date
REACH: Final = 3  # words from month to number: '14th of February', '14 de febrero de 2015'
YEARS: Final = range(1000, 3000)
LAST_DAY: Final = 31
LAST_MONTH: Final = 12
LAST_SHORT: Final = 50  # the last year of two digits that is one of this century
# 'Feb 14 12:15:00 CET 2015', as many programs print it
YEAR_LAST: Final = re.compile(r" \d\d:\d\d(?::\d\d)? (?:[A-Z]{1,5}(?:[+-]\d\d:?\d\d)? )?(?P<y>(?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and where it stands in the text."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Number:
    value: int
    index: int
    start: int
    end: int


def fold_digits(text: str) -> str:
    """A text of the same length with plain digits and plain signs between them."""
    return text if text.isascii() else text.translate(FOLDED)


def find_days(text: str, lexicon: Lexicon, month_first: bool | None) -> list[Day]:
    """Every day in a text, in order, none overlapping. What only looks like one (30 February) is passed over.

    Args:
        text: as `fold_digits` gives it.
        lexicon: gives the names of the months.
        month_first: how '02/03/2015' is to be read; None if nobody knows, then it is passed over.
    """
    days: list[Day] = []
    for start, end, year, month, day in sorted([*_numbers(text, month_first), *_worded(text, lexicon), *find_other_days(text)]):
        if days and start < days[-1].end:
            continue
        try:
            days.append(Day(date(year, month, day), start, end))
        except ValueError:
            continue
    return days


def _numbers(text: str, month_first: bool | None) -> Iterator[tuple[int, int, int, int, int]]:
    for pattern in (YEAR_FIRST, CJK):
        for m in pattern.finditer(text):
            yield m.start(), m.end(), int(m["y"]), int(m["m"]), int(m["d"])
    for m in NUMERIC.finditer(text):
        order = _day_and_month(int(m["a"]), int(m["b"]), m["s"], month_first)
        year = int(m["y"]) if m["y"] else 2000 + int(m["short"])
        if order and (m["y"] or _is_short_date(text, m, month_first)):
            yield m.start(), m.end(), year, order[1], order[0]


def _is_short_date(text: str, m: re.Match[str], month_first: bool | None) -> bool:
    """Whether two digits are a year: in '14.02.10' and behind a sign. Behind a word '14.2.10' is the number of a version.

    With slashes only the American order has it last for sure: '15/02/14' is the 14th in Japan.
    """
    if m["s"] == "/":
        return int(m["short"]) <= LAST_SHORT and (int(m["b"]) > LAST_MONTH or month_first is True)
    lead = text[: m.start()].rstrip()[-1:]
    return m["s"] == "." and (len(m["a"] + m["b"]) == 4 or not lead.isalnum())


def _day_and_month(first: int, second: int, separator: str, month_first: bool | None) -> tuple[int, int] | None:
    """Which of two numbers is the day. One over 12 tells; with dots it is the first; else it may stay open."""
    if first > 12:
        return first, second
    if second > 12:
        return second, first
    if separator == "." or first == second:
        return first, second
    if month_first is None:
        return None
    return (second, first) if month_first else (first, second)


def _worded(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, int, int, int]]:
    """Dates with the month as a word: '14 February 2015', 'Feb. 14th, 2015', '2015 Feb 14', 'Feb 14 12:15:00 CET 2015'."""
    if lexicon.months.keys().isdisjoint(fold("\n".join(TOKEN.findall(text))).split("\n")):
        return
    tokens = [_Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]
    for at, token in enumerate(tokens):
        month = None if token.text[0].isdecimal() else lexicon.months.get(fold(token.text))
        if not month:
            continue
        before, after = _number(text, tokens, at, -1, lexicon), _number(text, tokens, at, 1, lexicon)
        if after is None:
            continue
        if before and before.value <= LAST_DAY and after.value in YEARS:
            yield before.start, after.end, after.value, month, before.value
        elif after.value <= LAST_DAY:
            year = _number(text, tokens, after.index, 1, lexicon)
            last = YEAR_LAST.match(text, after.end)
            if year and year.value in YEARS:
                yield token.start, year.end, year.value, month, after.value
            elif before and before.value in YEARS:
                yield before.start, after.end, before.value, month, after.value
            elif last:
                yield token.start, after.end, int(last["y"]), month, after.value


def _number(text: str, tokens: Sequence[_Token], at: int, step: int, lexicon: Lexicon) -> _Number | None:
    """The first number in one direction; only small words ('de', 'th') or a weekday may stand before it.

    So may the month's other name: Arabic pages print both, '14 فبراير/شباط 2021'.
    """
    month = lexicon.months.get(fold(tokens[at].text))
    small = (lexicon.between, lexicon.weekdays, lexicon.names["ordinals"])
    for index in range(at + step, at + step * (REACH + 1), step):
        if not 0 <= index < len(tokens):
            return None
        left, right = sorted((index, index - step))
        if not GAP.fullmatch(text, tokens[left].end, tokens[right].start):
            return None
        token = tokens[index]
        if token.text[0].isdecimal():
            return _Number(int(token.text), index, token.start, token.end)
        word = fold(token.text)
        if not any((word,) in words for words in small) and (month is None or lexicon.months.get(word) != month):
            return None
    return None
