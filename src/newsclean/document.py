"""The page as an ordered list of blocks, with the boxes that they stand in.

`read` makes a Document, everything after it only looks. Text and HTML give the same shape, so nothing downstream has to ask
which one it was, except where it wants what only one of them has: spans for text, containers and marks for HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newsclean.category import Kind


class Span(NamedTuple):
    """A stretch [start, end) of the decoded input, in code points after the byte order mark."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element inside a block: a link, a `<time>`, a span with a class.

    Attributes:
        start: where it begins in the block's text, in code points.
        end: where it ends, exclusive.
        tag: the element's name, lower case.
        href: the link's target as written, or None.
        rel: the `rel` attribute, or "".
        itemprop: the microdata property, or "".
        datetime: the `datetime` attribute, or "".
        tokens: class and id as written, separated by a space.
    """

    start: int
    end: int
    tag: str
    href: str | None = None
    rel: str = ""
    itemprop: str = ""
    datetime: str = ""
    tokens: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """The unit that is kept or removed: a line of a text, a run of inline content of a page.

    Attributes:
        order: its place in the document, from 0.
        text: what it says, whitespace folded.
        tag: the nearest block-level element; "line" for plain text.
        kind: the form it would have in a body.
        container: index of the element it stands in, in `Document.containers`.
        level: 2 to 6 of a heading (an h1 is 1), depth from 1 of a list item, else None.
        rows: the cells of a table, else None.
        marks: the inline elements inside it that are links or say something of their text; none of a table.
        link_characters: how many characters of `text` are inside links.
        hidden: whether the page hides all of it from its readers when it opens.
        gap: blank lines before it; 0 for HTML.
        span: where it stands in the decoded text; None for HTML.
    """

    order: int
    text: str
    tag: str
    kind: Kind
    container: int = 0
    level: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    marks: tuple[Mark, ...] = ()
    link_characters: int = 0
    hidden: bool = False
    gap: int = 0
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """A block-level element that holds a block. The table is in pre-order, so that each subtree is one slice of blocks.

    An element that HTML does not have counts as one: templates lay out pages with names of their own.

    Attributes:
        parent: index of the container around it; -1 for the root.
        tag: the element's name, lower case.
        tokens: class and id (and `itemprop`, `role`) as written, separated by a space, lower case.
        first: order of its first block.
        last: order after its last block.
    """

    parent: int
    tag: str
    tokens: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What the page says of itself to machines, as written; nothing is judged here.

    Attributes:
        json_ld: the objects of all JSON-LD scripts, `@graph` and lists flattened, in page order.
        pairs: (name, content) of the meta tags, name in lower case, in page order.
        microdata: (itemprop, value) of the page, in page order.
        title: the `<title>`, whitespace folded, or None.
        canonical: the canonical link as written, or None.
        language: the declared language as written, or None.
    """

    json_ld: tuple[Mapping[str, object], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    microdata: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    canonical: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One input, read.

    Attributes:
        blocks: in the order of the page.
        containers: the boxes, in pre-order; the first is the root, which alone may hold no block.
        meta: what the page says of itself; empty for plain text.
        is_html: whether the input was HTML.
        source: the decoded input; kept because spans point into it.
        warnings: what went wrong while reading, one sentence each.
    """

    blocks: tuple[Block, ...]
    containers: tuple[Container, ...]
    meta: PageMeta = field(default_factory=PageMeta)
    is_html: bool = False
    source: str = ""
    warnings: tuple[str, ...] = ()
