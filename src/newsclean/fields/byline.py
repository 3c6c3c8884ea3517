"""The byline: people and organisations that sign the article."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from newsclean.article import Byline, Person
from newsclean.category import Role, Source
from newsclean.document import Block, Mark
from newsclean.fields.candidate import Candidate
from newsclean.fields.json_ld import Entity, is_a
from newsclean.fields.reading import Reading
from newsclean.fields.stated import plain
from newsclean.lexicon import words_of
from newsclean.parse.byline import read_author, read_byline

AUTHOR_TAGS: Final = (
    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "byl",
    "cxenseparse:author",
)  # fmt: skip
# Looked for in small letters, which is ten times as fast as to ignore the case.
AUTHOR_TOKEN: Final = re.compile(r"(?<![a-z])(?:author|by-?line|autor|auteur|autore|verfasser|writer|fn)(?![a-z])")
OTHER_TOKEN: Final = re.compile(r"bio|about|comment|avatar|image|img|photo|social|related|date|time|title|role|box")
AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|people|profiles?|profil|contributors?|staff|writers?|by|journalists?|reporters?"
    r"|users?)/[\w%@.-]",
    re.IGNORECASE,
)

Names = frozenset[tuple[str, ...]]


def find_bylines(reading: Reading) -> tuple[Candidate[Byline], ...]:
    """Candidates, best first: people before organisations alone, then what more places agree on, then the more trusted place.

    A name that is also the site's is one of an organisation, whatever the page says of it.
    """
    printed = (*_in_marks(reading), *_in_lines(reading))
    places = [
        [(moved := _with_site_moved(each, reading), names_of(moved.value)) for each in place]
        for place in (_in_json_ld(reading), _in_meta(reading), _in_microdata(reading), printed)
    ]
    votes = Counter(names for place in places for names in {names for _, names in place})
    found = sorted(
        chain.from_iterable(places),
        key=lambda each: (_names_the_site_alone(each[0].value, reading), not each[0].value.people, -votes[each[1]]),
    )
    lines = {names: each.raw for each, names in reversed(found) if each.source is reading.printed_source}
    line = next((block.text for block in reading.printed(Role.BYLINE)), None)
    known = [(_words(person.name), person) for each, _ in found for person in each.value.people]
    return tuple(
        each._replace(value=_completed(replace(each.value, raw=line or lines.get(names)), known)) for each, names in found
    )


def names_of(byline: Byline) -> Names:
    """The names of a byline as they are compared: two places agree that have the same, in any order and case."""
    return frozenset(_words(name) for name in (*(person.name for person in byline.people), *byline.organisations))


def _completed(byline: Byline, known: Iterable[tuple[tuple[str, ...], Person]]) -> Byline:
    """The byline with what other places say of the same people."""
    people = []
    for person in byline.people:
        name = _words(person.name)
        others = [other for words, other in known if words == name]
        role = next((other.role for other in (person, *others) if other.role), None)
        url = next((other.url for other in (person, *others) if other.url), None)
        people.append(Person(person.name, role, url))
    return replace(byline, people=tuple(people))


def _words(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


def _in_json_ld(reading: Reading) -> Iterator[Candidate[Byline]]:
    for article in reading.stated.articles:
        entities = list(reading.stated.entities(article.get("author") or article.get("creator")))
        raw = ", ".join(each.text for each in entities)
        yield from _joined((_read_entity(each, reading) for each in entities), Source.JSON_LD, raw)


def _in_meta(reading: Reading) -> Iterator[Candidate[Byline]]:
    for each in (*reading.stated.meta(*AUTHOR_TAGS), *_in_preview(reading)):
        yield from _joined([_read_name(each.value, reading)], each.source, each.raw)


def _in_preview(reading: Reading) -> Iterator[Candidate[str]]:
    """The author in the labels that pages write for previews of their links: 'Written by' and a name, in the page's language."""
    for number in "12":
        labels = (tuple(words_of(each.value)) for each in reading.stated.meta(f"twitter:label{number}"))
        if any(label in reading.lexicon.by for label in labels):
            yield from reading.stated.meta(f"twitter:data{number}")


def _in_microdata(reading: Reading) -> Iterator[Candidate[Byline]]:
    for each in reading.stated.microdata("author", "creator"):
        yield from _joined([_read_name(each.value, reading)], each.source, each.raw)


def _in_lines(reading: Reading) -> Iterator[Candidate[Byline]]:
    """The printed byline, as one, whether it stands in one line or in several."""
    blocks = [block for block in reading.printed(Role.BYLINE) if not _is_for_others(block, 0, reading)]
    lines = [line.byline for block in blocks if (line := read_byline(block.text, reading.lexicon))]
    yield from _joined(lines, reading.printed_source, " ".join(block.text for block in blocks))


def _in_marks(reading: Reading) -> Iterator[Candidate[Byline]]:
    """The names near the headline that the page marks as the author's or links to the author's page, by line."""
    for block in {block.order: block for block in (*reading.head(), *reading.around())}.values():
        marks = [mark for mark in block.marks if _says_author(mark.tokens, mark) or _leads_to_author(mark, block, reading)]
        # An element around another one holds the 'By' as well.
        inner = [mark for mark in marks if not any(_holds(mark, other) for other in marks)]
        named = [_read_mark(mark, block, reading) for mark in inner if not _is_for_others(block, mark.start, reading)]
        box = reading.document.containers[block.container].tokens
        if not marks and _says_author(box) and not _is_for_others(block, 0, reading):
            named = [_read_name(block.text, reading)]
        if named:
            yield from _joined(named, reading.printed_source, block.text)


def _read_mark(mark: Mark, block: Block, reading: Reading) -> Byline:
    return _described(_read_name(block.text[mark.start : mark.end], reading), None, mark.href, reading)


def _says_author(tokens: str, mark: Mark | None = None) -> bool:
    """Whether the names of an element say that it holds the author, and not something about them: 'author-bio'."""
    if mark and ("author" in mark.rel or mark.itemprop in ("author", "creator")):
        return True
    names = tokens.lower()
    return bool(AUTHOR_TOKEN.search(names)) and not OTHER_TOKEN.search(names)


def _leads_to_author(mark: Mark, block: Block, reading: Reading) -> bool:
    """Whether a link leads to a page about somebody who writes there. Above the headline such a link is a menu's: 'Sign in'."""
    href = mark.href or ""
    return bool(AUTHOR_PATH.search(href)) and reading.stated.is_of_site(href) and not reading.is_above(block)


def _holds(outer: Mark, inner: Mark) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and (outer.start, outer.end) != (inner.start, inner.end)


def _is_for_others(block: Block, at: int, reading: Reading) -> bool:
    """Whether the words before a place in a line say that who follows did other work: 'Photo by', 'Reviewed by', 'Contact:'."""
    lead = block.text[:at].rstrip() or reading.label_before(block, reading.lexicon.not_author)
    words = words_of(lead)
    ends = [tuple(words[start:]) for start in range(len(words))]
    if any(end in reading.lexicon.not_author for end in ends):
        return True
    return lead.endswith(":") and not any(end in reading.lexicon.by for end in ends)


def _read_entity(entity: Entity, reading: Reading) -> Byline:
    """One author of the JSON-LD."""
    name, item = plain(entity.text), entity.item
    if is_a(item, "organization"):
        return Byline(None, (), (name,))
    role = next((plain(each.text) for each in reading.stated.entities(item.get("jobTitle"))), None)
    url = item.get("url")
    return _described(_read_name(name, reading), role, url if isinstance(url, str) else None, reading)


def _read_name(text: str, reading: Reading) -> Byline:
    """What a place that is there for the author says, be it people or the site itself, whose name may have any form."""
    if _is_site(text, reading):
        return Byline(None, (), (text,))
    people, organisations = read_author(text, reading.lexicon)
    return Byline(None, people, organisations)


def _described(byline: Byline, role: str | None, url: str | None, reading: Reading) -> Byline:
    """A byline with what its place says of the one person that it names."""
    if len(byline.people) != 1:
        return byline
    person = byline.people[0]
    address = reading.stated.absolute(url) if url else None
    return replace(byline, people=(Person(person.name, role or person.role, address or person.url),))


def _joined(parts: Iterable[Byline], source: Source, raw: str) -> Iterator[Candidate[Byline]]:
    parts = list(parts)
    people = {_words(person.name): person for part in reversed(parts) for person in reversed(part.people)}
    organisations = dict.fromkeys(name for part in parts for name in part.organisations)
    if people or organisations:
        yield Candidate(Byline(None, tuple(reversed(people.values())), tuple(organisations)), source, raw)


def _with_site_moved(candidate: Candidate[Byline], reading: Reading) -> Candidate[Byline]:
    byline = candidate.value
    moved = [person for person in byline.people if _is_site(person.name, reading)]
    people = tuple(person for person in byline.people if person not in moved)
    organisations = tuple(dict.fromkeys((*byline.organisations, *(person.name for person in moved))))
    return candidate._replace(value=Byline(None, people, organisations))


def _names_the_site_alone(byline: Byline, reading: Reading) -> bool:
    """Whether a byline says no more than the page's address does: any other author is better, an agency too."""
    return not byline.people and all(_is_site(name, reading) for name in byline.organisations)


def _is_site(name: str, reading: Reading) -> bool:
    return " ".join(words_of(name)) in reading.stated.site_names
