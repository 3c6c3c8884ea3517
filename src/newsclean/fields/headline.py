"""The headline: the printed one, and only where none is printed what the metadata says."""

import html
from collections.abc import Iterator

from newsclean.category import Role, Source
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading, texts_of


def find_headlines(reading: Reading) -> tuple[Candidate[str], ...]:
    """Candidates, best first. Metadata is written for search engines: shortened, reworded, the site's name behind it."""
    return tuple(dict.fromkeys(_candidates(reading)))


def _candidates(reading: Reading) -> Iterator[Candidate[str]]:
    for block in reading.printed(Role.HEADLINE):
        yield Candidate(block.text, reading.printed_source, block.text)
    for article in reading.articles():
        for raw in texts_of(article.get("headline")):
            yield Candidate(html.unescape(raw), Source.JSON_LD, raw)
    for raw in reading.microdata("headline"):
        yield Candidate(raw, Source.MICRODATA, raw)
    sites = {content for _, content in reading.meta("og:site_name", "application-name")}
    for source, raw in reading.meta("og:title", "twitter:title", "dc.title"):
        yield Candidate(_without_site(raw, sites), source, raw)
    title = reading.document.meta.title
    if title:
        yield Candidate(_without_site(title, sites), Source.META, title)


def _without_site(title: str, sites: set[str]) -> str:
    """The title less the name of the site behind it, where the page says what that name is."""
    for site in sorted(sites):
        for dash in (" - ", " | ", " – ", " — ", " · ", ": "):
            title = title.removesuffix(dash + site)
    return title
