"""Hints and probabilities to one verdict a block. The only place with cut-offs."""

from collections.abc import Callable, Sequence
from typing import Final

from newsclean.category import Category
from newsclean.document import Block, Document
from newsclean.features import Column
from newsclean.verdict import Hint, Kept, Removed

STORY: Final = 0.5
DOUBT: Final = 0.4  # measured: docs/decisions/0002-second-opinion.md has the table


def choose(document: Document, first: Column, doubt: float, ask: Callable[[Document], Column | None]) -> Column:
    """The page's better answer: the score's own, or the second one where the score was in doubt and there is a second one."""
    if not document.is_html or doubt <= DOUBT:
        return first
    second = ask(document)
    return first if second is None else second


def decide(document: Document, probabilities: Column, hints: Sequence[Hint]) -> tuple[Kept | Removed, ...]:
    """One verdict a block, in order: the first certain hint, else the probability; then the first naming hint names it."""
    certain: dict[int, Hint] = {}
    names: dict[int, Hint] = {}
    for hint in hints:
        (certain if hint.certain else names).setdefault(hint.block, hint)
    return tuple(
        _verdict(block, float(probabilities[block.order]), certain.get(block.order), names.get(block.order))
        for block in document.blocks
    )


def _verdict(block: Block, probability: float, certain: Hint | None, name: Hint | None) -> Kept | Removed:
    if certain is not None:
        if isinstance(certain.says, Category):
            return Removed(block.text, certain.says, certain.rule, certain.because, block.span)
        return Kept(certain.says, certain.rule, certain.because, probability)
    if probability >= STORY:
        return Kept(None, "score", f"p(story) is {probability:.2f}", probability)
    category = name.says if name is not None and isinstance(name.says, Category) else Category.OTHER
    because = f"p(story) is {probability:.2f}" + (f"; {name.because}" if name is not None else "")
    return Removed(block.text, category, name.rule if name is not None else "score", because, block.span)
