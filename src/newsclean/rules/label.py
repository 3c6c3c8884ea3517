"""Lines that a label opens: 'READ MORE: ...', 'Tags: ...'."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon, words_of
from newsclean.verdict import Hint

LABEL_LENGTH: Final = 40  # code points before the colon
LONGEST: Final = 30  # words; more is a paragraph that happens to open with a word and a colon
# What stands in brackets or before a colon, with something behind it; a quotation has no label.
LABEL: Final = re.compile(r"[【［\[](?P<bracketed>[^】］\]]+)[】］\]]\s*\S|(?![\"“„«‘'「『])(?P<plain>[^:：]*)[:：]\s*\S")
# Of lines of texts with such a label the gold bodies have: navigation 34 of 104, newsletter 3 of 10, share 5 of 45.
# Related ones are 'READ MORE' lines inside the story, which are chrome by our convention.
CERTAIN: Final = frozenset({Category.RELATED})
CERTAIN_ON_PAGES: Final = frozenset({Category.RELATED, Category.NEWSLETTER})


def find_labels(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A short line that opens with a whole cue phrase and a colon, on a page with one in brackets too.

    'Related: How the bridge was built' and '【関連記事】橋の歴史' are links to other stories. 'Advertising: what the city plans'
    may be a crosshead, so only labels that crossheads don't begin with are certain. The model of texts has learned without labels
    in brackets.
    """
    for order in np.flatnonzero(features.length <= LONGEST).tolist():
        opening = document.blocks[order].text[: LABEL_LENGTH + 1]
        found = LABEL.match(opening)
        if found is None or order == features.topic.headline or (found["bracketed"] and not document.is_html):
            continue
        label = found["bracketed"] or found["plain"]
        cue = lexicon.whole_cue(tuple(words_of(label)))
        if cue is not None:
            certain = cue.category in (CERTAIN_ON_PAGES if document.is_html else CERTAIN)
            yield Hint(order, cue.category, certain, "label", f"it opens with the label '{cue.phrase}'")
