"""What the model of pages sees of who wrote the article.

Around the headline a line with the author's name is the byline; behind the story it opens the box about the author, which has
the wording of a story and often no name of its own: 'Mara Vint is a reporter who covers harbours and ferries.'
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from newsclean.category import Role
from newsclean.document import Document
from newsclean.entities import stated_authors
from newsclean.features import Features
from newsclean.learned.block_inputs import Columns
from newsclean.lexicon import words_of
from newsclean.verdict import Hint

NAME_WORDS: Final = range(2, 6)  # a single word is too often one of the story
MOST: Final = 32  # names that are looked for; real pages have ten, and each is looked for in each block


def measure_author_inputs(document: Document, features: Features, hints: Sequence[Hint]) -> Columns:
    """The columns, by name; 0 where no author is known.

    Args:
        document: a page with one block or more.
        features: its features.
        hints: what the rules say of its blocks; a byline among them names authors.
    """
    names = _author_names(document, features, hints)
    texts = ["".join(words) for words in features.words] if names else [""] * len(features.words)
    opens = np.array([max((len(name) / len(text) for name in names if text.startswith(name)), default=0.0) for text in texts])
    named = np.array([float(any(name in text for name in names)) for text in texts])
    return {"author": named, "author_opens": opens}


def _author_names(document: Document, features: Features, hints: Sequence[Hint]) -> Sequence[str]:
    """The words of each name run together, as the metadata and the printed bylines have it."""
    bylines = (features.bylines[document.blocks[hint.block].text] for hint in hints if hint.says is Role.BYLINE)
    names = [*stated_authors(document.meta), *(person.name for line in bylines if line for person in line.byline.people)]
    words_of_names = map(words_of, dict.fromkeys(names))
    return [*dict.fromkeys("".join(words) for words in words_of_names if len(words) in NAME_WORDS)][:MOST]
