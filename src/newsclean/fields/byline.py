"""The byline: people and organisations that sign the article."""

import html
from collections.abc import Iterator
from dataclasses import replace

from newsclean.article import Byline, Person
from newsclean.category import Role, Source
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading, texts_of, types_of
from newsclean.lexicon import words_of
from newsclean.parse.byline import read_author, read_byline


def find_bylines(reading: Reading) -> tuple[Candidate[Byline], ...]:
    """Candidates, best first: those that name people before those that name organisations only, JSON-LD before print.

    A name that is also the publisher's is an organisation, whatever the page says of it.
    """
    publishers = {tuple(words_of(name)) for name in _publisher_names(reading)}
    printed = next((block.text for block in reading.printed(Role.BYLINE)), None)
    found = []
    for candidate in _candidates(reading):
        byline = _without_publishers(candidate.value, publishers)
        if byline.people or byline.organisations:
            found.append(replace(candidate, value=replace(byline, raw=printed)))
    return tuple(sorted(found, key=lambda each: not each.value.people))


def _candidates(reading: Reading) -> Iterator[Candidate[Byline]]:
    for article in reading.articles():
        authors = article.get("author") or article.get("creator")
        byline = _from_json_ld(authors, reading)
        if byline:
            yield Candidate(byline, Source.JSON_LD, ", ".join(texts_of(authors)))
    blocks = list(reading.printed(Role.BYLINE))
    lines = [line.byline for block in blocks if (line := read_byline(block.text, reading.lexicon))]
    if lines:
        people = tuple(dict.fromkeys(person for line in lines for person in line.people))
        organisations = tuple(dict.fromkeys(name for line in lines for name in line.organisations))
        yield Candidate(Byline(None, people, organisations), reading.printed_source, blocks[0].text)
    for source, raw in reading.meta("author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "byl"):
        yield from _from_text(raw, source, reading)
    for raw in reading.microdata("author"):
        yield from _from_text(raw, Source.MICRODATA, reading)


def _from_text(raw: str, source: Source, reading: Reading) -> Iterator[Candidate[Byline]]:
    people, organisations = read_author(html.unescape(raw), reading.lexicon)
    if people or organisations:
        yield Candidate(Byline(None, people, organisations), source, raw)


def _from_json_ld(value: object, reading: Reading) -> Byline | None:
    """The authors of a JSON-LD article: a string, an object, or a list of either."""
    people: list[Person] = []
    organisations: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        for raw in texts_of(each):
            found, others = read_author(html.unescape(raw), reading.lexicon)
            if isinstance(each, dict) and "organization" in types_of(each):
                organisations.append(html.unescape(raw))
            elif isinstance(each, dict) and len(found) == 1:
                people.append(replace(found[0], role=_text(each.get("jobTitle")) or found[0].role, url=_text(each.get("url"))))
            else:
                people += found
                organisations += others
    if not people and not organisations:
        return None
    return Byline(None, tuple(dict.fromkeys(people)), tuple(dict.fromkeys(organisations)))


def _text(value: object) -> str | None:
    return next(texts_of(value), None)


def _publisher_names(reading: Reading) -> Iterator[str]:
    for article in reading.articles():
        yield from texts_of(article.get("publisher"))
    yield from (content for _, content in reading.meta("og:site_name", "application-name"))


def _without_publishers(byline: Byline, publishers: set[tuple[str, ...]]) -> Byline:
    people = tuple(person for person in byline.people if tuple(words_of(person.name)) not in publishers)
    moved = tuple(person.name for person in byline.people if tuple(words_of(person.name)) in publishers)
    return replace(byline, people=people, organisations=tuple(dict.fromkeys((*byline.organisations, *moved))))
