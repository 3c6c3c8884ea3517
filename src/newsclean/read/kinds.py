"""What form a block has: told by the element it stands in, by the names its template gives, or by what it says."""

import re
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from newsclean.category import Kind


class Form(NamedTuple):
    """A kind, with the level of a heading (1 to 6) or the depth of a list item (from 1)."""

    kind: Kind
    level: int | None = None


PARAGRAPH: Final = Form(Kind.PARAGRAPH)
CAPTION: Final = Form(Kind.CAPTION)
UPDATE: Final = Form(Kind.UPDATE)


@cache
def list_item(depth: int) -> Form:
    """A list item in so many lists."""
    return Form(Kind.LIST_ITEM, depth)


# The elements that give their blocks a form; what stands inside them keeps it until another element says otherwise.
FORMS: Final = {f"h{level}": Form(Kind.CROSSHEAD, level) for level in range(1, 7)} | {
    "blockquote": Form(Kind.QUOTE),
    "figcaption": CAPTION,
    "pre": Form(Kind.PREFORMATTED),
}

# The elements that begin anew: an article in a list item is no list item.
FRESH: Final = frozenset("article aside ol section table td ul".split())

# How templates call a caption; a hyphen stands for any joint or none. Names of credits are no captions.
CAPTION_NAMES: Final = (
    "caption fig-caption figure-caption image-caption img-caption media-caption photo-caption cutline image-description "
    "img-desc img-descr img-description photo-desc photo-description photo-sign bildbeschreibung bildtext "
    "bildunterschrift bildunterzeile legende didascalia epigrafe pie-de-foto pie-foto legenda bijschrift "
    "fotobijschrift onderschrift billedtekst bildetekst kuvateksti foto-podpis podpis-zdjecia popisek"
).split()
# Together by first letter: pages have 150 strings of names each, and nearly all of them are looked through in vain.
CAPTION_NAMES_BY_INITIAL: Final = "|".join(
    rf"{initial}(?:{'|'.join(name[1:].replace('-', '[_-]*') for name in names)})"
    for initial, names in groupby(sorted(CAPTION_NAMES), key=itemgetter(0))
)
CAPTION_NAME: Final = re.compile(
    rf"[^a-z](?=[{''.join({name[0] for name in CAPTION_NAMES})}])"
    r"(?<!has[_-])(?<!with[_-])(?<!text[_-])"  # a box that has a caption is none, nor is text in the size of captions
    rf"(?:{CAPTION_NAMES_BY_INITIAL})s?(?:[_-]*(?:text|txt|content|inner|container|wrapper))?(?=\s|$)"
)

LONGEST_TIME: Final = 20  # code points
TIME_OPENERS: Final = frozenset("0123456789k")
HOUR: Final = r"(?:[01]?\d|2[0-4])"
MINUTE: Final = r"[0-5]\d"
TIME_OF_DAY: Final = re.compile(
    rf"""
    (?: {HOUR} (?: [:h]{MINUTE} (?: :{MINUTE} )? | h )      # 15:02, 15:02:33, 14h05, 14h
      | klo?\.? \s {HOUR}[.:]{MINUTE}                       # kl. 15.02
      | {HOUR} (?: \.{MINUTE} )? (?= \s (?:Uhr|uhr|hrs) )   # 15.02 Uhr; without the word it may be any number
      | {HOUR} (?: [.:]{MINUTE} )? (?= \s?[aApP]\.?[mM] )   # 3.15pm
    )
    (?: \s?[aApP]\.?[mM]\.? )?
    (?: \s?hs? | \s(?:Uhr|uhr|hrs) | \s(?:[A-Z]{{1,3}}T|UTC|MSK)(?:[+-]\d{{1,2}})? )?
    | {HOUR}[時时点] (?: {MINUTE}分 )?
    """,
    re.VERBOSE | re.ASCII,
)


def has_caption_name(names: str) -> bool:
    """Whether one of the names of an element, in lower case, is one that templates give to captions."""
    return CAPTION_NAME.search(f" {names}") is not None  # there is a character before each name, then


def is_time_of_day(text: str) -> bool:
    """Whether a text is a time of day and nothing else: '15:02', '3.15pm', '14h05', '15:02 CET'."""
    return text[0] in TIME_OPENERS and len(text) <= LONGEST_TIME and TIME_OF_DAY.fullmatch(text) is not None
