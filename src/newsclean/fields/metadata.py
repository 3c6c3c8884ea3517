"""Facts that only the metadata states: publisher, section, tags, image, canonical address."""

import html
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin, urlsplit

from newsclean.article import Image
from newsclean.category import Source
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading, texts_of


def find_publishers(reading: Reading) -> tuple[Candidate[str], ...]:
    """Names of the outlet, best first."""
    found = [*_from_articles(reading, "publisher"), *_from_meta(reading, "og:site_name", "application-name", "dc.publisher")]
    found += [Candidate(raw, Source.MICRODATA, raw) for raw in reading.microdata("publisher") if len(raw) < 80]
    return tuple(dict.fromkeys(found))


def find_sections(reading: Reading) -> tuple[Candidate[str], ...]:
    """Names of the section the article stands in, best first."""
    found = [*_from_articles(reading, "articleSection"), *_from_meta(reading, "article:section", "parsely-section", "section")]
    return tuple(dict.fromkeys(found))


def find_tags(reading: Reading) -> tuple[str, ...]:
    """Keywords, without repeats, in the order of the page."""
    listed = [raw for _, raw in reading.meta("article:tag")]
    for article in reading.articles():
        listed += [part for raw in texts_of(article.get("keywords")) for part in raw.split(",")]
    if not listed:
        listed = [part for _, raw in reading.meta("news_keywords", "keywords") for part in raw.split(",")]
    return tuple(dict.fromkeys(tag for each in listed if (tag := html.unescape(each).strip())))


def find_images(reading: Reading, url: str | None) -> tuple[Candidate[Image], ...]:
    """The lead image, as Open Graph and JSON-LD give it."""
    found = [Candidate(raw, source, raw) for source, raw in reading.meta("og:image", "og:image:url", "twitter:image")]
    for article in reading.articles():
        found += [Candidate(raw, Source.JSON_LD, raw) for raw in _addresses(article.get("image"))]
    return tuple(Candidate(Image(address), each.source, each.raw) for each in found if (address := _absolute(each.value, url)))


def find_canonical_url(reading: Reading, url: str | None) -> str | None:
    """The address that the page gives for itself, made absolute where the caller gave one."""
    written = [reading.document.meta.canonical, *(raw for _, raw in reading.meta("og:url"))]
    return next((address for each in written if each and (address := _absolute(each, url))), None)


def _absolute(written: str, url: str | None) -> str | None:
    """An address with scheme and host, or None where it can't be made one. Broken addresses occur, and are passed over."""
    try:
        address = urljoin(url or "", written)
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _addresses(each)
    elif isinstance(value, Mapping):
        yield from _addresses(value.get("url") or value.get("contentUrl"))


def _from_articles(reading: Reading, name: str) -> Iterator[Candidate[str]]:
    for article in reading.articles():
        for raw in texts_of(article.get(name)):
            yield Candidate(html.unescape(raw), Source.JSON_LD, raw)


def _from_meta(reading: Reading, *names: str) -> Iterator[Candidate[str]]:
    for source, raw in reading.meta(*names):
        yield Candidate(html.unescape(raw), source, raw)
