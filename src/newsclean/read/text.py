"""Plain text to blocks: a block a line, or a paragraph of cut lines, with its exact place."""

import re
from itertools import pairwise
from typing import Final

from newsclean.category import Kind
from newsclean.document import Block, Container, Document, Span
from newsclean.read.wrap import find_cuts

LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
MARKDOWN_HEADING: Final = re.compile(r"(#{1,6}) \S")
MARKDOWN_ITEM: Final = re.compile(r"[-*•] \S")


def read_text(text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Read plain text: a block a line, or a paragraph where the lines are cut at one width.

    A line of whitespace is no block but counts in the `gap` of the next one.
    """
    spans = [_inside(line) for line in LINE.finditer(text) if not line.group().isspace()]
    lines = [" ".join(text[span.start : span.end].split()) for span in spans]
    gaps = [0, *(max(0, len(LINE_END.findall(text, above.end, span.start)) - 1) for above, span in pairwise(spans))]
    goes_on = find_cuts(lines, [gap == 0 and not _kind(line)[1] for line, gap in zip(lines, gaps, strict=False)])
    blocks: list[Block] = []
    first = 0
    for last, is_cut in enumerate(goes_on):
        if not is_cut:
            printed = " ".join(lines[first : last + 1])
            kind, level = _kind(printed)
            span = Span(spans[first].start, spans[last].end)
            blocks.append(Block(len(blocks), printed, "line", kind, level=level, gap=gaps[first], span=span))
            first = last + 1
    root = Container(parent=-1, tag="text", tokens="", first=0, last=len(blocks))
    return Document(tuple(blocks), (root,), source=text, warnings=warnings)


def _inside(line: re.Match[str]) -> Span:
    """The place of a line without the whitespace around it."""
    raw = line.group()
    return Span(line.start() + len(raw) - len(raw.lstrip()), line.start() + len(raw.rstrip()))


def _kind(printed: str) -> tuple[Kind, int | None]:
    """The form that Markdown's two commonest marks give a line. The marks stay: text is never rewritten."""
    heading = MARKDOWN_HEADING.match(printed)
    if heading:
        return Kind.CROSSHEAD, max(2, len(heading.group(1)))
    if MARKDOWN_ITEM.match(printed):
        return Kind.LIST_ITEM, 1
    return Kind.PARAGRAPH, None
