"""Facts that only the metadata states: publisher, section, tags, image, canonical address."""

from collections.abc import Iterable, Iterator

from newsclean.article import Image
from newsclean.category import Source
from newsclean.fields.candidate import Candidate
from newsclean.fields.json_ld import DEEPEST
from newsclean.fields.reading import Reading


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


def find_images(reading: Reading) -> tuple[Candidate[Image], ...]:
    """The lead image, as Open Graph, JSON-LD and microdata give it."""
    stated = reading.stated
    found = [*stated.meta("og:image", "og:image:url", "twitter:image")]
    for article in stated.articles:
        found += [Candidate(raw, Source.JSON_LD, raw) for raw in _addresses(article.get("image"))]
    found += stated.microdata("image")
    images = (Candidate(Image(url), each.source, each.raw) for each in found if (url := stated.absolute(each.value)))
    return tuple(dict.fromkeys(images))


def find_canonical_url(reading: Reading) -> str | None:
    """The address that the page gives for itself, made absolute where the caller gave one."""
    stated = reading.stated
    written = (stated.written.canonical or "", *(each.value for each in stated.meta("og:url")))
    return next((address for each in written if each and (address := stated.absolute(each))), None)


def _parts(candidates: Iterable[Candidate[str]]) -> list[str]:
    """The members of lists that are written with commas."""
    return [part.strip() for each in candidates for part in each.value.split(",") if part.strip()]


def _addresses(value: object, depth: int = 0) -> Iterator[str]:
    """The addresses in a value of the JSON-LD: a string, an ImageObject, or a list of them."""
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _addresses(each, depth + 1)
    elif isinstance(value, dict):
        yield from _addresses(value.get("url") or value.get("contentUrl"), depth + 1)
