"""The printed headline."""

from collections.abc import Iterator

from newsclean.category import Role
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint


def find_headline(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The block that the topic took for the headline is the headline."""
    if features.topic.headline is not None:
        source = "the page's metadata" if document.is_html else "the prose that follows"
        yield Hint(features.topic.headline, Role.HEADLINE, True, "headline", f"its words come back in {source}")
