"""Text cut into lines of one width: which of its lines go on in the next."""

import re
from collections.abc import Sequence
from typing import Final

WIDEST: Final = 100  # code points; longer lines are paragraphs
FEWEST: Final = 4  # cuts that prove a width
CUT: Final = 0.6  # of the lines with another right below; menus and headings stand among the paragraphs
INSIDE: Final = 0.4  # of the cuts, before a small letter: in German every third word has a capital
NARROWEST: Final = 40  # code points; the lines of a poem or of a menu may be of one length by chance
WITHOUT_SPACES: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def find_cuts(lines: Sequence[str], below: Sequence[bool]) -> list[bool]:
    """Whether each line goes on in the next one: its first word would not have fitted any more.

    That is how mail programs and typewriters cut a paragraph. A list, a poem or a menu has lines that end early or open with a
    capital or a number, and the text of a page has lines of any length; in such a text no line goes on.

    Args:
        lines: as printed.
        below: whether each line stands right below the one before, without a blank line between.
    """
    width = max(map(len, lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return [False] * len(lines)
    cuts = [
        is_below and len(line) + 1 + len(_first_word(following)) > width
        for line, following, is_below in zip(lines, lines[1:], below[1:], strict=False)
    ]
    inside = sum(is_cut and _is_inside(following) for is_cut, following in zip(cuts, lines[1:], strict=True))
    if sum(cuts) < max(FEWEST, CUT * sum(below[1:])) or inside < INSIDE * sum(cuts):
        return [False] * len(lines)
    return [*cuts, False]


def _first_word(line: str) -> str:
    """What would have gone to the line above: a word, or a character in scripts without spaces."""
    return line[:1] if WITHOUT_SPACES.match(line) else line.partition(" ")[0]


def _is_inside(line: str) -> bool:
    """Whether a line opens as the inside of a sentence does: with a small letter, or a letter that has no case."""
    return line[:1].isalpha() and not line[:1].isupper()
