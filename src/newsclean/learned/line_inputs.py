"""What the model of texts sees of each line besides: the lines around it, near and far."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.learned.block_inputs import (
    Columns,
    find_good,
    lines_since,
    means_around,
    measure_block_inputs,
    with_neighbours,
)
from newsclean.learned.lexical_cohesion import PROSE, measure_lexical_cohesion
from newsclean.lexicon import Strength
from newsclean.verdict import Hint

WINDOWS: Final = (2, 5, 12)  # lines to each side
SHORT: Final = 8.0  # words; a menu has no longer lines, a story has few that are shorter
LONG: Final = 60.0  # words; more make a line no longer
LONGEST_DATE: Final = 60  # code points
OF_PAGES: Final = frozenset({"tag", "hidden", "marks", "bold", "slanted", "link_share", "box"})
NEIGHBOURS: Final = {
    "words": (-3, -2, -1, 1, 2, 3),
    "prose": (-2, -1, 1, 2),
    "ends_sentence": (-2, -1, 1, 2),
    "cue": (-2, -1, 1),
    "cue_category": (-1,),
    "hint": (-2, -1, 1, 2),
    "kind": (-1, 1),
    "cohesion": (-2, -1, 1, 2),
    "to_reader": (-1, 1),
    "last_character": (-1,),
    "first_character": (1,),
    "gap": (1,),
    "date": (-2, -1, 1, 2),
    "lexical": (-2, -1, 1, 2),
    "lexical_afar": (-2, -1, 1, 2),
    "lexical_rare_more": (-2, -1, 1, 2),
}


def measure_line_inputs(document: Document, features: Features, hints: Sequence[Hint]) -> Columns:
    """The columns of the model, by name.

    Args:
        document: a text with one line or more.
        features: its features.
        hints: what the rules say of its lines.
    """
    good = find_good(document, features)
    own = measure_block_inputs(document, features, hints, good)
    own = {name: column for name, column in own.items() if name not in OF_PAGES}
    own |= {
        "date": _date_column(document, features),
        "content_words": np.array(list(map(len, features.topic.stems)), dtype=float),
    }
    own |= measure_lexical_cohesion(features.topic.stems, features.prose > PROSE)
    gap = np.array([block.gap for block in document.blocks], dtype=float)
    return with_neighbours(
        own
        | {"gap": gap, "gaps": np.full(len(gap), gap.mean()), "between": features.between_prose}
        | _distance_columns(own, good)
        | _window_columns(own, features, good),
        NEIGHBOURS,
    )


def _date_column(document: Document, features: Features) -> Column:
    """Which lines say when, and nothing else: a list of other stories has one under each title."""
    return np.array(
        [
            float(len(block.text) <= LONGEST_DATE and any(map(str.isdigit, block.text)) and features.is_date[block.order])
            for block in document.blocks
        ]
    )


def _distance_columns(own: Columns, good: npt.NDArray[np.bool_]) -> Columns:
    """How far away the next prompt is, and what rules have named: a heading opens a section, and a story ends one."""
    is_cue, is_hint, is_date = own["cue"] >= Strength.STRONG, own["hint"] > 0, own["date"] > 0
    before = np.maximum.accumulate(np.where(is_cue, np.arange(len(good)), -1))
    last = np.concatenate(([-1], before[:-1]))
    since_cue, since_hint, since_date = lines_since(np.array([is_cue, is_hint, is_date]))
    until_good, until_cue, until_hint, until_date = lines_since(np.array([good, is_cue, is_hint, is_date])[:, ::-1])[:, ::-1]
    return {
        "until_good": until_good,
        "since_cue": since_cue,
        "until_cue": until_cue,
        "since_hint": since_hint,
        "until_hint": until_hint,
        "since_date": since_date,
        "until_date": until_date,
        "last_cue": np.where(last >= 0, own["cue_category"][last], 0.0),
    }


def _window_columns(own: Columns, features: Features, good: npt.NDArray[np.bool_]) -> Columns:
    """Means over the lines around: of a paragraph among menus, of a menu among paragraphs."""
    return means_around(
        {
            "good": good.astype(float),
            "short": (features.length < SHORT).astype(float),
            "ends": features.ends_sentence,
            "to_reader": own["to_reader"],
            "cohesion": own["cohesion"],
            "date": own["date"],
            "lexical_afar": own["lexical_afar"],
            "words": np.minimum(features.length, LONG),
        },
        WINDOWS,
    )
