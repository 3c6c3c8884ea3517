"""The summary under the headline."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsclean.category import Kind, Role
from newsclean.document import Block, Document
from newsclean.features import Features
from newsclean.front import front_of, is_chrome, is_paragraph, is_plainly_story, is_story, next_to
from newsclean.lexicon import Lexicon
from newsclean.parse.byline import may_open
from newsclean.parse.dateline import read_dateline
from newsclean.verdict import Hint

STANDFIRST_TOKEN: Final = re.compile(
    r"standfirst|sub-?title|sub-?head(?:line|ing)?\b|\bdek\b|\bdeck\b|article-?_*(?:summary|lead|intro)|story-?_*intro|vorspann|chapo|bajada|"
    r"entradilla|sottotitolo|ingress|strapline|\bdescription\b"
)
FAR: Final = 20  # blocks of chrome that may stand between the summary and the story
LENGTHS: Final = range(6, 81)  # words


def find_standfirst(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The block under the headline that the page marks as its summary, or that its place proves to be no paragraph.

    That is the line between headline and byline, or the paragraph right before the one that the dateline opens, as the dateline
    is where the story begins. A first paragraph with nothing of the kind is body: most stories have no standfirst. On a page
    neither a mark nor the byline below decides: many pages mark the first paragraph so, or print the byline under it.
    """
    headline = features.topic.headline
    if headline is None:
        return
    candidates = [order for order in front_of(features) if order > headline and _words_in(document, features, order) in LENGTHS]
    for order in candidates:
        if is_chrome(features, order) or features.words[order] == features.words[headline]:
            continue
        before = _before_dateline(document, features, order, lexicon)
        signed = before or _above_byline(document, features, order, lexicon)
        because = signed or _marked(document, document.blocks[order])
        if because:
            certain = bool(before or (signed and not document.is_html))
            yield Hint(order, Role.STANDFIRST, certain, "standfirst", because)
            return


def _words_in(document: Document, features: Features, order: int) -> int:
    """The words of a block; of a text two characters make one in scripts without spaces, or a name in Chinese were a summary."""
    return len(features.words[order]) if document.is_html else int(features.length[order])


def _marked(document: Document, block: Block) -> str | None:
    box = document.containers[block.container]
    around = document.containers[box.parent].tokens if box.parent >= 0 else ""
    tokens = [box.tokens, around, *(mark.tokens.lower() for mark in block.marks if mark.end - mark.start > len(block.text) / 2)]
    if any(STANDFIRST_TOKEN.search(each) for each in tokens):
        return "the page marks it as the summary"
    return None


def _before_dateline(document: Document, features: Features, order: int, lexicon: Lexicon) -> str | None:
    following = next_to(features, order)
    if following is None or not is_paragraph(features, order) or not is_plainly_story(features, order):
        return None
    ahead = range(following, min(following + FAR, len(document.blocks)))
    story = next((each for each in ahead if is_plainly_story(features, each)), following)
    if document.blocks[order].kind is Kind.PARAGRAPH and read_dateline(document.blocks[story].text, lexicon):
        return "the dateline opens the story in the next paragraph"
    return None


def _above_byline(document: Document, features: Features, order: int, lexicon: Lexicon) -> str | None:
    if next_to(features, order) is None or document.blocks[order].kind is not Kind.PARAGRAPH:
        return None
    if _follows_headline(features, order) and _is_signed_below(document, features, order, lexicon):
        return "it stands between the headline and the byline"
    return None


def _follows_headline(features: Features, order: int) -> bool:
    """Whether a block comes next to the headline, or shares a word with it and no paragraph of the story stands between."""
    headline = features.topic.headline or 0
    between = range(headline + 1, order)
    if any(is_paragraph(features, each) and is_story(features, each) for each in between):
        return False
    return bool(features.topic.in_headline[order] > 0) or not between


def _is_signed_below(document: Document, features: Features, order: int, lexicon: Lexicon) -> bool:
    """Whether a byline or a date is what comes next; in a text also behind lines that are not of the story.

    A page has boxes to tell those lines by, and a first paragraph with a date somewhere below is the common case there. In a text
    'Recommended Providers' may be a crosshead, so a name has to follow a 'By' there, or stand with its date; and where a date
    stands above, one far below is that of a comment.
    """
    ahead = (each for each in range(order + 1, len(document.blocks)) if not is_chrome(features, each))
    for distance, each in enumerate(islice(ahead, 1 if document.is_html else FAR)):
        if is_paragraph(features, each) and is_story(features, each):
            return False
        if _signs(document, features, each, lexicon):
            above = range((features.topic.headline or 0) + 1, order)
            return distance == 0 or not any(_signs(document, features, line, lexicon) for line in above)
    return False


def _signs(document: Document, features: Features, order: int, lexicon: Lexicon) -> bool:
    """Whether a block is a line of dates or a byline."""
    return features.is_date[order] or _is_byline(document, features, order, lexicon)


def _is_byline(document: Document, features: Features, order: int, lexicon: Lexicon) -> bool:
    """Whether a block reads as a byline, which in a text has to say so."""
    text = document.blocks[order].text
    if not document.is_html and not may_open(text, features.words[order], lexicon):
        return False
    line = features.bylines[text]
    return line is not None and (document.is_html or line.opened)
