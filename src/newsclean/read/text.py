"""Plain text to blocks: a block a line, with its exact place."""

import re
from typing import Final

from newsclean.category import Kind
from newsclean.document import Block, Container, Document, Span

LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
MARKDOWN_HEADING: Final = re.compile(r"(#{1,6}) \S")
MARKDOWN_ITEM: Final = re.compile(r"[-*•] \S")


def read_text(text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Read plain text; a line of whitespace is no block but counts in the `gap` of the next one."""
    blocks: list[Block] = []
    read_to = 0
    for line in LINE.finditer(text):
        raw = line.group()
        printed = " ".join(raw.split())
        if not printed:
            continue
        start = line.start() + len(raw) - len(raw.lstrip())
        end = line.start() + len(raw.rstrip())
        gap = max(0, len(LINE_END.findall(text, read_to, start)) - 1) if blocks else 0
        kind, level = _kind(printed)
        span = Span(start, end)
        blocks.append(Block(len(blocks), printed, "line", kind, level=level, gap=gap, span=span))
        read_to = end
    root = Container(parent=-1, tag="text", tokens="", first=0, last=len(blocks))
    return Document(tuple(blocks), (root,), source=text, warnings=warnings)


def _kind(printed: str) -> tuple[Kind, int | None]:
    """The form that Markdown's two commonest marks give a line. The marks stay: text is never rewritten."""
    heading = MARKDOWN_HEADING.match(printed)
    if heading:
        return Kind.CROSSHEAD, max(2, len(heading.group(1)))
    if MARKDOWN_ITEM.match(printed):
        return Kind.LIST_ITEM, 1
    return Kind.PARAGRAPH, None
