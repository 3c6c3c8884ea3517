"""Small boxes that one of their lines names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsclean.category import Category
from newsclean.document import Container, Document
from newsclean.features import Features
from newsclean.lexicon import Cue, Lexicon
from newsclean.rules.link_line import ALL_LINK
from newsclean.verdict import Hint

SMALL: Final = 8  # blocks; a larger box holds several things


def name_neighbours(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The lines of a small box are what its cues say: 'Only what is needed' beside 'Accept all'. It only names.

    Cues that disagree say nothing of their neighbours, as in a header with 'Sign in' and 'Subscribe'; a link speaks for itself.
    """
    is_text = (features.link_share < ALL_LINK).tolist()
    strong = {order: cues for order, cues in enumerate(features.strong) if cues}
    for order, (cue, *_) in strong.items():
        box = _small_box(document, strong, order)
        if box is None:
            continue
        because = f"beside '{cue.phrase}' in one small box"
        for other in range(box.first, box.last):
            if other != order and is_text[other]:
                yield Hint(other, cue.category, False, "neighbour", because)


def _categories(strong: Mapping[int, Sequence[Cue]], box: Container) -> set[Category]:
    """The categories of the strong cues in a box."""
    return {cue.category for order in range(box.first, box.last) for cue in strong.get(order, ())}


def _small_box(document: Document, strong: Mapping[int, Sequence[Cue]], order: int) -> Container | None:
    """The largest box around a block that is small and whose cues agree; None where even the innermost is not."""
    index, largest = document.blocks[order].container, None
    while index >= 0:
        box = document.containers[index]
        if box.last - box.first > SMALL or len(_categories(strong, box)) > 1:
            break
        index, largest = box.parent, box
    return largest if index >= 0 else None
