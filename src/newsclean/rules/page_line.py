"""The numbers, heads and feet of the pages of a printed text."""

from collections.abc import Iterator

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.paging import find_page_lines
from newsclean.verdict import Hint


def find_lines_of_pages(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """'- 4 -', 'Page 4 of 7' and the name of the review over it lead through the pages of a printed text, which are gone."""
    for order in sorted(find_page_lines(document, features.words, (features.prose > 0.5).tolist())):
        yield Hint(order, Category.NAVIGATION, True, "page_line", "it numbers a page, or stands beside the number on every page")
