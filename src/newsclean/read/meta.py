"""What a page says of itself to machines, picked up as a parser comes by its elements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsclean.document import PageMeta
from newsclean.read.json_ld import read_json_ld

DECLARING: Final = frozenset(("html", "link", "meta", "script", "title"))
MICRODATA: Final = frozenset(
    "articlesection author creator datecreated datemodified datepublished headline image inlanguage isaccessibleforfree "
    "keywords name publisher url".split()
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


class MetaReader:
    """What is told of a page, element by element, becomes its PageMeta.

    It looks at the text of the page where an element ends whose text is wanted: all that has come since it opened, less what
    whoever fills the list has taken out again.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._scripts: list[_Statement] = []
        self._titles: list[_Statement] = []
        self._properties: list[_Statement] = []
        self._pairs: list[tuple[str, str]] = []
        self._canonical = ""
        self._language = ""
        self._open: list[tuple[int, list[_Statement]]] = []  # where the text of each element begins that is open, and whose it is

    def open(self, tag: str, attributes: Attributes, *, is_skipped: bool) -> bool:
        """See an element open that is one of DECLARING or has an `itemprop`, maybe where text is skipped.

        Says whether its text is wanted: then its end has to be told.
        """
        wanted: list[_Statement] = []
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or ""
            # Some systems write `value`, as of an input; browsers don't read it, others do.
            self._pairs.append((name.strip().lower(), _folded(attributes.get("content") or attributes.get("value", ""))))
        elif tag == "title" and not is_skipped:  # a drawing has titles too
            self._titles.append(_Statement())
            wanted.append(self._titles[-1])
        elif tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._scripts.append(_Statement())
            wanted.append(self._scripts[-1])
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._canonical = self._canonical or attributes.get("href", "").strip()
        elif tag == "html":
            self._language = self._language or (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
        if "itemprop" in attributes:
            wanted += self._open_property(attributes)
        if not wanted or len(self._open) == DEEPEST:
            return False
        self._open.append((len(self._texts), wanted))
        return True

    def _open_property(self, attributes: Attributes) -> list[_Statement]:
        """A value is stated in an attribute, or else it is the text, or else the address that the element points to."""
        names = tuple(name for name in attributes["itemprop"].lower().split() if name in MICRODATA)
        if not names:
            return []
        stated = attributes.get("content") or attributes.get("datetime")
        if stated:
            self._properties.append(_Statement(stated, names))
            return []
        self._properties.append(_Statement(attributes.get("href") or attributes.get("src") or "", names))
        return self._properties[-1:]

    def close(self) -> None:
        """See the innermost element close whose text is wanted."""
        first, statements = self._open.pop()
        text = "".join(self._texts[first:])
        if text.strip():
            for statement in statements:
                statement.text = text

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
