"""What the boxes of a page hold, by their names: `<aside class="related-posts">` holds related stories."""

import re
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Category, Kind
from newsclean.document import Document
from newsclean.lexicon import Lexicon

TOKEN_WORD: Final = re.compile(r"[a-z0-9]+")
FRAME: Final = frozenset({Category.NAVIGATION, Category.OTHER})
DOMINANT: Final = 0.5  # a box with more of the page's prose than this is the page, whatever its class says


def box_categories(document: Document, prose: npt.NDArray[np.float64], lexicon: Lexicon) -> tuple[Category | None, ...]:
    """For each block, what the nearest box around it holds whose name says so, else whose tag does; None if none does.

    Class names of the frame (`<body class="comments-open has-sidebar">`) speak of the page, not of their content: a box with
    more than half of the page's prose says nothing. But there are pages with more comments than story, so a box for comments is
    one all the same unless the page's first heading stands in it.

    Args:
        document: the page.
        prose: how much running text each block is, any unit, not negative.
        lexicon: gives the words.
    """
    before = np.concatenate(([0.0], np.cumsum(prose))).tolist()
    limit = before[-1] * DOMINANT
    title = _first_heading(document)
    named: dict[str, Category | None] = {"": None}  # the same few names stand all over a page
    holds: list[Category | None] = []
    elements: list[Category | None] = []
    for box in document.containers:
        if box.first == box.last:  # holds nothing that could ask
            holds.append(None)
            elements.append(None)
            continue
        if box.tokens not in named:
            named[box.tokens] = _named(box.tokens, lexicon)
        own = named[box.tokens]
        element = lexicon.elements.get(box.tag)
        if (own or element) and limit and before[box.last] - before[box.first] > limit:
            is_frame = title is None or box.first <= title < box.last
            own = own if own is Category.COMMENTS and not is_frame else None
            element = element if own else None
        inherits = box.parent >= 0
        holds.append(own or (holds[box.parent] if inherits else None))
        elements.append(element or (elements[box.parent] if inherits else None))
    return tuple([holds[block.container] or elements[block.container] for block in document.blocks])


def _first_heading(document: Document) -> int | None:
    """Order of the first of the page's highest headings."""
    headings = [(block.level or 0, block.order) for block in document.blocks if block.kind is Kind.CROSSHEAD]
    return min(headings)[1] if headings else None


def _named(tokens: str, lexicon: Lexicon) -> Category | None:
    """What a class or id names: of several words the last one, since that is the noun ('sidebar-related').

    Two words may be one name, with or without a hyphen ('author-box', 'authorbox'). Words of the frame ('footer__copyright',
    'cookie-banner') count only where nothing more exact stands.
    """
    words = TOKEN_WORD.findall(tokens)
    pairs = (before + word for before, word in pairwise(words))
    known = [lexicon.boxes[name] for name in (*words, *pairs) if name in lexicon.boxes]
    exact = [category for category in known if category not in FRAME]
    found = exact or known
    return found[-1] if found else None
