"""A page to blocks, as a parser comes by it: a run of inline content is a block, any other element is a container."""

import re
from bisect import bisect_left
from itertools import starmap
from operator import itemgetter
from typing import Any, Final

from newsclean.category import Kind
from newsclean.document import Block, Container, Mark, PageMeta
from newsclean.makers import quick_maker
from newsclean.read.kinds import CAPTION, FORMS, FRESH, PARAGRAPH, UPDATE, Form, has_caption_name, is_time_of_day, list_item
from newsclean.read.marks import MARKED, MARKING, Inline, read_marks, without_blank_edges
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

# What an element is, in one look. Those from SKIP on may state something of the page by their names alone.
BOX, MARK, MARK_IF_NAMED, LOOK_THROUGH, SKIP, BREAK, ROOT = range(7)
ROLES: Final = (
    dict.fromkeys(INLINE, MARK_IF_NAMED)
    | dict.fromkeys(MARKED, MARK)
    | dict.fromkeys(SKIPPED, SKIP)
    | dict.fromkeys(EMPTY, LOOK_THROUGH)
    | dict.fromkeys(BREAKING, BREAK)
    | {"html": ROOT}
)

# What is over where an element ends, as bits: rarely more than one of them.
NOTHING, BOX_ENDS, MARK_ENDS, SKIP_ENDS, HIDING_ENDS, STATEMENT_ENDS = 0, 1, 2, 4, 8, 16

NAMING: Final = ("id", "itemprop", "role")  # what names a container beside its class
HIDING_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")

COUNTED: Final = frozenset(("ol", "pre", "table", "ul"))  # it matters how many of them are open
TIMED: Final = (Kind.PARAGRAPH, Kind.CROSSHEAD, Kind.LIST_ITEM)  # a time of day is none of these

NAMES, FIRST, LAST = 2, 3, 4  # the places of these in a row of the table of containers

DEEPEST: Final = 32  # marks inside one another that are told; unclosed ones pile up over a whole page

NONE: Final[Attributes] = {}

make_block, make_container = quick_maker(Block), quick_maker(Container)


class _CaptionNames(dict[str, bool]):
    """Whether one of the names in a string is one that templates give to captions; each string is looked at once."""

    def __missing__(self, names: str) -> bool:
        says = self[names] = has_caption_name(names)
        return says


class PageReader:
    """What a parser calls with what it comes by. No tree is built: that would cost more than all that is done here.

    It calls three thousand times a page, so a call does little. Text goes to one list for the whole page, through the list's own
    `append`, and is looked at where a block ends: a block, a mark and a statement of the page are stretches of that list.
    """

    __slots__ = (
        "_blocks",
        "_boxes",
        "_endings",
        "_first",
        "_hidden",
        "_inlines",
        "_is_caption",
        "_is_root_named",
        "_lists",
        "_meta",
        "_open_boxes",
        "_open_inlines",
        "_preformatted",
        "_seen",
        "_shown_from",
        "_skipped_from",
        "_tables",
        "_texts",
        "_waiting",
        "data",
    )

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.data = self._texts.append
        self._meta = MetaReader(self._texts)
        self._blocks: list[Block] = []
        # The table of containers: parent, tag, names, first and last block of each.
        self._boxes: list[list[Any]] = [[-1, "html", "", 0, 0]]
        self._is_root_named = False
        # The open containers: those in the table, with the form of what stands in them; those that hold no block yet, each with
        # the number of lists around it.
        self._open_boxes: list[tuple[int, str, Form]] = [(0, "html", PARAGRAPH)]
        self._waiting: list[tuple[str, Attributes, int]] = []
        self._endings: list[int] = []  # what is over at the end of each open element
        self._skipped_from: int | None = None  # where text began that is no block, while the element is open that holds it
        self._tables: list[Table] = []
        self._lists = 0
        self._preformatted = 0
        self._is_caption = _CaptionNames()
        # The block that is being read.
        self._first = 0  # its first piece of text
        self._inlines: list[Inline] = []
        self._open_inlines: list[tuple[int, str, Attributes]] = []
        self._hidden = False  # whether an element is open that hides its text
        self._shown_from = 0  # where the last such element ended
        self._seen = False  # whether the block had said something before that one began

    def start(self, tag: str, attributes: Attributes) -> None:
        """See an element open."""
        if self._skipped_from is not None:
            self._endings.append(self._open_skipped(tag, attributes))
            return
        if not attributes:
            attributes = NONE  # the parser's own empty mapping is slow to ask
        role = ROLES.get(tag, BOX)
        ending = NOTHING
        if role >= SKIP or "itemprop" in attributes or "style" in attributes or "hidden" in attributes:
            ending = self._open_rare(tag, attributes)
        if role == BOX:
            self._open_box(tag, attributes)
            ending += BOX_ENDS
        elif role == MARK or (role == MARK_IF_NAMED and not MARKING.isdisjoint(attributes)):
            if len(self._open_inlines) < DEEPEST:
                self._open_inlines.append((len(self._texts), tag, attributes))
                ending += MARK_ENDS
        elif role == SKIP:
            self._skipped_from = len(self._texts)
            ending += SKIP_ENDS
        elif role == BREAK:
            self._break_line()
        elif role == ROOT:
            self._name_root(attributes)
        self._endings.append(ending)

    def end(self, tag: str) -> None:
        """See an element close."""
        ending = self._endings.pop() if self._endings else NOTHING
        if ending == BOX_ENDS:
            self._close_box(tag)
        elif ending == MARK_ENDS:
            self._close_inline()
        elif ending:
            self._close_rare(tag, ending)

    def close(self) -> None:
        """See the page end; parsers close all elements before that."""

    def read(self) -> tuple[tuple[Block, ...], tuple[Container, ...], PageMeta]:
        """What the page holds and says of itself, once it has ended.

        The reader lets go of all that: the parser is in a cycle with itself, so it keeps its reader until the collector comes by,
        and pages that wait for it are what makes the collector slow.
        """
        self._end_block()
        self._boxes[0][LAST] = len(self._blocks)
        found = tuple(self._blocks), tuple(starmap(make_container, self._boxes)), self._meta.read()
        for part in (self._texts, self._blocks, self._boxes):
            part.clear()
        self._meta = MetaReader(self._texts)
        return found

    def _name_root(self, attributes: Attributes) -> None:
        """Take the names of the first `html`; it is no container anew, for after a stray `</html>` parsers open another one."""
        if attributes and not self._is_root_named:
            self._boxes[0][NAMES] = _names(attributes)
            self._is_root_named = True

    def _open_skipped(self, tag: str, attributes: Attributes) -> int:
        """See an element open where text is skipped: it may be a statement all the same."""
        is_statement = tag in DECLARING or "itemprop" in attributes
        return STATEMENT_ENDS if is_statement and self._meta.open(tag, attributes, is_skipped=True) else NOTHING

    def _open_rare(self, tag: str, attributes: Attributes) -> int:
        """See an element open that may be a statement or hide its text."""
        ending = NOTHING
        if (tag in DECLARING or "itemprop" in attributes) and self._meta.open(tag, attributes, is_skipped=False):
            ending = STATEMENT_ENDS
        if not self._hidden and _hides(attributes):
            self._seen = self._seen or self._is_shown()
            self._hidden = True
            ending += HIDING_ENDS
        return ending

    def _close_rare(self, tag: str, ending: int) -> None:
        if ending & STATEMENT_ENDS:
            self._meta.close()
        if ending & BOX_ENDS:
            self._close_box(tag)
        elif ending & MARK_ENDS:
            self._close_inline()
        elif ending & SKIP_ENDS:
            del self._texts[self._skipped_from :]
            self._skipped_from = None
        if ending & HIDING_ENDS:
            self._hidden, self._shown_from = False, len(self._texts)

    def _close_inline(self) -> None:
        first, tag, attributes = self._open_inlines.pop()
        end = len(self._texts)
        if end > first and end > self._first:
            self._inlines.append((first, end, tag, attributes))

    def _is_shown(self) -> bool:
        """Whether the block has said something that is not hidden since the last element that hides its text."""
        return not self._hidden and any(map(str.strip, self._texts[max(self._first, self._shown_from) :]))

    def _break_line(self) -> None:
        if self._preformatted:
            self._texts.append("\n")
        else:
            self._end_block()

    def _end_block(self) -> None:
        """Make a block of the text that has come since the last one, if it says something."""
        first, end = self._first, len(self._texts)
        inlines = self._inlines
        if inlines:
            self._inlines = []
        if end - first == 1:
            text = self._texts[first]
            if text.isspace():  # most of what is between elements
                self._first = end
                return
            pieces = [text]
        else:
            pieces = self._texts[first:]
            text = "".join(pieces)
            if not text or text.isspace():
                self._first = end
                return
        hidden = (self._hidden or self._shown_from > first) and not (self._seen or self._is_shown())
        self._first, self._seen = end, False
        is_folded = not self._preformatted
        if is_folded and not (text.isprintable() and "  " not in text and text[0] != " " != text[-1]):
            text = " ".join(text.split())
        marks: tuple[Mark, ...] = ()
        links = 0
        if inlines or self._open_inlines:
            inlines += [(opened, end, tag, attributes) for opened, tag, attributes in self._open_inlines]
            marks, links = read_marks(inlines, first, pieces, text, is_folded=is_folded)
        if not is_folded:
            text, marks = without_blank_edges(text, marks)
        if self._waiting:
            self._enter_boxes()
        box, tag, form = self._open_boxes[-1]
        kind, level = self._form_of_block(form, text, tag, marks)
        links = min(links, len(text))
        self._blocks.append(make_block(len(self._blocks), text, tag, kind, box, level, None, marks, links, hidden))

    def _form_of_block(self, form: Form, text: str, tag: str, marks: tuple[Mark, ...]) -> Form:
        if form is PARAGRAPH:
            if tag == "figure":
                return CAPTION
            for mark in marks:
                if mark.tokens and mark.end - mark.start == len(text) and self._is_caption[mark.tokens.lower()]:
                    return CAPTION
        return UPDATE if form.kind in TIMED and is_time_of_day(text) else form

    def _open_box(self, tag: str, attributes: Attributes) -> None:
        if len(self._texts) > self._first:
            self._end_block()
        self._waiting.append((tag, attributes, self._lists))
        if self._tables:
            self._tables[-1].open(tag, len(self._blocks))
        if tag in COUNTED:
            self._count(tag)

    def _enter_boxes(self) -> None:
        """Put the open containers in the table that wait for their first block: a fifth of all never hold one."""
        first = len(self._blocks)
        around, _, outer = self._open_boxes[-1]
        for tag, attributes, lists in self._waiting:
            names = _names(attributes) if attributes else ""
            form = FORMS.get(tag)
            if tag == "li":
                form = list_item(lists or 1)
            elif form is None:
                form = PARAGRAPH if tag in FRESH else outer
                if names and self._is_caption[names]:
                    form = CAPTION
            index = len(self._boxes)
            self._boxes.append([around, tag, names, first, first])
            self._open_boxes.append((index, tag, form))
            around, outer = index, form
        self._waiting.clear()

    def _close_box(self, tag: str) -> None:
        if len(self._texts) > self._first:
            self._end_block()
        if tag in COUNTED:
            self._discount(tag)
        if self._tables:
            self._tables[-1].close(tag, self._blocks)
        if self._waiting:
            self._waiting.pop()
        else:
            index, _, _ = self._open_boxes.pop()
            self._boxes[index][LAST] = len(self._blocks)

    def _count(self, tag: str) -> None:
        if tag == "table":
            self._tables.append(Table(len(self._blocks)))
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
        del self._blocks[table.first_block :]
        box, _, _ = self._open_boxes[-1]
        inner = bisect_left(self._boxes, table.first_block, box + 1, key=itemgetter(FIRST))  # a caption comes before
        del self._boxes[inner:]
        self._blocks.append(
            Block(
                order=len(self._blocks),
                text="\n".join(map(" | ".join, rows)),
                tag="table",
                kind=Kind.TABLE,
                container=box,
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
    if len(attributes) > ("class" in attributes):
        for name in NAMING:
            if name in attributes:
                names = f"{names} {attributes[name]}"
    return names.strip().lower()
