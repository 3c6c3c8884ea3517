"""What is measured on a block. Defined once: score, rules and training read the same columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.boxes import box_categories
from newsclean.category import Category, Kind
from newsclean.document import Block, Document
from newsclean.lexicon import Cue, Lexicon, Strength, words_of, words_of_each
from newsclean.line_readings import BylineLines, DateLines, LineReadings
from newsclean.region import region_of
from newsclean.topic import Topic, find_topic

Column = npt.NDArray[np.float64]

# One set of characters opens the pattern, which is searched for several times faster than two alternatives.
SENTENCE_END: Final = re.compile(r"[.!?…。！？؟।](?:[)\]\"'”’»“」』]*(?=\s|$)|(?<=[。！？]))")
LOOKED_AT: Final = 600  # code points of a block in which a sentence has to end
ENDS_SENTENCE: Final = re.compile(r"[.!?…。！？؟।][)\]\"'”’»“」』\s]*$")
OPENING_MARKS: Final = "\"'“„«»「『‘"
QUOTED: Final = re.compile(r"[“„«»「『\"][^“”„«»「」『』\"]{1,200}[“”«»」』\"]|(?<!\w)['‘][^'‘’]{1,200}['’](?!\w)")
WITHOUT_SPACES: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")

PROSE_WORDS: Final = 20.0  # from here on a line is as long as a paragraph
PLAIN: Final = (
    0.1  # what text without links is worth beside prose: the lines of an agenda are few words each, but they are the page
)
TABLE: Final = 0.4  # what a table of data is worth: below the bar of prose, but its words are the page's
NO_PROSE: Final = frozenset({Kind.CROSSHEAD, Kind.CAPTION})
NEAR: Final = 4  # blocks: how far away the prose may be that a crosshead stands between


@dataclass(frozen=True, slots=True)
class Features:
    """One value a block in each column; all have the length of `Document.blocks`.

    Attributes:
        words: the words of each block as the lexicon compares them.
        cues: the cue phrases of each block.
        strong: those of them that are strong or more.
        boxes: the category of the nearest box around each block whose name tells what it holds, or None.
        topic: what the document is about, as far as its headline and its blocks tell.
        length: words; two characters make one in scripts without spaces.
        link_share: characters in links over characters, 0 to 1.
        prose: how much the block is running text, 0 to 1.
        ends_sentence: 1 where the block ends as a sentence does.
        in_region: 1 in the smallest box with most of the page's prose (HTML), or in the run of lines with most of it (text).
        between_prose: 1 where prose stands before and after, in the region and a few blocks away at most.
        repeated: 1 where the same words stood in an earlier block.
        to_reader: 1 where the outlet speaks of itself or to its readers, outside quotation marks.
        is_date: whether a block is a line of dates and what goes with them.
        bylines: what a text says when it is read as a byline, or None.
    """

    words: tuple[tuple[str, ...], ...]
    cues: tuple[tuple[Cue, ...], ...]
    strong: tuple[tuple[Cue, ...], ...]
    boxes: tuple[Category | None, ...]
    topic: Topic
    length: Column
    link_share: Column
    prose: Column
    ends_sentence: Column
    in_region: Column
    between_prose: Column
    repeated: Column
    to_reader: Column
    is_date: DateLines
    bylines: BylineLines


def measure(document: Document, lexicon: Lexicon) -> Features:
    """Measure all blocks of a document."""
    blocks = document.blocks
    words = words_of_each(block.text for block in blocks) if blocks else ()
    cues, to_reader = _find_words(blocks, words, lexicon)
    length = np.array([_length(block.text, each) for block, each in zip(blocks, words, strict=True)], dtype=float)
    link_share = np.array([block.link_characters / len(block.text) for block in blocks], dtype=float)
    ends = np.array([_ends_sentence(block.text) for block in blocks], dtype=float)
    least = Strength.STRONG
    strong = tuple([tuple([cue for cue in each if cue.strength >= least]) if each else () for each in cues])
    cued = np.array(list(map(bool, strong)), dtype=bool)
    prose = _prose(blocks, length, link_share, ends)
    visible = np.array([not block.hidden for block in blocks], dtype=float)
    boxes = box_categories(document, prose * length, lexicon)
    boxed = np.array([box is not None for box in boxes], dtype=bool)
    table = Kind.TABLE
    tables = np.array([block.kind is table for block in blocks], dtype=bool)
    plain = np.where(tables, TABLE, PLAIN) * (1 - link_share) ** 2 * visible
    evidence = np.where(boxed | cued, 0.1, 1.0) * np.maximum(prose, plain)
    in_region = region_of(document, evidence, length, boxed | cued)
    readings = LineReadings.of(document, lexicon)
    return Features(
        words=words,
        cues=cues,
        strong=strong,
        boxes=boxes,
        topic=find_topic(document, words, cued | boxed, evidence, readings),
        length=length,
        link_share=link_share,
        prose=prose,
        ends_sentence=ends,
        in_region=in_region,
        between_prose=_between(evidence * in_region > 0.5),
        repeated=_repeated(words),
        to_reader=np.array(to_reader, dtype=float),
        is_date=readings.is_date,
        bylines=readings.bylines,
    )


def _find_words(
    blocks: Sequence[Block], words: Sequence[tuple[str, ...]], lexicon: Lexicon
) -> tuple[tuple[tuple[Cue, ...], ...], list[bool]]:
    """The cue phrases of each block, and whether the outlet speaks of itself or to its readers in it.

    What stands in quotation marks is talked about, as in a story on cookie notices: it is left out of the few blocks where
    anything was found.
    """
    cues = lexicon.cues_in_each(words)
    to_reader = [not lexicon.reader_words.isdisjoint(each) for each in words]
    for order, block in enumerate(blocks):
        if (cues[order] or to_reader[order]) and (unquoted := _unquoted(block.text)) is not None:
            rest = words_of(unquoted)
            cues[order] = lexicon.cues_in(rest) if cues[order] else ()
            to_reader[order] = to_reader[order] and not lexicon.reader_words.isdisjoint(rest)
    return tuple(cues), to_reader


def _unquoted(text: str) -> str | None:
    """A text without what stands in quotation marks; None if nothing does."""
    if not any(mark in text for mark in OPENING_MARKS):  # seen at once, where the pattern has to try every character
        return None
    unquoted, quotes = QUOTED.subn(" ", text)
    return unquoted if quotes else None


def _ends_sentence(text: str) -> bool:
    return not text[-1].isalnum() and ENDS_SENTENCE.search(text[-12:]) is not None


def _length(text: str, words: Sequence[str]) -> float:
    if text.isascii():
        return len(words)
    single = "".join([word for word in words if len(word) == 1])
    return len(words) - len(WITHOUT_SPACES.findall(single)) / 2


def _prose(blocks: Sequence[Block], length: Column, link_share: Column, ends: Column) -> Column:
    """Running text is long, ends as sentences do, and is not all links. Headings and hidden text are none."""
    sentences = np.array([SENTENCE_END.search(block.text, 0, LOOKED_AT) is not None for block in blocks], dtype=float)
    text_like = np.minimum(1.0, length / PROSE_WORDS) * (0.35 + 0.35 * ends + 0.3 * sentences)
    plain = np.array([not block.hidden and block.kind not in NO_PROSE for block in blocks], dtype=float)
    return np.asarray(text_like * plain * np.maximum(0.0, 1 - 1.5 * link_share), dtype=float)


def _between(strong: npt.NDArray[np.bool_]) -> Column:
    """Whether strong blocks stand within NEAR before and within NEAR after."""
    count = np.concatenate(([0], np.cumsum(strong)))
    at = np.arange(len(strong))
    before = count[at] - count[np.maximum(at - NEAR, 0)]
    after = count[np.minimum(at + 1 + NEAR, len(strong))] - count[np.minimum(at + 1, len(strong))]
    return ((before > 0) & (after > 0)).astype(float)


def _repeated(words: Sequence[tuple[str, ...]]) -> Column:
    first: dict[tuple[str, ...], int] = {}
    return np.array([first.setdefault(each, order) != order for order, each in enumerate(words)], dtype=float)
