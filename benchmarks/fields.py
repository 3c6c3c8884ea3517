"""Scores the fields apart from the bodies: `python benchmarks/fields.py PATH...`, each the folder of a set of pages.

A page of the truth may have a headline that is nowhere printed, authors that are organisations, or a value that the page
contradicts. Each of these is counted apart: `docs/truth-errors.md` lists the errors, `organisations.json` which names of the
truth are those of organisations, by page and place in its list.
"""

import argparse
import json
import logging
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Final

import lxml.html

import measures
from newsclean.read.decode import decode
from peers import FIELDS, TOOLS, Output, Tool
from quality import choose_tools
from scoring import score_fields
from sets import Page, PageSet, read_set, set_of_pages

ERRORS: Final = Path(__file__).parents[1] / "docs" / "truth-errors.md"
ORGANISATIONS: Final = Path(__file__).with_name("organisations.json")
COMPARED: Final = ("newsclean", "trafilatura", "newspaper4k", "metadata")
UNPRINTED: Final = frozenset({"script", "style", "title"})
LONGER: Final = 6  # times the headline: a larger element holds more than the headline
COLUMNS: Final = {
    "headline": "headline",
    "headline_printed": "printed",
    "headline_unprinted": "not printed",
    "authors": "authors",
    "authors_people": "people only",
    "authors_sound": "less errors",
    "published": "day",
    "published_sound": "less errors",
    "authors_invented": "+authors",
    "published_invented": "+day",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Score the fields of newsclean and its peers on sets of pages.")
    parser.add_argument("sets", nargs="+", type=set_of_pages, metavar="PATH", help="folder of a set of pages")
    parser.add_argument("--tool", action="append", choices=[tool.name for tool in TOOLS], metavar="NAME", help="only this one")
    parser.add_argument("--limit", type=int, metavar="N", help="only N pages of each set, evenly spread")
    parser.add_argument("--persons", action="store_true", help="list the organisations that newsclean gives as persons")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    sets = [read_set(path, options.limit) for path in options.sets]
    known = find_organisations(sets)
    for page_set in sets:
        print(
            "\n".join(write_set(page_set, choose_tools(options.tool or COMPARED), known, options.persons)), end="\n\n", flush=True
        )
    return 0


def write_set(page_set: PageSet, tools: Sequence[Tool], known: frozenset[str], shows_persons: bool) -> Iterator[str]:
    """The table of one set: a row a tool, under it how many pages each figure rests on."""
    yield f"{page_set.name}: {len(page_set.truths)} pages"
    yield ""
    rows = []
    for tool in tools:
        scores, persons = score_set(page_set, tool, known)
        rows.append((tool.name, scores, len(persons)))
        if shows_persons and tool is TOOLS[0]:
            yield from (f"organisation as person: {page}: {name}" for page, name in persons)
    columns = [name for name in COLUMNS if any(scores[name] for _, scores, _ in rows)]
    yield f"| tool | {' | '.join(COLUMNS[name] for name in columns)} | persons that are none |"
    yield f"|---|{'---:|' * (len(columns) + 1)}"
    for tool_name, scores, persons_count in rows:
        figures = (f"{fmean(scores[name]):.3f}" if scores[name] else "-" for name in columns)
        yield f"| {tool_name} | {' | '.join(figures)} | {persons_count} |"
    yield f"| pages | {' | '.join(str(max(len(scores[name]) for _, scores, _ in rows)) for name in columns)} | |"


def score_set(page_set: PageSet, tool: Tool, known: frozenset[str]) -> tuple[Mapping[str, list[float]], list[tuple[str, str]]]:
    """The shares of all pages by measure, and the organisations that the tool gives as persons, each with its page."""
    scores: dict[str, list[float]] = defaultdict(list)
    persons = []
    for page in page_set.pages():
        try:
            output = tool.read(page)
        except Exception:  # noqa: BLE001 - a tool that raises has said nothing
            output = Output()
        for name, share in score_page(page_set.name, page, output, tool).items():
            scores[name].append(share)
        named = output.authors if output.people is None else output.people
        persons += [(page.truth["id"], name) for name in named if measures.author_set([name]) & known]
    return scores, persons


def score_page(name: str, page: Page, output: Output, tool: Tool) -> dict[str, float]:
    """The measures of one page: those of `scoring`, and the parts of them that are counted apart."""
    shares = score_fields(page, output, tool.page_fields & FIELDS)
    page_id = page.truth["id"]
    if "headline" in shares:
        shares["headline_printed" if is_printed(page) else "headline_unprinted"] = shares["headline"]
    if "authors" in shares and page_id not in _read_organisations().get(name, {}):
        shares["authors_people"] = shares["authors"]
    for field in ("authors", "published"):
        if field in shares and not is_error(name, page_id, field):
            shares[f"{field}_sound"] = shares[field]
    return shares


def is_error(name: str, page_id: str, field: str) -> bool:
    """Whether the truth errs in a field of a page, as the documentation shows."""
    return (name, page_id, field) in _read_errors()


def is_printed(page: Page) -> bool:
    """Whether the headline of the truth is all the text of an element of the page's body."""
    headline = page.truth.get("headline") or ""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    tree = lxml.html.document_fromstring(decode(page.read()).text.encode("utf-8", "replace"), parser=parser)
    body = tree.find("body")
    for element in (tree if body is None else body).iter("*"):
        if element.tag not in UNPRINTED:
            text = "".join(map(str, element.itertext()))
            if len(text.split()) <= LONGER * len(headline) and measures.same_headline(headline, text):
                return True
    return False


def find_organisations(sets: Sequence[PageSet]) -> frozenset[str]:
    """The names, folded, that the truths give to organisations."""
    names: set[str] = set()
    for page_set in sets:
        places = _read_organisations().get(page_set.name, {})
        for truth in page_set.truths:
            authors = truth.get("authors") or ()
            names |= measures.author_set(authors[place] for place in places.get(truth["id"], ()))
    return frozenset(names)


@cache
def _read_organisations() -> Mapping[str, Mapping[str, Sequence[int]]]:
    found: Mapping[str, Mapping[str, Sequence[int]]] = json.loads(ORGANISATIONS.read_text(encoding="utf-8"))
    return found


@cache
def _read_errors() -> frozenset[tuple[str, str, str]]:
    """Set, page and field of each row of the list in the documentation."""
    lines = ERRORS.read_text(encoding="utf-8").splitlines()
    rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|"))
    return frozenset((row[0], row[1], row[2]) for row in rows if len(row) == 4)


if __name__ == "__main__":
    sys.exit(main())
