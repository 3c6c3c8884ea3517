"""What the model of pages sees of each block besides: the boxes around it, and what is laid out like it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.learned.author_inputs import measure_author_inputs
from newsclean.learned.block_inputs import Columns, find_good, measure_block_inputs, sums, with_neighbours
from newsclean.learned.genre_inputs import measure_genre_inputs
from newsclean.learned.layout import Indices, Layout
from newsclean.learned.lexical_cohesion import PROSE, measure_lexical_cohesion
from newsclean.verdict import Hint

LEVELS: Final = 4  # boxes around a block that are looked at
NEIGHBOURS: Final = {
    "words": (-2, -1, 1),
    "link_share": (1, 2),
    "prose": (1,),
    "box": (-2, -1, 1, 2),
    "cue": (-1,),
    "hint": (-1, 1),
    "author": (-2, -1, 1),
    "lexical": (-1, 1),
    "lexical_afar": (-2, -1, 1, 2),
}


def measure_page_inputs(document: Document, features: Features, hints: Sequence[Hint], layout: Layout) -> Columns:
    """The columns of the model, by name; those of the names around each block come from `score_names`.

    Args:
        document: a page with one block or more.
        features: its features.
        hints: what the rules say of its blocks.
        layout: where its blocks stand.
    """
    good = find_good(document, features)
    return with_neighbours(
        measure_block_inputs(document, features, hints, good)
        | measure_author_inputs(document, features, hints)
        | measure_genre_inputs(document)
        | measure_lexical_cohesion(features.topic.stems, features.prose > PROSE)
        | _box_columns(features, layout, good)
        | _path_columns("tags", layout.by_tags, features, good)
        | _path_columns("names", layout.by_names, features, good),
        NEIGHBOURS,
    )


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
