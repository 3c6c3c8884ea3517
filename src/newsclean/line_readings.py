"""What lines say when they are read as dates or bylines: each is read once, as title, rules and fields ask for the same few."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from newsclean.document import Block, Document
from newsclean.lexicon import Lexicon
from newsclean.parse.byline import BylineLine, read_byline
from newsclean.parse.timestamp import read_timestamp_line


class DateLines(dict[int, bool]):
    """For each block whether it is a line of dates."""

    def __init__(self, blocks: Sequence[Block], lexicon: Lexicon) -> None:
        self._blocks = blocks
        self._lexicon = lexicon

    def __missing__(self, order: int) -> bool:
        line = read_timestamp_line(self._blocks[order].text, self._lexicon, month_first=False)
        is_date = self[order] = line is not None
        return is_date


class BylineLines(dict[str, BylineLine | None]):
    """For each line what it says as a byline, or None."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, text: str) -> BylineLine | None:
        line = self[text] = read_byline(text, self._lexicon)
        return line


@dataclass(frozen=True, slots=True)
class LineReadings:
    """What the lines of one document say.

    Attributes:
        lexicon: the words by which they are read.
        is_date: for each block whether it is a line of dates.
        bylines: what a line says when it is read as a byline, or None.
    """

    lexicon: Lexicon
    is_date: DateLines
    bylines: BylineLines

    @classmethod
    def of(cls, document: Document, lexicon: Lexicon) -> Self:
        """None of them read yet."""
        return cls(lexicon, DateLines(document.blocks, lexicon), BylineLines(lexicon))
