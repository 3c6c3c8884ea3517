"""What the model of pages sees of what a page says it is: news, a posting, an article, a page of a site.

The same block is story in one genre and chrome in another. A posting of a firm ends with 'Call us today', and its lists are
most of what it says; the page of a newspaper has neither in its body.
"""

from collections.abc import Iterable
from typing import Final

import numpy as np

from newsclean.document import Document
from newsclean.entities import types_of
from newsclean.learned.block_inputs import Columns

# Ends of names of schema.org types; the first that any object of the page has. Who describes a news outlet prints news.
GENRES: Final = (
    (("newsarticle", "liveblogposting", "newsmediaorganization"), 3.0),
    (("blogposting",), 2.0),
    (("article",), 1.0),
)
PAGES: Final = ("webpage", "website")
OTHERS: Final = ("faqpage", "howto", "localbusiness", "organization", "product", "recipe")
OBJECTS: Final = {"": 0.0, "website": 1.0, "article": 2.0}  # what Open Graph calls the page
OTHER_OBJECT: Final = 3.0
NO_GENRE: Final = 0.0


def measure_genre_inputs(document: Document) -> Columns:
    """The columns, by name; each has one value for the whole page, 0 where the page says nothing.

    Args:
        document: a page with one block or more.
    """
    types = {each for item in document.meta.json_ld for each in types_of(item)}
    pairs = document.meta.pairs
    values = {
        "genre": next((genre for endings, genre in GENRES if _any_ends(types, endings)), NO_GENRE),
        "genre_page": float(_any_ends(types, PAGES)),
        "genre_other": float(_any_ends(types, OTHERS)),
        "genre_types": float(len(types)),
        "genre_object": OBJECTS.get(next((content.lower() for name, content in pairs if name == "og:type"), ""), OTHER_OBJECT),
        "genre_tagged": float(any(name.startswith("article:") for name, _ in pairs)),
    }
    return {name: np.full(len(document.blocks), value) for name, value in values.items()}


def _any_ends(types: Iterable[str], endings: tuple[str, ...]) -> bool:
    return any(each.endswith(endings) for each in types)
