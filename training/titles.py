"""The weights by which the title of a text is told: `python training/titles.py FOLDER` prints them, and how well they do.

Each line that could be the title is an alternative, and that there is none is another one; the weights make the right one likely
(McFadden's conditional logit). Right is the line that the truth gives as the headline. Where the truth has none in the document,
it is the heading of the first level that the page has, since titles are often annotated as the metadata words them.
"""

import argparse
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Final
from unittest.mock import patch

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

import measures
from folds import FOLDS, fold_of, site_of
from newsclean import lexicon, topic
from newsclean.category import Kind
from newsclean.features import measure
from newsclean.printed_title import WEIGHTS, Lines, looks_of
from newsclean.read.decode import decode
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.split import split
from newsclean.title import find_title
from sets import Page, read_set
from text_fields import lines_beside

SETS: Final = ("wcxb-dev", "fundus-dev")  # the others have no headlines, or no texts
PENALTY: Final = 0.25  # of the squares of the weights
NAMES: Final = tuple(WEIGHTS)
SHIFT: Final = 7  # documents from one to the one whose chrome it gets
MOST_CHROME: Final = 4  # lines of it
PROSE: Final = 80  # code points of a line of chrome that reads like prose

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One document.

    Attributes:
        group: its set and rendering.
        fold: the part of the data that its site is in.
        looks: a row an alternative, the last one that there is none.
        right: which of them are right: a title may be printed twice.
    """

    group: str
    fold: int
    looks: Matrix
    right: npt.NDArray[np.bool_]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Measure the weights by which the title of a text is told.")
    parser.add_argument("folder", type=Path, help="the folder of all sets")
    folder = parser.parse_args(arguments).folder
    choices = [choice for name in SETS for choice in read_choices(folder, name)]
    shares: dict[str, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([each for each in choices if each.fold != fold])
        for each in choices:
            if each.fold == fold:
                kind = "none" if each.right[-1] else "title"
                shares[f"{each.group}, {kind}"].append(float(each.right[np.argmax(each.looks @ weights)]))
    for group, right in sorted(shares.items()):
        print(f"{group}: {fmean(right):.3f} of {len(right)} right")
    print("\n".join(f'    "{name}": {weight:.2f},' for name, weight in zip(NAMES, fit(choices), strict=True)))
    return 0


def read_choices(folder: Path, name: str) -> Iterator[Choice]:
    """The documents of one set of texts, each as it is; `sloppy` ones also with the chrome of another document put in front.

    Few of the sets' stories stand under an appeal or under teasers, whose prose is the first of the text, and many in use do.
    """
    sources = {page.truth["id"]: page for page in read_set(folder / name).pages()}
    texts = list(read_set(folder / f"{name}-text").pages())
    for text, other in zip(texts, texts[SHIFT:] + texts[:SHIFT], strict=True):
        source, printed = sources[text.truth["source_id"]], decode(text.read()).text
        is_sloppy = text.truth["rendering"] == "sloppy"
        chrome = [line for line in lines_beside(other, math.inf) if line.endswith(".") and len(line) > PROSE][:MOST_CHROME]
        group = f"{name} {text.truth['rendering']}"
        titles = [text.truth["headline"]] if text.truth["headline"] else _first_headings(source)
        for kind, lines in (("", printed), (", chrome in front", "\n\n".join([*chrome, printed]))):
            looks, right = read_looks(lines, titles, may_lack=not text.truth["headline"])
            if right.any() and (not kind or (chrome and is_sloppy)):
                yield Choice(group + kind, fold_of(site_of(name, source.truth)), looks, right)


def read_looks(text: str, titles: Sequence[str | None], *, may_lack: bool) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """The alternatives of a text, and which of them are right: none of the lines where it may lack a title and does."""
    with patch.object(topic, "find_title", wraps=find_title) as search:
        measure(split(read_text(text, ()), lexicon.load()), lexicon.load())
    lines: Lines = search.call_args.args[0]
    looks = list(looks_of(lines))
    printed = [None if order is None else lines.document.blocks[order].text for order, _ in looks]
    right = np.array([any(measures.same_headline(title or "", each) for title in titles) for each in printed])
    right[-1] = may_lack and not right.any()
    return np.array([[float(look.get(name, 0.0)) for name in NAMES] for _, look in looks]), right


def _first_headings(page: Page) -> list[str]:
    decoded = decode(page.read())
    blocks = read_html(decoded.text, decoded.warnings, decoded.utf8).blocks
    return [block.text for block in blocks if block.kind is Kind.CROSSHEAD and block.level == 1]


def fit(choices: Sequence[Choice]) -> Matrix:
    """The weights under which the right alternatives are likeliest."""
    sizes = [len(each.looks) for each in choices]
    looks, right = np.concatenate([each.looks for each in choices]), np.concatenate([each.right for each in choices])
    owner, starts = np.repeat(np.arange(len(sizes)), sizes), np.concatenate(([0], np.cumsum(sizes)[:-1]))

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = looks @ weights
        chances = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        every, good = np.add.reduceat(chances, starts), np.add.reduceat(chances * right, starts)
        slope = looks.T @ (chances / every[owner] - chances * right / good[owner])
        return float(np.log(every / good).sum() + PENALTY * weights @ weights), slope + 2 * PENALTY * weights

    found: Matrix = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x
    return found


if __name__ == "__main__":
    sys.exit(main())
