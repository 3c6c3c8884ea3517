"""Measures the weights of the fields' confidence: `python training/field_confidence.py DATA`, DATA the folder of the sets.

Writes `src/newsclean/fields/confidence.json`, and prints what the chances are worth on sites whose pages were left out: how often
the values were right to which some chance was given, and what a limit to the chance costs and gains. Right is what the benchmark
counts as right; a value that is given where the truth has none is wrong. Pages on which the truth errs are left out.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

import newsclean
from fields import is_error
from folds import FOLDS, fold_of, site_of, unseen_weights
from newsclean.fields.confidence import FILE, signals_of_byline, signals_of_headline, signals_of_published
from peers import FIELDS, TOOLS, read_article
from scoring import score_fields
from sets import Page, read_set

SETS: Final = ("wcxb-dev", "fundus-dev", "mercury-dev", "traf-dev", "zh-dev", "dates-dev")
SHIPPED: Final = Path(newsclean.__file__).parent / "fields" / FILE
EDGES: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
LIMITS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
ROUNDS: Final = 30  # of Newton's method; it converges in ten
PENALTY: Final = 1.0  # on the squares of the weights
ABOUT: Final = (
    "Weights of fields/confidence.py, measured on page sets with hand-made truth, among them the development pages of WCXB, "
    "(c) 2026 Murrough Foley, CC-BY-4.0; see training/README.md. No text of a page is in this file."
)

Column = npt.NDArray[np.float64]


class Row(NamedTuple):
    """One value that newsclean gave: the fold of its site, what spoke for it, and whether it is right."""

    fold: int
    signals: Mapping[str, float]
    is_right: bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Measure the weights of the fields' confidence.")
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of the sets")
    data = parser.parse_args(arguments).data
    rows = read_rows(data)
    weights = {}
    for field, found in rows.items():
        names = ("always", *found[0].signals)
        table = np.array([[1.0, *row.signals.values()] for row in found])
        right = np.array([row.is_right for row in found], dtype=float)
        folds = np.array([row.fold for row in found])
        unseen = np.zeros(len(found))
        for fold in range(FOLDS):
            unseen[folds == fold] = chances(table[folds == fold], fit(table[folds != fold], right[folds != fold]))
        print("\n".join(write_tables(field, unseen, right)), end="\n\n")
        weights[field] = dict(zip(names, fit(table, right).round(3).tolist(), strict=True))
    SHIPPED.write_text(json.dumps({"about": ABOUT, "weights": weights}, indent=1) + "\n", encoding="utf-8")


def read_rows(data: Path) -> Mapping[str, Sequence[Row]]:
    """The values that newsclean gives on all pages, by field; a page that is in two sets counts once."""
    rows: dict[str, list[Row]] = {"headline": [], "byline": [], "published": []}
    seen = set()
    for name in SETS:
        for page in read_set(data / name).pages():
            if page.truth["id"] not in seen:
                seen.add(page.truth["id"])
                for field, row in read_page(name, page):
                    rows[field].append(row)
    return rows


def read_page(name: str, page: Page) -> Iterator[tuple[str, Row]]:
    """The values of one page, read with weights that have not seen its site."""
    with unseen_weights(page):
        found = newsclean.explain(page.read(), url=page.truth.get("url"))
    fields = found.fields
    shares = score_fields(page, read_article(found.article), TOOLS[0].page_fields & FIELDS)
    for field, measure, signals in (
        ("headline", "headline", signals_of_headline(fields.headlines)),
        ("byline", "authors", signals_of_byline(fields.bylines)),
        ("published", "published", signals_of_published(fields.published, fields.modified)),
    ):
        if signals and measure in page.truth and not is_error(name, page.truth["id"], measure):
            yield field, Row(fold_of(site_of(name, page.truth)), signals, shares.get(measure, 0.0) == 1.0)


def fit(table: Column, right: Column) -> Column:
    """The weights of a logistic regression, by Newton's method."""
    weights = np.zeros(table.shape[1])
    penalty = PENALTY * np.diag([0.0, *[1.0] * (len(weights) - 1)])
    for _ in range(ROUNDS):
        stated = chances(table, weights)
        gradient = table.T @ (right - stated) - penalty @ weights
        curvature = (table * (stated * (1 - stated))[:, None]).T @ table + penalty
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights


def chances(table: Column, weights: Column) -> Column:
    """The chance that each row is right."""
    found: Column = 1 / (1 + np.exp(-table @ weights))
    return found


def write_tables(field: str, stated: Column, right: Column) -> Iterator[str]:
    """Whether the chances keep their word, and what a limit to them costs."""
    yield f"{field}: {len(right)} values"
    yield "| confidence | values | stated, mean | right |"
    yield "|---|---:|---:|---:|"
    for low, high in pairwise(EDGES):
        group = (stated >= low) & (stated < high)
        if group.any():
            yield f"| {low} to {high} | {group.sum()} | {stated[group].mean():.2f} | {right[group].mean():.2f} |"
    yield "| limit | values kept | right |"
    yield "|---|---:|---:|"
    for limit in LIMITS:
        kept = stated >= limit
        if kept.any():
            yield f"| {limit} | {kept.mean():.3f} | {right[kept].mean():.3f} |"


if __name__ == "__main__":
    main()
