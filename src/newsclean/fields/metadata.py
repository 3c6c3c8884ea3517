"""Facts that only the metadata states: publisher, section, tags, canonical address, whether the text is free to read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsclean.entities import Item
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading

FREE: Final = frozenset({"true", "free", "yes", "1"})
NOT_FREE: Final = frozenset({"false", "metered", "locked", "no", "0"})


def find_publishers(reading: Reading) -> tuple[Candidate[str], ...]:
    """Names of the outlet, best first."""
    return reading.stated.publishers


def find_sections(reading: Reading) -> tuple[Candidate[str], ...]:
    """Names of the section the article stands in, best first."""
    stated = reading.stated
    found = [*stated.json_ld("articleSection"), *stated.meta("article:section", "parsely-section", "section")]
    return tuple(dict.fromkeys((*found, *stated.microdata("articlesection"))))


def find_tags(reading: Reading) -> tuple[str, ...]:
    """The article's keywords without repeats, in the order of the page.

    The tags that hold a list are asked only where no others are: those are often written for search engines.
    """
    stated = reading.stated
    listed = [*(each.value for each in stated.meta("article:tag")), *_parts(stated.json_ld("keywords"))]
    if not listed:
        listed = _parts(stated.meta("parsely-tags", "sailthru.tags", "news_keywords", "keywords"))
    return tuple(dict.fromkeys(listed))


def find_free_access(reading: Reading) -> bool | None:
    """Whether the page says that all of its text can be read without paying; None where it says nothing.

    schema.org has a truth value for it, which pages write as a word or as an address too; some systems name a tier.
    Many say it only of the part behind the wall: then it is no more than that not all is free.
    """
    stated = reading.stated
    words = [word for article in stated.articles for word in _words_of_access(article)]
    parts = [part for article in stated.articles for part in _listed(article.get("hasPart")) if isinstance(part, dict)]
    words += [word for part in parts for word in _words_of_access(part) if word in NOT_FREE]
    words += [each.value.lower() for each in (*stated.microdata("isaccessibleforfree"), *stated.meta("article:content_tier"))]
    return next((word in FREE for word in words if word in FREE or word in NOT_FREE), None)


def _words_of_access(item: Item) -> Iterator[str]:
    values = (value for value in _listed(item.get("isAccessibleForFree")) if value is not None)
    return (str(value).rsplit("/", 1)[-1].lower() for value in values)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else (value,)


def find_canonical_url(reading: Reading) -> str | None:
    """The address that the page gives for itself, made absolute where the caller gave one."""
    stated = reading.stated
    written = (stated.written.canonical or "", *(each.value for each in stated.meta("og:url")))
    return next((address for each in written if each and (address := stated.absolute(each))), None)


def _parts(candidates: Iterable[Candidate[str]]) -> list[str]:
    """The members of lists that are written with commas."""
    return [part.strip() for each in candidates for part in each.value.split(",") if part.strip()]
