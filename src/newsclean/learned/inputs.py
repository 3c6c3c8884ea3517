"""What the model sees of each block of a page: its text, its place, the boxes around it, its neighbours."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Category, Kind, Role
from newsclean.document import Block, Document
from newsclean.features import Column, Features
from newsclean.learned.layout import Indices, Layout
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
LEVELS: Final = 4  # boxes around a block that are looked at
FAR: Final = 60  # blocks; farther away makes no difference
BEFORE_HEADLINE: Final = -100.0  # stands for 'no headline'
NEIGHBOURS: Final = {
    "words": (-2, -1, 1),
    "link_share": (1, 2),
    "prose": (1,),
    "box": (-2, -1, 1, 2),
    "cue": (-1,),
    "hint": (-1, 1),
}
NO_NEIGHBOUR: Final = -1.0


def measure_inputs(document: Document, features: Features, hints: Sequence[Hint], layout: Layout) -> Columns:
    """The columns of the model, by name; those of the names around each block come from `score_names`.

    Args:
        document: a page with one block or more.
        features: its features.
        hints: what the rules say of its blocks.
        layout: where its blocks stand.
    """
    good = find_good(document, features)
    own = _text_columns(document.blocks) | _block_columns(document.blocks, features) | {"hint": _hint_column(len(good), hints)}
    return (
        own
        | _place_columns(features, good)
        | _box_columns(features, layout, good)
        | _path_columns("tags", layout.by_tags, features, good)
        | _path_columns("names", layout.by_names, features, good)
        | {f"{name}{at:+d}": shift(own[name], at) for name, places in NEIGHBOURS.items() for at in places}
    )


def find_good(document: Document, features: Features) -> npt.NDArray[np.bool_]:
    """Which blocks are good paragraphs: sentences of some length with few links in them that readers can see."""
    seen = np.array([not block.hidden for block in document.blocks], dtype=bool)
    long = (features.length >= GOOD_WORDS) & (features.ends_sentence > 0)
    return np.asarray(seen & long & (features.link_share < GOOD_LINKS))


def shift(column: Column, at: int) -> Column:
    """The values of the blocks so many places behind (or before, if negative)."""
    shifted = np.full(len(column), NO_NEIGHBOUR)
    if at > 0:
        shifted[:-at] = column[at:]
    else:
        shifted[-at:] = column[:at]
    return shifted


def sums(column: Column) -> Column:
    """Running sums with a zero before, so that `sums[last] - sums[first]` is the sum of a slice."""
    return np.concatenate(([0.0], np.cumsum(column)))


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
    characters = np.array([len(text) for text in texts], dtype=float)
    starts = np.concatenate(([0], np.cumsum(characters)[:-1])).astype(np.intp)
    ends = starts + characters.astype(np.intp) - 1
    digits, capitals, commas, small, uncased = (
        np.add.reduceat((classes == number).astype(np.int32), starts).astype(float) for number in (1, 2, 4, 8, 9)
    )
    letters = np.maximum(1.0, capitals + small + uncased)
    return {
        "characters": characters,
        "letters": letters,
        "digits": digits / characters,
        "capitals": capitals / letters,
        "uncased": uncased / letters,
        "commas": commas,
        "first_character": classes[starts].astype(float),
        "last_character": classes[ends].astype(float),
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
    last_good = np.maximum.accumulate(np.concatenate(([-FAR], np.where(good, order, -FAR)[:-1])))
    stems = np.array([len(each) for each in features.topic.stems], dtype=float)
    return {
        "region": features.in_region,
        "cohesion": features.topic.shared / np.maximum(1.0, stems),
        "shared": features.topic.shared,
        "in_headline": features.topic.in_headline,
        "from_headline": np.full(count, BEFORE_HEADLINE) if headline is None else np.clip(order - headline, -FAR, 200.0),
        "place": order / count,
        "blocks": np.full(count, float(count)),
        "good_words": np.full(count, words[-1]),
        "good_share": np.full(count, words[-1] / max(1.0, float(features.length.sum()))),
        "good_before": words[:-1] / whole,
        "good_after": 1 - words[1:] / whole,
        "since_good": np.minimum(order - last_good, FAR),
        "from_first_good": np.clip(order - start, -FAR, 200.0),
    }


def _box_columns(features: Features, layout: Layout, good: npt.NDArray[np.bool_]) -> Columns:
    """What the boxes around each block hold, from the smallest that it shares with others outwards."""
    order = np.arange(len(good))
    good_words = sums(np.where(good, features.length, 0.0))
    words, links, count = sums(features.length), sums(features.length * features.link_share), sums(good.astype(float))
    whole = max(1.0, float(good_words[-1]))
    columns: Columns = {
        "depth": layout.depth[layout.own].astype(float),
        "own_size": (layout.last - layout.first)[layout.own].astype(float),
    }
    box = layout.shared
    for level in range(LEVELS):
        first, last = layout.first[box], layout.last[box]
        held, held_good = np.maximum(1.0, words[last] - words[first]), good_words[last] - good_words[first]
        columns |= {
            f"box{level}_good": held_good / held,
            f"box{level}_links": (links[last] - links[first]) / held,
            f"box{level}_share": held_good / whole,
            f"box{level}_size": (last - first).astype(float),
            f"box{level}_paragraphs": count[last] - count[first],
            f"box{level}_place": (order - first) / np.maximum(1, last - first),
            f"box{level}_left": (last - order).astype(float),
        }
        box = layout.wider[box]
    return columns


def _path_columns(name: str, paths: Indices, features: Features, good: npt.NDArray[np.bool_]) -> Columns:
    """What stands at the end of the same path: paragraphs of one story are laid out alike, and so are teasers."""

    def total(values: Column) -> Column:
        return np.asarray(np.bincount(paths, values)[paths])

    count = np.bincount(paths)[paths].astype(float)
    words = np.maximum(1.0, total(features.length))
    whole = max(1.0, float(features.length[good].sum()))
    return {
        f"{name}_count": count,
        f"{name}_good": total(good.astype(float)) / count,
        f"{name}_share": total(np.where(good, features.length, 0.0)) / whole,
        f"{name}_links": total(features.length * features.link_share) / words,
        f"{name}_words": words / count,
    }
