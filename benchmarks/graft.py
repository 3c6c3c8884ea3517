"""Foreign passages put into pages as markup, and what is left of both: `python benchmarks/graft.py DATA [--tool NAME]...`.

One passage of `passages/<language>.toml` goes behind a paragraph of the body of each page, as appeals, boxes and adverts stand
there. No class name tells what it is: a name that does is read easily, and half of the templates have none. The page's name
decides which passage goes where and in which form, so it is the same in every run. newsclean reads each page with weights that
have not seen its site.
"""

import argparse
import logging
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from random import Random
from typing import Final

import lxml.html
from lxml.html import HtmlElement

from measures import lines_among
from newsclean.lexicon import words_of
from newsclean.read.decode import decode
from peers import TOOLS, Tool
from scoring import ask
from sets import Page, Truth, read_set
from splice import PASSAGES, Passage, Place, Result, Words, read_languages, total_by, write_table

SETS: Final = ("wcxb-dev", "fundus-dev", "zh-dev")
FEWEST: Final = 4  # paragraphs of a body that are elements of their own; a page with fewer is passed over
PARAGRAPHS: Final = ("p", "div")
SHORT: Final = 8  # words; a first line of so few is a heading, a last one a button
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"


class Form(StrEnum):
    """How a passage is marked up."""

    PLAIN = "plain"
    """As the paragraphs of the story are."""
    BOX = "box"
    """In a box without a name."""
    HASHED = "hashed"
    """In a box with a name that says nothing, as tools make them that write style sheets."""


@dataclass(frozen=True, slots=True)
class Grafted:
    """A page with a passage in it.

    Attributes:
        page: as a tool reads it.
        passage: what was put in.
        place: where.
        form: how.
    """

    page: Page
    passage: Passage
    place: Place
    form: Form


def graft(page: Page, passage: Passage, place: Place, form: Form, chance: Random) -> Grafted | None:
    """Puts a passage into a page, behind a paragraph of its body: the first one, one in the middle, or the last.

    Returns:
        None if fewer than FEWEST paragraphs of the body are elements of their own.
    """
    tree = parse(page)
    paragraphs = find_paragraphs(tree, page.truth)
    if len(paragraphs) < FEWEST:
        return None
    at = {Place.HEAD: 0, Place.MIDDLE: chance.randrange(1, len(paragraphs) - 1), Place.TAIL: -1}[place]
    put_behind(paragraphs[at], passage.lines, form, chance)
    changed = lxml.html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>")
    return Grafted(replace(page, changed=bytes(changed)), passage, place, form)


def parse(page: Page) -> HtmlElement:
    """The tree of a page, read in the encoding that newsclean takes it for."""
    text = decode(page.read()).text.encode("utf-8", "replace")
    return lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(encoding="utf-8"))


def find_paragraphs(tree: HtmlElement, truth: Truth) -> list[HtmlElement]:
    """The elements of a page that are a line of its body each, and hold no such element."""
    lines = {" ".join(line.split()) for line in (truth.get("body") or "").split("\n") if line.strip()}
    leaves = (each for each in tree.iter(*PARAGRAPHS) if next(each.iterdescendants(*PARAGRAPHS), None) is None)
    return [leaf for leaf in leaves if " ".join(leaf.text_content().split()) in lines]


def put_behind(paragraph: HtmlElement, passage: Sequence[str], form: Form, chance: Random) -> None:
    """Puts the lines of a passage into the page behind a paragraph."""
    around = paragraph.getparent()
    at = around.index(paragraph) + 1
    around[at:at] = _mark_up(passage, form, paragraph, chance)


def _mark_up(passage: Sequence[str], form: Form, like: HtmlElement, chance: Random) -> list[HtmlElement]:
    """The elements of a passage that stands beside a paragraph like this one."""
    has_heading, has_button = (len(passage) > 1 and len(line.split()) <= SHORT for line in (passage[0], passage[-1]))
    lines = [_element(like.tag if form is Form.PLAIN else "p", line) for line in passage]
    if has_button:
        lines[-1].text = None
        lines[-1].append(_element("a", passage[-1], href="/more"))
    if form is Form.PLAIN:
        for line in lines:
            line.attrib.update({name: value for name, value in like.attrib.items() if name == "class"})
        return lines
    if has_heading:
        lines[0].tag = chance.choice(("p", "h2", "h3", "h4"))
    box = make_box(form, chance)
    box.extend(lines)
    return [box]


def make_box(form: Form, chance: Random) -> HtmlElement:
    """An empty box, with a name that says nothing if it is to be hashed."""
    box = lxml.html.Element(chance.choice(("div", "div", "aside", "section")))
    if form is Form.HASHED:
        box.set("class", "".join(chance.choices(LETTERS, k=7)))
    return box


def _element(tag: str, text: str, **attributes: str) -> HtmlElement:
    element = lxml.html.Element(tag, attributes)
    element.text = text
    return element


def read_grafted(data: Path) -> Iterator[Grafted]:
    """The pages of the sets whose language has passages, each with one of them in it."""
    languages = {language.code: language for language in read_languages(PASSAGES)}
    for name in SETS:
        for page in read_set(data / name).pages():
            language = languages.get(page.truth.get("lang") or "")
            if language and page.truth.get("body"):
                chance = Random(f"{name}/{page.truth['id']}")
                passage, place, form = chance.choice(language.passages), chance.choice(tuple(Place)), chance.choice(tuple(Form))
                grafted = graft(page, passage, place, form, chance)
                if grafted:
                    yield grafted


def measure(grafted: Iterable[Grafted], tool: Tool) -> Iterator[Result]:
    """What a tool leaves of each page and of the passage in it; one that raises has read nothing."""
    for each in grafted:
        output, _ = ask(tool, each.page)
        spliced, left = _count_words("\n".join(each.passage.lines), output.text)
        story, kept = _count_words(each.page.truth.get("body") or "", output.text)
        words = Words(spliced=spliced, spliced_left=left, story=story, story_kept=kept)
        yield Result(each.passage.kind, each.page.truth.get("lang") or "", each.place, each.form, words)


def _count_words(lines: str, text: str) -> tuple[int, int]:
    """Words of the lines, and words of those lines that a text has."""
    sizes = [len(words_of(line)) for line in lines.splitlines() if line.strip()]
    return sum(sizes), sum(size for size, kept in zip(sizes, lines_among(lines, text), strict=True) if kept)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what each tool leaves in each form, then what newsclean leaves by kind, language and place."""
    parser = argparse.ArgumentParser(description="How much of passages in pages is left, and of the stories around them.")
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of the sets")
    known = {tool.name: tool for tool in TOOLS if tool.reads_pages and tool.is_installed}
    parser.add_argument("--tool", action="append", choices=known, help="only this tool; may be given again")
    options = parser.parse_args(arguments)
    chosen = dict.fromkeys(("newsclean", *(options.tool or ())))
    logging.disable(logging.CRITICAL)
    grafted = list(read_grafted(options.data))
    print(f"{len(grafted)} pages", end="\n\n")
    results = {name: list(measure(grafted, known[name])) for name in chosen}
    for name, found in results.items():
        print(write_table(name, total_by(found, attrgetter("rendering")), "left"), end="\n\n")
    for heading in ("kind", "language", "place"):
        print(write_table(heading, total_by(results["newsclean"], attrgetter(heading)), "left"), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
