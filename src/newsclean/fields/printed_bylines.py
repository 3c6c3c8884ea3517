"""The bylines that the page prints, near the headline and under the story."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from newsclean.article import Byline, Person
from newsclean.category import Role, Source
from newsclean.document import Block, Mark
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading
from newsclean.lexicon import words_of
from newsclean.parse.byline import BylineLine, may_open, read_editors
from newsclean.parse.name import CJK, has_role, is_agency, is_person_name
from newsclean.parse.part import COLON, LONGEST_LABEL
from newsclean.parse.timestamp import DIGITS, find_timestamps, is_explained

# Looked for in small letters, which is ten times as fast as to ignore the case.
AUTHOR_TOKEN: Final = re.compile(r"(?<![a-z])(?:authors?(?:name)?|by-?line|autor|auteur|autore|verfasser|writer|fn)(?![a-z])")
OTHER_TOKEN: Final = re.compile(r"bio|about|comment|avatar|image|img|photo|social|related|date|time|title|role|box")
AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|people|profiles?|profil|contributors?|staff|writers?|by|journalists?|reporters?"
    r"|users?)/[\w%@.-]",
    re.IGNORECASE,
)

LONGEST_NAMES: Final = 70  # code points of a line with names alone

Candidates = Iterator[Candidate[Byline]]
Words = tuple[str, ...]


def find_opened_bylines(reading: Reading) -> Candidates:
    """The lines near the headline that say of themselves that they are the byline: 'By Suvi Tamm', 'Text: Suvi Tamm'."""
    over = () if reading.document.is_html else reading.above
    for block in (*reading.head, *reading.around):
        line = None if reading.is_above(block) and block not in over else _read_signature(block, reading)
        if line and not _is_for_others(block, 0, reading):
            yield from joined([line.byline], reading.printed_source, block.text)


def find_marked_bylines(reading: Reading) -> Candidates:
    """The names near the headline that the page marks, and the lines that the rule for bylines has told."""
    yield from _in_marks(reading)
    yield from _in_lines(reading)


def find_bare_bylines(reading: Reading) -> Candidates:
    """The lines under the headline that hold a name and a date, or an agency, and nothing else: '14.02.2015 - Suvi Tamm'.

    Where the agency was may stand behind it: 'AFP, Paris'.
    """
    for block in (*reading.head, *reading.around):
        text = block.text
        names_agency = is_agency(text.partition(",")[0], reading.lexicon)
        if reading.is_above(block) or not (names_agency or DIGITS.search(text)):
            continue
        line = reading.bylines[text]
        if line and (names_agency or (line.byline.people and _is_dated(text, line.byline, reading))):
            yield from joined([line.byline], reading.printed_source, text)


def find_lone_names(reading: Reading) -> Candidates:
    """The names that stand alone in lines right under the headline or beside the date: a text has lost what marked them.

    'Harbour Life' over the date is a section all the same, so what opens a menu above it or follows a picture is not asked.
    """
    found: list[Block] = []
    for block in (*reading.head, *reading.above):
        if found and block.order != found[-1].order + 1:
            break
        if _is_lone_name(block, reading):
            found.append(block)
    if not found:
        found = [block for block in reading.around if _is_told_over_date(block, reading)][:1]
    lines = [line.byline for block in found if (line := reading.bylines[block.text])]
    if any(line.people for line in lines):  # beside them 'News' is the section
        lines = [line for line in lines if line.people or all(is_agency(each, reading.lexicon) for each in line.organisations)]
    yield from joined(lines, reading.printed_source, " ".join(block.text for block in found))


def _is_told_over_date(block: Block, reading: Reading) -> bool:
    """Whether a name behind the first paragraph, most often a summary, stands right over the date, and looks like the byline."""
    after = reading.document.blocks[block.order + 1 : block.order + 2]
    is_dated = any(reading.role_of(each) is Role.TIMESTAMP for each in after)
    line = reading.bylines[block.text] if is_dated and len(block.text) <= LONGEST_NAMES else None
    is_away = reading.is_above(block) or reading.is_of_story(block)
    return bool(line and line.byline.people) and not is_away and _is_lone_name(block, reading)


def _is_lone_name(block: Block, reading: Reading) -> bool:
    line = reading.bylines[block.text] if len(block.text) <= LONGEST_NAMES else None
    if line is None or _is_for_others(block, 0, reading) or reading.is_of_picture(block):
        return False
    is_dated = reading.is_beside_date(block) or (reading.is_over_role(block) and not reading.is_above(block))
    if not line.byline.people:
        return is_dated and not reading.is_above(block) and not reading.is_foreign(block)
    is_byline = reading.role_of(block) is Role.BYLINE
    return all(_is_rare(person.name, reading, is_byline=is_byline) for person in line.byline.people) and (
        is_dated or (reading.is_under_headline(block) and not reading.is_of_story(block))
    )


def _is_rare(name: str, reading: Reading, *, is_byline: bool) -> bool:
    """Whether no word of a name stands in small letters; of one told as the byline the last may: 'Ann Miller'."""
    words = [word for word in words_of(name) if word not in reading.lexicon.particles]
    looked_at = words[:-1] if is_byline and len(words) == 2 else words
    return not any(word in reading.small_words for word in looked_at)


def _is_dated(text: str, byline: Byline, reading: Reading) -> bool:
    """Whether a line holds a date, and all but the names goes with it."""
    names = {word for person in byline.people for word in words_of(person.name)}
    dates = find_timestamps(text, reading.lexicon, month_first=False)
    if not dates:
        return False
    rest = words_of(f"{text[: dates[0].start]} {text[dates[0].end :]}")
    return is_explained([word for word in rest if word not in names], reading.lexicon)


def find_signatures(reading: Reading) -> Candidates:
    """The bylines in the rest of the page, most often under the story.

    They have to say of themselves that they are one ('Text: Suvi Tamm'). Teasers of other stories do so too: where several
    people sign in different lines, only the one right under the story is believed, and a single word is no name but there.
    """
    lines = [(block, line.byline) for block in reading.labelled if (line := _read_signature(block, reading))]
    lines = [(block, byline) for block, byline in lines if byline.people and _signs(block, byline, reading)]
    near = [each for each in lines if reading.is_at_end(each[0])]
    if near or len({names_of(byline) for _, byline in lines}) == 1:
        block, byline = (near or lines)[0]
        yield Candidate(Byline(None, byline.people), reading.printed_source, block.text)


def _signs(block: Block, byline: Byline, reading: Reading) -> bool:
    text, words = block.text, reading.words[block.order]
    if CJK.search(text):
        return COLON.search(text) is not None or all(is_person_name(each.name, reading.lexicon) for each in byline.people)
    opens = any(words[:size] in reading.lexicon.by for size in range(1, LONGEST_LABEL + 1))
    labelled = opens or bool(reading.label_before(block, reading.lexicon.by))
    return (
        labelled
        and not reading.is_above(block)
        and (reading.is_at_end(block) or all(" " in person.name for person in byline.people))
    )


def find_editors(reading: Reading) -> Candidates:
    """Who edited the text: Chinese papers name them in place of the author, '责任编辑：林若溪'. Their role says what they are."""
    for block in reading.labelled:
        people = read_editors(block.text, reading.lexicon)
        if people:
            yield Candidate(Byline(None, people), reading.printed_source, block.text)
            return


def read_name(text: str, reading: Reading) -> Byline:
    """What a place that is there for the author says, be it people or the site itself, whose name may have any form."""
    if is_site(text, reading):
        return Byline(None, (), (text,))
    people, organisations = reading.read_author(text)
    return Byline(None, people, organisations)


def described(byline: Byline, role: str | None, url: str | None, reading: Reading) -> Byline:
    """A byline with what its place says of the one person that it names."""
    if len(byline.people) != 1:
        return byline
    person = byline.people[0]
    address = reading.stated.absolute(url) if url else None
    return replace(byline, people=(Person(person.name, role or person.role, address or person.url),))


def joined(parts: Iterable[Byline], source: Source, raw: str) -> Candidates:
    """The byline that several places make together, each name once; nothing where none of them names anybody."""
    parts = list(parts)
    people = {tuple(words_of(person.name)): person for part in reversed(parts) for person in reversed(part.people)}
    organisations = dict.fromkeys(name for part in parts for name in part.organisations)
    if people or organisations:
        yield Candidate(Byline(None, tuple(reversed(people.values())), tuple(organisations)), source, raw)


def names_of(byline: Byline) -> frozenset[Words]:
    """The names of a byline as they are compared: two places agree that have the same, in any order and case."""
    return frozenset(tuple(words_of(name)) for name in (*(person.name for person in byline.people), *byline.organisations))


def is_site(name: str, reading: Reading) -> bool:
    """Whether a name is also the site's: then it is one of an organisation, whatever the page says of it."""
    return " ".join(words_of(name)) in reading.stated.site_names


def _in_lines(reading: Reading) -> Candidates:
    """The printed byline, as one, whether it stands in one line or in several."""
    blocks = [block for block in reading.printed(Role.BYLINE) if not _is_for_others(block, 0, reading)]
    lines = [line.byline for block in blocks if (line := reading.bylines[block.text])]
    yield from joined(lines, reading.printed_source, " ".join(block.text for block in blocks))


def _read_signature(block: Block, reading: Reading) -> BylineLine | None:
    """A line that opens as bylines do, or whose label stands in the line before: 'Written by' over 'Suvi Tamm'."""
    text = block.text
    if label := reading.label_before(block, reading.lexicon.by):
        text = f"{label.strip(' :|')}: {text}"
    elif not may_open(text, reading.words[block.order], reading.lexicon):
        return None
    elif CJK.search(text):
        return _read_cjk_signature(text, reading)
    line = reading.bylines[text]
    return line if line and line.opened else None


def _read_cjk_signature(text: str, reading: Reading) -> BylineLine | None:
    """As above, where other facts stand in front, each behind a space: '出版社：北港出版社 作者：林若溪'."""
    pieces = text.split()
    ends = (" ".join(pieces[start:]) for start in range(len(pieces)) if not start or COLON.search(pieces[start]))
    lines = (reading.bylines[end] for end in ends)
    # The word for a reporter may be a part of the outlet's: '北港晚报社会部记者 林若溪'
    names_reporter = has_role(text, reading.lexicon)
    return next((line for line in lines if line and (line.opened or (line.byline.people and names_reporter))), None)


def _in_marks(reading: Reading) -> Candidates:
    """The names near the headline that the page marks as the author's or links to the author's page.

    Lines right under one another are one byline, as where each author has a box, unless one of them may be a role.
    """
    found: list[tuple[Block, Byline]] = []
    for block, byline in sorted(_marked_lines(reading), key=lambda each: each[0].order):
        if found and not (
            block.order == found[-1][0].order + 1 and all(_has_full_names(each) for each in (byline, found[-1][1]))
        ):
            yield from joined((each for _, each in found), reading.printed_source, " ".join(each.text for each, _ in found))
            found = []
        found.append((block, byline))
    yield from joined((each for _, each in found), reading.printed_source, " ".join(each.text for each, _ in found))


def _marked_lines(reading: Reading) -> Iterator[tuple[Block, Byline]]:
    for block in {block.order: block for block in (*reading.head, *reading.around)}.values():
        marks = [mark for mark in block.marks if _says_author(mark.tokens, mark) or _leads_to_author(mark, block, reading)]
        # An element around another one holds the 'By' as well.
        inner = [mark for mark in marks if not any(_holds(mark, other) for other in marks)]
        named = [_read_mark(mark, block, reading) for mark in inner if not _is_for_others(block, mark.start, reading)]
        box = reading.document.containers[block.container].tokens
        if not marks and _says_author(box) and not _is_for_others(block, 0, reading):
            named = [read_name(block.text, reading)]
        for line in joined(named, reading.printed_source, block.text) if named else ():
            yield block, line.value


def _read_mark(mark: Mark, block: Block, reading: Reading) -> Byline:
    return described(read_name(block.text[mark.start : mark.end], reading), None, mark.href, reading)


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


def _has_full_names(byline: Byline) -> bool:
    """Whether a line names people, and each with more than one word: 'Research & Development' has the form of two names."""
    return not byline.organisations and all(" " in person.name or CJK.search(person.name) for person in byline.people)
