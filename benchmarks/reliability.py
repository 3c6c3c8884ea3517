"""Whether `confidence.body` keeps its word: `python benchmarks/reliability.py PATH...`, each a set of pages with bodies.

Pages are put in groups by the confidence that newsclean states; of each group the mean of what it states stands beside the share
of bodies that are right. Right is a word F1 of 0.95 or more.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final

import newsclean
from folds import unseen_weights
from measures import word_f1
from sets import Page, read_set, set_of_pages

RIGHT: Final = 0.95
EDGES: Final = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Compare stated confidence with the share of right bodies.")
    parser.add_argument("sets", nargs="+", type=set_of_pages, metavar="PATH", help="folder of a set of pages")
    options = parser.parse_args(arguments)
    pages = (page for path in options.sets for page in read_set(path).pages())
    pairs = [pair for page in pages if (pair := read_page(page)) is not None]
    print("\n".join(write_table(pairs)))
    return 0


def read_page(page: Page) -> tuple[float, bool] | None:
    """The confidence in one body and whether it is right; None where the truth has none or newsclean finds none."""
    body = page.truth.get("body")
    if not body:
        return None
    with unseen_weights(page):
        article = newsclean.clean_html(page.read(), url=page.truth.get("url"))
    stated = article.confidence.body
    return None if stated is None else (stated, word_f1(body, article.text) >= RIGHT)


def write_table(pairs: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """One row a group of pages."""
    yield "| confidence | pages | stated, mean | right |"
    yield "|---|---:|---:|---:|"
    for low, high in pairwise(EDGES):
        group = [pair for pair in pairs if low <= pair[0] < high or (high == EDGES[-1] and pair[0] == high)]
        if group:
            stated, right = fmean(pair[0] for pair in group), fmean(pair[1] for pair in group)
            yield f"| {low} to {high} | {len(group)} | {stated:.2f} | {right:.2f} |"


if __name__ == "__main__":
    sys.exit(main())
