"""The three seeds and four invented stories, taken apart by hand.

The words are never typed again: a layout says how many lines each part has, and the parts are cut out of the file. So
a test that builds a new document out of parts prints exactly what the seed prints, no-break spaces included.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, TypeAlias

from hypothesis.vendor.pretty import RepresentationPrinter

from newsclean.article import Article, Timestamp
from newsclean.category import Category, Role

TESTS: Final = Path(__file__).parent
SEED_FOLDER: Final = TESTS.parent / "seeds"
INVENTED: Final = TESTS / "invented_documents.toml"

LINE: Final = re.compile(r"\S.*\S|\S")


def folded(text: str) -> str:
    """The text with each run of whitespace as one space: what the text of a block is."""
    return " ".join(text.split())


def squeezed(texts: Iterable[str]) -> str:
    """All texts in one, without whitespace: equal however the blocks were cut."""
    return "".join("".join(text.split()) for text in texts)


class Named:
    """Something that a failing test calls by its name, and not by all that it holds."""

    __slots__ = ()
    name: str

    def __repr__(self) -> str:  # type: ignore[explicit-override]  # `typing.override` came with Python 3.12
        return f"<{self.name}>"

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        printer.text(repr(self))  # else hypothesis prints all fields of a dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Part(Named):
    """Lines that stand or go together: one line of the front, one paragraph, or one whole section of chrome.

    Attributes:
        name: what a failing test calls it.
        text: as the file prints it, inner line ends included.
        role: what it is if it belongs to the article but not to the body.
        categories: the categories it may be removed with; empty if it belongs to the article.
    """

    name: str
    text: str
    role: Role | None = None
    categories: frozenset[Category] = frozenset()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as blocks say them: whitespace folded."""
        return tuple(folded(line) for line in self.text.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Essence:
    """What no change of dress may change: the story and the fields that were printed."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    place: str | None = None
    agency: str | None = None
    published: str | None = None
    modified: str | None = None
    credits: tuple[str, ...] = ()
    front: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()


def essence(article: Article) -> Essence:
    """What an article says, in the form in which the truth about a document is written down."""
    byline, dateline = article.byline, article.dateline
    return Essence(
        headline=article.headline,
        kicker=article.kicker,
        standfirst=article.standfirst,
        byline=byline.raw if byline else None,
        people=article.authors,
        organisations=byline.organisations if byline else (),
        place=dateline.place if dateline else None,
        agency=dateline.agency if dateline else None,
        published=_moment(article.published),
        modified=_moment(article.modified),
        credits=article.credits,
        front=_front((block.role, block.text) for block in article.front),
        paragraphs=tuple(article.text.split("\n\n")) if article.text else (),
    )


def differences(found: Essence, truth: Essence) -> list[str]:
    """What is wrong with an article, a line each; of the story only the paragraphs that are too many or too few."""
    wrong = [
        f"{name}: {getattr(found, name)!r} should be {getattr(truth, name)!r}"
        for name in (field.name for field in fields(Essence))
        if name != "paragraphs" and getattr(found, name) != getattr(truth, name)
    ]
    lost, added = Counter(truth.paragraphs), Counter(found.paragraphs)
    wrong += [f"lost from the story: {text!r}" for text in lost - added]
    wrong += [f"added to the story: {text!r}" for text in added - lost]
    if lost == added and found.paragraphs != truth.paragraphs:
        wrong.append("the story is in another order")
    return wrong


def _moment(timestamp: Timestamp | None) -> str | None:
    if timestamp is None:
        return None
    return f"{timestamp.value.isoformat()}, to the {timestamp.precision}, zone {timestamp.zone}"


def _front(blocks: Iterable[tuple[Role, str]]) -> tuple[tuple[str, str], ...]:
    """Role and text without whitespace; neighbours of one role as one, since one line may be cut in two."""
    merged: list[tuple[str, str]] = []
    for role, text in blocks:
        if merged and merged[-1][0] == role.value:
            merged[-1] = (role.value, merged[-1][1] + squeezed([text]))
        else:
            merged.append((role.value, squeezed([text])))
    return tuple(merged)


@dataclass(frozen=True, slots=True, repr=False)
class SourceDocument(Named):
    """One document and the truth about it.

    Attributes:
        name: what a failing test calls it.
        source: the text as given.
        parts: all of it, in order.
        truth: what `essence` of its article has to be.
    """

    name: str
    source: str
    parts: tuple[Part, ...]
    truth: Essence

    @property
    def head(self) -> tuple[Part, ...]:
        """The front above the story."""
        return tuple(part for part in self.parts if part.role not in (None, Role.CREDIT))

    @property
    def story(self) -> tuple[Part, ...]:
        """The paragraphs of the body, a part each."""
        return tuple(part for part in self.parts if part.role is None and not part.categories)

    @property
    def credits(self) -> tuple[Part, ...]:
        """The credits under the story."""
        return tuple(part for part in self.parts if part.role is Role.CREDIT)

    @property
    def chrome(self) -> tuple[Part, ...]:
        """The sections that are no part of the article."""
        return tuple(part for part in self.parts if part.categories)


Layout: TypeAlias = Sequence[tuple[str, int, str]]
"""(name, number of lines, what): a 'story' is a part a line, a role or 'category or category' one part of all lines."""


def taken_apart(name: str, source: str, layout: Layout, **fields: object) -> SourceDocument:
    """Cut a document by its layout. The fields are those of `Essence` that its parts do not tell."""
    spans = [match.span() for match in LINE.finditer(source)]
    if sum(count for _, count, _ in layout) != len(spans):
        raise ValueError(f"the layout of {name} does not fit its {len(spans)} lines")
    parts: list[Part] = []
    first = 0
    for label, count, what in layout:
        lines = spans[first : first + count]
        first += count
        if what == "story":
            parts += [Part(f"{name} {label} {n}", source[start:end]) for n, (start, end) in enumerate(lines, 1)]
        else:
            parts.append(_part(f"{name} {label}", source[lines[0][0] : lines[-1][1]], what))
    return SourceDocument(name, source, tuple(parts), _truth(parts, fields))


def _part(name: str, text: str, what: str) -> Part:
    if what in tuple(Role):
        return Part(name, text, role=Role(what))
    return Part(name, text, categories=frozenset(map(Category, what.split(" or "))))


def _truth(parts: Sequence[Part], fields: dict[str, object]) -> Essence:
    printed = {part.role: folded(part.text) for part in parts if part.role}
    values: dict[str, object] = {
        "headline": printed.get(Role.HEADLINE),
        "kicker": printed.get(Role.KICKER),
        "standfirst": printed.get(Role.STANDFIRST),
        "byline": printed.get(Role.BYLINE),
        "credits": tuple(folded(part.text) for part in parts if part.role is Role.CREDIT),
        "front": _front((part.role, part.text) for part in parts if part.role),
        "paragraphs": tuple(folded(part.text) for part in parts if not part.role and not part.categories),
    }
    known = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Essence(**(values | known))  # type: ignore[arg-type]  # the keys are those of Essence, or it raises


def _seed(stem: str, layout: Layout, **fields: object) -> SourceDocument:
    (path,) = SEED_FOLDER.glob(f"{stem}_*.txt")
    return taken_apart(stem, path.read_bytes().decode("utf-8"), layout, **fields)


SEED_000: Final = _seed(
    "000",
    [
        ("headline", 1, "headline"),
        ("second headline", 1, "repeat"),
        ("paragraph", 11, "story"),
        ("top stories", 6, "related"),
        ("rule", 1, "other"),
    ],
    agency="PanARMENIAN.Net",
)

SEED_002: Final = _seed(
    "002",
    [
        ("charity line", 1, "donation"),
        ("kicker", 1, "kicker"),
        ("headline", 1, "headline"),
        ("byline", 1, "byline"),
        ("timestamp", 1, "timestamp"),
        ("standfirst", 1, "standfirst"),
        ("paragraph", 7, "story"),
        ("mailing list", 1, "newsletter"),
    ],
    organisations=("Sputnik News",),
    place="MOSCOW",
    agency="Sputnik",
    published="2015-02-14T07:52:00, to the minute, zone unknown",
    modified="2015-02-14T12:56:00, to the minute, zone unknown",
)

SEED_004: Final = _seed(
    "004",
    [
        ("notifications", 2, "notification"),
        ("headline", 1, "headline"),
        ("standfirst", 1, "standfirst"),
        ("byline", 1, "byline"),
        ("timestamp", 1, "timestamp"),
        ("comments above", 1, "comments"),
        ("appeal", 5, "donation"),
        ("paragraph", 10, "story"),
        ("credit", 1, "credit"),
        ("forum", 2, "comments or registration"),
        ("comments below", 1, "comments"),
        ("registration", 2, "registration"),
    ],
    people=("Rose Troup Buchanan",),
    published="2015-02-14T07:15:00-05:00, to the minute, zone stated",
)

SEEDS: Final = (SEED_004, SEED_002, SEED_000)


def _invented() -> tuple[SourceDocument, ...]:
    documents = tomllib.loads(INVENTED.read_text(encoding="utf-8"))
    return tuple(taken_apart(name, **document) for name, document in documents.items())


FRENCH, GERMAN, RUSSIAN, JAPANESE = _invented()
DOCUMENTS: Final = (*SEEDS, FRENCH, GERMAN, RUSSIAN, JAPANESE)
