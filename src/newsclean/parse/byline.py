"""The line that names who wrote the article, taken apart into people, their roles and organisations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsclean.article import Byline, Person
from newsclean.lexicon import Lexicon, words_of
from newsclean.parse.timestamp import find_timestamps

LONGEST: Final = 160  # code points; a longer line is prose
SEPARATOR: Final = re.compile(r"\s*[|•·/;&、，,]\s*|\s+[–—-]\s+|\n")
TRIMMED: Final = " \t|•·,;:–—-/()"
NAME_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\u2010\u2011-])*\.?")
CJK_NAME: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2,6}(?:[ ・·][\u3040-\u30ff\u4e00-\u9fff]{1,8})?")
HANDLE: Final = re.compile(r"\S*@\S+|https?://\S+")
NAME_LENGTHS: Final = range(2, 6)


@dataclass(frozen=True, slots=True)
class BylineLine:
    """What a line says when it is read as a byline.

    Attributes:
        byline: the people and organisations.
        opened: whether it opens as bylines do ('By ...'). Without that a name alone may be a heading or a menu entry, and the
            place of the line has to vouch for it.
    """

    byline: Byline
    opened: bool


def read_byline(line: str, lexicon: Lexicon) -> BylineLine | None:
    """Read a line as a byline; None where a part of it is neither a name, an organisation, a role, a place nor a date.

    'By A and B in Paris' has two people; 'Photo by C' has none, since who took the picture did not write the article;
    'By the time he arrived' is prose: 'the time he arrived' is no name.
    """
    text = HANDLE.sub(" ", line)
    if not 0 < len(text) <= LONGEST:
        return None
    for found in reversed(find_timestamps(text, lexicon)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    people: list[Person] = []
    organisations: list[str] = []
    opened = False
    for piece in _pieces(text, lexicon):
        opener = _opening(piece, lexicon.by)
        if _opening(piece, lexicon.not_author):
            continue
        opened = opened or bool(opener)
        for name in _names_in(piece[opener:].strip(TRIMMED), lexicon):
            if is_organisation(name, lexicon):
                organisations.append(name)
            elif is_person_name(name, lexicon):
                people.append(Person(name))
            elif people and _is_role(name, lexicon):
                people[-1] = Person(people[-1].name, people[-1].role or name, people[-1].url)
            elif not _goes_with_byline(name, lexicon):
                return None
    if not people and not organisations:
        return None
    return BylineLine(Byline(line, tuple(dict.fromkeys(people)), tuple(dict.fromkeys(organisations))), opened)


def read_author(value: str, lexicon: Lexicon) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """People and organisations in a value that metadata calls the author. What is no name is left out."""
    line = read_byline(value, lexicon)
    return (line.byline.people, line.byline.organisations) if line else ((), ())


def is_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is one of an agency, a desk or an outlet: the lexicon knows it, or a word of it says so."""
    words = words_of(name)
    return tuple(words) in lexicon.agencies or any(word in lexicon.organisation_words for word in words)


def is_person_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a text has the form of a person's name: two to five capitalised words, or a few characters in CJK."""
    if CJK_NAME.fullmatch(name):
        return True
    words = name.split()
    if len(words) not in NAME_LENGTHS or not all(NAME_WORD.fullmatch(word) for word in words):
        return False
    bare = [word.casefold().strip(".") for word in words]
    if any(word in lexicon.months for word in bare) or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(
        word[0].isupper() or word in lexicon.particles or not word[0].islower()
        for word in words
    ) and not any(word in lexicon.stop_words and word not in lexicon.particles and len(word) > 1 for word in bare)


def _pieces(text: str, lexicon: Lexicon) -> Iterator[str]:
    for piece in SEPARATOR.split(text):
        trimmed = piece.strip(TRIMMED)
        if trimmed:
            yield trimmed


def _opening(text: str, phrases: frozenset[tuple[str, ...]]) -> int:
    """How many code points of a text one of the phrases takes at its beginning; 0 if none stands there."""
    ends = [m.end() for m in re.finditer(r"[^\W_]+", text)][:5]
    for end in reversed(ends):
        if tuple(words_of(text[:end])) in phrases:
            return end
    single = words_of(text[:2])
    return len(single[0]) if single and (single[0],) in phrases and not text[:1].isascii() else 0


def _names_in(text: str, lexicon: Lexicon) -> list[str]:
    """Cut at the words that join names ('and'); what follows 'in' is a place and what follows 'for' an outlet, so it is left out."""
    names: list[list[str]] = [[]]
    leads_away = False
    for word in text.split():
        key = tuple(words_of(word))
        if names[-1] and key in lexicon.joiners:
            names.append([])
            leads_away = False
        elif names[-1] and word.islower() and (key in lexicon.places or key in lexicon.outlets):
            leads_away = True
        elif not leads_away:
            names[-1].append(word)
    return [" ".join(name).strip(TRIMMED) for name in names if name]


def _is_role(name: str, lexicon: Lexicon) -> bool:
    words = words_of(name)
    return any(tuple(words[start:end]) in lexicon.roles for start in range(len(words)) for end in range(start + 1, len(words) + 1))


def _goes_with_byline(name: str, lexicon: Lexicon) -> bool:
    """Whether a part of a byline may stand there without being a name: a word of a date, a place, a role."""
    words = words_of(name)
    if not words or _is_role(name, lexicon):
        return True
    known = (lexicon.weekdays, lexicon.published, lexicon.modified, lexicon.between)
    if tuple(words) in {phrase for group in known for phrase in group} or all(word in lexicon.zones for word in words):
        return True
    return len(words) <= 3 and all(part[:1].isupper() for part in name.split())
