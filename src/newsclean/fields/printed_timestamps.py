"""The dates of the article that the page prints, each with whether it is one of publication or of change."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from newsclean.article import Timestamp
from newsclean.category import Kind, Precision, Role, Zone
from newsclean.document import Block, Mark
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading, may_be_dated
from newsclean.lexicon import words_of
from newsclean.parse.ago import read_ago
from newsclean.parse.byline import SEAM, has_seam
from newsclean.parse.timestamp import Found, find_timestamps, read_iso, read_timestamp_line

# In names of classes and meta tags, in small letters; 'article:publisher' is no date.
SAYS_PUBLISHED: Final = re.compile(
    r"publish(?!er)|publication|pub[-_. ]?(?:date|time)|date[-_. ]?pub|posted|issued|created|released?"
)
SAYS_MODIFIED: Final = re.compile(r"modif|updat|revis|expir|unpubl")
SAYS_MODIFIED_ALONE: Final = re.compile(r"modif")  # hAtom has every entry's only date named 'updated'
DIGIT: Final = re.compile(r"\d")
SLASHED: Final = re.compile(r"\d{1,2}([/-])\d{1,2}\1\d{2}")
SENTENCE_END: Final = re.compile(r"[.:!?…。：！？][)\]\"'”’»“」』]*$")
COLONS: Final = (":", "：")
LABEL_WORDS: Final = range(1, 5)
DAY_FIRST: Final = re.compile(r"\d{1,2}[. /-]")
OPENING: Final = 4  # blocks of the story of which one may open with the date
LONGEST_OPENING: Final = 80  # code points
OPENS: Final = re.compile(r"[(\[]|[^\W\d_][\w ]+,(?: den)? ")  # a bracket, or the place: 'Nordhafen, 14. Februar 2015 - '
PARTS: Final = re.compile(r"[)\]]?\s?(?:[-–—|:/]|$)|[)\]]|\s[„“»«\"]")
DASHES: Final = re.compile(r"\s*[-–—]\s*")
UNTIL: Final = re.compile(r"\s?(?:[^\W\d_]{1,4}\.?)?\s*[-–—]\s*\d{1,2}[:.]\d\d\b")  # 'Uhr' may stand before it
SENTENCE: Final = 9  # words; shorter lines may end in a full stop and be no sentence


@dataclass(frozen=True, slots=True)
class PrintedTimestamp:
    """A date of the printed page.

    Attributes:
        candidate: its value with its place.
        modified: whether it says when the article was changed.
        labelled: whether the words before it say of what it is the date.
        certain: whether a rule has told that the line is the article's date or byline; other lines are only near it.
    """

    candidate: Candidate[Timestamp]
    modified: bool
    labelled: bool
    certain: bool


def find_printed_timestamps(reading: Reading, days: Collection[date]) -> tuple[PrintedTimestamp, ...]:
    """The printed dates, best first.

    They stand under the headline, above it, or by the first paragraphs. Elsewhere stand the dates of other stories, so there a
    date has to have a label ('Published on'), and all that have one have to name the same day. Where there is none either, it
    may open the story: '14.02.2015 - The harbour opened'.

    Args:
        reading: the page.
        days: what the metadata states. Of '02/03/2015' they tell which is the day.
    """
    named = sorted((*reading.printed(Role.TIMESTAMP), *reading.printed(Role.BYLINE)), key=reading.is_above)
    head = {block.order: block for block in reading.head if not _is_prose(block, reading)}
    around = [block for block in reading.around if not _is_prose(block, reading)]
    first = (block for block in named if block.order in head)
    lines = {block.order: block for block in (*first, *head.values(), *named, *around)}
    told = {block.order for block in named}
    near = tuple(
        replace(each, certain=order in told and not reading.is_below(block))
        for order, block in lines.items()
        for each in _timestamps_in(block, reading, days)
    )
    near = (*near, *_counted_back(lines.values(), told, reading))
    if any(not each.modified for each in near):
        return near
    labelled = (block for block in reading.dated_chrome() if _may_be_labelled(block, reading))
    far = tuple(each for block in labelled for each in _timestamps_in(block, reading, days) if each.labelled)
    published = {day_of(each.candidate.value) for each in far if not each.modified}
    return (*near, *(far if len(published) == 1 else _opening(reading, days)))


def _counted_back(lines: Iterable[Block], named: Collection[int], reading: Reading) -> Iterator[PrintedTimestamp]:
    """The days that lines tell by how long ago they were. Without the moment at which the page was saved they tell none.

    The lines are the byline and those that say when and nothing else: 'A storm hit the coast 3 days ago' is a summary.
    """
    if reading.now is None:
        return
    for block in lines:
        is_told = block.order in named or read_timestamp_line(block.text, reading.lexicon) is not None
        ago = read_ago(block.text, reading.lexicon, reading.now) if is_told else None
        if ago and not find_timestamps(block.text, reading.lexicon):
            timestamp = Timestamp(ago.day, Precision.DAY, Zone.UNKNOWN, block.text)
            candidate = Candidate(timestamp, reading.printed_source, block.text)
            yield PrintedTimestamp(candidate, ago.modified, labelled=False, certain=False)


def _opening(reading: Reading, days: Collection[date]) -> Iterator[PrintedTimestamp]:
    """The date that opens one of the story's first paragraphs, if a sign parts it from the words: in a sentence it is no date."""
    for block in reading.body()[:OPENING]:
        found = next(iter(read_dates(block.text[:LONGEST_OPENING], reading, days)), None)
        if block.hidden or found is None or (found.start and not OPENS.fullmatch(block.text[: found.start])):
            continue
        if PARTS.match(block.text, found.end):
            timestamp = replace(found.timestamp, raw=block.text[: found.end])
            candidate = Candidate(timestamp, reading.printed_source, timestamp.raw)
            yield PrintedTimestamp(candidate, modified=False, labelled=False, certain=False)
            return


def _is_prose(block: Block, reading: Reading) -> bool:
    """Whether a line is a sentence, announces what follows or heads a part of the story; a date in it is one of the story."""
    line = block.text
    if reading.is_of_story(block):
        if block.kind is Kind.CAPTION:  # a class that says so, of a line that opens with the date
            return not DAY_FIRST.match(line)
        return block.kind is not Kind.PARAGRAPH or bool(SENTENCE_END.search(line))
    if line.endswith("."):
        words = reading.words[block.order]
        return len(words) >= SENTENCE and words[0] not in reading.lexicon.label_openers
    return line.endswith(COLONS)


def _may_be_labelled(block: Block, reading: Reading) -> bool:
    """Whether something may say of what the date in a line is: in it, over it or by a name. Few lines far away have that."""
    words = words_of(SEAM.sub(" ", block.text)) if has_seam(block.text) else reading.words[block.order]
    if not reading.lexicon.date_label_ends.isdisjoint(words):
        return True
    names = (reading.document.containers[block.container].tokens, *(mark.tokens for mark in block.marks))
    is_named = any(SAYS_PUBLISHED.search(each.lower()) for each in names)
    return is_named or bool(reading.label_before(block, reading.lexicon.published, reading.lexicon.modified))


def _timestamps_in(block: Block, reading: Reading, days: Collection[date]) -> Iterator[PrintedTimestamp]:
    """The timestamps of a line, without those that have a label of another kind ('Deadline: 15 March')."""
    if not may_be_dated(block):
        return
    line, marks = _as_stated(block, reading)
    readings = read_dates(line, reading, days)
    end = 0
    for found in readings:
        lead, end = line[end : found.start].rstrip(), found.end
        labelled = _is_label(SEAM.sub(" ", lead), reading)
        is_other = (lead.endswith(COLONS) and not labelled) or tuple(words_of(lead)[-1:]) in reading.lexicon.clock["deadlines"]
        if is_other or _lasts(found, readings, line):
            continue
        tokens = " ".join(tokens for start, past, tokens in marks if start < found.end and found.start < past)
        tokens = (tokens or reading.document.containers[block.container].tokens).lower()
        says_modified = (SAYS_MODIFIED if len(readings) > 1 else SAYS_MODIFIED_ALONE).search(tokens)
        modified = found.modified or bool(says_modified and not SAYS_PUBLISHED.search(tokens))
        labelled |= bool(SAYS_PUBLISHED.search(tokens))
        candidate = Candidate(replace(found.timestamp, raw=block.text), reading.printed_source, block.text)
        yield PrintedTimestamp(candidate, modified, labelled, certain=False)


def _lasts(found: Found, readings: Sequence[Found], line: str) -> bool:
    """Whether a date is the beginning or the end of a span, as an event has: '14 February 2015, 10:15 - 19:00'."""
    spans = any(
        DASHES.fullmatch(line[first.end : second.start]) for first, second in pairwise(readings) if found in (first, second)
    )
    return spans or UNTIL.match(line, found.end) is not None


def _is_label(lead: str, reading: Reading) -> bool:
    """Whether the words before a date end with what says of which date it is; a weekday or 'the' may stand between."""
    words = words_of(lead)
    while (
        words
        and ((words[-1],) in reading.lexicon.weekdays or words[-1] in reading.lexicon.stop_words)
        and not _ends(words, reading)
    ):
        words.pop()
    return _ends(words, reading)


def _ends(words: Sequence[str], reading: Reading) -> bool:
    ends = [tuple(words[-size:]) for size in LABEL_WORDS]
    return any(end in reading.lexicon.published or end in reading.lexicon.modified for end in ends)


def read_dates(line: str, reading: Reading, days: Collection[date]) -> list[Found]:
    """What stands in a line, day and month in the order of the page's language unless only the other order gives a known day."""
    found = find_timestamps(line, reading.lexicon, reading.month_first)
    if days and SLASHED.search(line) and not _name_one_of(days, found):
        others = (find_timestamps(line, reading.lexicon, month_first) for month_first in (True, False))
        return next((other for other in others if _name_one_of(days, other)), found)
    return found


def _name_one_of(days: Collection[date], found: Collection[Found]) -> bool:
    return any(day_of(each.timestamp) in days for each in found)


def _as_stated(block: Block, reading: Reading) -> tuple[str, list[tuple[int, int, str]]]:
    """A line with what its `<time>` elements state in place of what they show; its marks' new places and their tokens.

    They may state more: the clock, the zone, or the date itself ('3 hours ago'). A label in the line before is put in front.
    """
    line = reading.label_before(block, reading.lexicon.published, reading.lexicon.modified) + " "
    marks: list[tuple[int, int, str]] = []
    end = 0
    for mark in sorted(block.marks, key=lambda mark: (mark.start, mark.tag == "a")):  # a link may stand in a `<time>`
        if mark.start < end:
            continue
        line += block.text[end : mark.start]
        start = len(line)
        line += _stated_by(mark, block.text[mark.start : mark.end], reading)
        marks.append((start, len(line), mark.tokens))
        end = mark.end
    return line + block.text[end:], marks


def _stated_by(mark: Mark, shown: str, reading: Reading) -> str:
    """What an element shows, with the moment that it states in place of the date that it shows, where that is more."""
    stated = read_iso(mark.datetime) if mark.tag == "time" else None
    if stated is None:
        return shown
    found = find_timestamps(shown, reading.lexicon, reading.month_first)
    if not found:
        return f"{DIGIT.split(shown, maxsplit=1)[0]} {stated.value} "
    first = found[0]
    if stated.zone is Zone.UNKNOWN and (stated.precision is Precision.DAY or first.timestamp.precision is not Precision.DAY):
        return shown
    return f"{shown[: first.start]} {stated.value} {shown[first.end :]}"


def day_of(timestamp: Timestamp) -> date:
    """The day of a timestamp, as written."""
    value = timestamp.value
    return value.date() if isinstance(value, datetime) else value
