"""Scores newsclean and its peers against the truth: `python benchmarks/quality.py PATH...`, each a set's folder."""

import argparse
import json
import logging
import sys
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path

import floors
from newsclean import second_opinion
from peers import TOOLS, Tool
from report import write_tables, write_worst
from scoring import Run, run_tool
from sets import PageSet, read_set, set_of_any

NEWSCLEAN = TOOLS[0]


def build_parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    parser = argparse.ArgumentParser(description="Score newsclean and its peers on sets of pages with truth.")
    parser.add_argument("sets", nargs="+", type=set_of_any, metavar="PATH", help="folder of a set")
    names = [tool.name for tool in TOOLS]
    parser.add_argument(
        "--tool",
        action="append",
        choices=names,
        metavar="NAME",
        help=f"only this one of {', '.join(names)}; repeatable",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to this file")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N worst pages of newsclean")
    parser.add_argument("--limit", type=int, metavar="N", help="only N pages of each set, evenly spread")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="fail where newsclean is under these figures")
    parser.add_argument("--no-second-opinion", action="store_true", help="keep newsclean from asking trafilatura")
    return parser


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Reads the arguments and turns down those that cannot be met."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    for tool in TOOLS:
        if tool.name in (options.tool or ()) and not tool.is_installed:
            parser.error(f"{tool.name} is not installed")
    if options.floors and options.limit is not None:
        parser.error("--floors are for whole sets, not with --limit")
    if (options.floors or options.worst) and NEWSCLEAN.name not in (options.tool or [NEWSCLEAN.name]):
        parser.error("--floors and --worst are about newsclean, which --tool leaves out")
    return options


def choose_tools(names: Sequence[str] | None) -> list[Tool]:
    """The tools asked for, or all that are installed; those that are not are named."""
    tools = [tool for tool in TOOLS if names is None or tool.name in names]
    missing = [tool.name for tool in tools if not tool.is_installed]
    if missing:
        print(f"not installed: {', '.join(missing)}\n")
    return [tool for tool in tools if tool.is_installed]


def switch_off_second_opinion() -> None:
    """Makes newsclean's second opinion give no answer, to see what it is worth: the package has no such switch."""
    second_opinion.ask = lambda *_: None


def run_set(page_set: PageSet, tools: Iterable[Tool]) -> list[Run]:
    """Runs all tools that take this kind of set."""
    return [run_tool(tool, page_set) for tool in tools if (tool.reads_texts if page_set.is_text else tool.reads_pages)]


def write_json(path: Path, results: dict[str, list[Run]]) -> None:
    """Writes all figures: set, tool, then `figures`, `counted` (what each rests on) and `failures` (page: error)."""
    content = {
        name: {
            run.tool: {
                "figures": {measure: figure.value for measure, figure in run.figures().items()},
                "counted": {measure: figure.counted for measure, figure in run.figures().items()},
                "failures": {score.page.truth["id"]: score.error for score in run.failures},
            }
            for run in runs
        }
        for name, runs in results.items()
    }
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; 1 if a floor was missed."""
    options = parse_arguments(arguments)
    # What the tools say of single pages on stderr is not what is measured, and there is much of it.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    if options.no_second_opinion:
        switch_off_second_opinion()
    tools = choose_tools(options.tool)
    limits = floors.read_floors(options.floors) if options.floors else None
    results: dict[str, list[Run]] = {}
    comparisons = []
    for path in options.sets:
        page_set = read_set(path, options.limit)
        runs = results[page_set.name] = run_set(page_set, tools)
        print(write_tables(page_set, runs), end="\n\n", flush=True)
        for run in runs:
            if run.tool == NEWSCLEAN.name and options.worst:
                print(write_worst(NEWSCLEAN, run, options.worst), end="\n\n", flush=True)
            if run.tool == NEWSCLEAN.name and limits is not None:
                comparisons.append(floors.compare(page_set.name, run.figures(), limits.get(page_set.name, {})))
    if options.json:
        write_json(options.json, results)
    if limits is not None:
        print("\n".join(floors.write_comparisons(comparisons)))
    return int(any(comparison.breaches for comparison in comparisons))


if __name__ == "__main__":
    sys.exit(main())
