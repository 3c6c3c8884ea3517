"""Hints and probabilities to one verdict a block. The only place with cut-offs."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from newsclean.category import Category, Role
from newsclean.document import Block, Document
from newsclean.features import Column
from newsclean.makers import quick_maker
from newsclean.verdict import Hint, Kept, Removed

STORY: Final = 0.5
SURE: Final = 0.95  # p(story) from which a mark as the summary takes no block out of the body
SETTLED: Final = 0.7  # p(story) from which a second opinion takes no block out; docs/decisions/0021-the-likeliest-body.md
DOUBT: Final = 0.8  # measured: docs/decisions/0009-one-pass.md has the table
LONE: Final = "it stands where a summary does, but there is no other story"
LOST: Final = 0.5  # of the characters that the score keeps; a second opinion that keeps less has missed the story


def choose(
    document: Document, first: Column, doubt: float, hints: Sequence[Hint], ask: Callable[[Document], Column | None]
) -> Column:
    """The page's better answer: the score's own, or the second one where the score was in doubt and there is a second one.

    What the score has settled stays either way, as the second opinion must not lose a paragraph; it has no say where a rule is
    certain.
    """
    if not document.is_html or doubt <= DOUBT:
        return first
    second = ask(document)
    if second is None:
        return first
    characters = np.array([len(block.text) for block in document.blocks], dtype=float)
    kept, kept_by_second = characters[first >= STORY].sum(), characters[second >= STORY].sum()
    if kept_by_second <= LOST * kept:
        return first
    settled = first >= SETTLED
    settled[[hint.block for hint in hints if hint.certain]] = True
    return np.where(settled, first, second)


def decide(
    document: Document, chances: Column, hints: Sequence[Hint], reasons: Callable[[Sequence[int]], Sequence[str]]
) -> tuple[Kept | Removed, ...]:
    """One verdict a block, in order: the first certain hint that stands, else the probability; then the first hint names it.

    Args:
        document: the input.
        chances: p(story) of each block.
        hints: what the rules say.
        reasons: what spoke most against story in blocks of which no rule says what they are.
    """
    certain: dict[int, Hint] = {}
    names: dict[int, Hint] = {}
    told = chances.tolist()
    for hint in hints:
        (certain if hint.certain else names).setdefault(hint.block, hint)
    unnamed = [order for order, chance in enumerate(told) if chance < STORY and order not in certain and order not in names]
    because = dict(zip(unnamed, reasons(unnamed), strict=True)) if unnamed else {}
    return _with_story(
        [
            _verdict(block, told[order], certain.get(order), names.get(order), because.get(order, ""))
            for order, block in enumerate(document.blocks)
        ]
    )


def _with_story(verdicts: Sequence[Kept | Removed]) -> tuple[Kept | Removed, ...]:
    """The verdicts, less a summary of nothing: a lone paragraph between headline and byline is the story, as of a brief."""
    if any(isinstance(verdict, Kept) and verdict.role is None for verdict in verdicts):
        return tuple(verdicts)
    return tuple(map(_as_story, verdicts))


def _as_story(verdict: Kept | Removed) -> Kept | Removed:
    if isinstance(verdict, Kept) and verdict.role is Role.STANDFIRST and verdict.probability >= STORY:
        return _keep(None, verdict.rule, LONE, verdict.probability)
    return verdict


_keep = quick_maker(Kept)
_remove = quick_maker(Removed)


def _verdict(block: Block, chance: float, certain: Hint | None, name: Hint | None, reason: str) -> Kept | Removed:
    if certain is not None:
        if isinstance(certain.says, Category):
            return _remove(block.text, certain.says, certain.rule, certain.because, block.span)
        return _keep(certain.says, certain.rule, certain.because, chance)
    because = f"p(story) is {chance:.2f}"
    if name is not None and isinstance(name.says, Role) and chance < SURE:
        return _keep(name.says, name.rule, f"{because}; {name.because}", chance)
    if chance >= STORY:
        return _keep(None, "score", because, chance)
    if name is not None and isinstance(name.says, Category):
        return _remove(block.text, name.says, name.rule, f"{because}; {name.because}", block.span)
    return _remove(block.text, Category.OTHER, "score", f"{because}; most against it: {reason}", block.span)
