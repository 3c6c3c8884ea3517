"""The rules: one a module, each a plain function from what was read and measured to hints.

The order of RULES is the order in which they are asked: the first certain hint decides a block, the first naming hint names it.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Final

from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.rules import (
    box,
    byline,
    caption,
    copyright_line,
    credit,
    heading,
    headline,
    kicker,
    label,
    link_line,
    menu,
    neighbour,
    opening,
    page_line,
    phrase,
    prompt,
    repeat,
    section,
    separator,
    standfirst,
    thread,
    timestamp,
    update,
)
from newsclean.verdict import Hint

Rule = Callable[[Document, Features, Lexicon], Iterable[Hint]]

RULES: Final[tuple[Rule, ...]] = (
    page_line.find_lines_of_pages,
    headline.find_headline,
    repeat.find_repeats,
    separator.find_separators,
    thread.find_threads,
    credit.find_credits,
    timestamp.find_timestamp_lines,
    byline.find_bylines,
    standfirst.find_standfirst,
    kicker.find_kicker,
    label.find_labels,
    section.find_sections,
    prompt.find_prompts,
    caption.find_captions,
    update.find_updates,
    opening.find_opening_lines,
    heading.find_headings_of_links,
    copyright_line.name_copyright_lines,
    menu.name_menu_lines,
    phrase.name_phrases,
    neighbour.name_neighbours,
    phrase.name_short_lines,
    box.name_boxes,
    link_line.name_link_lines,
    phrase.name_weak_phrases,
    menu.name_menus,
)


def find_hints(document: Document, features: Features, lexicon: Lexicon) -> tuple[Hint, ...]:
    """Ask every rule about the document; the hints come in the order of RULES."""
    return tuple(chain.from_iterable(rule(document, features, lexicon) for rule in RULES))
