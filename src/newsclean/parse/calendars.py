"""Days of other calendars than the Gregorian one: Persian pages print '۱۴ اسفند ۱۳۹۹', Japanese ones '令和3年3月4日'."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

MONTHS: Final = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
ARABIC_LETTERS: Final = str.maketrans("يىك", "ییک")  # many Persian pages are typed with Arabic keys
YEARS: Final = range(1370, 1460)  # 1991 to 2081, as long as the simple rule for leap years holds
NEW_YEAR: Final = date(1991, 3, 21)  # the first day of 1370
LEAP: Final = (1, 5, 9, 13, 17, 22, 26, 30)  # years of a cycle of 33
LONG_MONTHS: Final = 6  # with 31 days; the others have 30, and the last one 29 or 30
WORDED: Final = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s(?P<m>{'|'.join(MONTHS)})(?:\sماه)?،?\s(?P<y>1[34]\d\d)(?!\d)")
NUMERIC: Final = re.compile(r"(?<!\d)(?P<y>1[34]\d\d)/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?!\d)")
LATIN: Final = re.compile(r"[A-Za-z]")
ERAS: Final = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}  # the year before the first one
REIGN: Final = re.compile(r"(?P<era>令和|平成|民國|民国)\s?(?P<y>元|\d{1,3})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日")

Found = tuple[int, int, int, int, int]  # where it begins and ends, year, month and day


def find_other_days(text: str) -> Iterator[Found]:
    """The days that a text with plain digits gives in another calendar, told in this one; what is none is passed over."""
    if not text.isascii():
        yield from _reigns(text)
        letters = text.translate(ARABIC_LETTERS)
        for m in WORDED.finditer(letters):
            yield from _told(m, MONTHS.index(m["m"]) + 1)
    if not LATIN.search(text):  # beside such letters it is a number of something
        for m in NUMERIC.finditer(text):
            yield from _told(m, int(m["m"]))


def _reigns(text: str) -> Iterator[Found]:
    for m in REIGN.finditer(text):
        year = 1 if m["y"] == "元" else int(m["y"])
        yield m.start(), m.end(), ERAS[m["era"]] + year, int(m["m"]), int(m["d"])


def _told(found: re.Match[str], month: int) -> Iterator[Found]:
    day = _day_of(int(found["y"]), month, int(found["d"]))
    if day:
        yield found.start(), found.end(), day.year, day.month, day.day


def _day_of(year: int, month: int, day: int) -> date | None:
    """A day of the Persian calendar, or None where there is no such day."""
    if year not in YEARS or not 1 <= month <= len(MONTHS) or not 1 <= day <= 30 + (month <= LONG_MONTHS):
        return None
    if month == len(MONTHS) and day > 29 + (year % 33 in LEAP):
        return None
    days = sum(365 + (each % 33 in LEAP) for each in range(YEARS[0], year))
    days += 30 * (month - 1) + min(month - 1, LONG_MONTHS) + day - 1
    return NEW_YEAR + timedelta(days=days)
