"""The result: one typed article, and the account of what was left out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Self, cast

from newsclean.category import Kind, Precision, Role, Source, Zone
from newsclean.document import Span
from newsclean.schema import SCHEMA, ArticleDict
from newsclean.verdict import Removed
from newsclean.write.html import write_html
from newsclean.write.json import write_json
from newsclean.write.markdown import write_markdown
from newsclean.write.record import read_record, write_record
from newsclean.write.schema_org import write_schema_org
from newsclean.write.tei import write_tei


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named as an author.

    Attributes:
        name: as printed.
        role: what the line says they are ('Defence correspondent'), or None.
        url: their page at the publisher, or None.
    """

    name: str
    role: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote the article.

    Attributes:
        raw: the printed line, whitespace folded; None where only the metadata names them.
        people: the persons. A publisher or an agency is never one of them.
        organisations: agencies, desks and publishers that sign the article.
    """

    raw: str | None
    people: tuple[Person, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and agency that open the story, as in 'MOSCOW (Sputnik) -'.

    Attributes:
        place: where it was filed, as printed, or None.
        agency: who filed it, as printed, or None.
        raw: the words as printed; they stay in the first paragraph as well.
    """

    place: str | None
    agency: str | None
    raw: str


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A moment, as exactly as it was printed.

    Attributes:
        value: a date where the precision is the day, else a datetime; without tzinfo where the zone is unknown.
        precision: the smallest part that was printed.
        zone: whether the offset was stated.
        raw: the words it was read from.
    """

    value: datetime | date
    precision: Precision
    zone: Zone
    raw: str


@dataclass(frozen=True, slots=True)
class Image:
    """The article's lead image.

    Attributes:
        url: as the page gives it, made absolute where the page's address is known.
        caption: what is printed under it, or None.
        credit: who made it, as printed, or None.
    """

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the value of a field came from.

    Attributes:
        source: the kind of place.
        raw: the words it was read from, before any reading.
    """

    source: Source
    raw: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure newsclean is, each from 0 to 1; None where the field was not found.

    Attributes:
        body: of the choice of blocks. For a page it is calibrated on sites that the model was not trained on: of the pages with
            0.9, nine in ten have a word F1 of 0.95 or more against a hand-made body. For a text it ranks, no more.
        headline: of the headline, that it is the one a reader would call so, word for word. This one and the next two are
            calibrated for pages as well, and rank texts, no more.
        byline: of the byline, that it names all who sign and nobody else.
        published: of the publication date, that the day is right.
    """

    body: float | None = None
    headline: float | None = None
    byline: float | None = None
    published: float | None = None


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """One block of the story.

    Attributes:
        kind: its form.
        text: what it says, whitespace folded; of a table, cells joined by ' | ' and rows by line ends.
        level: 2 to 6 of a crosshead, depth from 1 of a list item, else None.
        rows: the cells of a table, else None.
        span: where it stands in the decoded text; None for HTML.
    """

    kind: Kind
    text: str
    level: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class FrontBlock:
    """A block that is part of the article but not of its body, such as the headline.

    Attributes:
        role: what it is.
        text: what it says, whitespace folded.
        span: where it stands in the decoded text; None for HTML.
    """

    role: Role
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, and the account of everything that was left out.

    Every block of the input is in `body`, `front` or `removed`, once. A field that was not found is None: nothing is
    guessed.

    Attributes:
        headline: the printed title.
        kicker: the label above it.
        standfirst: the summary under it.
        byline: who wrote it.
        dateline: place and agency that open the story.
        published: when it first appeared.
        modified: when it was last changed.
        publisher: the outlet's name.
        section: the outlet's section it stands in.
        tags: its keywords, as the page lists them.
        language: ISO 639 code, lower case, such as 'en'.
        url: the address that the caller gave.
        canonical_url: the address that the page gives for itself.
        image: the lead image.
        credits: lines such as 'Additional reporting by ...'.
        body: the blocks of the story, in order.
        front: the kept blocks that are not body, in order.
        removed: all other blocks, in order, each with its reason.
        provenance: pairs of field name and where its value came from.
        confidence: how sure the parts are.
        warnings: what went wrong or looked odd, one sentence each.
    """

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: Timestamp | None = None
    modified: Timestamp | None = None
    publisher: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    image: Image | None = None
    credits: tuple[str, ...] = ()
    body: tuple[BodyBlock, ...] = ()
    front: tuple[FrontBlock, ...] = ()
    removed: tuple[Removed, ...] = ()
    provenance: tuple[tuple[str, Provenance], ...] = ()
    confidence: Confidence = Confidence()
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The story: the body's blocks joined by blank lines, captions left out."""
        return "\n\n".join(block.text for block in self.body if block.kind is not Kind.CAPTION)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of the people in the byline."""
        return tuple(person.name for person in self.byline.people) if self.byline else ()

    @property
    def word_count(self) -> int:
        """Number of words of `text`, split at whitespace; 1 for a run of a script without spaces."""
        return len(self.text.split())

    def to_dict(self) -> ArticleDict:
        """The article as plain dicts, lists and strings, ready for `json.dumps`."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        values |= {"schema": SCHEMA, "text": self.text, "provenance": dict(self.provenance)}
        return cast("ArticleDict", {key: write_record(values[key]) for key in ArticleDict.__annotations__})

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """The article that `to_dict` was called on.

        `text` is made anew from the body. Keys that an article does not have are passed over, such as the `file` with
        which a line of the command begins.

        Args:
            data: what `to_dict` gave, or `json.loads` of what `to_json` or the command gave.

        Raises:
            TypeError: `data` is no mapping.
            ValueError: it is of another schema, or a key is missing or has a value of another type.
        """
        if not isinstance(data, Mapping):
            raise TypeError(f"from_dict takes a mapping, not {type(data).__name__}; for a str call json.loads first")
        if data.get("schema") != SCHEMA:
            found = data.get("schema")
            raise ValueError(f"the schema is {found!r}, not {SCHEMA!r}; clean the page again with this version")
        try:
            return read_record(cls, data)
        except ValueError as error:
            raise ValueError(f"not an article as to_dict writes it: {error}; clean the page again or mend it") from None

    def to_json(self) -> str:
        """`to_dict` as JSON on one line, without a line end; it can be encoded as UTF-8 whatever the page held."""
        return write_json(self.to_dict())

    def to_markdown(self) -> str:
        """The fields and the story as Markdown, signs escaped where they would mean something."""
        return write_markdown(self.to_dict())

    def to_html(self) -> str:
        """A complete small page with one `<article>`: no script, no style, links to web addresses only."""
        return write_html(self.to_dict())

    def to_tei(self) -> str:
        """A complete TEI P5 document, well-formed whatever the page held."""
        return write_tei(self.to_dict())

    def to_schema_org(self) -> dict[str, object]:
        """A NewsArticle of schema.org as a JSON-LD object, ready for `json.dumps`; what was not found is left out."""
        return write_schema_org(self.to_dict())
