"""What the models see of each block, of a page or of a text: its words, its form, what rules say of it, its place."""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Category, Kind, Role
from newsclean.document import Block, Document
from newsclean.features import Column, Features
from newsclean.verdict import Hint

Columns = dict[str, Column]

KINDS: Final = {kind: float(code) for code, kind in enumerate(Kind)}
CATEGORIES: Final = {category: float(code) for code, category in enumerate(Category, start=1)}
HINTS: Final[dict[Role | Category | None, float]] = {
    None: 1.0,
    **{role: float(code) for code, role in enumerate(Role, start=2)},
    **{category: float(code) for code, category in enumerate(Category, start=2 + len(Role))},
}
TAGS: Final = {tag: float(code) for code, tag in enumerate("p div li td a span section article".split(), start=1)}
BOLD: Final = frozenset(("b", "strong"))
SLANTED: Final = frozenset(("em", "i"))

GOOD_WORDS: Final = 10  # words from which a sentence with few links is a good paragraph
GOOD_LINKS: Final = 0.4
FAR: Final = 60  # blocks; farther away makes no difference
FARTHEST: Final = 200.0  # likewise, behind a headline or a first paragraph
BEFORE_HEADLINE: Final = -100.0  # stands for 'no headline'
NO_NEIGHBOUR: Final = -1.0


def measure_block_inputs(document: Document, features: Features, hints: Sequence[Hint], good: npt.NDArray[np.bool_]) -> Columns:
    """The columns that pages and texts have in common, by name.

    Args:
        document: an input with one block or more.
        features: its features.
        hints: what the rules say of its blocks.
        good: which blocks are good paragraphs, as `find_good` has it.
    """
    return (
        _text_columns(document.blocks)
        | _block_columns(document.blocks, features)
        | {"hint": _hint_column(len(good), hints)}
        | _place_columns(features, good)
    )


def with_neighbours(columns: Columns, places: Mapping[str, Sequence[int]]) -> Columns:
    """The columns, and those of the blocks so many places before (negative) or behind.

    Args:
        columns: by name.
        places: for each name how far to look.
    """
    farthest = max(abs(at) for ats in places.values() for at in ats)
    own = np.array([columns[name] for name in places])
    padded = np.full((len(own), own.shape[1] + 2 * farthest), NO_NEIGHBOUR)
    padded[:, farthest : own.shape[1] + farthest] = own
    return columns | {
        f"{name}{at:+d}": row[farthest + at : own.shape[1] + farthest + at]
        for row, (name, ats) in zip(padded, places.items(), strict=True)
        for at in ats
    }


def find_good(document: Document, features: Features) -> npt.NDArray[np.bool_]:
    """Which blocks are good paragraphs: sentences of some length with few links in them that readers can see."""
    seen = np.array([not block.hidden for block in document.blocks], dtype=bool)
    long = (features.length >= GOOD_WORDS) & (features.ends_sentence > 0)
    return np.asarray(seen & long & (features.link_share < GOOD_LINKS))


def sums(column: Column) -> Column:
    """Running sums with a zero before, so that `sums[last] - sums[first]` is the sum of a slice."""
    return np.concatenate(([0.0], np.cumsum(column)))


def means_around(columns: Columns, reaches: Sequence[int]) -> Columns:
    """The means of columns over each block and so many on each side of it, by name and reach.

    All columns are summed in one go, as a text has few lines, and what a call costs by itself is most of its cost.
    """
    rows = np.array([*columns.values()])
    count = rows.shape[1]
    totals = np.zeros((len(rows), count + 1))
    np.cumsum(rows, axis=1, out=totals[:, 1:])
    order = np.arange(count)
    means: Columns = {}
    for reach in reaches:
        first, last = np.maximum(0, order - reach), np.minimum(count, order + reach + 1)
        around = (totals[:, last] - totals[:, first]) / (last - first)
        means |= {f"{name}~{reach}": row for name, row in zip(columns, around, strict=True)}
    return means


def lines_since(found: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """In each row, how many blocks above each block the last one is that was found; FAR where there is none so near."""
    order = np.arange(found.shape[1])
    last = np.full(found.shape, -FAR)
    np.maximum.accumulate(np.where(found, order, -FAR)[:, :-1], axis=1, out=last[:, 1:])
    return np.asarray(np.minimum(order - last, FAR), dtype=float)


CLASSES: Final = 10  # of characters


@cache
def _character_classes() -> npt.NDArray[np.uint8]:
    """What each code point of the first plane is.

    1 digit, 2 capital, 3 end of sentence, 4 comma, 5 quotation mark, 6 bar or bullet, 7 colon, 8 small letter, 9 letter without
    case, 0 anything else.
    """
    classes = {"Nd": 1, "Lu": 2, "Lt": 2, "Ll": 8, "Lm": 9, "Lo": 9}
    table = np.array([classes.get(unicodedata.category(chr(point)), 0) for point in range(0x10000)], dtype=np.uint8)
    for number, characters in (
        (3, ".!?…。！？؟।"),
        (4, ",;，、；،"),
        (5, "\"'“”„«»「」『』‘’"),
        (6, "|›»/>•·→▶–—-_=+*#@&"),
        (7, ":："),
    ):
        table[[ord(character) for character in characters]] = number
    return table


def _text_columns(blocks: Sequence[Block]) -> Columns:
    """Counts over the characters of all blocks at once."""
    texts = [block.text for block in blocks]
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes = _character_classes()[np.minimum(points, 0xFFFF)]
    sizes = np.array([len(text) for text in texts])
    ends = np.cumsum(sizes)
    places = np.repeat(np.arange(0, CLASSES * len(texts), CLASSES), sizes) + classes
    counts = np.bincount(places, minlength=CLASSES * len(texts)).reshape(-1, CLASSES).T.astype(float)
    characters = sizes.astype(float)
    digits, capitals, commas, small, uncased = counts[[1, 2, 4, 8, 9]]
    letters = np.maximum(1.0, capitals + small + uncased)
    return {
        "characters": characters,
        "letters": letters,
        "digits": digits / characters,
        "capitals": capitals / letters,
        "uncased": uncased / letters,
        "commas": commas,
        "first_character": classes[ends - sizes].astype(float),
        "last_character": classes[ends - 1].astype(float),
    }


def _block_columns(blocks: Sequence[Block], features: Features) -> Columns:
    """What is known of each block by itself."""
    times = Counter(features.words)
    bold, slanted = _longest_marks(blocks)
    cues = [max(each, key=lambda cue: cue.strength, default=None) if each else None for each in features.cues]
    return {
        "words": features.length,
        "link_share": features.link_share,
        "prose": features.prose,
        "ends_sentence": features.ends_sentence,
        "repeated": features.repeated,
        "times": np.array([times[each] for each in features.words], dtype=float),
        "kind": np.array([KINDS[block.kind] for block in blocks]),
        "level": np.array([block.level or 0 for block in blocks], dtype=float),
        "tag": np.array([TAGS.get(block.tag, 0.0) for block in blocks]),
        "hidden": np.array([block.hidden for block in blocks], dtype=float),
        "marks": np.array([len(block.marks) for block in blocks], dtype=float),
        "bold": bold,
        "slanted": slanted,
        "cue": np.array([cue.strength if cue else 0 for cue in cues], dtype=float),
        "cue_category": np.array([CATEGORIES[cue.category] if cue else 0.0 for cue in cues]),
        "to_reader": features.to_reader,
        "box": np.array([CATEGORIES[box] if box else 0.0 for box in features.boxes]),
    }


def _hint_column(count: int, hints: Sequence[Hint]) -> Column:
    """What the rules say of each block, as a number: the first certain hint, else the first hint; 0 where there is none."""
    column = np.zeros(count)
    for kind in (False, True):  # what is written last stays
        for hint in reversed(hints):
            if hint.certain is kind:
                column[hint.block] = HINTS[hint.says]
    return column


def _longest_marks(blocks: Sequence[Block]) -> tuple[Column, Column]:
    """The share of each block that its longest bold and its longest slanted mark have."""
    bold, slanted = np.zeros(len(blocks)), np.zeros(len(blocks))
    for order, block in enumerate(blocks):
        for mark in block.marks:
            if mark.tag in BOLD or mark.tag in SLANTED:
                column = bold if mark.tag in BOLD else slanted
                column[order] = max(column[order], (mark.end - mark.start) / len(block.text))
    return bold, slanted


def _place_columns(features: Features, good: npt.NDArray[np.bool_]) -> Columns:
    """Where on the page a block stands: from its start, from the headline, among the good paragraphs."""
    count = len(good)
    order = np.arange(count, dtype=float)
    headline = features.topic.headline
    words = sums(np.where(good, features.length, 0.0))
    whole = max(1.0, float(words[-1]))
    behind_headline = np.flatnonzero(good & (order > (-1 if headline is None else headline)))
    start = behind_headline[0] if len(behind_headline) else 0
    stems = np.array([len(each) for each in features.topic.stems], dtype=float)
    return {
        "region": features.in_region,
        "cohesion": features.topic.shared / np.maximum(1.0, stems),
        "shared": features.topic.shared,
        "in_headline": features.topic.in_headline,
        "from_headline": np.full(count, BEFORE_HEADLINE) if headline is None else _distance(order - headline),
        "place": order / count,
        "blocks": np.full(count, float(count)),
        "good_words": np.full(count, words[-1]),
        "good_share": np.full(count, words[-1] / max(1.0, float(features.length.sum()))),
        "good_before": words[:-1] / whole,
        "good_after": 1 - words[1:] / whole,
        "since_good": lines_since(good[None])[0],
        "from_first_good": _distance(order - start),
    }


def _distance(blocks: Column) -> Column:
    """A distance in blocks, within bounds; `np.clip` takes several times as long for as few."""
    return np.maximum(-FAR, np.minimum(blocks, FARTHEST))
