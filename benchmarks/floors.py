"""Holds newsclean to the figures it has reached: `python benchmarks/floors.py`.

Runs over all sets in the folder that NEWSCLEAN_DATA names. The sets are no part of the project, so that without them
nothing is checked, and that is said.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from peers import TOOLS
from report import write_tables
from scoring import LOWER_IS_BETTER, Figure, run_tool
from sets import is_set, read_set

FLOORS: Final = Path(__file__).with_name("floors.json")

SLACK: Final = 0.01
"""How far a figure may be past its floor before the floor is worth moving."""

Floors = Mapping[str, Mapping[str, float]]
"""Name of the set, measure, floor; for a measure of faults it is the most that is allowed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures against floors.

    Attributes:
        breaches: one sentence for each floor that was missed.
        advice: one sentence for each floor that has become too easy.
        checked: how many floors there were.
    """

    breaches: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    checked: int = 0


def read_floors(path: Path) -> Floors:
    """Reads a file of floors."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def compare(name: str, figures: Mapping[str, Figure], floors: Mapping[str, float]) -> Comparison:
    """Compares the figures of one set with its floors.

    A floor for something that was not measured is a breach: it would hold nothing. So is any failure, floor or not.
    """
    breaches, advice = [], []
    for measure, floor in (_no_failures(figures) | dict(floors)).items():
        if measure not in figures:
            breaches.append(f"{name} {measure}: was not measured, the floor is {floor}")
            continue
        value = round(figures[measure].value, 4)
        is_fault = measure.rpartition(".")[2] in LOWER_IS_BETTER
        margin = round(floor - value if is_fault else value - floor, 4)
        if margin < 0:
            breaches.append(f"{name} {measure}: {value} is {'over' if is_fault else 'under'} the floor {floor}")
        elif margin > SLACK:
            advice.append(
                f"{name} {measure}: {value} is {'lower' if is_fault else 'higher'} than floor {floor} "
                f"by more than {SLACK}: {'lower' if is_fault else 'raise'} it"
            )
    return Comparison(tuple(breaches), tuple(advice), len(floors))


def _no_failures(figures: Mapping[str, Figure]) -> dict[str, float]:
    return {measure: 0.0 for measure in figures if measure.rpartition(".")[2] == "failures"}


def write_comparisons(comparisons: list[Comparison]) -> Iterator[str]:
    """The lines to print: breaches first."""
    yield from (f"breach: {each}" for comparison in comparisons for each in comparison.breaches)
    yield from (each for comparison in comparisons for each in comparison.advice)
    if not any(comparison.breaches for comparison in comparisons):
        checked = sum(comparison.checked for comparison in comparisons)
        yield f"all {checked} floors hold" if checked else "there are no floors for these sets"


def main() -> int:
    """Checks all sets; 1 if a floor was missed, or a set that has floors is not there."""
    folder = Path(os.environ.get("NEWSCLEAN_DATA", ""))
    if not os.environ.get("NEWSCLEAN_DATA") or not folder.is_dir():
        reason = f"there is no folder {folder}" if os.environ.get("NEWSCLEAN_DATA") else "NEWSCLEAN_DATA is not set"
        print(f"Floors were not run: {reason}.")
        return 0
    floors = read_floors(FLOORS)
    newsclean = TOOLS[0]
    comparisons = []
    missing = set(floors)
    for path in filter(is_set, sorted(folder.iterdir())):
        page_set = read_set(path)
        run = run_tool(newsclean, page_set)
        print(write_tables(page_set, [run]), end="\n\n", flush=True)
        comparisons.append(compare(page_set.name, run.figures(), floors.get(page_set.name, {})))
        missing.discard(page_set.name)
    comparisons += [Comparison((f"{name}: has floors, but is not in {folder}",)) for name in sorted(missing)]
    print("\n".join(write_comparisons(comparisons)))
    return int(any(comparison.breaches for comparison in comparisons))


if __name__ == "__main__":
    sys.exit(main())
