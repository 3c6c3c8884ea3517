"""The headline: the printed one, and only where none is printed what the metadata says."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from newsclean.category import Role, Source
from newsclean.document import Block
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading
from newsclean.fields.stated import plain
from newsclean.lexicon import words_of

DASH: Final = re.compile(r"\s+[-–—|·•»:]\s+|:\s+")
BETWEEN: Final = " \t-–—|·•:/"  # what stands between a headline and the label before it or the summary behind it


def find_headlines(reading: Reading) -> tuple[Candidate[str], ...]:
    """Candidates, best first. Metadata is written for search engines: shortened, reworded, the site's name behind it."""
    stated = tuple(_stated(reading))
    titles = {tuple(words_of(each.value)) for each in stated}
    source = reading.printed_source
    printed = (Candidate(_headline_in(block, titles), source, block.text) for block in reading.printed(Role.HEADLINE))
    return tuple(dict.fromkeys((*printed, *stated)))


def _headline_in(block: Block, titles: Collection[tuple[str, ...]]) -> str:
    """The printed headline, less a label or a summary that stands in an element of its own in the same heading.

    What is left has to be a title of the page, word for word: many headings set a part of the headline apart.
    """
    if tuple(words_of(block.text)) in titles:
        return block.text
    edges = {edge for mark in block.marks for edge in (mark.start, mark.end)}
    parts = (part.strip(BETWEEN) for edge in sorted(edges) for part in (block.text[:edge], block.text[edge:]))
    return next((part for part in parts if part and tuple(words_of(part)) in titles), block.text)


def _stated(reading: Reading) -> Iterator[Candidate[str]]:
    yield from reading.stated.json_ld("headline")
    yield from reading.stated.microdata("headline")
    sites = reading.stated.site_names
    titles = [*reading.stated.meta("og:title", "twitter:title", "dc.title")]
    if title := reading.document.meta.title:
        titles.append(Candidate(plain(title), Source.META, title))
    for each in titles:
        yield each._replace(value=_without_site(each.value, sites))


def _without_site(title: str, sites: Collection[str]) -> str:
    """The title less the name of the site at its end or its beginning, where the page says elsewhere what that name is."""
    dashes = list(DASH.finditer(title))
    if dashes and " ".join(words_of(title[dashes[-1].end() :])) in sites:
        return title[: dashes[-1].start()]
    if dashes and " ".join(words_of(title[: dashes[0].start()])) in sites:
        return title[dashes[0].end() :]
    return title
