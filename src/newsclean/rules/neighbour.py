"""Small boxes that one of their lines names."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category
from newsclean.document import Container, Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon, Strength
from newsclean.rules.link_line import ALL_LINK
from newsclean.verdict import Hint

SMALL: Final = 8  # blocks; a larger box holds several things


def name_neighbours(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The lines of a small box are what its cues say: 'Only what is needed' beside 'Accept all'. It moves nothing.

    Cues that disagree say nothing of their neighbours, as in a header with 'Sign in' and 'Subscribe'; a link speaks for itself.
    """
    for order, cues in enumerate(features.cues):
        cue = next((cue for cue in cues if cue.strength >= Strength.STRONG), None)
        box = _small_box(document, features, order) if cue else None
        if cue is None or box is None:
            continue
        for other in range(box.first, box.last):
            if other != order and features.link_share[other] < ALL_LINK:
                yield Hint(other, cue.category, False, "neighbour", f"beside '{cue.phrase}' in one small box")


def _categories(features: Features, box: Container) -> set[Category]:
    """The categories of the strong cues in a box."""
    return {cue.category for cues in features.cues[box.first : box.last] for cue in cues if cue.strength >= Strength.STRONG}


def _small_box(document: Document, features: Features, order: int) -> Container | None:
    """The largest box around a block that is small and whose cues agree; None where even the innermost is not."""
    index, largest = document.blocks[order].container, None
    while index >= 0:
        box = document.containers[index]
        if box.last - box.first > SMALL or len(_categories(features, box)) > 1:
            break
        index, largest = box.parent, box
    return largest if index >= 0 else None
