"""Why the model left a block out, in words: what it looked at, by families of columns."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np

from newsclean.learned.trees import Matrix

# The first pattern that a column's name begins with says which family it is of.
FAMILIES: Final = (
    (re.compile(r"names_(?:own|above|sum|lowest|highest)"), "the class names around it"),
    (re.compile(r"box\d_|own_size|depth"), "what else its boxes hold"),
    (re.compile(r"tags_|names_"), "what is laid out like it"),
    (re.compile(r"worth"), "its words"),
    (re.compile(r"(?:story_)?lexical|content_words"), "what it shares with the rest of the text"),
    (re.compile(r"box|cue|hint|to_reader|since_[ch]|until_[ch]|last_cue"), "prompts and boxes beside it"),
    (re.compile(r"genre"), "what the page says it is"),
    (re.compile(r"author"), "whether it names the author"),
    (re.compile(r"chance|story_|(?:since_|until_)story"), "how the lines beside it were taken"),
    (re.compile(r"(?:since_|until_)?date"), "the dates beside it"),
    (re.compile(r"region|place|from_|good_|since_|until_|blocks"), "its place on the page"),
    (re.compile(r"link_share"), "its links"),
    (re.compile(r"cohesion|shared|in_headline"), "what it shares with the headline"),
    (re.compile(r"repeated|times"), "how often the page says it"),
    (re.compile(r"\w+[-+~]|gap|between"), "its neighbours"),
    (re.compile(r"kind|level|tag|hidden|marks|bold|slanted"), "its form"),
    (re.compile(r""), "its wording and length"),
)
NAMED: Final = 2  # families that are told


@cache
def family_of(column: str) -> str:
    """What a column is about. There are a hundred columns, which are the same for each page."""
    return next(family for pattern, family in FAMILIES if pattern.match(column))


def name_reasons(names: Sequence[str], added: Matrix) -> list[str]:
    """For each row the families that spoke most against story, strongest first.

    Args:
        names: the columns.
        added: what each added to each row's logit.
    """
    families: Mapping[str, list[Matrix]] = defaultdict(list)
    for name, column in zip(names, added.T, strict=True):
        families[family_of(name)].append(column)
    told = list(families)
    against = np.array([np.sum(columns, axis=0) for columns in families.values()])
    strongest = np.argsort(against, axis=0, kind="stable")[:NAMED].T
    return [
        " and ".join(told[at] for at in order if against[at, row] < 0) or "no single thing"
        for row, order in enumerate(strongest.tolist())
    ]
