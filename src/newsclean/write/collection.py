"""One article or several in one file, in each of the formats."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsclean.schema import ArticleDict
from newsclean.write.html import DOCTYPE, write_html, write_html_fragment
from newsclean.write.json import write_json
from newsclean.write.markdown import escape, write_markdown
from newsclean.write.schema_org import write_schema_org
from newsclean.write.tei import DECLARATION, NAMESPACE, write_tei, write_tei_corpus_header, write_tei_fragment
from newsclean.write.text import write_text

Writer = Callable[[str, ArticleDict], str]


class Format(StrEnum):
    """How articles are written out."""

    TEXT = "text"
    """Headline and story."""
    MARKDOWN = "markdown"
    """Fields and story with their marks."""
    JSON = "json"
    """All that is known, with everything that was left out; one object a line."""
    HTML = "html"
    """A small page."""
    TEI = "tei"
    """TEI P5, for corpora."""
    SCHEMA_ORG = "schema-org"
    """JSON-LD of a NewsArticle; one object a line."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a format writes one article and how it writes several.

    Attributes:
        alone: an article that is the whole file, of a file's name and the article.
        among: one article of several.
        opening: what stands before several.
        between: what stands between two of several.
        closing: what stands after several.
    """

    alone: Writer
    among: Writer
    opening: str = ""
    between: str = ""
    closing: str = ""


def _json_line(file: str, article: ArticleDict) -> str:
    return write_json({"file": file, **article}) + "\n"


def _schema_org_line(_file: str, article: ArticleDict) -> str:
    return write_json(write_schema_org(article)) + "\n"


_SHAPES: Final = {
    Format.TEXT: _Shape(
        alone=lambda _, article: write_text(article),
        among=lambda file, article: f"==> {file} <==\n{write_text(article)}",
        between="\n",
    ),
    Format.MARKDOWN: _Shape(
        alone=lambda _, article: write_markdown(article),
        among=lambda file, article: f"File: {escape(file)}\n\n{write_markdown(article)}",
        between="\n---\n\n",
    ),
    Format.JSON: _Shape(alone=_json_line, among=_json_line),
    Format.HTML: _Shape(
        alone=lambda _, article: write_html(article),
        among=lambda file, article: write_html_fragment(article, file),
        opening=f'{DOCTYPE}<html>\n<head>\n<meta charset="utf-8">\n<title>Articles</title>\n</head>\n<body>\n',
        closing="</body>\n</html>\n",
    ),
    Format.TEI: _Shape(
        alone=lambda _, article: write_tei(article),
        among=lambda file, article: write_tei_fragment(article, file),
        opening=f'{DECLARATION}<teiCorpus xmlns="{NAMESPACE}">\n{write_tei_corpus_header()}',
        closing="</teiCorpus>\n",
    ),
    Format.SCHEMA_ORG: _Shape(alone=_schema_org_line, among=_schema_org_line),
}


def write_collection(form: Format, articles: Iterable[tuple[str, ArticleDict]], *, several: bool) -> Iterator[str]:
    """The pieces of a file, each as soon as its article is there, so that a large folder needs no memory.

    Args:
        form: the format.
        articles: pairs of a file's name and its article.
        several: whether there may be more than one; it cannot be seen from the first.
    """
    shape = _SHAPES[form]
    if not several:
        yield from (shape.alone(file, article) for file, article in articles)
        return
    yield shape.opening
    for at, (file, article) in enumerate(articles):
        yield (shape.between if at else "") + shape.among(file, article)
    yield shape.closing
