"""What each part of the model of pages is worth: `python benchmarks/ablation.py PATH...`, each a set of pages.

Every page is read with weights that have not seen its site, as in all figures, once as it is and once without each part:

- second opinion: trafilatura is never asked;
- class names: no word of a class name or id is worth anything (the trees are not trained anew);
- words: none is worth anything, likewise;
- agreement: each block is judged by itself;
- model: all of the region is story but for what rules are certain of: rules and region are all there is.
"""

import argparse
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any, Final
from unittest.mock import patch

from folds import unseen_weights
from newsclean import pipeline, second_opinion
from newsclean.document import Document
from newsclean.features import Features
from newsclean.learned import model
from newsclean.learned.score import Score
from newsclean.learned.words import NOTHING
from peers import TOOLS, Output
from scoring import score_page, summarise
from sets import Page, read_set, set_of_pages

MEASURES: Final = {"word_f1": "word F1", "exact": "exact", "snippet_f1": "snippet F1"}


@contextmanager
def without_second_opinion() -> Iterator[None]:
    """Nobody answers."""
    with patch.object(second_opinion, "ask", lambda _: None):
        yield


@contextmanager
def without_names() -> Iterator[None]:
    """No class name is known."""
    with _model(replace(model.load(model.PAGES), names={})):
        yield


@contextmanager
def without_words() -> Iterator[None]:
    """No word is known."""
    with _model(replace(model.load(model.PAGES), words=NOTHING)):
        yield


@contextmanager
def without_agreement() -> Iterator[None]:
    """No neighbour has a say."""
    with patch.object(model, "agree", lambda chances, *_: chances):
        yield


@contextmanager
def _model(changed: model.Model) -> Iterator[None]:
    with patch.object(model, "load", lambda _name: changed):
        yield


@contextmanager
def without_model() -> Iterator[None]:
    """What stands in the region is story, unless a rule is certain that it is not."""

    def score(_document: Document, features: Features, _hints: object) -> Score:
        return Score(features.in_region, features.in_region, lambda blocks: ["it stands outside the region"] * len(blocks))

    with patch.object(pipeline, "score", score), without_second_opinion():
        yield


VARIANTS: Final[dict[str, Callable[[], Any] | None]] = {
    "all of it": None,
    "without the second opinion": without_second_opinion,
    "without class names": without_names,
    "without the worth of words": without_words,
    "without agreement": without_agreement,
    "without the model": without_model,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Measure what each part of the model of pages is worth.")
    parser.add_argument("sets", nargs="+", type=set_of_pages, metavar="PATH", help="folder of a set of pages")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    sets = [read_set(path) for path in options.sets]
    print("| variant | " + " | ".join(each.name for each in sets) + " |")
    print("|---|" + "---|" * len(sets))
    for name, variant in VARIANTS.items():
        cells = [write_cell([read_page(page, variant) for page in each.pages()]) for each in sets]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    return 0


def read_page(page: Page, variant: Callable[[], Any] | None) -> tuple[Page, Output]:
    """What newsclean makes of a page in one variant."""
    with ExitStack() as stack:
        stack.enter_context(unseen_weights(page))
        if variant is not None:
            stack.enter_context(variant())
        article = pipeline.clean_html(page.read(), url=page.truth.get("url"))
    return page, Output(text=article.text)


def write_cell(outputs: Sequence[tuple[Page, Output]]) -> str:
    """The measures of one variant on one set."""
    figures = summarise([score_page(page, output, TOOLS[0].page_fields) for page, output in outputs])
    return ", ".join(f"{figures[name].value:.3f} {label}" for name, label in MEASURES.items() if name in figures)


if __name__ == "__main__":
    sys.exit(main())
