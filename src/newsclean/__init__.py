"""Clean news articles out of HTML pages, or out of text that still holds the page's chrome."""

from newsclean.article import (
    Article,
    BodyBlock,
    Byline,
    Confidence,
    Dateline,
    FrontBlock,
    Image,
    Person,
    Provenance,
    Timestamp,
)
from newsclean.category import Category, Kind, Precision, Role, Source, Zone
from newsclean.document import Block, Container, Document, Mark, PageMeta, Span
from newsclean.options import Options
from newsclean.parts import (
    pull_byline,
    pull_date,
    pull_headline,
    strip,
    strip_chrome,
    strip_donation_banners,
    strip_related_stories,
)
from newsclean.pipeline import Explanation, clean, clean_html, clean_text, explain
from newsclean.schema import ArticleDict
from newsclean.verdict import Hint, Kept, Removed

__all__ = [
    "Article",
    "ArticleDict",
    "Block",
    "BodyBlock",
    "Byline",
    "Category",
    "Confidence",
    "Container",
    "Dateline",
    "Document",
    "Explanation",
    "FrontBlock",
    "Hint",
    "Image",
    "Kept",
    "Kind",
    "Mark",
    "Options",
    "PageMeta",
    "Person",
    "Precision",
    "Provenance",
    "Removed",
    "Role",
    "Source",
    "Span",
    "Timestamp",
    "Zone",
    "clean",
    "clean_html",
    "clean_text",
    "explain",
    "pull_byline",
    "pull_date",
    "pull_headline",
    "strip",
    "strip_chrome",
    "strip_donation_banners",
    "strip_related_stories",
]
