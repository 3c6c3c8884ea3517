"""The line that names who wrote the article, taken apart into people, their roles and organisations."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from newsclean.article import Byline, Person
from newsclean.lexicon import Lexicon, words_of
from newsclean.parse.name import (
    CJK,
    SHORT_CAPITALS,
    has_role,
    is_agency,
    is_credential,
    is_desk,
    is_login,
    is_organisation,
    is_pen_name,
    is_person_name,
    is_place,
    split_outlet,
    split_role,
    without_credentials,
)
from newsclean.parse.part import ASIDE, LONGEST_LABEL, Label, Part, folded_words_in, names_in, parts_of
from newsclean.parse.timestamp import is_explained

__all__ = [
    "BylineLine",
    "is_organisation",
    "is_person_name",
    "is_prose",
    "may_open",
    "read_author",
    "read_byline",
    "read_editors",
]

LONGEST: Final = 300  # code points; a longer line is prose
MOST_SMALL: Final = 12  # words in small letters; so is a line with more of them
MANY_SMALL: Final = 6  # and one with as many, if they are this share of its words; of 1,916 bylines none has them
SMALL_SHARE: Final = 0.75
FULL_STOP: Final = re.compile("[。！？].")  # one inside a line ends a sentence
SEAM: Final = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=\d)(?=[^\W\d_])")  # where a page may have lost a space
# Whether there is one, from its rarer side, which is found several times faster.
SEAM_OF_LETTERS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[a-zà-öø-ÿ].)")
SEAM_OF_DIGITS: Final = re.compile(r"\d[^\W\d_]")


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


@dataclass(slots=True)
class _Signers:
    """Who has been found so far in one line.

    Attributes:
        people: the persons.
        organisations: the others, each with whether it signs beside people; if not, it is where they work.
        opened: whether a name stands behind a label.
    """

    people: list[Person] = field(default_factory=list)
    organisations: list[tuple[str, bool]] = field(default_factory=list)
    opened: bool = False


def read_byline(line: str, lexicon: Lexicon) -> BylineLine | None:
    """Read a line as a byline; None where a part of it is neither a name, an organisation, a role, a place nor a date.

    'By A and B in Paris' has two people; 'Photo by C' has none, since who took the picture did not write the article;
    'By the time he arrived' is prose: 'the time he arrived' is no name; 'Reporting by A; editing by B' stands at the end. A
    line that pages print for their readers names nobody, though it opens so: '投稿邮箱' is no contribution by one 邮箱.
    """
    if is_prose(line) or FULL_STOP.search(line):
        return None
    signers = _Signers()
    opens_credits = False
    for number, part in enumerate(parts_of(line, lexicon)):
        if opens_credits and part.is_credit:
            return None
        opens_credits |= part.is_credit and number == 0
        if not _sign(part, signers, lexicon):
            return None
    byline = _byline(line, signers)
    if byline is None or (signers.opened and lexicon.whole_cue(tuple(words_of(line)))):
        return None
    return BylineLine(byline, signers.opened)


def is_prose(line: str) -> bool:
    """Whether a line is too long for a byline, or most of it is in small letters."""
    if len(line) > LONGEST:
        return True
    words = line.split()
    small = sum(map(str.islower, words))
    return small > MOST_SMALL or (small >= MANY_SMALL and small > SMALL_SHARE * len(words))


def may_open(line: str, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a line could open as bylines do, since a label such as 'by' stands somewhere in it.

    It says yes to much that does not open so, and never no to what does, glued words included ('2015By Suvi Tamm'). Where few
    lines are bylines it is to be asked first, as to read a line takes ten times as long.

    Args:
        line: printed text.
        words: those of the line, as the lexicon compares them.
        lexicon: the words of bylines.
    """
    if has_seam(line) or "・" in line or (("(" in line or "（" in line) and ASIDE.search(line)):  # which few lines have
        words = folded_words_in(SEAM.sub(" ", ASIDE.sub(" ", line)))
    if lexicon.author_openers.isdisjoint(words):
        return False
    starts = [start for start, word in enumerate(words) if word in lexicon.author_openers]
    phrases = [words[start : start + size] for start in starts for size in range(1, LONGEST_LABEL + 1)]
    return not (lexicon.by.isdisjoint(phrases) and lexicon.names["before_colon"].isdisjoint(phrases))


def has_seam(line: str) -> bool:
    """Whether a line may have lost a space between two words."""
    return SEAM_OF_LETTERS.search(line) is not None or SEAM_OF_DIGITS.search(line) is not None


def read_author(value: str, lexicon: Lexicon) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """People and organisations in a value that metadata calls the author. What is no name is left out.

    A single word is a name here: the metadata has said that it is one. 'More posts by Suvi Tamm' names an author too, while in
    print it is a link to other texts. 'admin' is what a system says where nobody has said who it was.
    """
    if tuple(words_of(value)) in lexicon.names["nobody"]:
        return (), ()
    signers = _Signers()
    for part in parts_of(_without_archive(value, lexicon), lexicon) if len(value) <= LONGEST else ():
        if not _sign(part._replace(is_sure=True, takes_logins=True), signers, lexicon):
            break
    byline = _byline(value, signers)
    if byline is None:
        return (), ()
    named = tuple(person for person in byline.people if not person.name.islower())
    return named or byline.people, byline.organisations


def read_editors(line: str, lexicon: Lexicon) -> tuple[Person, ...]:
    """The people whom a line names as its editors, with what it calls them: '（责任编辑：林若溪）'."""
    if len(line) > LONGEST or lexicon.editor_openers.isdisjoint(line):  # each a character, as all words of these languages
        return ()
    parts = [part for part in parts_of(line, lexicon) if part.edits]
    names = [(name, part.edits) for part in parts for name in names_in(part.text, lexicon)]
    return tuple(Person(name, role) for name, role in names if is_person_name(name, lexicon))


def _byline(line: str, signers: _Signers) -> Byline | None:
    organisations = dict.fromkeys(name for name, signs in signers.organisations if signs or not signers.people)
    if not signers.people and not organisations:
        return None
    return Byline(line, tuple(dict.fromkeys(signers.people)), tuple(organisations))


def _sign(part: Part, signers: _Signers, lexicon: Lexicon) -> bool:
    """Add whom a part names to the signers; False where it says something else.

    Behind a name that a label has announced, words without a label are the section: 'by Suvi Tamm | Harbour Life'.
    """
    if part.label in (Label.OTHER, Label.WHEN):
        return True
    is_section = part.label is None and signers.opened
    is_behind = bool(signers.people or signers.organisations)
    for name in names_in(part.text, lexicon):
        if (signers.people and _describes(name, signers, lexicon)) or is_section or _is_rest(name, signers, lexicon):
            continue
        if not _sign_name(name, part, signers, lexicon, is_behind=is_behind):
            return False
        signers.opened |= part.opens and bool(signers.people or signers.organisations)
    return True


def _is_rest(text: str, signers: _Signers, lexicon: Lexicon) -> bool:
    """Whether words behind a name that a label has announced name nobody: '2 others', 'baker on the island'."""
    if not signers.people or not signers.opened:
        return False
    words = tuple(word for word in words_of(text) if not word.isdigit())
    return words in lexicon.names["rest"] or (text.islower() and text.isascii() and " " in text)


def _describes(text: str, signers: _Signers, lexicon: Lexicon) -> bool:
    """Whether words behind a person tell about that person; a role is noted."""
    person = signers.people[-1]
    if is_credential(text, person.name, lexicon) and not is_agency(text, lexicon):
        return True
    name, _ = split_role(text, lexicon)
    if not has_role(text, lexicon) or (text.endswith(name) and name != text):
        return False
    signers.people[-1] = replace(person, role=person.role or text)
    return True


def _sign_name(name: str, part: Part, signers: _Signers, lexicon: Lexicon, *, is_behind: bool) -> bool:
    """Add a name to the signers; False where it is none and has no business in a byline."""
    person, outlet = split_outlet(without_credentials(name, lexicon), lexicon)
    bare, role = split_role(person, lexicon)
    if role or is_person_name(bare, lexicon):
        signers.people.append(Person(bare, role))
        signers.organisations += [(outlet, True)] if outlet and is_agency(outlet, lexicon) else []
    elif has_role(name, lexicon):  # 'By Staff Writer' stands for the desk; without a label it describes somebody else
        signers.organisations += [(name, False)] if part.is_sure and is_desk(name, lexicon) else []
    elif is_organisation(name, lexicon) or (part.is_sure and name.isupper() and SHORT_CAPITALS.fullmatch(name)):
        is_labelled = part.label is Label.AUTHOR
        if is_labelled and not (part.is_sure or " " in name or CJK.search(name)):  # 'Author Archive'
            return False
        signs = is_labelled or is_agency(name, lexicon)
        signers.organisations.append((name, signs and not part.is_source))
    elif _is_single_name(name, part, signers, lexicon, is_behind=is_behind):
        signers.people.append(Person(name))
    else:
        is_source = part.label is Label.AUTHOR and not part.is_sure and CJK.search(name) is not None
        return is_source or _goes_with_byline(name, lexicon)
    return True


def _is_single_name(name: str, part: Part, signers: _Signers, lexicon: Lexicon, *, is_behind: bool) -> bool:
    """Whether a word alone is a name: only where one is announced, and not beside a full name, as 'Berlin' may stand there."""
    is_cjk = CJK.search(name) is not None
    is_beside = is_behind or any(" " in person.name for person in signers.people)
    may_stand = (part.is_sure or bool(signers.people)) if is_cjk else (part.is_sure and not is_beside)
    if not may_stand or is_explained(words_of(name), lexicon):
        return False
    return is_pen_name(name, lexicon) or (part.takes_logins and is_login(name, lexicon))


def _goes_with_byline(text: str, lexicon: Lexicon) -> bool:
    """Whether words may stand in a byline without being a name: a place, words of a date, a section."""
    words = words_of(text)
    is_known = is_place(text, lexicon) or is_place(text.partition(" ")[2], lexicon) or is_explained(words, lexicon)
    return is_known or (len(words) <= 3 and all(part[:1].isupper() for part in text.split()))


def _without_archive(value: str, lexicon: Lexicon) -> str:
    """A value less the words of a link to the author's other texts: 'View all posts by'."""
    words = value.split()
    sizes = (size for size in range(min(5, len(words) - 1), 0, -1))
    led = next((size for size in sizes if tuple(words_of(" ".join(words[:size]))) in lexicon.names["archives"]), 0)
    return " ".join(words[led:])
