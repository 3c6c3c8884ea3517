"""Tables: of data, which are one block each, or of layout, which are boxes like any other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from newsclean.document import Block

LAYOUT: Final = frozenset("h1 h2 h3 h4 h5 h6 form table".split())  # no table of data holds one of these
LONGEST_CELL: Final = 200  # code points; a longer cell is running text


@dataclass(slots=True)
class Table:
    """A table while it is read: what it is shows only at its end.

    Attributes:
        first_block: order of its first block after its caption.
        rows: the text of its cells so far.
        cell_start: order of the first block of the cell that is open.
        in_cells: how many of its blocks stood in cells.
        is_layout: whether something in it rules out that it holds data.
    """

    first_block: int
    rows: list[list[str]] = field(default_factory=list)
    cell_start: int = 0
    in_cells: int = 0
    is_layout: bool = False

    def open(self, tag: str, blocks: int) -> None:
        """See an element open, with so many blocks before it."""
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell_start = blocks
        elif tag in LAYOUT:
            self.is_layout = True

    def close(self, tag: str, blocks: Sequence[Block]) -> None:
        """See an element close, with these blocks before it."""
        if tag == "caption":
            self.first_block = len(blocks)
        elif tag in ("td", "th") and self.rows and not self.is_layout:
            cell = blocks[self.cell_start :]
            self.in_cells += len(cell)
            self.rows[-1].append(" ".join(block.text for block in cell))

    def data(self, blocks: int) -> tuple[tuple[str, ...], ...]:
        """The rows, if with so many blocks before its end it is a table of data; else none.

        It is one if it has two rows of two cells that say something, no cell is long, and nothing stands outside the cells:
        what a page lays out with a table has a headline, a form or another table in it. Lists of pros and cons are data.
        """
        rows = tuple(tuple(row) for row in self.rows if any(row))
        wide = sum(len(row) - row.count("") >= 2 for row in rows)
        strays = self.in_cells != blocks - self.first_block
        long = any(len(cell) > LONGEST_CELL for row in rows for cell in row)
        return () if self.is_layout or wide < 2 or strays or long else rows
