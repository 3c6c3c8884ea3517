"""How far an output is from the truth: pure functions, no page and no tool in sight.

They follow the definitions that come with the sets, so that figures taken elsewhere on the same pages can be compared.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self, TypeVar

GRAM = 4
"""Words of a gram. Four in a row seldom match by chance, and one wrong word spoils only four of them."""

KEPT_SHARE = 0.5
"""Share of a line's characters that spans have to cover for the line to count as kept."""

QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc\u2039\u203a", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
)

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two bags have in common: enough for precision, recall and F1, and it can be added up over pages.

    Attributes:
        common: members of both.
        output: members of the output.
        truth: members of the truth.
    """

    common: int
    output: int
    truth: int

    def __add__(self, other: Self) -> "Overlap":
        return Overlap(self.common + other.common, self.output + other.output, self.truth + other.truth)

    @property
    def precision(self) -> float:
        """Share of the output that is right. No output is worth nothing, unless there was nothing to find."""
        return self.common / self.output if self.output else float(not self.truth)

    @property
    def recall(self) -> float:
        """Share of the truth that was found."""
        return self.common / self.truth if self.truth else float(not self.output)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)


def harmonic_mean(first: float, second: float) -> float:
    """The harmonic mean of two shares; 0 where both are 0."""
    return 2 * first * second / (first + second) if first + second else 0.0


def words(text: str) -> list[str]:
    """The words of a text, case kept: runs of letters, digits and underscores after NFKC."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text))


def count_grams(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, counted. A text of fewer words is one shorter gram, so that it can still be right."""
    row = words(text)
    starts = range(max(len(row) - GRAM + 1, 1)) if row else range(0)
    return Counter(tuple(row[start : start + GRAM]) for start in starts)


def gram_overlap(truth: str, output: str) -> Overlap:
    """The 4-grams that two texts share. Over a set, precision and recall are averaged first and joined after that."""
    return _overlap(count_grams(truth), count_grams(output))


def word_f1(truth: str, output: str) -> float:
    """F1 of the bags of lower-cased words: the order does not count."""
    return _overlap(Counter(words(truth.lower())), Counter(words(output.lower()))).f1


def same_words(truth: str, output: str) -> bool:
    """Whether the words and their order are the same, case kept: an exact body."""
    return words(truth) == words(output)


def snippet_overlap(must_have: Iterable[str], must_not: Iterable[str], output: str) -> Overlap:
    """Snippets found and leaked, as substrings with whitespace folded: many are cut in the middle of a word."""
    text = _fold_spaces(output)
    wanted = [_fold_spaces(snippet) in text for snippet in must_have]
    leaked = [_fold_spaces(snippet) in text for snippet in must_not]
    return Overlap(sum(wanted), sum(wanted) + sum(leaked), len(wanted))


def same_headline(truth: str, output: str | None) -> bool:
    """Whether two headlines are the same after NFKC with quotes, case and spaces folded."""
    return output is not None and fold(truth) == fold(output)


def same_authors(truth: Iterable[str], output: Iterable[str]) -> bool:
    """Whether two lists name the same authors, in any order."""
    return author_set(truth) == author_set(output)


def author_set(names: Iterable[str]) -> frozenset[str]:
    """The authors as a set, folded like headlines, each without the credential or role that follows a comma."""
    return frozenset(fold(name).partition(",")[0].strip() for name in names) - {""}


def same_day(truth: str, output: date | None, days_off: int = 0) -> bool:
    """Whether two moments are on the same day: as written, or in the truth's offset where both have one.

    Args:
        truth: a date or a date and time in ISO 8601.
        output: a date, or a datetime (which is one).
        days_off: how many days the two may be apart, for a truth that guessed the offset.
    """
    if output is None:
        return False
    gold = date.fromisoformat(truth) if len(truth) == len("2000-01-01") else datetime.fromisoformat(truth)
    days = [_day(output)]
    if isinstance(gold, datetime) and isinstance(output, datetime) and gold.tzinfo and output.tzinfo:
        days.append(output.astimezone(gold.tzinfo).date())
    return any(abs((day - _day(gold)).days) <= days_off for day in days)


def lines_within(text: str, spans: Iterable[tuple[int, int]]) -> list[bool]:
    """For each non-empty line of a text, whether half or more of it lies within the spans.

    Half, since a line that mixes two things may be cut in two blocks of which one is kept.
    """
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    kept, position = [], 0
    for line in text.splitlines(keepends=True):
        if printed := line.strip():
            start = position + line.index(printed)
            kept.append(covered.count(1, start, start + len(printed)) >= KEPT_SHARE * len(printed))
        position += len(line)
    return kept


def lines_among(text: str, output: str) -> list[bool]:
    """For each non-empty line of a text, whether the output has a line of the same words.

    A line of the output stands for one line of the text, the first that is like it: a label printed five times and
    kept once is kept once. Only words are compared, since tools write bullets and table cells in their own way.
    """
    left = Counter(tuple(words(line)) for line in output.splitlines())
    kept = []
    for line in text.splitlines():
        if line.strip():
            key = tuple(words(line))
            kept.append(bool(key) and left[key] > 0)
            left[key] -= 1
    return kept


@dataclass(frozen=True, slots=True)
class LineCounts:
    """Lines of the story and lines of chrome, and how many of each were kept.

    Attributes:
        body: lines labelled 1.
        body_kept: those of them that the output keeps.
        chrome: lines labelled 0.
        chrome_kept: those of them that the output keeps.
    """

    body: int
    body_kept: int
    chrome: int
    chrome_kept: int

    def __add__(self, other: Self) -> "LineCounts":
        return LineCounts(
            self.body + other.body,
            self.body_kept + other.body_kept,
            self.chrome + other.chrome,
            self.chrome_kept + other.chrome_kept,
        )

    @property
    def overlap(self) -> Overlap:
        """The kept lines against the story's lines."""
        return Overlap(self.body_kept, self.body_kept + self.chrome_kept, self.body)


def count_lines(labels: Sequence[int | None], kept: Sequence[bool]) -> LineCounts:
    """Counts the lines of one document; those labelled None cannot be told and are left out.

    Raises:
        ValueError: if there is not one label a line.
    """
    pairs = Counter(zip(labels, kept, strict=True))
    return LineCounts(
        body=pairs[1, True] + pairs[1, False],
        body_kept=pairs[1, True],
        chrome=pairs[0, True] + pairs[0, False],
        chrome_kept=pairs[0, True],
    )


def _overlap(truth: Counter[Member], output: Counter[Member]) -> Overlap:
    return Overlap((truth & output).total(), output.total(), truth.total())


def _fold_spaces(text: str) -> str:
    return " ".join(text.split())


def fold(text: str) -> str:
    """A text as headlines and names are compared: NFKC, quotes, case and spaces folded."""
    # Quotes first: NFKC would take an acute accent that serves as one apart.
    return _fold_spaces(unicodedata.normalize("NFKC", text.translate(QUOTES)).casefold())


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
