"""A page to blocks, as a parser comes by it: a run of inline content is a block, any other element is a container."""

import re
from dataclasses import dataclass, replace
from typing import Final

from newsclean.category import Kind
from newsclean.document import Block, Container, Mark, PageMeta
from newsclean.read.kinds import CAPTION, CAPTION_NAME, FORMS, FRESH, PARAGRAPH, UPDATE, Form, is_time_of_day, list_item
from newsclean.read.meta import DECLARING, Attributes, MetaReader
from newsclean.read.tables import Table

SKIPPED: Final = frozenset(
    "applet audio canvas datalist frameset iframe math meter noframes noscript object progress script style svg template "
    "title video".split()
)
INLINE: Final = frozenset(
    "a abbr acronym amp-img b bdi bdo big cite code data del dfn em font i ins kbd label map mark nobr o:p output picture q "
    "rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var".split()
)
# Elements that hold nothing. Parsers that don't know them all go on inside them, so they are looked through.
EMPTY: Final = frozenset("area base basefont bgsound embed img input keygen param source track wbr".split())
# Likewise, but they stand between lines, or between the items of a row: those of a breadcrumb, a date and a byline.
BREAKING: Final = frozenset("br link meta".split())
NO_BOX: Final = SKIPPED | INLINE | EMPTY | BREAKING | {"html"}

# Inline elements that rules read in any case; of the others those with such an attribute are marked.
MARKED: Final = frozenset("a b cite em i strong time".split())
MARKING: Final = frozenset(("class", "id", "itemprop", "rel"))
NAMING: Final = ("id", "itemprop", "role")  # what names a container beside its class
HIDING_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")

COUNTED: Final = frozenset(("ol", "pre", "table", "ul"))  # it matters how many of them are open
TIMED: Final = (Kind.PARAGRAPH, Kind.CROSSHEAD, Kind.LIST_ITEM)  # a time of day is none of these

DEEPEST: Final = 32  # marks inside one another that are told; unclosed ones pile up over a whole page

ROOT: Final = (-1, "html", "", 0)


@dataclass(slots=True)
class _OpenMark:
    """An inline element that is not closed yet; one that spans several blocks gives a mark in each."""

    depth: int
    start: int
    tag: str
    attributes: Attributes


class _CaptionNames(dict[str, bool]):
    """Whether one of the names in a string is one that templates give to captions; each string is looked at once."""

    def __missing__(self, names: str) -> bool:
        says = self[names] = CAPTION_NAME.search(names) is not None
        return says


class PageReader:
    """What a parser calls with what it comes by. No tree is built: that would cost more than all that is done here."""

    def __init__(self) -> None:
        self._meta = MetaReader()
        self._blocks: list[Block] = []
        self._boxes = [ROOT]  # the table of containers, but for where they end
        self._ends = [0]
        self._depth = 0
        self._skipped_at = 0  # depth of the outermost open element whose text is no block; 0 if there is none
        self._hidden_at = 0  # likewise of the one that hides its text
        # The innermost open container: its index, its depth (for not all elements are containers), the form of what stands in it.
        self._box, self._box_depth, self._form = 0, 0, PARAGRAPH
        self._outer: list[tuple[int, int, Form]] = []  # likewise of those around it
        self._tables: list[Table] = []
        self._lists = 0
        self._preformatted = 0
        self._is_caption = _CaptionNames()
        # The block that is being read.
        self._pieces: list[str] = []
        self._length = 0
        self._space = False
        self._seen = False
        self._links = 0
        self._marks: list[Mark] = []
        self._open_marks: list[_OpenMark] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        """See an element open."""
        self._depth = depth = self._depth + 1
        if tag in DECLARING or "itemprop" in attributes:
            self._meta.open(tag, attributes, depth, is_skipped=self._skipped_at > 0)
        if self._skipped_at:
            return
        if ("style" in attributes or "hidden" in attributes) and not self._hidden_at and _hides(attributes):
            self._hidden_at = depth
        if tag not in NO_BOX:
            self._open_box(tag, attributes)
        elif tag in INLINE:
            if tag in MARKED or not MARKING.isdisjoint(attributes):
                self._open_mark(tag, attributes)
        elif tag in SKIPPED:
            self._skipped_at = depth
        elif tag in BREAKING:
            self._break_line()
        elif tag == "html":
            self._name_root(attributes)

    def data(self, text: str) -> None:
        """See text; whitespace is folded across the pieces it comes in, but for `pre`."""
        if self._meta.reading_at and self._meta.reading_at >= self._skipped_at:
            self._meta.add(text)
        if self._skipped_at:
            return
        if self._preformatted:
            self._add(text)
            return
        if not text or text.isspace():  # most of what is between elements
            self._space = True
            return
        if self._length and (self._space or text[0].isspace()):
            self._add_space()
        words = text.split()
        piece = " ".join(words) if len(words) > 1 else words[0]
        self._pieces.append(piece)  # as `_add` does, without the call: nothing is done more often
        self._length += len(piece)
        if not self._hidden_at:
            self._seen = True
        self._space = text[-1].isspace()

    def end(self, tag: str) -> None:
        """See an element close."""
        depth = self._depth
        self._depth = depth - 1
        if depth == self._meta.reading_at:
            self._meta.close()
        if depth == self._hidden_at:
            self._hidden_at = 0
        if depth == self._skipped_at:
            self._skipped_at = 0
        elif depth == self._box_depth:
            self._close_box(tag)
        elif self._open_marks and depth == self._open_marks[-1].depth:
            self._end_mark(self._open_marks.pop())

    def close(self) -> None:
        """See the page end; parsers close all elements before that."""

    def read(self) -> tuple[tuple[Block, ...], tuple[Container, ...], PageMeta]:
        """What the page holds and says of itself, once it has ended."""
        if self._pieces:
            self._end_block()
        self._ends[0] = len(self._blocks)
        containers = [Container(*box, end) for box, end in zip(self._boxes, self._ends, strict=True)]
        return tuple(self._blocks), tuple(containers), self._meta.read()

    def _name_root(self, attributes: Attributes) -> None:
        """Take the names of the first `html`; it is no container anew, for after a stray `</html>` parsers open another one."""
        if attributes and self._boxes[0] is ROOT:
            self._boxes[0] = (-1, "html", _names(attributes), 0)

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
        if not self._hidden_at:
            self._seen = True

    def _add_space(self) -> None:
        """The space before a word: marks that have just been opened begin after it."""
        for mark in reversed(self._open_marks):
            if mark.start < self._length:
                break
            mark.start += 1
        self._pieces.append(" ")
        self._length += 1

    def _break_line(self) -> None:
        if self._preformatted:
            self._add("\n")
        elif self._pieces:
            self._end_block()

    def _open_mark(self, tag: str, attributes: Attributes) -> None:
        if len(self._open_marks) < DEEPEST:
            self._open_marks.append(_OpenMark(self._depth, self._length, tag, attributes))

    def _end_mark(self, opened: _OpenMark) -> None:
        """Tell the mark as far as it has come, if it holds text and something is said of it."""
        start, end = opened.start, self._length
        if start == end:
            return
        tag, get = opened.tag, opened.attributes.get
        tokens = get("class", "").strip()
        if "id" in opened.attributes:
            tokens = f"{get('class', '')} {get('id', '')}".strip()
        rel, itemprop = get("rel", ""), get("itemprop", "")
        if tokens or rel or itemprop or tag in MARKED:
            self._marks.append(Mark(start, end, tag, get("href"), rel, itemprop, get("datetime", ""), tokens))
        if tag == "a" and ("href" in opened.attributes or "name" not in opened.attributes):  # not the target of one
            self._links += end - start

    def _end_block(self) -> None:
        for mark in self._open_marks:
            self._end_mark(mark)
            mark.start = 0
        text, marks = "".join(self._pieces), tuple(self._marks)
        if self._preformatted:
            text, marks = _without_blank_edges(text, marks)
        if text:
            tag = self._boxes[self._box][1]
            kind, level = self._form_of_block(text, tag, marks)
            links = min(self._links, len(text))
            self._blocks.append(Block(len(self._blocks), text, tag, kind, self._box, level, None, marks, links, not self._seen))
        self._pieces, self._marks = [], []
        self._length, self._links, self._seen = 0, 0, False

    def _form_of_block(self, text: str, tag: str, marks: tuple[Mark, ...]) -> Form:
        form = self._form
        if form is PARAGRAPH:
            if tag == "figure":
                return CAPTION
            for mark in marks:
                if mark.tokens and mark.end - mark.start == len(text) and self._is_caption[mark.tokens.lower()]:
                    return CAPTION
        return UPDATE if form.kind in TIMED and is_time_of_day(text) else form

    def _open_box(self, tag: str, attributes: Attributes) -> None:
        if self._pieces:
            self._end_block()
        names = _names(attributes) if attributes else ""
        self._boxes.append((self._box, tag, names, len(self._blocks)))
        self._outer.append((self._box, self._box_depth, self._form))
        self._box, self._box_depth = len(self._ends), self._depth
        self._ends.append(0)
        if self._tables:
            self._tables[-1].open(tag, len(self._blocks))
        if tag in COUNTED:
            self._count(tag)
        if tag in FORMS:
            self._form = FORMS[tag]
        elif tag == "li":
            self._form = list_item(self._lists or 1)
        elif names and self._is_caption[names]:
            self._form = CAPTION
        elif tag in FRESH:
            self._form = PARAGRAPH

    def _close_box(self, tag: str) -> None:
        if self._pieces:
            self._end_block()
        if tag in COUNTED:
            self._discount(tag)
        if self._tables:
            self._tables[-1].close(tag, self._blocks, len(self._boxes))
        self._ends[self._box] = len(self._blocks)
        self._box, self._box_depth, self._form = self._outer.pop()

    def _count(self, tag: str) -> None:
        if tag == "table":
            self._tables.append(Table(len(self._blocks), len(self._boxes)))
        elif tag == "pre":
            self._preformatted += 1
        else:
            self._lists += 1

    def _discount(self, tag: str) -> None:
        if tag == "table":
            self._close_table(self._tables.pop())
        elif tag == "pre":
            self._preformatted -= 1
        else:
            self._lists -= 1

    def _close_table(self, table: Table) -> None:
        """Make one block of a table of data; its marks are not told."""
        rows = table.data(len(self._blocks))
        if not rows:
            return
        cells = self._blocks[table.first_block :]
        del self._blocks[table.first_block :], self._boxes[table.first_box :], self._ends[table.first_box :]
        self._blocks.append(
            Block(
                order=len(self._blocks),
                text="\n".join(map(" | ".join, rows)),
                tag="table",
                kind=Kind.TABLE,
                container=self._box,
                rows=rows,
                link_characters=sum(cell.link_characters for cell in cells),
                hidden=all(cell.hidden for cell in cells),
            )
        )


def _hides(attributes: Attributes) -> bool:
    style = attributes.get("style", "").lower()
    return "hidden" in attributes or (("none" in style or "hidden" in style) and bool(HIDING_STYLE.search(style)))


def _names(attributes: Attributes) -> str:
    names = attributes.get("class", "")
    for name in NAMING:
        if name in attributes:
            names = f"{names} {attributes[name]}"
    return names.strip().lower()


def _without_blank_edges(text: str, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
    """Preformatted text and its marks without the blank lines before it and the whitespace behind it."""
    cut = text.rfind("\n", 0, len(text) - len(text.lstrip())) + 1
    text = text[cut:].rstrip()
    moved = (replace(mark, start=max(0, mark.start - cut), end=min(mark.end - cut, len(text))) for mark in marks)
    return text, tuple(mark for mark in moved if mark.start < mark.end)
