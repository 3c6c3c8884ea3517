"""What metadata names: which object of the JSON-LD is the article, what a value of it says, and who is stated as the author."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from newsclean.document import PageMeta

Item = Mapping[str, object]

ARTICLE_ENDINGS: Final = ("article", "posting", "report")  # 'NewsArticle', 'LiveBlogPosting', 'Report'
PAGE_ENDINGS: Final = ("page", "recipe", "howto", "gallery", "creativework")  # 'WebPage', 'FAQPage', 'ImageGallery'
DEEPEST: Final = 4  # levels of lists and names that are opened; real pages have two
AUTHOR_TAGS: Final = (
    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "byl",
    "cxenseparse:author", "citation_author",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a value names, such as one author.

    Attributes:
        text: the string, or the `name` of the object.
        item: the object; empty where there is only a string.
    """

    text: str
    item: Item


def entities_of(value: object, items: Mapping[str, Item], depth: int = 0) -> Iterator[Entity]:
    """What a value names: a string is itself, a list its members, an object its `name`, or the two parts of it.

    Args:
        value: of a property.
        items: the page's objects by `@id`, since an object may hold no more than a reference to one of them.
        depth: levels that were opened so far.
    """
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        if text := value.strip():
            yield Entity(text, {})
    elif isinstance(value, list):
        for each in value:
            yield from entities_of(each, items, depth + 1)
    elif isinstance(value, dict):
        item = value if "name" in value else items.get(str(value.get("@id")), value)
        parts = [part for part in (item.get("givenName"), item.get("familyName")) if isinstance(part, str)]
        for entity in entities_of(item.get("name") or " ".join(parts), items, depth + 1):
            yield Entity(entity.text, item)


def is_a(item: Item, *endings: str) -> bool:
    """Whether a type of an object ends so: 'NewsArticle', 'https://schema.org/Article' and 'SatiricalArticle' in 'article'."""
    return any(each.endswith(endings) for each in types_of(item))


def types_of(item: Item) -> Iterator[str]:
    """The types of an object, in lower case."""
    types = item.get("@type")
    listed = types if isinstance(types, list) else [types]
    return (each.lower() for each in listed if isinstance(each, str))


def find_articles(items: Iterable[Item], is_this_page: Callable[[Item], bool]) -> tuple[Item, ...]:
    """The objects that describe the page's article, best first: articles proper, then the page as a whole.

    Where several articles are described, as on pages that describe their teasers as well, only those of this page count, and
    where none is told to be of this page, the first.
    """
    flat = [each for item in items for each in (item, item.get("mainEntity")) if isinstance(each, dict)]
    articles = [item for item in flat if is_a(item, *ARTICLE_ENDINGS)]
    own = [item for item in articles if is_this_page(item)] if len(articles) > 1 else articles
    return (*(own or articles[:1]), *(item for item in flat if is_a(item, *PAGE_ENDINGS)))


def items_by_id(items: Iterable[Item]) -> Mapping[str, Item]:
    """The objects that others may refer to; those without a name are references themselves."""
    return {str(item["@id"]): item for item in items if "@id" in item and "name" in item}


def stated_authors(meta: PageMeta) -> Iterator[str]:
    """The names that the metadata gives to authors of anything on the page, as written: nobody has judged them yet."""
    yield from (content for name, content in meta.pairs if name in AUTHOR_TAGS)
    referred = items_by_id(meta.json_ld)
    for item in meta.json_ld:
        yield from (entity.text for entity in entities_of(item.get("author"), referred))
