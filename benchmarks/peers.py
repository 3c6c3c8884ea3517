"""The tools that are compared: newsclean, the extractors that are installed, and two baselines for text.

Each is one function from a page to an `Output`. Those that do not come with the project are imported by name when they
are first used: they may be missing, and most of them have no types.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import lxml.html
from lxml import etree
from trafilatura import bare_extraction

import newsclean
from folds import unseen_weights
from newsclean.category import Kind
from sets import Page

FIELDS = frozenset({"headline", "authors", "published"})


@dataclass(frozen=True, slots=True)
class Output:
    """What a tool says about a page.

    Attributes:
        text: the body.
        headline: the headline, or None.
        authors: people and organisations together, as the sets list them.
        people: those of them that the tool says are persons; None where it tells no difference.
        published: the day or moment, or None.
        spans: where the body stands in the decoded text; None where the tool does not say.
    """

    text: str = ""
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    spans: tuple[tuple[int, int], ...] | None = None
    people: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool of the comparison.

    Attributes:
        name: the name in the tables.
        package: the module that has to be importable; None for a baseline.
        read: what it makes of a page.
        page_fields: the fields it reads from a page.
        text_fields: the fields it reads from plain text.
        reads_pages: whether it takes HTML.
        reads_texts: whether it takes plain text, or lines wrapped as paragraphs.
    """

    name: str
    package: str | None
    read: Callable[[Page], Output]
    page_fields: frozenset[str] = frozenset()
    text_fields: frozenset[str] = field(default=frozenset(), kw_only=True)
    reads_pages: bool = field(default=True, kw_only=True)
    reads_texts: bool = field(default=True, kw_only=True)

    @property
    def is_installed(self) -> bool:
        """Whether its package can be found."""
        return self.package is None or find_spec(self.package) is not None


def _html_of(page: Page) -> bytes:
    """The page; a text document as a page of paragraphs, one a line: the most that an HTML tool can be given."""
    if not page.is_text:
        return page.read()
    paragraphs = (f"<p>{escape(line)}</p>" for line in _text_of(page).splitlines() if line.strip())
    return f'<!doctype html><meta charset="utf-8"><body>{"".join(paragraphs)}</body>'.encode()


def _text_of(page: Page) -> str:
    return page.read().decode("utf-8-sig")


def _read_newsclean(page: Page) -> Output:
    with unseen_weights(page):
        return read_article(newsclean.clean(page.read(), url=page.truth.get("url")))


def read_article(article: newsclean.Article) -> Output:
    """What newsclean's article says, in the shape of the benchmarks."""
    spans = [block.span for block in article.body if block.kind is not Kind.CAPTION]
    return Output(
        text=article.text,
        headline=article.headline,
        authors=article.authors + (article.byline.organisations if article.byline else ()),
        published=article.published.value if article.published else None,
        spans=None if None in spans else tuple((span.start, span.end) for span in spans if span),
        people=article.authors,
    )


def _read_trafilatura(page: Page, *, precise: bool = False) -> Output:
    found: Any = bare_extraction(
        _html_of(page), url=page.truth.get("url"), with_metadata=True, include_comments=False, favor_precision=precise
    )
    if found is None:
        return Output()
    return Output(found.text or "", found.title, _split(found.author or "", ";"), _parse_day(found.date))


def _read_trafilatura_precise(page: Page) -> Output:
    return _read_trafilatura(page, precise=True)


def _read_readability(page: Page) -> Output:
    document = import_module("readability").Document(_html_of(page), url=page.truth.get("url"))
    headline, author = document.short_title(), document.author()
    return Output(
        text=_write_lines(document.summary()),
        headline=None if headline == "[no-title]" else headline or None,
        authors=() if author == "[no-author]" else (author,),
    )


def _read_newspaper(page: Page) -> Output:
    # newspaper4k takes str; this is how it decodes what it downloads itself.
    _, html = import_module("w3lib.encoding").html_to_unicode(None, _html_of(page), default_encoding="utf-8")
    article = import_module("newspaper").article(page.truth.get("url") or "", input_html=html, fetch_images=False)
    return Output(article.text, article.title or None, tuple(article.authors), article.publish_date)


def _read_resiliparse(page: Page) -> Output:
    html = _html_of(page)
    encoding = import_module("resiliparse.parse.encoding").detect_encoding(html, from_html_meta=True)
    tree = import_module("resiliparse.parse.html").HTMLTree.parse_from_bytes(html, encoding or "utf-8")
    return Output(import_module("resiliparse.extract.html2text").extract_plain_text(tree, main_content=True))


def _read_metadata(page: Page) -> Output:
    """What the page's first JSON-LD article says, and Open Graph where that says nothing: no look at the printed page."""
    tree = lxml.html.document_fromstring(page.read())
    tags = {each.get("property") or each.get("name"): each.get("content") for each in tree.iter("meta")}
    article = next((item for item in _read_json_ld(tree) if "headline" in item or "datePublished" in item), {})
    authors = article.get("author") or tags.get("author") or ()
    written = article.get("datePublished") or tags.get("article:published_time")
    return Output(
        headline=str(article.get("headline") or tags.get("og:title") or "") or None,
        authors=tuple(filter(None, map(_name_of, authors if isinstance(authors, list) else [authors]))),
        published=_parse_moment(written),
    )


def _read_json_ld(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            found = json.loads(script.text or "")
        except ValueError:
            continue
        for item in found if isinstance(found, list) else [found]:
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                yield from (each for each in (graph if isinstance(graph, list) else ()) if isinstance(each, dict))


def _name_of(author: object) -> str | None:
    name = author.get("name") if isinstance(author, dict) else author
    return name if isinstance(name, str) else None


def _parse_moment(written: object) -> date | None:
    try:
        return datetime.fromisoformat(str(written))
    except ValueError:
        return None


def _read_justext(page: Page) -> Output:
    justext = import_module("justext")
    stoplist = _read_stoplist(STOPLISTS.get(page.truth.get("lang") or ""))
    # Without a stoplist jusText asks for these two, which make it look at lengths and links alone.
    options = {} if stoplist else {"stopwords_low": 0, "stopwords_high": 0}
    paragraphs = justext.justext(_html_of(page), stoplist, **options)
    return Output("\n".join(each.text for each in paragraphs if not each.is_boilerplate))


def _read_everything(page: Page) -> Output:
    return Output(_text_of(page))


def _read_c4(page: Page) -> Output:
    return Output("\n".join(line for line in _text_of(page).splitlines() if _is_c4_line(line.strip())))


def _is_c4_line(line: str) -> bool:
    """The line rules of the C4 corpus: a sentence of five words or more that speaks of no script and no policy."""
    folded = line.casefold()
    return (
        line.endswith(C4_ENDS)
        and not line.endswith(("...", "\u2026"))
        and len(line.split()) >= C4_WORDS
        and not any(phrase in folded for phrase in C4_PHRASES)
    )


C4_WORDS = 5
C4_ENDS = tuple(".!?\"'\u201c\u201d\u2019\u00bb\u3002\uff01\uff1f\u300d")
C4_PHRASES = (
    "javascript",
    "terms of use",
    "privacy policy",
    "cookie policy",
    "uses cookies",
    "use of cookies",
    "use cookies",
)

STOPLISTS = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "hi": "Hindi",
    "is": "Icelandic",
    "it": "Italian",
    "ko": "Korean",
    "lt": "Lithuanian",
    "nl": "Dutch",
    "no": "Norwegian_Bokmal",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sw": "Swahili",
    "tr": "Turkish",
    "vi": "Vietnamese",
}
"""jusText's word lists by language. It is told the truth's language, which is a help that the others do not get."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr".split()
)


@cache
def _read_stoplist(name: str | None) -> frozenset[str]:
    return import_module("justext").get_stoplist(name) if name else frozenset()


def _write_lines(html: str) -> str:
    """The text of a piece of HTML, one line a block: without line ends the words of neighbours would run together."""
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    parts = []
    for event, element in etree.iterwalk(lxml.html.document_fromstring(html, parser=parser), events=("start", "end")):
        parts.append("" if element.tag in INLINE else "\n")
        parts.append(re.sub(r"\s+", " ", (element.text if event == "start" else element.tail) or ""))
    lines = (line.strip() for line in "".join(parts).splitlines())
    return "\n".join(line for line in lines if line)


def _split(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _parse_day(text: str | None) -> date | None:
    return datetime.fromisoformat(text).date() if text else None


TOOLS = (
    Tool("newsclean", "newsclean", _read_newsclean, FIELDS, text_fields=FIELDS),
    Tool("trafilatura", "trafilatura", _read_trafilatura, FIELDS),
    Tool("trafilatura-precise", "trafilatura", _read_trafilatura_precise, FIELDS),
    Tool("readability-lxml", "readability", _read_readability, frozenset({"headline", "authors"})),
    Tool("newspaper4k", "newspaper", _read_newspaper, FIELDS),
    Tool("metadata", None, _read_metadata, FIELDS, reads_texts=False),
    Tool("resiliparse", "resiliparse", _read_resiliparse),
    Tool("justext", "justext", _read_justext, reads_pages=False),
    Tool("c4-lines", None, _read_c4, reads_pages=False),
    Tool("everything", None, _read_everything, reads_pages=False),
)
"""All of them, in the order of the tables."""
