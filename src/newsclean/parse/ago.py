"""How long ago, counted back from a moment that the caller knows: '3 hours ago', 'gestern um 19:15'."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from newsclean.lexicon import Lexicon, words_of
from newsclean.parse.day import fold_digits

NUMBER: Final = re.compile(r"\d+")
LONGEST_UNIT: Final = 4  # words; characters where there are no spaces
AROUND: Final = 3  # words before a number in which 'vor' or 'il y a' may stand
UNITS: Final = {"minutes": timedelta(minutes=1), "hours_ago": timedelta(hours=1), "days": timedelta(days=1)}
NAMED: Final = {"yesterday": timedelta(days=1), "today": timedelta()}
FARTHEST: Final = timedelta(days=31)  # what is longer ago is told in months


class Ago(NamedTuple):
    """A day that a line counts back from now.

    Attributes:
        day: in the zone of the moment from which it is counted.
        modified: whether the words before it say that it is one of a change.
    """

    day: date
    modified: bool


def read_ago(line: str, lexicon: Lexicon, now: datetime) -> Ago | None:
    """The day that a line tells by how long ago it was; None where it tells none, or no more than the week or the month.

    Only the day, since '3 hours ago' is rounded. 'Today' alone may be a heading, so a time or a word such as 'Published' has to
    stand with it.
    """
    words = tuple(words_of(NUMBER.sub(r" \g<0> ", fold_digits(line))))
    for at, word in enumerate(words):
        if word.isdigit() and (passed := _passed(words, at, lexicon)) is not None:
            return Ago((now - passed).date(), _is_change(words[:at], lexicon))
    stamps = lexicon.published | lexicon.modified
    if not (any(word.isdigit() for word in words) or any(words[:size] in stamps for size in range(1, LONGEST_UNIT))):
        return None
    for at in range(len(words)):
        pieces = (words[at : at + 1], words[at : at + 2])  # two characters where there are no spaces
        named = next((kind for kind in NAMED if not lexicon.clock[kind].isdisjoint(pieces)), None)
        if named:
            return Ago((now - NAMED[named]).date(), _is_change(words[:at], lexicon))
    return None


def _passed(words: Sequence[str], at: int, lexicon: Lexicon) -> timedelta | None:
    """What a number and the unit behind it say, if a word beside them says that it is past: 'ago', 'vor', '前'."""
    for size in range(LONGEST_UNIT, 0, -1):
        unit = tuple(words[at + 1 : at + 1 + size])
        kind = next((kind for kind in UNITS if unit in lexicon.clock[kind]), None)
        if kind is None or (words[at + 1 + size : at + 2 + size] and words[at + 1 + size].isdigit()):  # '07h15' is a time of day
            continue
        around = tuple(words[max(0, at - AROUND) : at]), tuple(words[at + 1 : at + 1 + size + AROUND])
        is_past = any(_has(side, lexicon) for side in around)
        passed = int(words[at]) * UNITS[kind] if len(words[at]) < LONGEST_UNIT else FARTHEST
        return passed if is_past and passed < FARTHEST else None
    return None


def _has(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    named = lexicon.clock["yesterday"] | lexicon.clock["today"]
    pieces = (words[start:end] for end in range(len(words) + 1) for start in range(end))
    return any(piece in lexicon.relative and piece not in named for piece in pieces)


def _is_change(before: tuple[str, ...], lexicon: Lexicon) -> bool:
    pieces = (before[start:end] for end in range(len(before) + 1) for start in range(end))
    return any(piece in lexicon.modified for piece in pieces)
