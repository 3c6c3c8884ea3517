"""What a page says of itself to machines, picked up as a parser comes by its elements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from newsclean.document import PageMeta
from newsclean.read.json_ld import read_json_ld

DECLARING: Final = frozenset(("html", "link", "meta", "script", "title"))
MICRODATA: Final = frozenset(
    "articlesection author creator datecreated datemodified datepublished headline image inlanguage keywords name publisher "
    "url".split()
)
DEEPEST: Final = 12  # properties inside one another whose text is read; real pages have three

Attributes = Mapping[str, str]


@dataclass(slots=True)
class _Statement:
    """A script, a title or a microdata property; its text comes later.

    Attributes:
        text: what it says so far.
        names: the properties whose value it is; none for scripts and titles, which are no part of what stands around them.
    """

    text: str = ""
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reading:
    """A statement whose element is open, so many levels deep."""

    statement: _Statement
    depth: int
    pieces: list[str] = field(default_factory=list)


class MetaReader:
    """What is told of a page, element by element, becomes its PageMeta."""

    def __init__(self) -> None:
        self._scripts: list[_Statement] = []
        self._titles: list[_Statement] = []
        self._properties: list[_Statement] = []
        self._pairs: list[tuple[str, str]] = []
        self._canonical = ""
        self._language = ""
        self._readings: list[_Reading] = []
        self.reading_at = 0  # depth of the innermost element whose text is wanted; 0 if there is none

    def open(self, tag: str, attributes: Attributes, depth: int, *, is_skipped: bool) -> None:
        """See an element open that is one of DECLARING or has an `itemprop`, maybe where text is skipped."""
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or ""
            self._pairs.append((name.strip().lower(), _folded(attributes.get("content", ""))))
        elif tag == "title" and not is_skipped:  # a drawing has titles too
            self._read(_Statement(), self._titles, depth)
        elif tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._read(_Statement(), self._scripts, depth)
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._canonical = self._canonical or attributes.get("href", "").strip()
        elif tag == "html":
            self._language = self._language or (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
        if "itemprop" in attributes:
            self._open_property(attributes, depth)

    def _open_property(self, attributes: Attributes, depth: int) -> None:
        """A value is stated in an attribute, or else it is the text, or else the address that the element points to."""
        names = tuple(name for name in attributes["itemprop"].lower().split() if name in MICRODATA)
        if not names:
            return
        stated = attributes.get("content") or attributes.get("datetime")
        if stated:
            self._properties.append(_Statement(stated, names))
        else:
            self._read(_Statement(attributes.get("href") or attributes.get("src") or "", names), self._properties, depth)

    def _read(self, statement: _Statement, others: list[_Statement], depth: int) -> None:
        others.append(statement)
        if len(self._readings) < DEEPEST:
            self._readings.append(_Reading(statement, depth))
            self.reading_at = depth

    def add(self, text: str) -> None:
        """See text inside an element that is read."""
        self._readings[-1].pieces.append(text)

    def close(self) -> None:
        """See the element close that is read; it may be read as two things."""
        depth = self.reading_at
        while self.reading_at == depth:
            reading = self._readings.pop()
            self.reading_at = self._readings[-1].depth if self._readings else 0
            text = "".join(reading.pieces)
            if text.strip():
                reading.statement.text = text
            if reading.statement.names and self._readings:
                self._readings[-1].pieces.append(text)

    def read(self) -> PageMeta:
        """All of it, once everything is closed."""
        values = [(name, _folded(each.text)) for each in self._properties for name in each.names]
        return PageMeta(
            json_ld=read_json_ld(script.text for script in self._scripts),
            pairs=tuple(pair for pair in self._pairs if all(pair)),
            microdata=tuple(value for value in values if all(value)),
            title=next((title for each in self._titles if (title := _folded(each.text))), None),
            canonical=self._canonical or None,
            language=self._language or None,
        )


def _folded(text: str) -> str:
    return " ".join(text.split())
