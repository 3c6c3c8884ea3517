"""The pages that the model of pages learns from: their blocks, the labels of the blocks, and what each counts."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from folds import fold_of, site_of
from labels import label_blocks
from newsclean import lexicon
from newsclean.document import Container, Document
from newsclean.features import Features, measure
from newsclean.read.decode import decode
from newsclean.read.html import read_html
from newsclean.rules import find_hints
from newsclean.split import split
from newsclean.verdict import Hint
from sets import Page, read_set

SETS: Final = ("wcxb-dev", "fundus-dev", "zh-dev", "traf-dev")
BARED: Final = 3  # one page in so many is learned from a second time, without its markup
BARED_COUNT: Final = 0.3  # what a block counts there
BARE: Final = " without markup"
PARTS: Final = 3  # inside the training data: what words are worth is learned from two parts, for the rows of the third
SNIPPET: Final = 4.5  # what a block with a snippet counts: there are few of them on a page

Column = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """One page, or one text.

    Attributes:
        page: its set and id, as 'wcxb-dev/0012', and what was done to it.
        site: its registered domain; a page without an address is a site of its own.
        fold: the part of the data in which its site is.
        document: its blocks.
        features: what is measured on them.
        hints: what the rules say of them.
        labels: 1 for body, 0 for anything else.
        counts: how much each block counts; 0 where the truth says nothing of it.
        is_made: whether it was made to learn from, and nothing is measured on it.
    """

    page: str
    site: str
    fold: int
    document: Document
    features: Features
    hints: Sequence[Hint]
    labels: Column
    counts: Column
    is_made: bool = False


def read_samples(data: Path) -> Iterator[Sample]:
    """All pages with a truth of their body, in the order of the sets."""
    words = lexicon.load()
    for name in SETS:
        for page in read_set(data / name).pages():
            decoded = decode(page.read())
            document = split(read_html(decoded.text, decoded.warnings), words)
            if document.blocks:
                yield read_sample(f"{name}/{page.truth['id']}", name, page, document, words)
                if int.from_bytes(hashlib.sha256(page.truth["id"].encode()).digest()[:4]) % BARED == 0:
                    yield read_sample(f"{name}/{page.truth['id']}{BARE}", name, page, strip_markup(document), words)


def part_of(name: str) -> int:
    """Which part of the training data a site or a passage is in."""
    return hashlib.sha256(f"part of {name}".encode()).digest()[0] % PARTS


def strip_markup(document: Document) -> Document:
    """The page as one row of paragraphs, headings and list items without a class name.

    Some pages are like that, and there the model has to go by the words, which it would hardly look at otherwise: most pages tell
    their story from its surroundings by boxes and names.
    """
    count = len(document.blocks)
    frame = (Container(-1, "html", "", 0, count), Container(0, "body", "", 0, count))
    own = tuple(Container(1, block.tag, "", order, order + 1) for order, block in enumerate(document.blocks))
    blocks = tuple(replace(block, container=order + len(frame)) for order, block in enumerate(document.blocks))
    return replace(document, blocks=blocks, containers=(*frame, *own))


def read_sample(identity: str, name: str, page: Page, document: Document, words: lexicon.Lexicon) -> Sample:
    """The blocks of a page with all that is learned from.

    Args:
        identity: the sample's own name.
        name: of the set that the page is in.
        page: whose truth is laid over the blocks.
        document: the page, or what was made of it.
        words: the lexicon.
    """
    features = measure(document, words)
    labels = label_blocks([block.text for block in document.blocks], page.truth)
    known = ~np.isnan(labels)
    scarce = (1.0 if page.truth.get("body") else SNIPPET) * (BARED_COUNT if BARE in identity else 1.0)
    site = site_of(name, page.truth)
    return Sample(
        page=identity,
        site=site,
        fold=fold_of(site),
        document=document,
        features=features,
        hints=find_hints(document, features, words),
        labels=np.where(known, labels, 0.0),
        counts=np.where(known, scarce * np.sqrt(features.length + 1), 0.0),
    )
