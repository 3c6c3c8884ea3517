"""Strategies that build documents out of the seeds, and documents that nobody would write.

Everything drawn shrinks towards a seed as it is: no chrome put in, line ends and blank lines as in any file, a plain
page. What is drawn prints itself in one line, so that a failing test says in words what broke it.
"""

import textwrap
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

from hypothesis import strategies as st

from newsclean import lexicon
from newsclean.category import Category
from rendering import Furniture, Metadata, Scaffold, Shape
from seed_documents import DOCUMENTS, SEEDS, TESTS, Part, SourceDocument, folded

LEXICON: Final = Path(lexicon.__file__).parent
UNSEEN_CHROME: Final = TESTS / "unseen_chrome.toml"

BLANK_LINE: Final = "\n\n"
NORMAL_FORMS: Final[tuple[Literal["NFC", "NFD"], ...]] = ("NFC", "NFD")

# Chrome by rising length, so that shrinking ends at the simplest section that breaks the story.
SEED_CHROME: Final = tuple(
    sorted(
        (part for seed in SEEDS for part in seed.chrome if Category.REPEAT not in part.categories),
        key=lambda part: len(part.text),
    )
)


def cue_lines(strength: str) -> tuple[Part, ...]:
    """Every phrase of the lexicon that has one strength, as a line of its own."""
    return tuple(
        Part(f"{path.stem} {category}: {phrase}", phrase, categories=frozenset({Category(category)}))
        for path in sorted(LEXICON.glob("*.toml"))
        for category, lists in tomllib.loads(path.read_text(encoding="utf-8")).get("cues", {}).items()
        for phrase in lists.get(strength, ())
    )


@dataclass(frozen=True, slots=True)
class Prompt:
    """A line of chrome in words of its own.

    Attributes:
        part: the line.
        known_failure: whether it is still taken for prose.
    """

    part: Part
    known_failure: bool


@cache
def unseen_chrome() -> tuple[Prompt, ...]:
    """Prompts of which no phrase stands in the lexicon."""
    prompts = tomllib.loads(UNSEEN_CHROME.read_text(encoding="utf-8"))["prompts"]
    return tuple(
        Prompt(
            Part(f"unseen: {prompt['text']}", prompt["text"], categories=frozenset({Category(prompt["category"])})),
            prompt.get("known_failure", False),
        )
        for prompt in prompts
    )


@dataclass(frozen=True, slots=True)
class Mix:
    """A document without its own chrome, and what was put in: (gap, section) pairs.

    Gap 0 is above the headline, gap 1 between front and story, the next ones between the paragraphs, then the one
    between story and credits, the last one below everything.
    """

    host: SourceDocument
    insertions: tuple[tuple[int, Part], ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts in order."""
        return _with_insertions(_pieces(self.host), self.insertions)

    @property
    def source(self) -> str:
        """The text: parts with a blank line between them."""
        return BLANK_LINE.join(part.text for part in self.parts)

    @property
    def chrome_lines(self) -> tuple[str, ...]:
        """The lines that have to go."""
        return tuple(line for part in self.parts if part.categories for line in part.lines)


def _pieces(host: SourceDocument) -> tuple[tuple[Part, ...], ...]:
    """The pieces that chrome may stand between: the front, each paragraph, the credits."""
    return (host.head, *((part,) for part in host.story), host.credits)


def _with_insertions(pieces: Sequence[tuple[Part, ...]], insertions: Iterable[tuple[int, Part]]) -> tuple[Part, ...]:
    put_in = list(insertions)
    parts: list[Part] = []
    for gap in range(len(pieces) + 1):
        parts += [part for place, part in put_in if place == gap]
        if gap < len(pieces):
            parts += pieces[gap]
    return tuple(parts)


Places: TypeAlias = Callable[[SourceDocument], Sequence[int]]


def everywhere(host: SourceDocument) -> Sequence[int]:
    """All gaps of a mix."""
    return range(len(host.story) + 3)


def head_and_tail(host: SourceDocument) -> Sequence[int]:
    """The gaps right above and below the story, and those above and below everything."""
    return (1, len(host.story) + 1, len(host.story) + 2, 0)


@st.composite
def mixes(
    draw: st.DrawFn,
    sections: Sequence[Part] = SEED_CHROME,
    places: Places = everywhere,
    most: int = 4,
    least: int = 0,
) -> Mix:
    """Seeds with sections put in: what stood elsewhere is moved, the same twice a repeat, none at all a removal."""
    host = draw(st.sampled_from(SEEDS))
    insertion = st.tuples(st.sampled_from(places(host)), st.sampled_from(sections))
    return Mix(host, tuple(draw(st.lists(insertion, min_size=least, max_size=most))))


@st.composite
def mixes_with_repeats(draw: st.DrawFn) -> Mix:
    """Seeds whose headline or first paragraph stands once more, below where it stands first."""
    host = draw(st.sampled_from(SEEDS))
    headline = next(part for part in host.head if part.role == "headline")
    gap = draw(st.integers(min_value=1, max_value=len(host.story) + 2))
    again = Part("headline again", headline.text, categories=frozenset({Category.REPEAT}))
    return Mix(host, ((gap, again),))


@dataclass(frozen=True, slots=True)
class FrontMix:
    """A document without its own chrome, and one section in its front, `after` so many of its lines."""

    host: SourceDocument
    after: int
    section: Part

    @property
    def source(self) -> str:
        """The text: parts with a blank line between them."""
        head = self.host.head
        parts = (*head[: self.after], self.section, *head[self.after :], *self.host.story, *self.host.credits)
        return BLANK_LINE.join(part.text for part in parts)


@st.composite
def front_mixes(draw: st.DrawFn) -> FrontMix:
    """Seeds with one section of chrome between two lines of the front."""
    host = draw(st.sampled_from([seed for seed in SEEDS if len(seed.head) > 1]))
    after = draw(st.integers(min_value=1, max_value=len(host.head) - 1))
    return FrontMix(host, after, draw(st.sampled_from(SEED_CHROME)))


@dataclass(frozen=True, slots=True)
class Dress:
    """How a text is printed, its words apart.

    Attributes:
        line_end: what ends a line.
        gaps: line ends between one line and the next, 1 meaning no blank line; taken in turns; empty for as it was.
        indent: what stands before each line.
        trail: what stands after each line.
        mark: whether a byte order mark opens it.
        form: the Unicode normal form.
    """

    line_end: str = "\n"
    gaps: tuple[int, ...] = ()
    indent: str = ""
    trail: str = ""
    mark: bool = False
    form: Literal["NFC", "NFD"] = "NFC"

    def put_on(self, text: str) -> str:
        """The same text in this dress."""
        lines = [f"{self.indent}{line.strip()}{self.trail}" if line.strip() else "" for line in text.split("\n")]
        if self.gaps:
            printed = [line for line in lines if line]
            lines = []
            for number, line in enumerate(printed):
                lines += [line, *([""] * (self.gaps[number % len(self.gaps)] - 1))]
        dressed = unicodedata.normalize(self.form, self.line_end.join(lines))
        return "\ufeff" * self.mark + dressed


def dresses(gaps: st.SearchStrategy[tuple[int, ...]] | None = None) -> st.SearchStrategy[Dress]:
    """Line ends, blank lines, indentation, byte order mark and normal form."""
    same_everywhere = st.sampled_from([(), (2,), (1,), (3,), (5,)])
    return st.builds(
        Dress,
        line_end=st.sampled_from(["\n", "\r\n", "\r"]),
        gaps=same_everywhere if gaps is None else gaps,
        indent=st.sampled_from(["", "    ", "\t", "\u3000", "\xa0"]),
        trail=st.sampled_from(["", " ", " \t "]),
        mark=st.booleans(),
        form=st.sampled_from(NORMAL_FORMS),
    )


uneven_gaps: Final = st.lists(st.integers(min_value=1, max_value=3), min_size=2, max_size=7).map(tuple)


def shapes(scaffolds: Sequence[Scaffold] = tuple(Scaffold)) -> st.SearchStrategy[Shape]:
    """Pages that look alike to a reader."""
    return st.builds(
        Shape,
        scaffold=st.sampled_from(scaffolds),
        furniture=st.frozensets(st.sampled_from(Furniture)),
        metadata=st.frozensets(st.sampled_from(Metadata)),
        headline_tag=st.sampled_from(["h1", "h2", "div"]),
        names=st.sampled_from([True, False]),
        header=st.booleans(),
        chrome_box=st.sampled_from(["", "div", "section", "aside"]),
        links=st.booleans(),
        wrap=st.booleans(),
        reverse_attributes=st.booleans(),
        upper_case=st.booleans(),
        unclosed=st.booleans(),
        entities=st.booleans(),
    )


# Texts that are no documents.

any_character: Final = st.characters()  # lone surrogates and NUL included
line_of_anything: Final = st.text(any_character, max_size=60)
page_lines: Final = tuple(line for document in DOCUMENTS for part in document.parts for line in part.lines)
line_ends: Final = st.sampled_from(["\n\n", "\n", "\r\n", "\r", "\n \t\n", "\n\n\n", "\u2028", "\x85", "\x0b", "\x0c"])


@st.composite
def jumbles(draw: st.DrawFn) -> str:
    """Lines of all documents, of the lexicon and of no meaning, in any order, with any line ends."""
    line = st.one_of(st.sampled_from(page_lines), line_of_anything, st.sampled_from(_cue_phrases()))
    pieces = draw(st.lists(st.tuples(line, line_ends), max_size=25))
    return "".join(text + line_end for text, line_end in pieces)


@cache
def _cue_phrases() -> tuple[str, ...]:
    phrases = [part.text for strength in ("strong", "whole_block", "heading", "weak") for part in cue_lines(strength)]
    return tuple(phrases) or ("Comments",)


any_text: Final = st.one_of(st.text(any_character, max_size=400), jumbles())

# Trees of tags, and tags that are no tree.

block_tags: Final = "p div article section h1 h2 ul li blockquote figure figcaption aside main".split()
loose_tags: Final = "br hr img a span b em time svg math iframe template noscript button".split()
table_tags: Final = "table thead tbody tr td th caption colgroup".split()
raw_tags: Final = "script style textarea title pre code head body html form select option meta".split()
tags: Final = st.sampled_from(block_tags + loose_tags + table_tags + raw_tags)

attributes: Final = st.lists(
    st.tuples(
        st.sampled_from("class id href rel itemprop hidden style datetime property content colspan type".split()),
        st.one_of(
            st.sampled_from("author articleBody related newsletter display:none application/ld+json og:title -1".split()),
            st.text(max_size=12),
        ),
    ),
    max_size=3,
)


def _open_tag(tag: str, pairs: Iterable[tuple[str, str]]) -> str:
    return "<" + " ".join([tag, *(f'{name}="{value}"' for name, value in pairs)]) + ">"


def _element(tag: str, pairs: Iterable[tuple[str, str]], children: Sequence[str]) -> str:
    return f"{_open_tag(tag, pairs)}{''.join(children)}</{tag}>"


def tag_trees() -> st.SearchStrategy[str]:
    """Well nested elements of any kind around lines of the seeds and of no meaning."""
    leaves = st.one_of(st.sampled_from(page_lines).map(_escaped), st.text(max_size=20).map(_escaped))
    return st.recursive(leaves, _elements, max_leaves=20)


def _elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(_element, tags, attributes, st.lists(inner, max_size=4))


def tag_soup() -> st.SearchStrategy[str]:
    """Tags, comments, entities and words in an order that no parser expects."""
    piece = st.one_of(
        st.builds(_open_tag, tags, attributes),
        tags.map("</{}>".format),
        st.sampled_from(page_lines),
        st.sampled_from(["<!--", "-->", "<!DOCTYPE html>", "<![CDATA[", "]]>", "&#0;", "&amp", "&#xD800;"]),
        st.just("<?xml version='1.0' encoding='utf-16'?>"),
        st.text(any_character, max_size=20),
    )
    return st.lists(piece, max_size=30).map("".join)


def _escaped(text: str) -> str:
    return folded(text).replace("&", "&amp;").replace("<", "&lt;")


# Texts as tools and machines print them.

WHITE_SPACE: Final = ("\r\n", "\n", "\r", "\f", "\t", " ", "\xa0", "\u3000", "\u2028", "\x0b", "\r\n\r\n", "\n\n")
LETTERS: Final = (
    "e\u0301",
    "o\u0308",
    "\u200d",
    "\u200b",
    "😀",
    "👩\u200d🚒",
    "𝔗",
    "\U0001f1e8\U0001f1ed",
    "ﬁ",
    "İ",
    "ß",
    "\u202e",
)


@st.composite
def odd_mixes(draw: st.DrawFn) -> str:
    """Mixes with white space of any kind between their words, letters of any kind in them, and lines of any length."""
    words = draw(mixes()).source.replace(BLANK_LINE, " \n\n ").split(" ")
    gap = draw(st.sampled_from(["\n\n", "\r\n\r\n", "\f", "\n", " ", "\u2028", "\n\t\xa0\n"]))
    printed = [gap if word == "\n\n" else word for word in words]
    for place, letter in draw(st.lists(st.tuples(st.integers(0, len(words) - 1), st.sampled_from(LETTERS)), max_size=8)):
        printed[place] += letter
    for place, space in draw(st.lists(st.tuples(st.integers(0, len(words) - 1), st.sampled_from(WHITE_SPACE)), max_size=8)):
        printed[place] += space
    width = draw(st.sampled_from([0, 0, 40, 72]))
    text = " ".join(printed)
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n")) if width else text
