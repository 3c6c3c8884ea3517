"""HTML to blocks, in one walk. The only module that sees a DOM.

What is no block: comments, `script`, `style`, `template`, `svg`, `iframe` and their like, and `noscript`, whose text readers with
a modern browser never see and which repeats lazy images. All other text becomes a block, hidden text too (it is marked): some
pages hide the story until a script shows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from newsclean.category import Kind
from newsclean.document import Block, Container, Document, Mark, PageMeta
from newsclean.read.meta import read_json_ld

SKIPPED: Final = frozenset(
    "script style template noscript svg math iframe object embed canvas head title audio video map datalist noframes frameset "
    "applet picture progress meter".split()
)
INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr area param source track amp-img o:p".split()
)
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
# Inline elements that carry something that rules read; of the others only those with a class, `itemprop` or `rel` are marked.
MARKED: Final = frozenset("a time b strong em i cite".split())
HIDING_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CAPTION_TOKEN: Final = re.compile(r"(?:^|[\s_-])(?:wp-)?(?:fig(?:ure)?-?)?caption(?:s|-text|_text|__text|text)?(?:$|\s)", re.IGNORECASE)
MICRODATA: Final = frozenset(
    "headline name author creator datepublished datemodified datecreated publisher articlesection keywords image url inlanguage".split()
)

CELL_LIMIT: Final = 200  # code points; a longer cell is running text, so the table is layout


def read_html(text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Read a page. Broken markup is read as browsers read it; an input without any element gives a document without blocks."""
    root = _parse(text)
    if root is None:
        return Document((), (Container(-1, "html", "", 0, 0),), is_html=True, source=text, warnings=warnings)
    walk = _Walk()
    walk.through(root)
    blocks = tuple(walk.blocks)
    return Document(blocks, tuple(walk.containers), _page_meta(root), is_html=True, source=text, warnings=warnings)


def _parse(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        # libxml2 ends a document at a NUL; browsers show U+FFFD.
        return etree.fromstring(text.replace("\0", "\ufffd").encode("utf-8"), parser)
    except etree.XMLSyntaxError:  # no element at all: an empty input, or one that holds comments only
        return None


@dataclass(slots=True)
class _Table:
    """A table while it is walked: it turns out to be data or layout only at its end."""

    first_block: int
    container: int
    rows: list[list[str]] = field(default_factory=list)
    cell_start: int = 0
    is_layout: bool = False


@dataclass(slots=True)
class _OpenMark:
    """An inline element that is not closed yet; one that spans several blocks gives a mark in each."""

    start: int
    tag: str
    href: str | None
    rel: str
    itemprop: str
    datetime: str
    tokens: str


class _Walk:
    """One pass over the tree, with an explicit stack, since pages nest deeper than Python's."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self._box = -1
        self._pieces: list[str] = []
        self._length = 0
        self._space = False
        self._marks: list[Mark] = []
        self._open_marks: list[_OpenMark] = []
        self._forms: list[tuple[Kind, int | None]] = [(Kind.PARAGRAPH, None)]
        self._lists = 0
        self._pre = 0
        self._hidden = 0
        self._tables: list[_Table] = []

    def through(self, root: etree._Element) -> None:
        """Walk the tree; afterwards `blocks` and `containers` are complete."""
        self._enter(root)
        path: list[tuple[etree._Element, Iterator[etree._Element]]] = [(root, iter(root))]
        while path:
            element, children = path[-1]
            child = next(children, None)
            if child is None:
                path.pop()
                self._leave(element)
                self._add(element.tail if path else None)
            elif self._enter(child):
                path.append((child, iter(child)))
            else:
                self._add(child.tail)

    def _enter(self, element: etree._Element) -> bool:
        """Open an element; False if there is nothing to see in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            return False
        if tag in INLINE:
            self._open_inline(element, tag)
        elif tag == "br":
            self._end_block()
            return False
        else:
            self._end_block()
            self._open_box(element, tag)
        self._hidden += _is_hidden(element)
        self._add(element.text)
        return True

    def _leave(self, element: etree._Element) -> None:
        tag = element.tag
        self._hidden -= _is_hidden(element)
        if tag in INLINE:
            self._close_inline(tag)
        else:
            self._end_block()
            self._close_box(tag)

    def _add(self, text: str | None) -> None:
        """Append text to the block, whitespace folded across the pieces (kept inside `pre`)."""
        if not text:
            return
        if self._pre:
            self._pieces.append(text)
            self._length += len(text)
            return
        words = text.split()
        if not words:
            self._space = True
            return
        piece = " ".join(words)
        if self._length and (self._space or text[0].isspace()):
            piece = " " + piece
        self._pieces.append(piece)
        self._length += len(piece)
        self._space = text[-1].isspace()

    def _end_block(self) -> None:
        text = "".join(self._pieces)
        if self._pre:
            text = "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
        if text.strip():
            marks = (*self._marks, *(_closed(mark, len(text)) for mark in self._open_marks))
            self.blocks.append(self._block(text, tuple(mark for mark in marks if mark.start < mark.end <= len(text))))
        self._pieces.clear()
        self._marks.clear()
        self._length, self._space = 0, False
        for mark in self._open_marks:
            mark.start = 0

    def _block(self, text: str, marks: tuple[Mark, ...]) -> Block:
        kind, level = self._forms[-1]
        if kind is Kind.PARAGRAPH and any(
            CAPTION_TOKEN.search(mark.tokens) for mark in marks if mark.tokens and mark.end - mark.start == len(text)
        ):
            kind = Kind.CAPTION
        links = sum(mark.end - mark.start for mark in marks if mark.tag == "a")
        return Block(
            order=len(self.blocks),
            text=text,
            tag=self.containers[self._box].tag,
            kind=kind,
            container=self._box,
            level=level,
            marks=marks,
            link_characters=min(links, len(text)),
            hidden=self._hidden > 0,
        )

    def _open_inline(self, element: etree._Element, tag: str) -> None:
        # A space that came before the element belongs before the mark.
        start = self._length + (1 if self._length and (self._space or (element.text or "x")[0].isspace()) else 0)
        get = element.get
        tokens = f"{get('class') or ''} {get('id') or ''}".strip()
        self._open_marks.append(
            _OpenMark(start, tag, get("href"), get("rel") or "", get("itemprop") or "", get("datetime") or "", tokens)
        )

    def _close_inline(self, tag: str) -> None:
        mark = self._open_marks.pop()
        if mark.start < self._length and (tag in MARKED or mark.tokens or mark.itemprop or mark.rel):
            self._marks.append(_closed(mark, self._length))

    def _open_box(self, element: etree._Element, tag: str) -> None:
        get = element.get
        tokens = " ".join(filter(None, (get("class"), get("id"), get("itemprop"), get("role")))).lower()
        self.containers.append(Container(self._box, tag, tokens, len(self.blocks), len(self.blocks)))
        self._box = len(self.containers) - 1
        if tag in ("ul", "ol"):
            self._lists += 1
        elif tag == "pre":
            self._pre += 1
        elif tag == "table":
            if self._tables:
                self._tables[-1].is_layout = True
            self._tables.append(_Table(len(self.blocks), self._box))
        elif self._tables:
            self._open_in_table(tag)
        self._forms.append(self._form(tag, tokens))

    def _form(self, tag: str, tokens: str) -> tuple[Kind, int | None]:
        """The kind that blocks directly in this element have."""
        if tag in HEADINGS:
            return Kind.CROSSHEAD, HEADINGS[tag]
        if tag == "li":
            return Kind.LIST_ITEM, max(1, self._lists)
        if tag == "blockquote":
            return Kind.QUOTE, None
        if tag == "pre":
            return Kind.PREFORMATTED, None
        if tag == "figcaption" or CAPTION_TOKEN.search(tokens):
            return Kind.CAPTION, None
        if tag in ("td", "section", "article", "aside", "ul", "ol", "table"):
            return Kind.PARAGRAPH, None
        return self._forms[-1]

    def _close_box(self, tag: str) -> None:
        self._forms.pop()
        if tag in ("ul", "ol"):
            self._lists -= 1
        elif tag == "pre":
            self._pre -= 1
        elif tag == "table":
            self._close_table(self._tables.pop())
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            table = self._tables[-1]
            table.rows[-1].append(" ".join(block.text for block in self.blocks[table.cell_start :]))
        elif tag == "caption" and self._tables:
            self._tables[-1].first_block = len(self.blocks)
        box = self.containers[self._box]
        self.containers[self._box] = replace(box, last=len(self.blocks))
        self._box = box.parent

    def _open_in_table(self, tag: str) -> None:
        table = self._tables[-1]
        if tag == "tr":
            table.rows.append([])
        elif tag in ("td", "th"):
            table.cell_start = len(self.blocks)
        elif tag in HEADINGS or tag in ("ul", "ol", "form"):
            table.is_layout = True

    def _close_table(self, table: _Table) -> None:
        """Make one block of a table of data: two rows and two columns of short cells, with no table, heading or list in them."""
        rows = tuple(tuple(row) for row in table.rows if any(row))
        wide = sum(sum(map(bool, row)) >= 2 for row in rows)
        if table.is_layout or wide < 2 or any(len(cell) > CELL_LIMIT for row in rows for cell in row):
            return
        links = sum(block.link_characters for block in self.blocks[table.first_block :])
        del self.blocks[table.first_block :]
        del self.containers[table.container + 1 :]
        text = "\n".join(" | ".join(row) for row in rows)
        self.blocks.append(
            Block(
                order=len(self.blocks),
                text=text,
                tag="table",
                kind=Kind.TABLE,
                container=table.container,
                rows=rows,
                link_characters=links,
                hidden=self._hidden > 0,
            )
        )


def _closed(mark: _OpenMark, end: int) -> Mark:
    return Mark(mark.start, end, mark.tag, mark.href, mark.rel, mark.itemprop, mark.datetime, mark.tokens)


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and HIDING_STYLE.search(style))


def _page_meta(root: etree._Element) -> PageMeta:
    scripts = [script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()]
    pairs = []
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("http-equiv") or ""
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            pairs.append((name.strip().lower(), content))
    title = next((" ".join("".join(tag.itertext()).split()) for tag in root.iter("title")), None)
    canonical = next((link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return PageMeta(
        json_ld=read_json_ld(scripts),
        pairs=tuple(pairs),
        microdata=tuple(_microdata(root)),
        title=title or None,
        canonical=(canonical or "").strip() or None,
        language=(language or "").strip() or None,
    )


def _microdata(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iterfind(".//*[@itemprop]"):
        for name in (element.get("itemprop") or "").lower().split():
            if name in MICRODATA:
                value = element.get("content") or element.get("datetime")
                value = value or " ".join("".join(element.itertext()).split()) or element.get("href") or element.get("src")
                if value:
                    yield name, " ".join(value.split())
