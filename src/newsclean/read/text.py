"""Plain text to blocks: a block a line, or a paragraph of cut lines, with its exact place."""

import re
from itertools import pairwise
from typing import Final

from newsclean.category import Kind
from newsclean.document import Block, Container, Document, Mark, Span
from newsclean.makers import quick_maker
from newsclean.read.wrap import find_cuts

LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
MARKS: Final = frozenset("#-*•>")  # of which one opens a line that Markdown gives a form
HEADING: Final = re.compile(r"(#{1,6}) \S")
UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
UNDERLINED: Final = 100  # code points; a longer line over a rule is a paragraph
LINK: Final = re.compile(r"\[([^\[\]]{1,300})\]\(([^()\s]{1,2000})\)")
EDGES: Final = re.compile(r"^#{1,6} +| +#{1,6}$")
EMPHASIS: Final = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=[^\s*_])(.{1,300}?)(?<=[^\s*_])\1(?!\w)")

_block = quick_maker(Block)


def read_text(text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Read plain text: a block a line, or a paragraph where the lines are cut at one width.

    A line of whitespace is no block but counts in the `gap` of the next one.
    """
    spans = [_inside(line) for line in LINE.finditer(text) if not line.group().isspace()]
    lines = [" ".join(text[span.start : span.end].split()) for span in spans]
    gaps = [0, *(max(0, len(LINE_END.findall(text, above.end, span.start)) - 1) for above, span in pairwise(spans))]
    goes_on = find_cuts(lines, [gap == 0 and not _has_form(line) for line, gap in zip(lines, gaps, strict=False)])
    blocks: list[Block] = []
    first = 0
    for last, is_cut in enumerate(goes_on):
        if not is_cut:
            printed = lines[first] if first == last else " ".join(lines[first : last + 1])
            is_underlined = last + 1 < len(lines) and not gaps[last + 1] and _underlines(lines[last + 1], printed)
            kind, level = (Kind.CROSSHEAD, 2) if is_underlined else _kind(printed)
            marks = _links(printed) if "](" in printed else ()
            linked = sum(mark.end - mark.start for mark in marks)
            span = Span(spans[first].start, spans[last].end)
            blocks.append(_block(len(blocks), printed, "line", kind, 0, level, None, marks, linked, False, gaps[first], span))
            first = last + 1
    root = Container(parent=-1, tag="text", tokens="", first=0, last=len(blocks))
    return Document(tuple(blocks), (root,), source=text, warnings=warnings)


def _inside(line: re.Match[str]) -> Span:
    """The place of a line without the whitespace around it."""
    raw = line.group()
    return Span(line.start() + len(raw) - len(raw.lstrip()), line.start() + len(raw.rstrip()))


def _has_form(printed: str) -> bool:
    """Whether a line is a heading or an item, and no part of a paragraph."""
    return _kind(printed)[1] is not None


def _kind(printed: str) -> tuple[Kind, int | None]:
    """The form that the commonest marks of Markdown give a line. The marks stay: text is never rewritten."""
    if printed[0] not in MARKS:
        return Kind.PARAGRAPH, None
    heading = HEADING.match(printed)
    if heading:
        return Kind.CROSSHEAD, max(2, len(heading.group(1)))
    if printed[0] in "#>" or printed[1:2] != " " or len(printed) < len("- a"):
        return (Kind.QUOTE, None) if printed.startswith("> ") else (Kind.PARAGRAPH, None)
    return Kind.LIST_ITEM, 1


def _underlines(below: str, printed: str) -> bool:
    """Whether a line of signs under another makes a heading of it, as in 'What is stuck' over '-------------'."""
    if below[0] not in "=-" or len(printed) > UNDERLINED or not any(map(str.isalnum, printed)):
        return False
    return UNDERLINE.fullmatch(below) is not None


def _links(printed: str) -> tuple[Mark, ...]:
    """The links of Markdown, with their marks and addresses: all of it is link."""
    return tuple(Mark(link.start(), link.end(), "a", href=link.group(2)) for link in LINK.finditer(printed))


def without_marks(printed: str) -> str:
    """A line without the marks of Markdown, for a field: '## **Ferry** [returns](https://example.com) ##' is 'Ferry returns'."""
    line = EDGES.sub("", printed) if HEADING.match(printed) else printed
    return EMPHASIS.sub(r"\2", LINK.sub(r"\1", line))
