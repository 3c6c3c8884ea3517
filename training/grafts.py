"""Pages with passages put into their bodies: what the markup does not tell, the words have to.

Most pages name the boxes of their appeals and newsletters, so that a model of pages learns to go by names and boxes alone, and
takes any paragraph among paragraphs for story.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

import lxml.html
import numpy as np
from lxml.html import HtmlElement

from folds import site_of
from graft import FEWEST, Form, find_paragraphs, make_box, parse, put_behind
from mixes import PASSAGES
from newsclean import lexicon
from newsclean.read.html import read_html
from newsclean.split import split
from samples import SETS, Sample, part_of, read_sample, strip_markup
from sets import Page, read_set
from splice import Passage, read_languages

TIMES: Final = 3  # pages that are made of a page: other passages in other places
MOST: Final = 2  # passages in a page, and paragraphs of its own that are boxed
BARED: Final = 0.25  # of the pages are learned from without their markup
UNCLOSED: Final = 0.25  # of the boxes hold what follows too
STANDING: Final = ("blockquote", "ol", "pre", "table", "ul")
LONG: Final = 20.0  # words; a shorter line counts less: nothing tells a button from a short line of the story
OF_PASSAGE: Final = 0.7  # what a block that was put in counts
OF_BOXED: Final = 0.5  # and one that was boxed
OF_PAGE: Final = 0.08  # and the others: they are learned from once already
WITH_PASSAGES: Final = " with passages"


def read_grafts(data: Path) -> Iterator[Sample]:
    """The pages whose language has passages, each TIMES with some of them in it; the name of the page decides which.

    Page and passage are in the same part of the training data, as story and passage of a mix are.
    """
    words = lexicon.load()
    languages = {language.code: language.passages for language in read_languages(PASSAGES)}
    for name in SETS:
        for page in read_set(data / name).pages():
            part = part_of(site_of(name, page.truth))
            passages = languages.get(page.truth.get("lang") or "", ())
            own = [each for each in passages if part_of(" ".join(each.lines)) == part]
            if own and page.truth.get("body"):
                for time in range(TIMES):
                    yield from _graft(f"{name}/{page.truth['id']}{WITH_PASSAGES} {time}", name, page, own, words)


def _graft(identity: str, name: str, page: Page, passages: Sequence[Passage], words: lexicon.Lexicon) -> Iterator[Sample]:
    """A page with up to MOST of the passages behind paragraphs of its body; none if the body has too few."""
    chance = Random(identity)
    tree = parse(page)
    paragraphs = find_paragraphs(tree, page.truth)
    if len(paragraphs) < FEWEST:
        return
    foreign: set[str] = set()
    for _ in range(chance.randint(1, MOST)):
        passage = chance.choice(passages)
        anywhere, at_an_end = chance.randrange(len(paragraphs)), chance.choice((0, len(paragraphs) - 1))
        put_behind(paragraphs[chance.choice((anywhere, at_an_end))], passage.lines, chance.choice(tuple(Form)), chance)
        foreign.update(" ".join(line.split()) for line in passage.lines)
    boxed = {box_in(chance.choice(find_boxable(paragraphs)), chance) for _ in range(chance.randint(0, MOST))}
    document = split(read_html(lxml.html.tostring(tree, encoding="unicode"), ()), words)
    bared = strip_markup(document) if chance.random() < BARED else document
    yield _weigh(read_sample(identity, name, page, bared, words), foreign, boxed)


def find_boxable(paragraphs: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The paragraphs of a body, and the tables, quotes and lists that stand right behind one of them."""
    behind = (paragraph.getnext() for paragraph in paragraphs)
    return [*paragraphs, *(each for each in behind if each is not None and each.tag in STANDING)]


def box_in(element: HtmlElement, chance: Random) -> str:
    """Puts an element of the page into a box, so that no box proves that what stands in it is foreign; returns its text.

    One box in four holds all that follows the element too, as where a tag was never closed.
    """
    box = make_box(chance.choice((Form.BOX, Form.HASHED)), chance)
    following = list(element.itersiblings()) if chance.random() < UNCLOSED else []
    if not following:
        box.tail, element.tail = element.tail, None
    element.getparent().replace(element, box)
    box.extend([element, *following])
    return " ".join(element.text_content().split())


def _weigh(sample: Sample, foreign: Collection[str], boxed: Collection[str]) -> Sample:
    """The sample with what its blocks count: those that were put in or boxed, told by their texts, and the others."""
    texts = [block.text for block in sample.document.blocks]
    is_foreign, is_boxed = (np.array([text in those for text in texts]) for those in (foreign, boxed))
    of_foreign = OF_PASSAGE * np.minimum(1.0, sample.features.length / LONG)
    weights = np.where(is_foreign, of_foreign, np.where(is_boxed, OF_BOXED, OF_PAGE))
    return replace(sample, labels=np.where(is_foreign, 0.0, sample.labels), counts=weights * sample.counts, is_made=True)
