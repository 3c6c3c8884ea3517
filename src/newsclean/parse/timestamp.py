"""Dates and times as printed, with the precision and the zone that the line gives.

Own code, because the two facts a newsroom archive needs, which parts were printed and whether a zone was stated, are what
general date parsers do not tell; they also fill missing parts from the clock.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from operator import attrgetter
from typing import Final

from newsclean.article import Timestamp
from newsclean.category import Precision, Zone
from newsclean.lexicon import Lexicon, words_of
from newsclean.parse.clock import Clock, find_clocks
from newsclean.parse.day import Day, find_days, fold_digits

LONGEST: Final = 160  # code points; a longer line is prose
LOOKED_AT: Final = 2000  # code points; a date further on stands in prose
NEAR: Final = 16  # code points between a date and its time: 'Saturday 14 February 2015, at about 07:15' is common
ISO_DAY: Final = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
COMPACT_DAY: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
EPOCH: Final = re.compile(r"(\d{10})(\d{3})?")  # seconds since 1970, or milliseconds
FIRST_EPOCH: Final = 631152000  # 1990: a smaller number is another kind of number
SHORT_OFFSET: Final = re.compile(r"(?<=[+-]\d\d)(?=\d\d$)")
WITH_SECONDS: Final = re.compile(r"\d[T ]\d\d:?\d\d:?\d\d")
DIGITS: Final = re.compile(r"\d\d|\d年")  # in every date, since only a reign has shorter years
FIRST_CJK: Final = "\u3040"  # from here on a character is a word, and says something
WITH_TIME: Final = re.compile(r"\d[T ]\d")
# A place or a section in front of the date: 'Hamburg, 2. November 2015'
PLACE: Final = re.compile(r"[^\W\d_]\w+(?:[ -]\w+)?\s*[,|/–—-]\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """A timestamp in a line.

    Attributes:
        timestamp: its value; `raw` is the whole line.
        start: where it begins in the line.
        end: where it ends.
        modified: whether the words beside it say that it is a time of change.
    """

    timestamp: Timestamp
    start: int
    end: int
    modified: bool


@dataclass(frozen=True, slots=True)
class TimestampLine:
    """A line that says when, and nothing else.

    Attributes:
        published: the time of publication, or None: '3 hours ago' has no value without a clock.
        modified: the time of the last change, or None.
    """

    published: Timestamp | None
    modified: Timestamp | None


def find_timestamps(line: str, lexicon: Lexicon, month_first: bool | None = None) -> list[Found]:
    """All dates in a line, each with the time that stands beside it.

    Years are taken as they stand; whether one can be a year of publication is for the caller to say.

    Args:
        line: printed text.
        lexicon: gives month names, zones and the words for 'updated'.
        month_first: how '02/03/2015' is to be read; None if nobody knows, then it is passed over.
    """
    if not DIGITS.search(line, 0, LOOKED_AT):
        return []
    text = fold_digits(line[:LOOKED_AT])
    days = find_days(text, lexicon, month_first)
    if not days:
        return []
    printed = tuple(find_clocks(_without(text, days), lexicon))
    days = sorted([*days, *_days_of_updates(text, days, printed, lexicon)], key=attrgetter("start"))
    clocks = _clocks_of(text, days, printed, lexicon)
    spans = [_span(day, clock) for day, clock in zip(days, clocks, strict=True)]
    around = [text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), 0)])]
    changed = _changed(around, lexicon)
    return [
        Found(_timestamp(day.value, clock, line), start, end, modified)
        for day, clock, (start, end), modified in zip(days, clocks, spans, changed, strict=True)
    ]


def read_iso(value: str) -> Timestamp | None:
    """A timestamp written for machines (ISO 8601 and what passes for it, seconds since 1970), or None."""
    text = SHORT_OFFSET.sub(":", fold_digits(value).strip().replace("/", "-"))
    if epoch := EPOCH.fullmatch(text):
        seconds = int(epoch.group(1))
        moment = datetime.fromtimestamp(seconds, UTC)
        return Timestamp(moment, Precision.SECOND, Zone.STATED, value) if seconds >= FIRST_EPOCH else None
    try:
        if day := ISO_DAY.fullmatch(text) or COMPACT_DAY.fullmatch(text):
            return Timestamp(date(*map(int, day.groups())), Precision.DAY, Zone.UNKNOWN, value)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not WITH_TIME.search(text):
        return None
    precision = Precision.SECOND if WITH_SECONDS.search(text) else Precision.MINUTE
    return Timestamp(moment, precision, Zone.STATED if moment.tzinfo else Zone.UNKNOWN, value)


def read_timestamp_line(line: str, lexicon: Lexicon, month_first: bool | None = None) -> TimestampLine | None:
    """Read a line that consists of dates and the words that go with them; None for any other line.

    'Published: Saturday 14 February 2015 07:15 EST' is one, and so is 'Updated 3 hours ago', though it has no value. 'He was
    born on 14 February 1950' is not: 'he', 'was' and 'born' are left over.
    """
    if len(line) > LONGEST:
        return None
    found = find_timestamps(line, lexicon, month_first)
    if not found:
        words = words_of(line)
        return TimestampLine(None, None) if is_explained(words, lexicon) and _is_relative(words, lexicon) else None
    ends = [(0, 0), *((each.start, each.end) for each in found), (len(line), 0)]
    rest = [line[end:start] for (_, end), (start, _) in pairwise(ends)]
    if (place := PLACE.fullmatch(rest[0])) and place.group()[0].isupper():
        rest[0] = ""
    if not all(is_explained(words_of(piece), lexicon) for piece in rest):
        return None
    published = next((each.timestamp for each in found if not each.modified), None)
    modified = next((each.timestamp for each in found if each.modified), None)
    return TimestampLine(published, modified)


def is_explained(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are all of those that go with a date: weekdays, 'published', zones, reading time, counts."""
    at = 0
    while at < len(words):
        size = _known(words, at, lexicon)
        if size == 0:
            return False
        at += size
    return True


def _known(words: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """How many words from here are known to go with a date. A number does so beside such a word: '3 hours', 'comments: 3'."""
    if phrases := lexicon.beside_dates.get(words[at]):
        for size in range(min(4, len(words) - at), 0, -1):
            if tuple(words[at : at + size]) in phrases:
                return size
    if words[at] in lexicon.zones or (len(words[at]) == 1 and words[at] < FIRST_CJK):
        return 1
    if not words[at].isdigit():
        return 0
    return int(at > 0 or (len(words) > 1 and _known(words, 1, lexicon) > 0))


def _is_relative(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a line says how long ago.

    'Today' alone is as much a heading or a menu entry, so a number has to stand with it, or the word for a publication.
    """
    pieces = {tuple(words[start:end]) for end in range(len(words) + 1) for start in range(max(0, end - 4), end)}
    is_stamped = not (pieces.isdisjoint(lexicon.published) and pieces.isdisjoint(lexicon.modified))
    return (is_stamped or any(word.isdigit() for word in words)) and not pieces.isdisjoint(lexicon.relative)


def _timestamp(day: date, clock: Clock | None, line: str) -> Timestamp:
    if clock is None:
        return Timestamp(day, Precision.DAY, Zone.UNKNOWN, line)
    value = datetime(day.year, day.month, day.day, clock.hour, clock.minute, clock.second or 0, tzinfo=clock.zone)
    precision = Precision.MINUTE if clock.second is None else Precision.SECOND
    return Timestamp(value, precision, Zone.STATED if clock.zone else Zone.UNKNOWN, line)


def _span(day: Day, clock: Clock | None) -> tuple[int, int]:
    return (min(day.start, clock.start), max(day.end, clock.end)) if clock else (day.start, day.end)


def _days_of_updates(text: str, days: Sequence[Day], clocks: Sequence[Clock], lexicon: Lexicon) -> Iterator[Day]:
    """The days of updates that print only their time, 'published 26/12/2020, updated at 21:00': each is the one before."""
    end = after = 0
    for clock in clocks:
        while after < len(days) and days[after].start < clock.start:
            end = days[after].end
            after += 1
        is_update = after > 0 and _has_phrase(words_of(text[end : clock.start])[-6:], lexicon.modified)
        if is_update and (after == len(days) or days[after].start - clock.end > NEAR):
            yield Day(days[after - 1].value, clock.start, clock.start)
        end = clock.end


def _clocks_of(text: str, days: Sequence[Day], clocks: Sequence[Clock], lexicon: Lexicon) -> list[Clock | None]:
    """For each day its time: a clock belongs to the day that is nearest to it, and a day keeps the nearest of its clocks."""
    kept: list[tuple[int, Clock | None]] = [(NEAR + 1, None) for _ in days]
    after = 0
    for clock in clocks:
        while after < len(days) and days[after].start < clock.start:
            after += 1
        beside = [index for index in (after - 1, after) if 0 <= index < len(days)]
        for distance, index in sorted((_distance(text, days[each], clock, lexicon), each) for each in beside):
            if distance < kept[index][0]:
                kept[index] = (distance, clock)
                break
    return [clock for _, clock in kept]


def _distance(text: str, day: Day, clock: Clock, lexicon: Lexicon) -> int:
    """Code points between a day and a clock; more than NEAR where something between parts them.

    '14 February 2015, updated 15:20' gives the time of a change and no time of the publication. A time with a dot may be any
    number, so it has to follow the day with nothing but small words between.
    """
    between = text[day.end : clock.start] if day.start < clock.start else text[clock.end : day.start]
    words = words_of(between[: NEAR + 1])
    is_parted = _has_phrase(words, lexicon.modified)
    is_lost = clock.weak and (clock.start < day.start or not is_explained(words, lexicon))
    return NEAR + 1 if is_parted or is_lost else len(between)


def _without(text: str, days: Sequence[Day]) -> str:
    """A text with its days blanked, so that '20.02.2015' is no time, and '201507:15' has one."""
    pieces, at = [], 0
    for day in days:
        pieces += [text[at : day.start], " " * (day.end - day.start)]
        at = day.end
    return "".join([*pieces, text[at:]])


def _changed(around: Sequence[str], lexicon: Lexicon) -> list[bool]:
    """For each timestamp whether the words beside it say that it is a time of change.

    They stand before it in most languages, and behind it in some: '2015年2月14日 更新'. The latter counts only if no word
    stands before the first one, and the text ends with the word.
    """
    first, last = words_of(around[0]), tuple(words_of(around[-1]))
    if not first and (last in lexicon.published or last in lexicon.modified):
        return [_has_phrase(words_of(text), lexicon.modified) for text in around[1:]]
    return [_has_phrase(words_of(text)[-6:], lexicon.modified) for text in around[:-1]]


def _has_phrase(words: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of the phrases, of four words at most, stands among some words."""
    return any(tuple(words[start:end]) in phrases for end in range(len(words) + 1) for start in range(max(0, end - 4), end))
