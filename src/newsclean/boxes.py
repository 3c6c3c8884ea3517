"""What the boxes of a page hold, by their names: `<aside class="related-posts">` holds related stories."""

from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Category, Kind
from newsclean.document import Document
from newsclean.lexicon import Lexicon

# What is no small letter or digit parts the words of a name; as a table of bytes that takes a third of a pattern's time.
NAME_WORDS: Final = bytes(code if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
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
    comments = Category.COMMENTS
    named: dict[str, Category | None] = {"": None}  # the same few names stand all over a page
    holds: list[Category | None] = []
    elements: list[Category | None] = []
    for box in document.containers:
        names = box.tokens
        if names not in named:
            named[names] = _named(names, lexicon)
        own = named[names]
        element = lexicon.elements.get(box.tag)
        if (own or element) and limit and before[box.last] - before[box.first] > limit:
            is_frame = title is None or box.first <= title < box.last
            own = own if own is comments and not is_frame else None
            element = element if own else None
        parent = box.parent
        holds.append(own or (holds[parent] if parent >= 0 else None))
        elements.append(element or (elements[parent] if parent >= 0 else None))
    return tuple([holds[block.container] or elements[block.container] for block in document.blocks])


def _first_heading(document: Document) -> int | None:
    """Order of the first of the page's highest headings."""
    crosshead = Kind.CROSSHEAD
    headings = [(block.level or 0, block.order) for block in document.blocks if block.kind is crosshead]
    return min(headings)[1] if headings else None


def _named(tokens: str, lexicon: Lexicon) -> Category | None:
    """What a class or id names: of several words the last one, since that is the noun ('sidebar-related').

    Two words may be one name, with or without a hyphen ('author-box', 'authorbox'). Words of the frame ('footer__copyright',
    'cookie-banner') count only where nothing more exact stands.
    """
    words = tokens.encode("utf-8", "surrogatepass").translate(NAME_WORDS).decode().split()
    openers = lexicon.box_openers
    names = [*words, *[first + second for first, second in pairwise(words) if first in openers]]
    if lexicon.boxes.keys().isdisjoint(names):
        return None
    known = [lexicon.boxes[name] for name in names if name in lexicon.boxes]
    exact = [category for category in known if category not in FRAME]
    return (exact or known)[-1]
