"""How fast newsclean is, as ratios: `python benchmarks/speed.py PATH...`, each a set's folder.

CPU time of `clean_html(bytes)`, complete with fields, over that of parsing the same bytes with `lxml.html`, and over
trafilatura's `bare_extraction(with_metadata=True)`, on the same pages in one run, page by page in turn. Seconds would say more
about the machine than about the code.
"""

import argparse
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import lxml.html
from trafilatura import bare_extraction

import newsclean
from newsclean import pipeline, second_opinion
from sets import read_set, set_of_pages

PAGES: Final = 200
TIMES: Final = 3
STATIONS: Final = (
    "decode",
    "read_html",
    "split",
    "measure",
    "find_hints",
    "score",
    "doubt",
    "choose",
    "decide",
    "find_fields",
    "find_confidence",
    "assemble",
)
"""The functions that the pipeline calls, in their order."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Compare the CPU time of newsclean with that of lxml and of trafilatura.")
    parser.add_argument("sets", nargs="+", type=set_of_pages, metavar="PATH", help="folder of a set of pages")
    parser.add_argument("--pages", type=int, default=PAGES, metavar="N", help=f"pages in all, evenly spread ({PAGES})")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    sets = [read_set(path) for path in options.sets]
    whole = sum(len(each.truths) for each in sets)
    pages = [page.read() for each in sets for page in read_set(each.folder, options.pages * len(each.truths) // whole).pages()]
    print("\n".join(compare(pages)))
    return 0


def compare(pages: Sequence[bytes]) -> Iterator[str]:
    """The lines to print."""
    for page in pages:  # what either reads on first use, as the profiles of langdetect, is no cost of a page
        newsclean.clean_html(page)
        extract(page)
    parse, clean, peer = spend(pages)
    asked = count_asked(pages)
    yield f"{len(pages)} pages, CPU time over {TIMES} rounds"
    yield f"clean_html / lxml.html parse:                 {clean / parse:.2f}"
    yield f"trafilatura bare_extraction / lxml.html parse: {peer / parse:.2f}"
    yield f"clean_html / trafilatura bare_extraction:     {clean / peer:.3f}"
    yield f"pages that asked for a second opinion:        {asked / len(pages):.3f}"
    yield "by station, in lxml.html parses:"
    for station, spent in profile(pages).items():
        yield f"  {station:<16}{spent:.2f}"


def spend(pages: Sequence[bytes]) -> tuple[float, float, float]:
    """The CPU time, in seconds, that the parse, newsclean and trafilatura take for all pages."""
    spent = [0.0, 0.0, 0.0]
    functions: tuple[Callable[[bytes], object], ...] = (lxml.html.fromstring, newsclean.clean_html, extract)
    for _ in range(TIMES):
        for page in pages:
            for at, function in enumerate(functions):
                start = time.process_time()
                function(page)
                spent[at] += time.process_time() - start
    return spent[0], spent[1], spent[2]


def extract(page: bytes) -> object:
    """trafilatura, with all fields."""
    return bare_extraction(page, with_metadata=True)


def count_asked(pages: Sequence[bytes]) -> int:
    """How many pages ask trafilatura."""
    count = 0
    ask = second_opinion.ask

    def counted(*arguments: object) -> object:
        nonlocal count
        count += 1
        return ask(*arguments)  # type: ignore[arg-type]

    second_opinion.ask = counted  # type: ignore[assignment]
    for page in pages:
        newsclean.clean_html(page)
    second_opinion.ask = ask
    return count


def profile(pages: Sequence[bytes]) -> dict[str, float]:
    """The CPU time that each station of the pipeline takes, over that of the parse of the same pages, page by page in turn."""
    spent, parse = dict.fromkeys(STATIONS, 0.0), 0.0
    functions = {name: getattr(pipeline, name) for name in STATIONS}

    def timed(name: str) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            start = time.process_time()
            result = functions[name](*arguments)
            spent[name] += time.process_time() - start
            return result

        return call

    for name in STATIONS:
        setattr(pipeline, name, timed(name))
    for _ in range(TIMES):
        for page in pages:
            start = time.process_time()
            lxml.html.fromstring(page)
            parse += time.process_time() - start
            newsclean.clean_html(page)
    for name, function in functions.items():
        setattr(pipeline, name, function)
    return {station: seconds / parse for station, seconds in spent.items()}


if __name__ == "__main__":
    sys.exit(main())
