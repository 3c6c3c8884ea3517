"""The byline: people and organisations that sign the article."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsclean.article import Byline, Person
from newsclean.category import Role, Source
from newsclean.entities import AUTHOR_TAGS, Entity, is_a
from newsclean.fields.candidate import Candidate
from newsclean.fields.printed_bylines import (
    described,
    find_bare_bylines,
    find_editors,
    find_lone_names,
    find_marked_bylines,
    find_opened_bylines,
    find_signatures,
    is_site,
    joined,
    names_of,
    read_name,
)
from newsclean.fields.reading import Reading
from newsclean.fields.stated import plain
from newsclean.lexicon import words_of
from newsclean.parse.name import in_small_letters

__all__ = ["find_bylines", "names_of"]

Found = tuple[Candidate[Byline], frozenset[tuple[str, ...]]]  # a byline and the names in it
Known = Sequence[tuple[tuple[str, ...], Person]]  # each person that is named somewhere, with the words of the name


def find_bylines(reading: Reading) -> tuple[Candidate[Byline], ...]:
    """Candidates, best first: people before organisations alone, then what more places agree on, then the more trusted place.

    A name that is also the site's is one of an organisation, whatever the page says of it. The rest of the page is asked only
    where nobody is named near the headline or in the metadata.
    """
    stated = [_prepared(find(reading), reading) for find in (_in_json_ld, _in_meta, _in_microdata, find_opened_bylines)]
    is_html = reading.document.is_html
    other: list[list[Found]] = [_prepared(find_marked_bylines(reading), reading)] if is_html else []
    for find in (find_bare_bylines,) if is_html else (find_bare_bylines, find_lone_names):
        if not any((*stated, *other)):
            other.append(_prepared(find(reading), reading))
    for find in (find_signatures, find_editors):
        if not any(each.value.people for each, _ in chain(*stated, *other)):
            other.append(_prepared(find(reading), reading))
    places = (*stated, *other)
    counted = [
        (each, _votes(each, places, takes_parts=place in stated or _all_have_pages(each[0].value)))
        for place in places
        for each in place
    ]
    counted.sort(key=lambda each: (_names_the_site_alone(each[0][0].value, reading), not each[0][0].value.people, -each[1]))
    found = [each for each, _ in counted]
    votes = [count for _, count in counted]
    lines = {names: each.raw for each, names in reversed(found) if each.source is reading.printed_source}
    line = next((block.text for block in reading.printed(Role.BYLINE)), None)
    known = [(_words(person.name), person) for each, _ in found for person in each.value.people]
    lines_of = [line or lines.get(names) for _, names in found]
    return tuple(
        each._replace(value=_completed(each, printed, known, reading), because=_because(each.value, count, reading))
        for (each, _), printed, count in zip(found, lines_of, votes, strict=True)
    )


def _prepared(place: Iterable[Candidate[Byline]], reading: Reading) -> list[Found]:
    return [(moved := _with_site_moved(each, reading), names_of(moved.value)) for each in place]


def _votes(found: Found, places: Sequence[Sequence[Found]], *, takes_parts: bool) -> int:
    """How many places agree with a byline.

    One that names only some of its people does not speak against the others, where a list of people is to be expected. A line
    that the page marks in part may hold the section as well.
    """
    byline, names = found[0].value, found[1]
    people = {_words(person.name) for person in byline.people} if takes_parts else set()
    return sum(any(other == names or (other < names and names - other <= people) for _, other in place) for place in places)


def _because(byline: Byline, votes: int, reading: Reading) -> str:
    """What gives a byline its place: the same three questions as the order asks."""
    if _names_the_site_alone(byline, reading):
        return "it is the name of the site"
    agree = "one place says so" if votes == 1 else f"{votes} places agree"
    return agree if byline.people else f"it names no person; {agree}"


def _all_have_pages(byline: Byline) -> bool:
    """Whether each name of a byline leads to a page about its bearer, so that none of them is a section."""
    return bool(byline.people) and all(person.url for person in byline.people)


def _completed(candidate: Candidate[Byline], line: str | None, known: Known, reading: Reading) -> Byline:
    """The byline with the line that prints it, and with what other places say of the same people."""
    byline = candidate.value
    spelled = _in_small_letters(byline.people, known, reading) if candidate.raw.isupper() else {}
    people = []
    for person in byline.people:
        words = _words(person.name)
        others = (person, *(other for name, other in known if name == words))
        role = next((other.role for other in others if other.role), None)
        url = next((other.url for other in others if other.url), None)
        people.append(Person(spelled.get(person.name, person.name), role, url))
    return Byline(line, tuple(people), byline.organisations)


def _in_small_letters(people: Iterable[Person], known: Known, reading: Reading) -> dict[str, str]:
    """Names of a line in capitals in small letters: as another place has them, else by rule.

    Not on Turkish pages, whose two letters I cannot be told apart by rule.
    """
    if any(each.value.lower().startswith(("tr", "az")) for each in reading.languages[:1]):
        return {}
    spelled = {words: person.name for words, person in known if not person.name.isupper()}
    return {each.name: spelled.get(_words(each.name)) or in_small_letters(each.name, reading.lexicon) for each in people}


def _words(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


def _in_json_ld(reading: Reading) -> Iterator[Candidate[Byline]]:
    for article in reading.stated.articles:
        entities = list(reading.stated.entities(article.get("author") or article.get("creator")))
        raw = ", ".join(each.text for each in entities)
        yield from joined((_read_entity(each, reading) for each in entities), Source.JSON_LD, raw)


def _in_meta(reading: Reading) -> Iterator[Candidate[Byline]]:
    """What each kind of tag says; one that stands there several times names several people."""
    for name in AUTHOR_TAGS:
        tags = list(reading.stated.meta(name))
        for tag in tags[:1]:
            yield from joined((read_name(each.value, reading) for each in tags), tag.source, ", ".join(each.raw for each in tags))
    for each in _in_preview(reading):
        yield from joined([read_name(each.value, reading)], each.source, each.raw)


def _in_preview(reading: Reading) -> Iterator[Candidate[str]]:
    """The author in the labels that pages write for previews of their links: 'Written by' and a name, in the page's language."""
    for number in "12":
        labels = (tuple(words_of(each.value)) for each in reading.stated.meta(f"twitter:label{number}"))
        if any(label in reading.lexicon.by for label in labels):
            yield from reading.stated.meta(f"twitter:data{number}")


def _in_microdata(reading: Reading) -> Iterator[Candidate[Byline]]:
    for each in reading.stated.microdata("author", "creator"):
        yield from joined([read_name(each.value, reading)], each.source, each.raw)


def _read_entity(entity: Entity, reading: Reading) -> Byline:
    """One author of the JSON-LD."""
    name, item = plain(entity.text), entity.item
    if is_a(item, "organization"):
        return Byline(None, (), (name,))
    role = next((plain(each.text) for each in reading.stated.entities(item.get("jobTitle"))), None)
    url = item.get("url")
    return described(read_name(name, reading), role, url if isinstance(url, str) else None, reading)


def _with_site_moved(candidate: Candidate[Byline], reading: Reading) -> Candidate[Byline]:
    byline = candidate.value
    moved = [person for person in byline.people if is_site(person.name, reading)]
    if not moved:
        return candidate
    people = tuple(person for person in byline.people if person not in moved)
    organisations = tuple(dict.fromkeys((*byline.organisations, *(person.name for person in moved))))
    return candidate._replace(value=Byline(None, people, organisations))


def _names_the_site_alone(byline: Byline, reading: Reading) -> bool:
    """Whether a byline says no more than the page's address does: any other author is better, an agency too."""
    return not byline.people and all(is_site(name, reading) for name in byline.organisations)
