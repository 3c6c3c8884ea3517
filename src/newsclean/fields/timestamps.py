"""When the article was published and when it was changed."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from newsclean.article import Timestamp
from newsclean.category import Precision, Source, Zone
from newsclean.fields.candidate import Candidate
from newsclean.fields.printed_timestamps import (
    SAYS_MODIFIED,
    SAYS_PUBLISHED,
    SLASHED,
    day_of,
    find_printed_timestamps,
    read_dates,
)
from newsclean.fields.reading import Reading
from newsclean.parse.timestamp import read_iso

# The names that are known to mean what they say; whatever else speaks of publication comes after them.
PUBLISHED_TAGS: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "datepublished",
    "pubdate", "date", "dc.date", "dcterms.date", "citation_online_date", "citation_date", "displaydate",
)  # fmt: skip
MODIFIED_TAGS: Final = (
    "article:modified_time", "og:article:modified_time", "og:modified_time", "datemodified", "dc.date.modified",
    "dcterms.modified", "og:updated_time", "lastmod", "last-modified",
)  # fmt: skip
LONGEST: Final = 80  # code points of a date in the metadata: 'Sat Feb 14 2015 07:15:00 GMT+0000 (Coordinated Universal Time)'
EARLIEST: Final = 1990  # the first year with a news site; 1970 is what a broken clock prints
IN_ADDRESS: Final = re.compile(r"(?<=/)((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?=[/_-])")
STATED: Final = "the metadata states it"
PRINTED: Final = "it is printed; what the metadata states comes first"
WESTMOST, EASTMOST = timedelta(hours=-12), timedelta(hours=14)  # the offsets farthest from UTC
STEP: Final = timedelta(minutes=30)  # nearly all offsets are a multiple of it

Candidates = tuple[Candidate[Timestamp], ...]
Written = tuple[Candidate[str], ...]


def find_published_and_modified(reading: Reading) -> tuple[Candidates, Candidates]:
    """Candidates for the publication and for the last change, best first; neither is ever filled from the other.

    What the metadata states comes first, since it is exact, but for three cases. Where two other kinds of places agree on another
    day, that one is taken. A moment in UTC says nothing of the day that it was in the newsroom, so where the same moment is
    printed, or the day of a place where it was that day, it is told as printed. And an article whose page prints an earlier day,
    and nowhere the stated one, was published then: many systems state the day on which they made the page anew.
    """
    in_address = _believable(_read_address(reading), reading.now)
    modified = _believable(_stated_modified(reading), reading.now)
    written = _written_of_publication(reading)
    first_read = _believable(_stated_published(written, reading, ()), reading.now)
    known = {day_of(each.value) for each in (*first_read, *modified, *in_address)}
    printed = find_printed_timestamps(reading, known)
    shown = _believable((each.candidate for each in printed if not each.modified), reading.now)
    changes = _believable((each.candidate for each in printed if each.modified), reading.now)
    sure = [each.candidate for each in printed if each.certain or each.labelled]
    published = first_read
    if shown and any(SLASHED.search(each.value) for group in written for each in group):  # print may tell what '02/03/2015' is
        published = _believable(_stated_published(written, reading, {day_of(each.value) for each in shown}), reading.now)
    as_read = published
    published = tuple(sorted(as_read, key=lambda each: not _outvotes(each, as_read, shown)))
    better: list[tuple[Candidates, str]] = []
    for stated in published[:1]:
        told = tuple(told for each in shown if (told := _told_as_printed(stated.value, each)))
        local = tuple(each for each in shown if each in sure and _is_local_day(each.value, stated.value))
        better.append((told, "the stated moment, by the printed clock"))
        better.append((local, "the printed day of the moment that is stated in UTC"))
        if day_of(stated.value) not in {day_of(each.value) for each in shown}:
            earlier = tuple(each for each in shown if each in sure and _is_earlier_day(each.value, stated.value))
            better.append((earlier, "a printed day before the stated one, which is printed nowhere"))
    in_address = () if published or shown else in_address
    first = (published[:1], STATED if published[:1] == as_read[:1] else "two kinds of places more agree on its day")
    return (
        _in_order(*better, first, (published, STATED), (shown, PRINTED), (in_address, "the address alone has a day")),
        _in_order((modified, STATED), (changes, PRINTED)),
    )


def _in_order(*groups: tuple[Candidates, str]) -> Candidates:
    """The candidates of all groups, each once, with why the first of its groups has it."""
    because: dict[Candidate[Timestamp], str] = {}
    for candidates, reason in groups:
        for each in candidates:
            because.setdefault(each, reason)
    return tuple(each._replace(because=reason) for each, reason in because.items())


def _outvotes(candidate: Candidate[Timestamp], published: Candidates, shown: Candidates) -> bool:
    """Whether two kinds of places more agree on the day of a statement than on that of the first one."""
    kinds = [(each.source, day_of(each.value)) for each in (*published, *shown[:1])]

    def votes(day: date) -> int:
        return len({source for source, other in kinds if other == day})

    return votes(day_of(candidate.value)) > votes(day_of(published[0].value)) + 1


def _written_of_publication(reading: Reading) -> tuple[Written, Written, Written]:
    """What the metadata writes of the publication: where it is sure to mean that, where it seems to, and of the creation."""
    stated = reading.stated
    known = (*stated.json_ld("datePublished"), *stated.meta(*PUBLISHED_TAGS), *stated.microdata("datepublished"))
    names = dict.fromkeys(name for name, _ in stated.written.pairs if _speaks_of_publication(name))
    created = (*stated.json_ld("dateCreated"), *stated.microdata("datecreated"))
    return known, tuple(stated.meta(*names)), created


def _stated_published(
    written: tuple[Written, Written, Written], reading: Reading, days: Collection[date]
) -> Iterator[Candidate[Timestamp]]:
    """What the metadata states of the publication; of '02/03/2015' the known days tell which is the day."""
    known, named, created = written
    yield from _read(known, reading, days)
    yield from sorted(_read(named, reading, days), key=lambda each: day_of(each.value))
    yield from _read(created, reading, days)


def _speaks_of_publication(name: str) -> bool:
    """Whether the name of a meta tag says so, for the many names that systems have of their own: 'vr:published-time'."""
    if name in PUBLISHED_TAGS:
        return False
    return bool(SAYS_PUBLISHED.search(name)) and not SAYS_MODIFIED.search(name)


def _stated_modified(reading: Reading) -> Iterator[Candidate[Timestamp]]:
    yield from _read(reading.stated.json_ld("dateModified"), reading, ())
    yield from _read(reading.stated.meta(*MODIFIED_TAGS), reading, ())
    yield from _read(reading.stated.microdata("datemodified"), reading, ())


def _read(written: Iterable[Candidate[str]], reading: Reading, days: Collection[date]) -> Iterator[Candidate[Timestamp]]:
    """Values of the metadata: ISO 8601, as it should be, or the printed forms that stand there all the same."""
    for each in written:
        timestamp = read_iso(each.value)
        if timestamp is None and len(each.value) <= LONGEST:
            found = read_dates(each.value, reading, days)
            timestamp = found[0].timestamp if found else None
        if timestamp is not None:
            yield Candidate(timestamp, each.source, each.raw)


def _told_as_printed(stated: Timestamp, printed: Candidate[Timestamp]) -> Candidate[Timestamp] | None:
    """The moment that is stated in UTC, in the offset that the printed clock has against it; None for two moments."""
    moment, clock = stated.value, printed.value.value
    if not isinstance(moment, datetime) or not isinstance(clock, datetime) or moment.utcoffset() != timedelta(0):
        return None
    offset = _wall(clock) - _wall(moment)
    if not offset or offset % STEP or not WESTMOST <= offset <= EASTMOST or clock.utcoffset() not in (None, offset):
        return None
    zone = Zone.STATED if clock.tzinfo else Zone.ASSUMED
    told = Timestamp(moment.astimezone(timezone(offset)), stated.precision, zone, printed.value.raw)
    return Candidate(told, printed.source, printed.raw)


def _wall(moment: datetime) -> datetime:
    """What a clock without seconds shows at a moment."""
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def _is_local_day(printed: Timestamp, stated: Timestamp) -> bool:
    """Whether a moment stated in UTC fell on the printed day, the one before, somewhere west of Greenwich."""
    moment = stated.value
    if not isinstance(moment, datetime) or moment.utcoffset() != timedelta(0) or printed.precision is not Precision.DAY:
        return False
    return (day_of(stated) - day_of(printed)).days == 1 and 0 < moment.hour + moment.minute / 60 < -WESTMOST / timedelta(hours=1)


def _is_earlier_day(printed: Timestamp, stated: Timestamp) -> bool:
    """Whether the printed day was over at the stated moment, wherever on earth the page was made."""
    days = (day_of(stated) - day_of(printed)).days
    moment = stated.value
    if days == 1 and isinstance(moment, datetime) and moment.utcoffset() == timedelta(0):
        return moment.hour >= -WESTMOST // timedelta(hours=1)
    return days > 0


def _read_address(reading: Reading) -> Iterator[Candidate[Timestamp]]:
    """The day in an address such as '/2015/02/14/harbour-opens', where nothing else gives one."""
    for address in reading.stated.addresses:
        found = IN_ADDRESS.search(address)
        timestamp = read_iso("-".join(found.group(1, 3, 4))) if found else None
        if timestamp:
            yield Candidate(timestamp, Source.URL, address)


def _believable(candidates: Iterable[Candidate[Timestamp]], now: datetime | None) -> Candidates:
    """The candidates that are none of a broken clock and don't lie in the future."""
    return tuple(each for each in candidates if each.value.value.year >= EARLIEST and not _is_after(each.value, now))


def _is_after(timestamp: Timestamp, now: datetime | None) -> bool:
    if now is None:
        return False
    moment = timestamp.value
    if timestamp.precision is Precision.DAY or not isinstance(moment, datetime):
        return day_of(timestamp) > now.date()
    now = now if now.tzinfo else now.replace(tzinfo=UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)) > now
