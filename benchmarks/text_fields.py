"""Scores the fields of texts: `python benchmarks/text_fields.py PATH...`, each the folder of a set of text documents.

A text has no metadata, so that a field can only be read where it is printed. A value is asked for where it stands in a short line
that is no story: a name in the prose is no byline, and to take it for one would be a fault. Where the truth says that there is
none in the document, any value is invented. 'less errors' leaves out the pages that `docs/truth-errors.md` lists.
"""

import argparse
import logging
import re
import sys
from argparse import ArgumentTypeError
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from statistics import fmean
from typing import Final

import measures
from fields import is_error
from newsclean.lexicon import fold, load
from peers import FIELDS, TOOLS
from scoring import score_fields
from sets import Page, PageSet, read_set, set_of_any

LONGEST: Final = 120  # code points of the line in which a value stands
NEAR: Final = 6  # words among which day, month and year stand
WORD: Final = re.compile(r"\d+|[^\W\d_]+")  # '14th' is two, and so is each of '2015年2月14日'
COLUMNS: Final = {
    "headline": "headline",
    "authors": "authors",
    "published": "day",
    "published_sound": "less errors",
    "headline_invented": "+headline",
    "authors_invented": "+authors",
    "published_invented": "+day",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Score the fields of newsclean on sets of text documents.")
    parser.add_argument("sets", nargs="+", type=set_of_texts, metavar="PATH", help="folder of a set of text documents")
    parser.add_argument("--misses", action="store_true", help="list the documents with a wrong or an invented field")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    for page_set in map(read_set, options.sets):
        print("\n".join(write_set(page_set, lists_misses=options.misses)), end="\n\n", flush=True)
    return 0


def set_of_texts(path: str) -> Path:
    """The folder of a set of texts, as an argument of a command; raises ArgumentTypeError for any other folder."""
    if not read_set(set_of_any(path), 0).is_text:
        raise ArgumentTypeError(f"{path} is no set of texts: it needs truth.jsonl and a folder docs")
    return Path(path)


def write_set(page_set: PageSet, *, lists_misses: bool) -> Iterator[str]:
    """The table of one set: a row a rendering, under it how many documents each figure rests on."""
    tool = TOOLS[0]
    scores: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for page in page_set.pages():
        shares = score_document(page, score_fields(page, tool.read(page), tool.text_fields))
        for name, share in shares.items():
            scores[page.truth["rendering"]][name].append(share)
        wrong = [name for name, share in shares.items() if share == name.endswith("_invented")]
        if lists_misses and wrong:
            yield f"{page.truth['id']}: {', '.join(wrong)}"
    yield f"| {page_set.name} | {' | '.join(COLUMNS.values())} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    for rendering, columns in sorted(scores.items()):
        yield f"| {rendering} | {' | '.join(f'{fmean(columns[name]):.3f}' if columns[name] else '-' for name in COLUMNS)} |"
        yield f"| documents | {' | '.join(str(len(columns[name])) for name in COLUMNS)} |"


def score_document(page: Page, shares: Mapping[str, float]) -> dict[str, float]:
    """The shares of one document that count: of the values that stand in its lines, and of those that it has not."""
    lines = list(lines_beside(page))
    kept = {name: share for name, share in shares.items() if name.endswith("_invented")}
    found = {name: shares[name] for name in FIELDS & shares.keys() if stands_in(page, name, lines)}
    source = page.path.parents[1].name.removesuffix("-text")
    if "published" in found and not is_error(source, page.truth["source_id"], "published"):
        found["published_sound"] = found["published"]
    return kept | found


def lines_beside(page: Page, longest: float = LONGEST) -> Iterator[str]:
    """The lines of a document, up to a length, that are no story, or of which it cannot be told."""
    lines = (line.strip() for line in page.read().decode("utf-8-sig").splitlines() if line.strip())
    return (line for line, label in zip(lines, page.truth["lines"], strict=True) if not label and len(line) <= longest)


def stands_in(page: Page, field: str, lines: Sequence[str]) -> bool:
    """Whether the value of a field stands in one of some lines; of the authors each, though not all in one line."""
    truth = page.truth
    if field == "published":
        day = date.fromisoformat((truth["published"] or "")[: len("2000-01-01")])
        return any(names_day(line, day) for line in lines)
    names = [truth["headline"] or ""] if field == "headline" else sorted(measures.author_set(truth["authors"] or ()))
    folded = [measures.fold(line) for line in lines]
    return all(any(measures.fold(name) in line for line in folded) for name in names)


def names_day(line: str, day: date) -> bool:
    """Whether a line has the day in numbers, in any order, or with the month as a word in one of the known languages.

    It is told without the reader of dates, which may be as wrong as the figure would then say that it is not.
    """
    words = [word.lstrip("0") for word in WORD.findall(fold(line))]
    for start in range(len(words)):
        near = words[start : start + NEAR]
        if tuple([word for word in near if word.isdigit()][:3]) in _orders(day):
            return True
        is_month = any(load().months.get(word) == day.month for word in near)
        if is_month and str(day.year) in near and str(day.day) in near:
            return True
    return False


def _orders(day: date) -> set[tuple[str, ...]]:
    years = (str(day.year), str(day.year)[2:].lstrip("0"))
    return {order for year in years for order in permutations((year, str(day.month), str(day.day)))}


if __name__ == "__main__":
    sys.exit(main())
