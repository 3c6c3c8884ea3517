"""When the article was published and when it was changed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from newsclean.article import Timestamp
from newsclean.category import Precision, Role, Source
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading, texts_of
from newsclean.parse.timestamp import find_timestamps, read_iso, read_timestamp_line

PUBLISHED_TAGS: Final = (
    "article:published_time", "og:article:published_time", "article.published", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "dc.date.created", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "date.created",
)  # fmt: skip
MODIFIED_TAGS: Final = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "lastmod", "last-modified", "dc.date.modified",
    "dcterms.modified", "datemodified", "date.modified",
)  # fmt: skip
EARLIEST: Final = 1990  # the first year with a news site; 1970 is what a broken clock prints


def find_published(reading: Reading) -> tuple[Candidate[Timestamp], ...]:
    """Candidates for the publication, best first. A time of change is never one of them."""
    return _believable(_stated(reading, "datePublished", PUBLISHED_TAGS, modified=False), reading)


def find_modified(reading: Reading) -> tuple[Candidate[Timestamp], ...]:
    """Candidates for the last change, best first. The publication is never one of them."""
    return _believable(_stated(reading, "dateModified", MODIFIED_TAGS, modified=True), reading)


def _stated(reading: Reading, name: str, tags: tuple[str, ...], *, modified: bool) -> Iterator[Candidate[Timestamp]]:
    for article in reading.articles():
        for raw in texts_of(article.get(name)):
            yield from _read(raw, Source.JSON_LD, reading)
    for source, raw in reading.meta(*tags):
        yield from _read(raw, source, reading)
    for raw in reading.microdata(name.lower()):
        yield from _read(raw, Source.MICRODATA, reading)
    yield from _printed(reading, modified=modified)


def _read(raw: str, source: Source, reading: Reading) -> Iterator[Candidate[Timestamp]]:
    """A value of the metadata: ISO 8601, as it should be, or the printed forms that stand there all the same."""
    timestamp = read_iso(raw)
    if timestamp is None:
        found = find_timestamps(raw, reading.lexicon, month_first(reading))
        timestamp = found[0].timestamp if found else None
    if timestamp is not None:
        yield Candidate(timestamp, source, raw)


def _printed(reading: Reading, *, modified: bool) -> Iterator[Candidate[Timestamp]]:
    for block in reading.printed(Role.TIMESTAMP):
        line = read_timestamp_line(block.text, reading.lexicon, month_first(reading))
        timestamp = line and (line.modified if modified else line.published)
        if timestamp:
            yield Candidate(timestamp, reading.printed_source, block.text)
    for block in reading.printed(Role.BYLINE):
        for found in find_timestamps(block.text, reading.lexicon, month_first(reading)):
            if found.modified == modified:
                yield Candidate(found.timestamp, reading.printed_source, block.text)
    if not modified:
        yield from _time_elements(reading)


def _time_elements(reading: Reading) -> Iterator[Candidate[Timestamp]]:
    """The `datetime` of a `<time>` in the front of the article, which is more exact than what it shows."""
    for role in (Role.TIMESTAMP, Role.BYLINE):
        for block in reading.printed(role):
            for mark in block.marks:
                if mark.tag == "time" and mark.datetime and (timestamp := read_iso(mark.datetime)):
                    yield Candidate(timestamp, Source.HTML, block.text)


def month_first(reading: Reading) -> bool | None:
    """How '02/03/2015' is meant: month first only in American English, open where no language is declared."""
    language = (reading.document.meta.language or "").lower()
    if not language:
        return None
    return language in ("en", "en-us", "en_us")


def _believable(candidates: Iterator[Candidate[Timestamp]], reading: Reading) -> tuple[Candidate[Timestamp], ...]:
    return tuple(dict.fromkeys(each for each in candidates if _is_believable(each.value, reading.now)))


def _is_believable(timestamp: Timestamp, now: datetime | None) -> bool:
    if timestamp.value.year < EARLIEST:
        return False
    if now is None:
        return True
    if timestamp.precision is Precision.DAY or not isinstance(timestamp.value, datetime):
        return date(timestamp.value.year, timestamp.value.month, timestamp.value.day) <= now.date()
    moment = timestamp.value
    return (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo or UTC)) <= (now if now.tzinfo else now.replace(tzinfo=UTC))
