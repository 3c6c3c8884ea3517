"""How sure headline, byline and publication date are: a weighted sum of few signals, made a chance.

The signals are those that a reader would look at: how many places say the same, how many say something else, what kind of place
the value is from. The weights are measured on pages with hand-made truth; `confidence.json` holds them.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final, TypeVar

from newsclean.article import Byline, Timestamp
from newsclean.category import Precision, Source
from newsclean.fields.candidate import Candidate
from newsclean.fields.printed_bylines import names_of
from newsclean.fields.printed_timestamps import day_of
from newsclean.lexicon import words_of

FILE: Final = "confidence.json"
STATED: Final = (Source.JSON_LD, Source.OPEN_GRAPH, Source.META, Source.MICRODATA)

Value = TypeVar("Value")
Signals = Mapping[str, float]


def find_chance(field: str, signals: Signals) -> float | None:
    """The chance that a value is right, 0 to 1; None where there is no value, and so no signal."""
    if not signals:
        return None
    weights = _weights()[field]
    total = weights["always"] + sum(weights[name] * value for name, value in signals.items())
    return round(1 / (1 + math.exp(-total)), 3)


def signals_of_headline(headlines: Sequence[Candidate[str]]) -> Signals:
    """What speaks for the headline and against it. Titles often carry the site's name: to begin alike is to agree."""
    if not headlines:
        return {}
    value = words_of(headlines[0].value)
    titles = [words_of(each.value) for each in headlines[1:] if each.source in STATED]
    opens = [title[: len(value)] == value for title in titles]
    return _agreement(headlines, words_of) | {
        "opens": float(any(opens)),
        "alone": float(not titles),
        "short": float(len(headlines[0].value) < 20),
    }


def signals_of_byline(bylines: Sequence[Candidate[Byline]]) -> Signals:
    """What speaks for the byline and against it."""
    if not bylines:
        return {}
    byline = bylines[0].value
    names = [person.name for person in byline.people]
    return _agreement(bylines, names_of) | {
        "no_person": float(not names),
        "single_word": float(any(" " not in name for name in names)),
        "mixed": float(bool(names and byline.organisations)),
        "several": float(len(names) > 1),
        "linked": float(any(person.url for person in byline.people)),
    }


def signals_of_published(published: Sequence[Candidate[Timestamp]], modified: Sequence[Candidate[Timestamp]]) -> Signals:
    """What speaks for the publication date and against it."""
    if not published:
        return {}
    day = day_of(published[0].value)
    return _agreement(published, day_of) | {
        "day_only": float(published[0].value.precision is Precision.DAY),
        "is_change": float(bool(modified) and day_of(modified[0].value) == day),
        "changed": float(bool(modified) and day_of(modified[0].value) > day),
        "in_address": float(published[0].source is Source.URL),
    }


def _agreement(candidates: Sequence[Candidate[Value]], compared: Callable[[Value], object]) -> dict[str, float]:
    """How many kinds of places say the same as the first candidate, and how many say nothing but other things."""
    first = compared(candidates[0].value)
    agree = {each.source for each in candidates if compared(each.value) == first}
    against = {each.source for each in candidates} - agree
    return {
        "agree": float(min(len(agree) - 1, 3)),
        "against": float(len(against)),
        "printed": float(Source.HTML in agree or Source.TEXT in agree),
        "json_ld": float(Source.JSON_LD in agree),
    }


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    weights: Mapping[str, Mapping[str, float]] = json.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))[
        "weights"
    ]
    return weights
