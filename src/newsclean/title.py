"""Which block is the printed title: the one that the page's metadata quotes, or the line that stands where titles do."""

import re
from collections.abc import Sequence
from typing import Final

from newsclean.category import Kind
from newsclean.document import PageMeta
from newsclean.lexicon import words_of
from newsclean.printed_title import MENU_LINE, Lines, find_printed_title

__all__ = ["MENU_LINE", "Lines", "find_title", "page_titles"]

TITLE_TAGS: Final = frozenset({"og:title", "twitter:title", "dc.title", "title"})

SITE_TAGS: Final = frozenset({"og:site_name", "application-name"})
BAR: Final = re.compile(r"\s+[|–—·:»-]+\s+")

TITLE_WORDS: Final = range(3, 41)
LONGEST_HEADING: Final = 60  # words
LIKE_TITLE: Final = 0.45  # likeness from which a block of a page is its title


def page_titles(meta: PageMeta) -> list[list[str]]:
    """The words of what the page's metadata calls it, best source first."""
    found = [value for item in meta.json_ld if isinstance(value := item.get("headline"), str)]
    found += [content for name, content in meta.pairs if name in TITLE_TAGS]
    found += [value for name, value in meta.microdata if name == "headline"]
    return [words_of(title) for title in [*found, meta.title or ""] if title.strip()]


def find_title(lines: Lines, titles: Sequence[frozenset[str]]) -> int | None:
    """Order of the block that is the headline, or None.

    Args:
        lines: the blocks.
        titles: content words of what the metadata calls the page.
    """
    quoted = _quoted_by_metadata(lines, titles)
    return find_printed_title(lines) if quoted is None else quoted


def _quoted_by_metadata(lines: Lines, titles: Sequence[frozenset[str]]) -> int | None:
    """The block that says what the metadata's titles say; a heading before plain text, the h1 before other headings.

    Titles are at times another wording, so most of the words is enough, and a lone h1 needs none.
    """
    best, best_likeness = None, LIKE_TITLE
    sites, crosshead, different = _site_names(lines.document.meta), Kind.CROSSHEAD, set(titles)
    known = frozenset[str]().union(*titles)
    for order, block in enumerate(lines.document.blocks):
        if block.level != 1 and known.isdisjoint(lines.stems[order]):
            continue
        heading, length = block.kind is crosshead, len(lines.words[order])
        if block.hidden or lines.words[order] in sites:
            continue
        if not 1 <= length <= LONGEST_HEADING or not (heading or length in TITLE_WORDS):
            continue
        likeness = max((_likeness(lines.stems[order], title) for title in different), default=0.0)
        likeness += 0.35 * (block.level == 1) + 0.15 * heading - 0.4 * (block.link_characters > len(block.text) / 2)
        if likeness > best_likeness:
            best, best_likeness = order, likeness
    return best


def _site_names(meta: PageMeta) -> set[tuple[str, ...]]:
    """The words of the outlet's names: as the metadata gives them, and the shorter end of a title with a bar or dash in it."""
    names = [content for name, content in meta.pairs if name in SITE_TAGS]
    parts = BAR.split(meta.title or "")
    if len(parts) > 1 and len(parts[-1]) < len(parts[0]):
        names.append(parts[-1])
    return {tuple(words_of(name)) for name in names}


def _likeness(block: frozenset[str], title: frozenset[str]) -> float:
    """How much a block says what a title says, 0 to 1.

    The mean of the share of the words of both that they have in common (Dice) and the share of the block's words that stand in
    the title, since titles carry the site's name.
    """
    shared = len(block & title)
    return shared / (len(block) + len(title)) + shared / (2 * len(block)) if shared else 0.0
