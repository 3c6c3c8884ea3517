"""A text as a web page, in the shapes that web pages have.

The words, their order and what they mean to a reader stay the same, whatever the shape; only menus and footers are
added, and the rendered page says which. The markup is what sites really send: attributes in any order, tags in
capitals, paragraphs that nobody closed, tables that only lay out the page.
"""

import html
import json
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import groupby
from typing import Final

from newsclean.category import Role
from seed_documents import Essence, Part

OUTLET: Final = "The Tidewater Gazette"

MENU: Final = ("Home", "World", "Politics", "Sport", "Weather")
FOOTER: Final = ("Terms of use", "Privacy policy", "© 2024 The Tidewater Gazette. All rights reserved.")
SIDEBAR: Final = ("Most read", "Harbour ferry returns after winter repairs", "Council votes to keep the night bus")

VOID: Final = frozenset({"meta", "br", "img", "link"})
CLOSED_BY_PARSERS: Final = frozenset({"p", "li", "td", "tr"})


class Scaffold(Enum):
    """What the blocks of a page stand in."""

    ARTICLE = "paragraphs in an article"
    DIVS = "divs in divs"
    NESTED = "a wrapper around each block"
    BREAKS = "one div, line breaks between the blocks"
    TABLE = "a table that lays out the page"


class Furniture(Enum):
    """What a site puts around an article."""

    MENU = "menu"
    FOOTER = "footer"
    SIDEBAR = "sidebar"
    SCRIPTS = "scripts, styles and comments"


class Metadata(Enum):
    """What a page says of itself to machines."""

    JSON_LD = "JSON-LD"
    OPEN_GRAPH = "Open Graph"
    META_NAMES = "meta names"
    TITLE = "title with the outlet's name"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a page is built.

    Attributes:
        scaffold: what the blocks stand in.
        furniture: what stands around the article.
        metadata: what the page says to machines.
        headline_tag: the element of the headline.
        names: whether class names tell what the elements are.
        header: whether the front stands in a header.
        chrome_box: the element around each section of chrome; empty for none.
        links: whether a word of each paragraph is a link and another one emphasised.
        wrap: whether the lines of the source are wrapped, as editors do.
        reverse_attributes: whether attributes stand in the other order.
        upper_case: whether tags are in capitals.
        unclosed: whether end tags that parsers add are left out.
        entities: whether what is not ASCII is written as a character reference.
    """

    scaffold: Scaffold = Scaffold.ARTICLE
    furniture: frozenset[Furniture] = frozenset()
    metadata: frozenset[Metadata] = frozenset()
    headline_tag: str = "h1"
    names: bool = True
    header: bool = False
    chrome_box: str = ""
    links: bool = False
    wrap: bool = False
    reverse_attributes: bool = False
    upper_case: bool = False
    unclosed: bool = False
    entities: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered page.

    Attributes:
        html: its source.
        added: the blocks that the text did not have.
    """

    html: str
    added: tuple[str, ...]


class Declaration(Enum):
    """How a page says which encoding it is in."""

    META = '<meta charset="{}">'
    HTTP_EQUIV = "<meta http-equiv='Content-Type' content='text/html; charset={}'>"
    XML = '<?xml version="1.0" encoding="{}"?>'


def encoded(source: str, encoding: str, declaration: Declaration) -> bytes:
    """A page in an encoding that it declares; what the encoding lacks is written as a character reference."""
    declared = declaration.value.format(encoding)
    at_top = declaration is Declaration.XML
    source = f"{declared}\n{source}" if at_top else source.replace("<head>", f"<head>\n{declared}", 1)
    return source.encode(encoding, "xmlcharrefreplace")


def render(parts: Sequence[Part], truth: Essence, shape: Shape) -> Page:
    """Write a document as a page of this shape.

    Args:
        parts: all of the document, in order.
        truth: what the metadata may say.
        shape: how the page is built.
    """
    writer = _Writer(shape)
    above, below, added = writer.furniture()
    main = writer.scaffolded(parts)
    body = writer.table(above, main, below) if shape.scaffold is Scaffold.TABLE else f"{above}\n{main}\n{below}"
    source = f"<!DOCTYPE html>\n<html>\n<head>\n{writer.metadata(truth)}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    if shape.entities:
        source = source.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return Page(source, added)


class _Writer:
    """Writes the elements of one page."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def element(self, tag: str, attributes: dict[str, str] | None = None, inner: str = "") -> str:
        """One element; `inner` is markup."""
        pairs = list((attributes or {}).items())
        if self.shape.reverse_attributes:
            pairs.reverse()
        written = tag.upper() if self.shape.upper_case else tag
        opened = " ".join([written, *(f'{name}="{html.escape(value)}"' for name, value in pairs)])
        closed = tag in VOID or (self.shape.unclosed and tag in CLOSED_BY_PARSERS)
        return f"<{opened}>{inner}" + ("" if closed else f"</{written}>")

    def words(self, text: str) -> str:
        """The text of a block as markup."""
        written = html.escape(text, quote=False)
        words = written.split(" ")
        if self.shape.links and len(words) > 12:
            words[3] = self.element("a", {"href": "/topics/letters", "class": "inline"}, words[3])
            words[8] = self.element("em", None, words[8])
            written = " ".join(words)
        if self.shape.wrap:
            written = "\n    ".join(textwrap.wrap(written, 60, break_long_words=False, break_on_hyphens=False))
        return written

    def named(self, name: str) -> dict[str, str]:
        """The attributes of a block: its name where class names tell, else what a style compiler writes."""
        return {"class": name, "data-part": name} if self.shape.names else {"class": f"c-{len(name)}x", "data-v": "1"}

    def block(self, part: Part, line: str) -> str:
        """One line as an element, by what it is."""
        plain = "div" if self.shape.scaffold is Scaffold.DIVS else "p"
        tag = self.shape.headline_tag if part.role is Role.HEADLINE else plain
        attributes = self.named(part.role.value) if part.role else self.named("text") if plain == "div" else None
        return self.element(tag, attributes, self.words(line))

    def section(self, part: Part) -> str:
        """One part of the document: its blocks, in a box if it is chrome and the page has boxes."""
        blocks = "\n".join(self.block(part, line) for line in part.lines)
        if self.shape.chrome_box and part.categories:
            blocks = self.element(self.shape.chrome_box, self.named("box"), f"\n{blocks}\n")
        if self.shape.scaffold is Scaffold.NESTED:
            return self.element("div", {"class": "row"}, self.element("div", {"class": "column", "id": "c"}, blocks))
        return blocks

    def sections(self, parts: Sequence[Part]) -> str:
        """All parts, the front in a header if the page has one."""
        written: list[str] = []
        for front, group in groupby(parts, key=lambda part: part.role not in (None, Role.CREDIT)):
            inner = "\n".join(self.section(part) for part in group)
            written.append(self.element("header", None, f"\n{inner}\n") if front and self.shape.header else inner)
        return "\n".join(written)

    def scaffolded(self, parts: Sequence[Part]) -> str:
        """The document itself."""
        match self.shape.scaffold:
            case Scaffold.BREAKS:
                return self._broken_lines(parts)
            case Scaffold.ARTICLE | Scaffold.NESTED:
                return self.element("article", {"class": "story", "id": "main"}, f"\n{self.sections(parts)}\n")
            case Scaffold.DIVS | Scaffold.TABLE:
                inner = self.element("div", {"class": "inner"}, f"\n{self.sections(parts)}\n")
                return self.element("div", {"id": "content", "class": "page"}, inner)

    def _broken_lines(self, parts: Sequence[Part]) -> str:
        """Blocks that only line breaks divide; the headline keeps its element."""
        pieces: list[str] = []
        for part in parts:
            if part.role is Role.HEADLINE:
                pieces.append(self.section(part))
            else:
                pieces += [self.words(line) + self.element("br") * 2 for line in part.lines]
        return self.element("div", {"class": "content"}, "\n" + "\n".join(pieces) + "\n")

    def table(self, above: str, main: str, below: str) -> str:
        """The page as a table that lays it out: the menu on the left, the story in the middle."""
        look = {"width": "100%", "border": "0", "cellspacing": "0"}
        cells = [self.element("td", {"valign": "top", "width": "160"}, above)] if above else []
        cells.append(self.element("td", {"valign": "top"}, main))
        rows = [self.element("tr", None, "".join(cells))]
        if below:
            rows.append(self.element("tr", None, self.element("td", {"colspan": "2"}, below)))
        return self.element("table", look, "\n" + "\n".join(rows) + "\n")

    def furniture(self) -> tuple[str, str, tuple[str, ...]]:
        """What stands above and below the document, and the blocks that it adds."""
        wanted = self.shape.furniture
        above: list[str] = []
        below: list[str] = []
        added: list[str] = []
        if Furniture.SCRIPTS in wanted:
            above.append("<script>var story = '<p>This is no paragraph of the page.</p>';</script><!-- nor is this -->")
            below.append("<style>.story { color: black }</style><noscript><img src='/count.gif' alt=''></noscript>")
        if Furniture.MENU in wanted:
            above.append(self._list("nav", {"class": "menu", "role": "navigation"}, MENU))
            added += MENU
        if Furniture.SIDEBAR in wanted:
            below.append(self._list("aside", {"class": "sidebar", "id": "most-read"}, SIDEBAR))
            added += SIDEBAR
        if Furniture.FOOTER in wanted:
            below.append(self._list("footer", {"class": "site-footer", "role": "contentinfo"}, FOOTER))
            added += FOOTER
        return "\n".join(above), "\n".join(below), tuple(added)

    def _list(self, tag: str, attributes: dict[str, str], lines: Iterable[str]) -> str:
        items = [
            self.element("li", None, self.element("a", {"href": "/somewhere", "class": "item"}, html.escape(line)))
            for line in lines
        ]
        return self.element(tag, attributes, self.element("ul", None, "".join(items)))

    def metadata(self, truth: Essence) -> str:
        """What the page says to machines; nothing that the document does not say."""
        wanted = self.shape.metadata
        lines: list[str] = []
        if Metadata.TITLE in wanted:
            lines.append(self.element("title", None, html.escape(f"{truth.headline} | {OUTLET}", quote=False)))
        if Metadata.OPEN_GRAPH in wanted:
            pairs = [
                ("og:type", "article"),
                ("og:title", truth.headline),
                ("og:description", truth.standfirst),
                ("og:site_name", OUTLET),
            ]
            lines += [self.element("meta", {"property": name, "content": value}) for name, value in pairs if value]
        if Metadata.META_NAMES in wanted:
            author = ", ".join(truth.people + truth.organisations)
            names = [("author", author), ("description", truth.standfirst), ("viewport", "width=device-width")]
            lines += [self.element("meta", {"name": name, "content": value}) for name, value in names if value]
        if Metadata.JSON_LD in wanted:
            data = json.dumps(_json_ld(truth)).replace("</", "<\\/")
            lines.append(self.element("script", {"type": "application/ld+json"}, data))
        return "\n".join(lines)


def _json_ld(truth: Essence) -> dict[str, object]:
    authors = [{"@type": "Person", "name": name} for name in truth.people]
    authors += [{"@type": "Organization", "name": name} for name in truth.organisations]
    values: dict[str, object] = {
        "headline": truth.headline,
        "description": truth.standfirst,
        "author": authors,
        "datePublished": _to_the_minute(truth.published),
        "dateModified": _to_the_minute(truth.modified),
    }
    known = {key: value for key, value in values.items() if value}
    publisher = {"@type": "NewsMediaOrganization", "name": OUTLET}
    return {"@context": "https://schema.org", "@type": "NewsArticle", "publisher": publisher, **known}


def _to_the_minute(moment: str | None) -> str | None:
    """The time of an `Essence` as exactly as it was printed, in ISO 8601."""
    if moment is None:
        return None
    value = moment.partition(",")[0]
    return datetime.fromisoformat(value).isoformat(timespec="minutes") if "T" in value else value
