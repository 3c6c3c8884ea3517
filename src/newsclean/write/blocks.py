"""What the formats share in how they write the blocks of a body."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from newsclean.category import Kind
from newsclean.schema import BodyBlockDict, BylineDict
from newsclean.write.characters import replace_forbidden


def group_lists(body: Sequence[BodyBlockDict]) -> Iterator[list[BodyBlockDict]]:
    """The body in order: a run of list items as one group, any other block as a group of itself."""
    for is_list, run in groupby(body, key=lambda block: block["kind"] == Kind.LIST_ITEM):
        if is_list:
            yield list(run)
        else:
            yield from ([block] for block in run)


def find_depths(items: Sequence[BodyBlockDict]) -> list[int]:
    """How deep each item of a list stands, from 1.

    The levels of a page may begin at 3 or jump from 1 to 4; an item can only be nested in one that is there.
    """
    opened: list[int] = []
    depths = []
    for item in items:
        level = item["level"] or 1
        while opened and opened[-1] >= level:
            opened.pop()
        opened.append(level)
        depths.append(len(opened))
    return depths


def find_heading_level(block: BodyBlockDict) -> int:
    """The level of a crosshead, 2 to 6; 2 where the page gives none."""
    return min(max(block["level"] or 2, 2), 6)


def find_byline(byline: BylineDict | None) -> str | None:
    """The line to print: as printed, else the names that only the metadata gave."""
    if byline is None:
        return None
    return byline["raw"] or ", ".join([person["name"] for person in byline["people"]] + byline["organisations"])


def is_web_address(url: str | None) -> bool:
    """Whether a link may point there; pages hold `javascript:` and `data:` links too."""
    return url is not None and url.lower().startswith(("https://", "http://"))


def make(tag: str, text: str | None = None, attributes: Mapping[str, str | None] | None = None) -> ET.Element:
    """An element whose text and attributes may stand in a file; an attribute that is None is left out."""
    given = {name: replace_forbidden(value) for name, value in (attributes or {}).items() if value is not None}
    element = ET.Element(tag, given)
    element.text = None if text is None else replace_forbidden(text)
    return element


def add(parent: ET.Element, tag: str, text: str | None = None, attributes: Mapping[str, str | None] | None = None) -> ET.Element:
    """A new last child, made by `make`."""
    child = make(tag, text, attributes)
    parent.append(child)
    return child


def add_list(parent: ET.Element, items: Sequence[BodyBlockDict], tags: tuple[str, str]) -> None:
    """A run of list items, nested as deep as they stand.

    Args:
        parent: where the list goes.
        items: the list items.
        tags: the names of a list and of an item.
    """
    list_tag, item_tag = tags
    opened: list[ET.Element] = []
    for depth, item in zip(find_depths(items), items, strict=True):
        del opened[depth:]
        if len(opened) < depth:
            opened.append(add(opened[-1][-1] if opened else parent, list_tag))
        add(opened[-1], item_tag, item["text"])


def add_table(parent: ET.Element, rows: Sequence[Sequence[str]], tags: tuple[str, str, str]) -> None:
    """The cells of a table; `tags` are the names of a table, of a row and of a cell."""
    table_tag, row_tag, cell_tag = tags
    table = add(parent, table_tag)
    for row in rows:
        line = add(table, row_tag)
        for cell in row:
            add(line, cell_tag, cell)
