"""What the readers of fields look at: the page, what was decided about it, and the words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsclean.category import Role, Source
from newsclean.document import Block, Document
from newsclean.lexicon import Lexicon
from newsclean.verdict import Kept, Removed

ARTICLE_TYPES: Final = frozenset(
    "article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle "
    "asknewsarticle liveblogposting techarticle scholarlyarticle socialmediaposting report satiricalarticle".split()
)
PAGE_TYPES: Final = frozenset({"webpage", "itempage", "posting", "creativework"})
OPEN_GRAPH: Final = ("og:", "article:", "twitter:")


@dataclass(frozen=True, slots=True)
class Reading:
    """The input of every field.

    Attributes:
        document: the page or text.
        verdicts: one a block.
        lexicon: the words.
        now: dates after it are not believed; None: no limit.
    """

    document: Document
    verdicts: tuple[Kept | Removed, ...]
    lexicon: Lexicon
    now: datetime | None

    @property
    def printed_source(self) -> Source:
        """What to call a value that was read from the printed page."""
        return Source.HTML if self.document.is_html else Source.TEXT

    def printed(self, role: Role) -> Iterator[Block]:
        """The blocks that were given a role."""
        for block, verdict in zip(self.document.blocks, self.verdicts, strict=True):
            if isinstance(verdict, Kept) and verdict.role is role:
                yield block

    def body(self) -> Iterator[Block]:
        """The blocks of the story."""
        for block, verdict in zip(self.document.blocks, self.verdicts, strict=True):
            if isinstance(verdict, Kept) and verdict.role is None:
                yield block

    def articles(self) -> Iterator[Mapping[str, object]]:
        """The JSON-LD objects that describe the page's article, articles proper before web pages."""
        items = self.document.meta.json_ld
        yield from (item for item in items if types_of(item) & ARTICLE_TYPES)
        yield from (item for item in items if types_of(item) & PAGE_TYPES)

    def meta(self, *names: str) -> Iterator[tuple[Source, str]]:
        """The meta tags of these names, in the order of the names, with what kind of place each is."""
        for wanted in names:
            for name, content in self.document.meta.pairs:
                if name == wanted:
                    yield Source.OPEN_GRAPH if name.startswith(OPEN_GRAPH) else Source.META, content

    def microdata(self, name: str) -> Iterator[str]:
        """The microdata values of a property."""
        return (value for property_name, value in self.document.meta.microdata if property_name == name)


def types_of(item: Mapping[str, object]) -> frozenset[str]:
    """The `@type`s of a JSON-LD object, lower case, without the address of the vocabulary."""
    types = item.get("@type")
    listed = types if isinstance(types, list) else [types]
    return frozenset(each.rsplit("/", 1)[-1].lower() for each in listed if isinstance(each, str))


def texts_of(value: object) -> Iterator[str]:
    """The strings of a JSON-LD value: itself, the members of a list, or the `name` of an object."""
    if isinstance(value, str):
        folded = " ".join(value.split())
        if folded:
            yield folded
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, dict):
        yield from texts_of(value.get("name"))
