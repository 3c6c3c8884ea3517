"""Foreign passages put into clean stories, and what is left of both: `python benchmarks/splice.py [--language CODE]...`.

Every passage of `passages/<language>.toml` goes into every story of the same file, at its head, in its middle and at its tail,
with blank lines between the lines and without. Nothing is drawn by lot. The passages are phrased apart from the lexicon
and from the passages of `training/passages`; `tests/test_splice.py` holds that, or this would measure memory.
"""

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, Self

import newsclean
from measures import lines_within
from newsclean.category import Category, Kind
from newsclean.lexicon import words_of
from sets import Truth

PASSAGES: Final = Path(__file__).with_name("passages")

KINDS: Final = {category.value: category for category in Category} | {
    "teasers": Category.RELATED,
    "read_more": Category.RELATED,
}
"""Kinds of passages with their category: `related` has a heading, `teasers` have none, `read_more` is one line."""

PARAGRAPHS: Final = range(4, 81)  # of a gold body that chrome is put into

RENDERINGS: Final = {"spaced": "\n\n", "tight": "\n"}
"""What stands between two lines of a document."""


class Place(StrEnum):
    """Where in a story a passage goes."""

    HEAD = "head"
    """Between the date line and the first paragraph."""
    MIDDLE = "middle"
    """After half of the paragraphs."""
    TAIL = "tail"
    """After the last paragraph."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Chrome: one or more lines that belong together.

    Attributes:
        kind: a key of KINDS.
        lines: as printed.
    """

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A clean story.

    Attributes:
        front: headline, byline and date, as far as it has them.
        paragraphs: the body.
    """

    front: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Negative:
    """A line that looks like chrome and is part of its story.

    Attributes:
        looks_like: the kind of passage that it could be taken for, or `list` or `short` for its form.
        story: the story with the line in it.
        at: which of the paragraphs the line is.
    """

    looks_like: str
    story: Story
    at: int


@dataclass(frozen=True, slots=True)
class Language:
    """What one file holds."""

    code: str
    passages: tuple[Passage, ...]
    negatives: tuple[Negative, ...]
    stories: tuple[Story, ...]

    @property
    def invented(self) -> list[tuple[str, Story]]:
        """All stories, those of the negatives first, each with a name as of the site that it were on."""
        stories = (*(each.story for each in self.negatives), *self.stories)
        return [(f"passages/{self.code}/{at}", story) for at, story in enumerate(stories)]


@dataclass(frozen=True, slots=True)
class Spliced:
    """A document with foreign lines in it.

    Attributes:
        text: as it is given to newsclean.
        lines: the lines of the text that are not empty.
        foreign: the numbers of those that were put in.
        front: how many lines stand before the body.
    """

    text: str
    lines: tuple[str, ...]
    foreign: range
    front: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words of documents, and how many of them are in the body that came out.

    Attributes:
        spliced: words of the foreign lines, or of the lines that look foreign.
        spliced_left: those of them that are in the body.
        story: words of the other paragraphs.
        story_kept: those of them that are in the body.
    """

    spliced: int = 0
    spliced_left: int = 0
    story: int = 0
    story_kept: int = 0

    def __add__(self, other: Self) -> "Words":
        return Words(
            self.spliced + other.spliced,
            self.spliced_left + other.spliced_left,
            self.story + other.story,
            self.story_kept + other.story_kept,
        )

    @property
    def left(self) -> float:
        """Share of the foreign words that are left; for a negative, the share that is kept, as it should be."""
        return self.spliced_left / self.spliced if self.spliced else 0.0

    @property
    def kept(self) -> float:
        """Share of the story's words that are kept."""
        return self.story_kept / self.story if self.story else 1.0


@dataclass(frozen=True, slots=True)
class Result:
    """One document and what came of it; kind, language, place and rendering are what it can be grouped by."""

    kind: str
    language: str
    place: str
    rendering: str
    words: Words


def read_languages(folder: Path, codes: Iterable[str] = ()) -> tuple[Language, ...]:
    """Reads the files of a folder, in the order of their names.

    Args:
        folder: one file a language, as its README.md describes.
        codes: the languages wanted; all if empty.
    """
    wanted = frozenset(codes)
    return tuple(read_language(path) for path in sorted(folder.glob("*.toml")) if not wanted or path.stem in wanted)


def read_language(path: Path) -> Language:
    """Reads one file of passages; a key that is no kind is a mistake in the file and raises KeyError."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    stories = tuple(_story(entry) for entry in table.get("stories", ()))
    negatives = [_own_negative(entry) for entry in table.get("negatives", ())]
    for story, entry in zip(stories, table.get("stories", ()), strict=True):
        negatives += [_inserted(story, negative) for negative in entry.get("negatives", ())]
    kinds = [key for key in table if key not in {"stories", "negatives"}]
    if unknown := set(kinds) - set(KINDS):
        raise KeyError(f"{path.name}: no kind of passage is called {sorted(unknown)}")
    passages = tuple(Passage(kind, _lines(text)) for kind in kinds for text in table[kind])
    return Language(path.stem, passages, tuple(negatives), stories)


def gold_story(truth: Truth) -> Story | None:
    """The gold body of a page as a story to put passages into; None for one of a few lines, or of more than an article has."""
    paragraphs = tuple(" ".join(line.split()) for line in (truth.get("body") or "").split("\n") if line.strip())
    if len(paragraphs) not in PARAGRAPHS:
        return None
    front = (truth.get("headline"), ", ".join(truth.get("authors") or ()), (truth.get("published") or "")[:10])
    return Story(tuple(" ".join(line.split()) for line in front if line), paragraphs)


def splice(story: Story, passage: Sequence[str], place: Place, between: str) -> Spliced:
    """Puts the lines of a passage into a story, with `between` after every line but the last."""
    count = len(story.paragraphs)
    at = {Place.HEAD: 0, Place.MIDDLE: count // 2, Place.TAIL: count}[place]
    lines = (*story.front, *story.paragraphs[:at], *passage, *story.paragraphs[at:])
    first = len(story.front) + at
    return Spliced(between.join(lines), lines, range(first, first + len(passage)), len(story.front))


def count_words(document: Spliced) -> Words:
    """Cleans a document and counts what is in the body; a line of which half is kept counts as kept.

    The front is not counted: headline, byline and date have fields of their own.
    """
    article = newsclean.clean_text(document.text)
    spans = [(block.span.start, block.span.end) for block in article.body if block.span and block.kind is not Kind.CAPTION]
    total = Words()
    for number, (line, is_kept) in enumerate(zip(document.lines, lines_within(document.text, spans), strict=True)):
        words = len(words_of(line))
        if number in document.foreign:
            total += Words(spliced=words, spliced_left=words * is_kept)
        elif number >= document.front:
            total += Words(story=words, story_kept=words * is_kept)
    return total


def measure_passages(languages: Iterable[Language]) -> Iterator[Result]:
    """Every passage in every story of its language, at every place, in every rendering."""
    for language in languages:
        for passage in language.passages:
            for story in language.stories:
                for place in Place:
                    for rendering, between in RENDERINGS.items():
                        words = count_words(splice(story, passage.lines, place, between))
                        yield Result(passage.kind, language.code, place, rendering, words)


def measure_stories(languages: Iterable[Language]) -> Iterator[Result]:
    """The stories with nothing put in: what is lost of them is not the passages' doing."""
    for language in languages:
        for story in language.stories:
            for rendering, between in RENDERINGS.items():
                yield Result("", language.code, "", rendering, count_words(splice(story, (), Place.TAIL, between)))


def measure_negatives(languages: Iterable[Language]) -> Iterator[Result]:
    """Every negative in its story; `words.spliced` are those of the line that looks like chrome."""
    for language in languages:
        for negative in language.negatives:
            for rendering, between in RENDERINGS.items():
                words = count_words(as_document(negative, between))
                yield Result(negative.looks_like, language.code, "", rendering, words)


def as_document(negative: Negative, between: str) -> Spliced:
    """A negative as a document whose 'foreign' line is the one that looks so."""
    story = negative.story
    lines = (*story.front, *story.paragraphs)
    at = len(story.front) + negative.at
    return Spliced(between.join(lines), lines, range(at, at + 1), len(story.front))


def total_by(results: Iterable[Result], key: Callable[[Result], str]) -> dict[str, Words]:
    """The words of the results, added up by a key of theirs."""
    totals: dict[str, Words] = defaultdict(Words)
    for result in results:
        totals[key(result)] += result.words
    return dict(totals)


def write_table(heading: str, totals: Mapping[str, Words], share: str) -> str:
    """One table: a row a group, and all of them together.

    Args:
        heading: what the groups are.
        totals: the words of each group.
        share: what the share of spliced words is called: left for passages, kept for negatives.
    """
    rows = [*sorted(totals.items()), ("all", sum(totals.values(), Words()))]
    width = max(len(name) for name in (heading, *totals))
    lines = [f"{heading.ljust(width)}  {'words':>7}  {share:>9}  {'story words':>11}  story kept"]
    lines += [
        f"{name.ljust(width)}  {words.spliced:>7}  {words.left:>9.1%}  {words.story:>11}  {words.kept:>10.2%}"
        for name, words in rows
    ]
    return "\n".join(lines)


def _story(entry: Mapping[str, Any]) -> Story:
    front = tuple(entry[key] for key in ("headline", "byline", "date") if key in entry)
    return Story(front, _lines(entry["text"]))


def _own_negative(entry: Mapping[str, Any]) -> Negative:
    before, after = _lines(entry.get("before", "")), _lines(entry.get("after", ""))
    return Negative(entry["looks_like"], Story((), (*before, entry["line"], *after)), len(before))


def _inserted(story: Story, entry: Mapping[str, Any]) -> Negative:
    at = entry["at"]
    paragraphs = (*story.paragraphs[:at], entry["line"], *story.paragraphs[at:])
    return Negative(entry["looks_like"], Story(story.front, paragraphs), at)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description="How much of spliced passages is left, and of the stories around them.")
    parser.add_argument("--language", action="append", default=[], help="only this language; may be given again")
    languages = read_languages(PASSAGES, parser.parse_args(arguments).language)
    results = list(measure_passages(languages))
    for heading in ("kind", "language", "place", "rendering"):
        print(write_table(heading, total_by(results, attrgetter(heading)), "left"), end="\n\n")
    alone = total_by(measure_stories(languages), attrgetter("language"))
    print(write_table("stories alone", alone, "-"), end="\n\n")
    negatives = list(measure_negatives(languages))
    print(write_table("negatives", total_by(negatives, attrgetter("kind")), "kept"), end="\n\n")
    print(write_table("negatives", total_by(negatives, attrgetter("language")), "kept"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
