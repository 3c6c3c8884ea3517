"""The times of the entries of a live page that print their day too: '4 March 2021, 10:02', '2 hours ago'.

A line that is a time of day alone is told while reading. With the day it looks like the date of the article, of a comment or of a
teaser, so it is one of an entry only inside the story of a page that is known to be live.
"""

from dataclasses import replace
from typing import Final

from newsclean.category import Category, Kind, Role
from newsclean.document import Document
from newsclean.features import Column
from newsclean.line_readings import DateLines
from newsclean.verdict import Kept, Removed

LIVE_TYPE: Final = "liveblogposting"
ELSEWHERE: Final = (Category.RELATED, Category.COMMENTS, Category.ADVERTISEMENT)
ENTRIES: Final = 2  # times over the story that make a page live; one alone may be that of the article
LONGEST_TIME: Final = 60  # code points
NEAR: Final = 2  # blocks behind the time in which the text of its entry begins: a heading may stand between

Verdicts = tuple[Kept | Removed, ...]


def tell_updates(document: Document, verdicts: Verdicts, chances: Column, is_date: DateLines) -> tuple[Document, Verdicts]:
    """The page with the times of its entries as what they are, and the verdicts, which keep them; others are as they were.

    Args:
        document: the page.
        verdicts: one a block.
        chances: p(story) of each block.
        is_date: for each block whether it says when, and nothing else.
    """
    if not _is_live(document, verdicts):
        return document, verdicts
    first = next((order for order, verdict in enumerate(verdicts) if _is_story(verdict)), len(verdicts))
    if first and isinstance(verdicts[first - 1], Removed):  # the time of the first entry; the article's own date has its role
        first -= 1
    told = [
        order
        for order in range(first, len(verdicts))
        if _says_when(order, document, is_date) and _is_of_entry(order, document, verdicts)
    ]
    blocks, kept = list(document.blocks), list(verdicts)
    for order in told:
        blocks[order] = replace(blocks[order], kind=Kind.UPDATE, level=None)
        kept[order] = Kept(None, "update", "the time of an entry of a live page", float(chances[order]))
    return replace(document, blocks=tuple(blocks)), tuple(kept)


def _is_live(document: Document, verdicts: Verdicts) -> bool:
    """Whether a page says that it is live, or has times of day alone: one that is kept as story, or two that stand over it.

    One that is not kept may be the article's own, or that of a teaser beside the story.
    """
    if any(LIVE_TYPE in str(item.get("@type")).lower() for item in document.meta.json_ld):
        return True
    times = [block.order for block in document.blocks if block.kind is Kind.UPDATE]
    entries = [order for order in times if _is_of_entry(order, document, verdicts)]
    return len(entries) >= ENTRIES or any(_is_story(verdicts[order]) for order in times)


def _says_when(order: int, document: Document, is_date: DateLines) -> bool:
    """Whether a line is a time of day alone, or one with its day."""
    return document.blocks[order].kind is Kind.UPDATE or is_date[order]


def _is_of_entry(order: int, document: Document, verdicts: Verdicts) -> bool:
    """Whether a line stands over a block of the story, and was not told to be about other texts."""
    block, verdict = document.blocks[order], verdicts[order]
    if block.hidden or len(block.text) > LONGEST_TIME:
        return False
    is_foreign = isinstance(verdict, Removed) and verdict.category in ELSEWHERE
    is_other = isinstance(verdict, Kept) and verdict.role not in (None, Role.TIMESTAMP)
    return not (is_foreign or is_other) and any(map(_is_story, verdicts[order + 1 : order + 1 + NEAR]))


def _is_story(verdict: Kept | Removed) -> bool:
    return isinstance(verdict, Kept) and verdict.role is None
