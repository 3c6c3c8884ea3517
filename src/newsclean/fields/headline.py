"""The headline: the printed one, and only where none is printed what the metadata says."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from newsclean.category import Kind, Role, Source
from newsclean.document import Block
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading
from newsclean.fields.stated import plain
from newsclean.lexicon import words_of
from newsclean.read.text import without_marks

DASH: Final = re.compile(r"\s+[-–—|·•»:]\s+|:\s+")
BESIDE: Final = 5  # blocks between a title for search engines and the headline
QUOTED: Final = "the article's own data quote it"
PRINTED: Final = "it is printed as the headline"
STATED: Final = "metadata counts only where no headline is printed"
BETWEEN: Final = " \t-–—|·•:/"  # what stands between a headline and the label before it or the summary behind it


def find_headlines(reading: Reading) -> tuple[Candidate[str], ...]:
    """Candidates, best first. Metadata is written for search engines: shortened, reworded, the site's name behind it."""
    stated = tuple(_stated(reading))
    titles = {tuple(words_of(each.value)) for each in stated}
    source = reading.printed_source
    told = reading.printed(Role.HEADLINE)
    printed = (Candidate(_headline_in(block, titles, reading), source, block.text, PRINTED) for block in told)
    quoted = (Candidate(block.text, source, block.text, QUOTED) for block in _quoted(told[0], stated, reading)) if told else ()
    return tuple(dict.fromkeys((*quoted, *printed, *(each._replace(because=STATED) for each in stated))))


def _quoted(told: Block, stated: Sequence[Candidate[str]], reading: Reading) -> Iterator[Block]:
    """The heading that is the article's by its own data, word for word, where the block that was told is not.

    Some systems print the title for search engines in front of it, as the only h1 and often out of sight. The page's other
    titles are those of search engines; they count only where the block that was told is none of them.
    """
    own = {tuple(words_of(each.value)) for each in stated if each.source in (Source.JSON_LD, Source.MICRODATA)}
    titles = {tuple(words_of(each.value)) for each in stated}
    words = reading.words[told.order]
    if words in own or not titles:
        return
    blocks = reading.document.blocks
    near = blocks[max(told.order - BESIDE, 0) : told.order + BESIDE + 1]
    for known, looked_at in ((own, near), (titles, blocks if words not in titles else ())):
        if found := next(
            (each for each in looked_at if each.kind is Kind.CROSSHEAD and reading.words[each.order] in known), None
        ):
            yield found
            return


def _headline_in(block: Block, titles: Collection[tuple[str, ...]], reading: Reading) -> str:
    """The printed headline, less a label or a summary that stands in an element of its own in the same heading.

    What is left has to be a title of the page, word for word: many headings set a part of the headline apart.
    """
    if not reading.document.is_html:
        return without_marks(block.text)
    if reading.words[block.order] in titles:
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
