"""The inline elements of a block: from the pieces of text that they hold to marks on what the block says."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from newsclean.document import Mark
from newsclean.makers import quick_maker
from newsclean.read.meta import Attributes

# Inline elements that rules read in any case; of the others those with such an attribute are marked.
MARKED: Final = frozenset("a b cite em i strong time".split())
MARKING: Final = frozenset(("class", "id", "itemprop", "rel"))

Inline = tuple[int, int, str, Attributes]  # an inline element: the pieces of text [first, last) in it, its tag, its attributes

make_mark = quick_maker(Mark)


def read_marks(
    inlines: Sequence[Inline], first_piece: int, pieces: Sequence[str], text: str, *, is_folded: bool
) -> tuple[tuple[Mark, ...], int]:
    """The marks of a block that consists of such pieces, and how many of its characters are in links.

    An inline element is no mark if it holds no text, or if nothing is said of it. One that opens with a space, or after one that
    the piece before it left over, begins behind it: the space is not what it says.
    """
    if len(pieces) == 1:
        lengths: Sequence[int] = (0, len(text))
    else:
        lengths = _folded_lengths(pieces) if is_folded else list(accumulate(map(len, pieces), initial=0))
    marks: list[Mark] = []
    links = 0
    for first, last, tag, attributes in inlines:
        start = lengths[first - first_piece] if first > first_piece else 0
        end = lengths[last - first_piece]
        if is_folded and start < end and text[start] == " ":
            start += 1
        if start >= end:
            continue
        if tag == "a" and len(attributes) == 1 and "href" in attributes:  # most links say no more
            marks.append(make_mark(start, end, tag, attributes["href"]))
            links += end - start
            continue
        get = attributes.get
        tokens = get("class", "").strip()
        if "id" in attributes:
            tokens = f"{get('class', '')} {get('id', '')}".strip()
        rel, itemprop = get("rel", ""), get("itemprop", "")
        if tokens or rel or itemprop or tag in MARKED:
            marks.append(make_mark(start, end, tag, get("href"), rel, itemprop, get("datetime", ""), tokens))
        if tag == "a" and ("href" in attributes or "name" not in attributes):  # not the target of one
            links += end - start
    return tuple(marks), links


def _folded_lengths(pieces: Sequence[str]) -> list[int]:
    """How long the text is before each piece and after the last one, where whitespace is folded across them."""
    lengths = [0]
    length, space = 0, False
    for piece in pieces:
        if not piece or piece.isspace():
            space = True
        else:
            if length and (space or piece[0].isspace()):
                length += 1
            length += len(" ".join(piece.split()))
            space = piece[-1].isspace()
        lengths.append(length)
    return lengths


def without_blank_edges(text: str, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
    """Preformatted text and its marks without the blank lines before it and the whitespace behind it."""
    cut = text.rfind("\n", 0, len(text) - len(text.lstrip())) + 1
    text = text[cut:].rstrip()
    moved = (replace(mark, start=max(0, mark.start - cut), end=min(mark.end - cut, len(text))) for mark in marks)
    return text, tuple(mark for mark in moved if mark.start < mark.end)
