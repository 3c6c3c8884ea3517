"""A byline cut into parts: at separators, at dates, at labels such as 'by' and 'Photo:', and at the words that join names."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import chain
from typing import Final, NamedTuple

from newsclean.category import Category
from newsclean.lexicon import WORD, Lexicon, fold, words_of, words_of_each
from newsclean.parse.name import (
    CJK,
    HAN,
    fits_title,
    is_agency,
    is_credential,
    is_organisation,
    is_pen_name,
    is_person_name,
    split_cjk,
    split_role,
)
from newsclean.parse.timestamp import find_timestamps, is_explained

HOLE: Final = "\x1f"  # where a date stood
ASIDE: Final = re.compile(r"[(（]([^()（）]*)[)）]")
ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w+|\S+\.\w+/\S*")
PRIVATE: Final = re.compile(r"[\ue000-\uf8ff]")  # signs of a font of the page's own
HARD: Final = re.compile(rf"[|•·⋅∙●▪»→;—\n{HOLE}]|(?<=\s)[–-]+(?=\s)")
MARKED: Final = re.compile(r"(?<=[^\W\d_]{3})\d{1,2}$")  # the number of a footnote
SOFT: Final = re.compile(r"[、，,]|[/／](?![a-z]{1,4}\b)")  # 'dpa/lno' is one agency with the code of a desk
TRIMMED: Final = " \t,;:：＝–—-/／|\"'“”„«»*>…‖・()（）[]【】"
PICTURED: Final = re.compile(rf"\s[图圖摄攝影][/／][{HAN}]+")  # '文/林若溪 图/何北川'
REPORTED: Final = re.compile(rf"(?:[/／]|(?<=\s))[{HAN}]{{2,6}}[报報][导導道]$")  # '记者林若溪/台北报导'
WROTE: Final = re.compile(rf"(?<=[{HAN}])(?<![图圖])\s?[/／]文(?![{HAN}]{{2,3}}$).*")  # '林若溪/文 何北川供图'
SIGN: Final = re.compile(rf"[|,/•·:{HOLE}]")
NUMBER: Final = re.compile(r"\d+")
COLON: Final = re.compile(r"\s?[:：＝]|(?<=文)・")  # '取材・文＝山田花子', '文・山田花子'
GLUED: Final = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
ASKING: Final = (Category.COMMENTS, Category.SHARE)
LONGEST_END: Final = 4  # words
LONGEST_JOB: Final = 3  # words
LONGEST_LABEL: Final = 6  # words; characters where there are no spaces

Keys = Sequence[tuple[str, ...]]  # printed words as the lexicon compares them; a printed word may have several, or none


class Label(Enum):
    """What stands before some words and says what they are."""

    AUTHOR = auto()
    OTHER = auto()
    """Somebody who did not write the text: 'Photo by'."""
    WHEN = auto()


class Part(NamedTuple):
    """Some words of a byline between two separators or labels.

    Attributes:
        text: the words.
        label: what they are said to be.
        is_sure: whether the label leaves no doubt that a name follows: 'by' or 'Text:', but not 'Interview'.
        opens: whether the label stands at the beginning, of the line or behind a separator.
        takes_logins: whether a name in small letters can stand here: in metadata, and beside a date.
        is_credit: whether the label opens credits too: 'Reporting by'.
        is_source: whether the label names the outlet that the text was taken from.
        edits: the label, if it says that who follows edited the text.
    """

    text: str
    label: Label | None = None
    is_sure: bool = False
    opens: bool = False
    takes_logins: bool = False
    is_credit: bool = False
    is_source: bool = False
    edits: str = ""


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


def parts_of(line: str, lexicon: Lexicon) -> Iterator[Part]:
    """A line cut at its separators and labels, addresses and dates left out. A label holds until a hard separator ends it."""
    if bracketed := ASIDE.fullmatch(line.strip()):
        line = bracketed[1]
    if not line.isascii():  # these patterns look for signs and characters that no ASCII line has
        line = PRIVATE.sub(" ", REPORTED.sub("", PICTURED.sub("", WROTE.sub("", line))))
    text = ASIDE.sub(lambda m: f", {m[1]}" if is_agency(m[1], lexicon) else " ", line)
    if "/" in text or "@" in text or "www." in text:  # one of these is in each address, and few lines have one
        text = ADDRESS.sub("|", text)
    for found in reversed(find_timestamps(text, lexicon, month_first=False)):
        text = f"{text[: found.start]}{HOLE}{text[found.end :]}"
    text = _unglued(text, lexicon)
    for group in HARD.split(text):
        held: Part = Part("")
        pieces = [piece for each in SOFT.split(group) if (piece := _trimmed(each, lexicon, dated=HOLE in text))]
        for piece in _first_name_first(pieces, lexicon) if "/" not in group else pieces:
            for part in _labelled(piece, lexicon):
                held = part if part.label else held._replace(text=part.text, opens=held.opens and not held.text, is_credit=False)
                if held.text:
                    yield held._replace(takes_logins=HOLE in text)


def _labelled(piece: str, lexicon: Lexicon) -> Iterator[Part]:
    """A piece cut at the labels in it: 'Text: A Foto: B'."""
    words = words_in(piece)
    openers = lexicon.label_openers
    held, start, at = Part(""), 0, 0
    while at < len(words):
        label = _label_at(piece, words, at, start, lexicon) if words[at].folded in openers else None
        if label is None:
            at += 1
            continue
        part, size = label
        before = piece[start : words[at].start].strip(TRIMMED)
        if before and not is_explained(words_of(before), lexicon):
            yield held._replace(text=before)
        elif part.label is Label.AUTHOR and held.label is Label.WHEN and not CJK.search(piece):  # 'Updated by'
            part = part._replace(label=Label.OTHER)
        held, start, at = part, words[at + size - 1].end, at + size
    rest = piece[start:].strip(TRIMMED).removeprefix(".").lstrip()  # 'Oprac. Jan Wolski'
    if rest or held.label is not None:
        yield held._replace(text=rest)


def words_in(piece: str) -> list[_Word]:
    """The words of a piece with their places. They are folded as one, which is several times faster than one by one."""
    found = [m for m in WORD.finditer(piece.replace("’", "'")) if m.group() != "・"]
    folded = fold("\n".join([m.group() for m in found])).split("\n")
    return [_Word(each, *m.span()) for each, m in zip(folded, found, strict=False)]  # of no word there is one fold


def folded_words_in(piece: str) -> tuple[str, ...]:
    """The words of a piece as `words_in` folds them, without their places."""
    found = [word for word in WORD.findall(piece.replace("’", "'")) if word != "・"]
    return tuple(fold("\n".join(found)).split("\n")) if found else ()


def _label_at(piece: str, words: list[_Word], at: int, start: int, lexicon: Lexicon) -> tuple[Part, int] | None:
    """The longest label that begins at a word, and how many words it has; `start` is where the label before it ends."""
    ahead = tuple([word.folded for word in words[at : at + LONGEST_LABEL]])
    for size in range(len(ahead), 0, -1):
        phrase = ahead[:size]
        if phrase not in lexicon.labels:
            continue
        label = _label(phrase, lexicon)
        begin, end = words[at].start, words[at + size - 1].end
        before = piece[start:begin].strip(TRIMMED)
        is_lead = not before or is_explained(words_of(before), lexicon)
        is_alone = CJK.search(phrase[0]) is not None and not (before or piece[end:].strip(TRIMMED))
        has_colon = is_alone or COLON.match(piece, end) is not None
        if not (has_colon or _is_clear(phrase, label, lexicon)):
            continue
        if is_lead or has_colon or _parts_words(phrase, label, before, piece[begin - 1 : end + 1], lexicon):
            return _opened(phrase, label, lexicon, is_lead=is_lead, has_colon=has_colon), size
    return None


def _opened(phrase: tuple[str, ...], label: Label, lexicon: Lexicon, *, is_lead: bool, has_colon: bool) -> Part:
    is_cjk = CJK.search(phrase[0]) is not None
    says_name = has_colon or is_cjk or (is_lead and phrase[-1] in lexicon.stop_words)
    return Part(
        "",
        label,
        is_sure=says_name and phrase not in lexicon.names["sources"],
        opens=label is Label.AUTHOR and (is_lead or is_cjk),
        is_credit=phrase in lexicon.credit_openers and phrase not in lexicon.not_author,
        is_source=phrase in lexicon.names["sources"],
        edits="".join(phrase) if phrase in lexicon.names["editors"] else "",
    )


def _is_clear(phrase: tuple[str, ...], label: Label, lexicon: Lexicon) -> bool:
    """Whether a phrase is a label without a colon behind it. 'Le' and 'Redaktion' begin names too."""
    if label is Label.WHEN:
        return len(phrase) > 1 or len(phrase[0]) >= 5
    if phrase in lexicon.names["before_colon"]:
        return False
    return len(phrase) > 1 or phrase[0] not in lexicon.organisation_words


def _parts_words(phrase: tuple[str, ...], label: Label, before: str, printed: str, lexicon: Lexicon) -> bool:
    """Whether a phrase in the middle of words parts them: 'photos by', 'by', 'Published', '记者' behind an agency.

    A preposition that is part of names too ('von') does not, nor does any other word alone.

    Args:
        phrase: the folded words.
        label: what they say.
        before: the words before them.
        printed: the phrase as it stands there, with the sign before it and the one behind it.
        lexicon: knows organisations and prepositions.
    """
    if CJK.search(phrase[0]):
        stands_alone = printed[0].isspace() and (printed[-1].isspace() or words_of(printed)[-1] == phrase[-1])
        return stands_alone or is_organisation(before, lexicon)
    is_by = label is Label.AUTHOR and phrase[-1] in lexicon.stop_words and phrase[0] not in lexicon.particles
    is_when = label is Label.WHEN and len(printed) > 8 and printed[1].isupper()
    return len(phrase) > 1 or is_by or is_when


def _label(phrase: tuple[str, ...], lexicon: Lexicon) -> Label:
    if phrase in lexicon.by or phrase in lexicon.names["before_colon"]:
        return Label.AUTHOR
    if phrase in lexicon.not_author or phrase in lexicon.credit_openers:
        return Label.OTHER
    return Label.WHEN


def _trimmed(piece: str, lexicon: Lexicon, *, dated: bool) -> str:
    """A piece without signs at its ends, counts and, on a line with a date, the small words that led to it: 'Suvi Tamm on'."""
    for number in NUMBER.finditer(piece):
        count = piece[number.start() :]
        if " " in count and is_explained(words_of(count), lexicon):  # '5 min read', '3 comments'
            piece = piece[: number.start()]
            break
    words = _without_known_end(piece.strip(TRIMMED).split(), lexicon)
    while dated and words:
        sizes = (size for size in range(min(4, len(words)), 0, -1))
        led = next((size for size in sizes if _leads_to_date(" ".join(words[-size:]), lexicon)), 0)
        if not led:
            break
        words = words[:-led]
    text = " ".join(words).strip(TRIMMED)
    last = words[-1] if words else ""
    is_short = (len(last) <= 4 and last.istitle()) or "." in last[:-1]
    return text if is_short else text.rstrip(".")


def _without_known_end(words: list[str], lexicon: Lexicon) -> list[str]:
    """A name less the line of a page behind it that asks its readers for something: 'Suvi Tamm Leave a Comment'."""
    keys = words_of_each(words[2:][-LONGEST_END:])
    for start in range(len(keys)):
        end = tuple(chain.from_iterable(keys[start:]))
        phrase = lexicon.blocks.get(end)
        if phrase and phrase.category in ASKING and (len(keys) - start > 1 or end in lexicon.names["prompts"]):
            return words[: start - len(keys)]
    return words


def _leads_to_date(text: str, lexicon: Lexicon) -> bool:
    phrase = tuple(words_of(text))
    is_small = phrase in lexicon.between and text.islower()
    return is_small or phrase in lexicon.weekdays or phrase in lexicon.published or phrase in lexicon.modified


def _first_name_first(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """'Tamm, Suvi' turned round. It is one person only if two words or three stand around the one comma."""
    if len(pieces) != 2 or is_explained(words_of(pieces[0]), lexicon):
        return pieces
    opened = list(_labelled(pieces[0], lexicon))
    if len(opened) != 1 or opened[0].label in (Label.OTHER, Label.WHEN):
        return pieces
    last, first = opened[0].text, pieces[1]
    given, _, initial = first.partition(" ")
    if " " in last or len(initial.strip(".")) > 1 or not (is_pen_name(last, lexicon) and is_pen_name(given, lexicon)):
        return pieces
    turned = f"{first} {last}"
    fits = is_person_name(turned, lexicon) and not CJK.search(turned) and not is_credential(first, last, lexicon)
    return [pieces[0].removesuffix(last) + turned] if fits else pieces


def names_in(text: str, lexicon: Lexicon) -> list[str]:
    """The names in some words. They are cut at 'and'; what follows 'in' is a place and what follows 'for' an outlet.

    'Centre for Harbour Research' is one organisation all the same, and nobody is called Human in 'Human in the Loop'.
    """
    if CJK.search(text):
        return split_cjk(text, lexicon)
    names: list[list[str]] = [[]]
    is_away = is_title = False
    words = text.split()
    keys = _keys_of(text, words)
    for at, word in enumerate(words):
        if _is_accompanied(words, keys, at, lexicon):
            break
        joins = _joins(words, keys, at, lexicon)
        if _leads_away(words, keys, at, lexicon) and not (joins and _names_follow(words, keys, at + 1, lexicon)):
            is_away = is_title = True
        elif joins and (names[-1] or not is_away):
            names.append([])
            is_away = False
        elif not is_away:
            names[-1].append(word)
    found = [name for each in names if (name := " ".join(_once(each)).strip(TRIMMED))]
    if is_title and found and not any(is_person_name(name, lexicon) for name in found):
        return [text] if is_organisation(text, lexicon) or all(" " not in name for name in found) else found
    return found


def _keys_of(text: str, words: Sequence[str]) -> Keys:
    """The words of each printed word of a text. Most are one, and are folded all at once, which is faster."""
    keys = words_of(text) if text.replace(" ", "").isalpha() else []
    return [(key,) for key in keys] if len(keys) == len(words) else words_of_each(words)


def _once(words: list[str]) -> list[str]:
    """A name that is printed twice in a row, once, and without the numbers of footnotes."""
    half = len(words) // 2
    words = [MARKED.sub("", word) for word in words] if half else words
    return words[:half] if half > 1 and words[:half] == words[half:] else words


def _joins(words: list[str], keys: Keys, at: int, lexicon: Lexicon) -> bool:
    """Whether a word joins two names. A capital 'E' or 'I' is an initial, unless all is in capitals and names stand around it."""
    word, key = words[at], keys[at]
    if word in ("&", "+"):
        return True
    if key not in lexicon.joiners and key not in lexicon.names["joiners"]:
        return False
    shouts = all(other.isupper() for other in words)
    return word.islower() or (shouts and (len(word) > 1 or (at > 1 and _names_follow(words, keys, at + 1, lexicon))))


def _names_follow(words: list[str], keys: Keys, at: int, lexicon: Lexicon) -> bool:
    """Whether a person comes next: Dutch 'en' joins names, French and Spanish 'en' leads to a place."""
    words, keys = words[at:], keys[at:]
    end = next((each for each in range(len(words)) if _joins(words, keys, each, lexicon)), len(words))
    return is_person_name(" ".join(words[:end]), lexicon)


def _is_accompanied(words: list[str], keys: Keys, at: int, lexicon: Lexicon) -> bool:
    """Whether an outlet follows that only gave material: 'with agencies'."""
    return keys[at] in lexicon.names["accompanying"] and is_organisation(" ".join(words[at + 1 :]), lexicon)


def _leads_away(words: list[str], keys: Keys, at: int, lexicon: Lexicon) -> bool:
    """Whether from here on a place or an outlet stands instead of the name: 'in Paris', 'Special to The Gazette'."""
    word, key = words[at], keys[at]
    pair = key + keys[at + 1] if at + 1 < len(keys) else key
    if pair in lexicon.outlets or pair in lexicon.places:
        return True
    leads = word.islower() and (key in lexicon.places or key in lexicon.outlets)
    return leads and all(fits_title(following, lexicon) for following in words[at + 1 :])


def _unglued(text: str, lexicon: Lexicon) -> str:
    """A line with spaces where the page has lost them: 'BySuvi Tamm', 'Suvi TammStaff Writer', 'Suvi TammFerdinand Osk'."""
    for m in reversed(list(GLUED.finditer(text))):
        left, right = text[: m.start()], text[m.start() :]
        if tuple(words_of(SIGN.split(left)[-1])) in lexicon.by:
            text = f"{left} {right}"
        elif _opens_with(right, lexicon.published) or _opens_with(right, lexicon.modified):
            text = f"{left}, {right}"
        elif len(left.split()[-1]) < 4 or not is_person_name(" ".join(left.split()[-2:]), lexicon):  # 'Suvi McTamm'
            continue
        elif _is_addition(right, lexicon):
            text = f"{left}, {right}"
        elif is_person_name(" ".join(right.split()[:2]), lexicon):
            text = f"{left} & {right}"
    return text


def _is_addition(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a role, or is, up to the next sign, a known line of a page: 'Follow on Twitter'."""
    head = SIGN.split(text)[0]
    if tuple(words_of(head)) in lexicon.blocks or is_organisation(head, lexicon) or _opens_with(head, lexicon.jobs):
        return True
    is_job = tuple(words_of(head)[-1:]) in lexicon.jobs and len(head.split()) <= LONGEST_JOB  # 'Harbour Correspondent'
    return is_job and split_role(head, lexicon)[1] is None


def _opens_with(text: str, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of some phrases, of three words at most, opens a text."""
    words = tuple(words_of(SIGN.split(text)[0]))
    return any(words[:size] in phrases for size in range(1, min(4, len(words) + 1)))
