"""Runs a tool over a set and sums its scores up into figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from statistics import fmean
from typing import Final, NamedTuple

import measures
from measures import LineCounts, Overlap
from peers import FIELDS, Output, Tool
from sets import Page, PageSet

LOWER_IS_BETTER: Final = frozenset(
    {"leaked", "failures"} | {f"{name}_{fault}" for name in FIELDS for fault in ("silent", "invented")}
)
"""Measures of faults; all others are shares of what is right."""


class Figure(NamedTuple):
    """One measured value.

    Attributes:
        value: a share or an F1, from 0 to 1; a number of pages for `failures`.
        counted: how many pages, snippets or lines it rests on.
    """

    value: float
    counted: int


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one page came out.

    Attributes:
        page: the page.
        shares: measures that are averaged over pages.
        snippets: snippets found and leaked, which are pooled; None where the truth has none.
        lines: lines kept, which are pooled; None for pages.
        error: what the tool raised, or None.
    """

    page: Page
    shares: Mapping[str, float]
    snippets: Overlap | None
    lines: LineCounts | None
    error: str | None = None

    @property
    def rank(self) -> float:
        """One number for 'how good', by the best measure that the truth allows: lines, body, snippets, fields."""
        if self.lines is not None:
            return self.lines.overlap.f1
        if "word_f1" in self.shares:
            return self.shares["word_f1"]
        if self.snippets is not None:
            return self.snippets.f1
        fields = [self.shares[name] for name in FIELDS if name in self.shares]
        fields += [1 - self.shares[f"{name}_invented"] for name in FIELDS if f"{name}_invented" in self.shares]
        return fmean(fields) if fields else 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """One tool on one set.

    Attributes:
        tool: the tool's name.
        scores: one a page.
    """

    tool: str
    scores: Sequence[PageScore]

    @property
    def failures(self) -> list[PageScore]:
        """The pages on which the tool raised."""
        return [score for score in self.scores if score.error]

    def figures(self) -> dict[str, Figure]:
        """All measures that the set and the tool allow; for text sets each begins with the rendering: `wet.line_f1`."""
        groups = defaultdict(list)
        for score in self.scores:
            groups[score.page.truth.get("rendering")].append(score)
        return {
            f"{rendering}.{measure}" if rendering else measure: figure
            for rendering, scores in sorted(groups.items(), key=lambda group: group[0] or "")
            for measure, figure in summarise(scores).items()
        }


def run_tool(tool: Tool, page_set: PageSet) -> Run:
    """Reads and scores all pages of a set. A page on which the tool raises scores as if it had said nothing."""
    return Run(tool.name, tuple(_run_page(tool, page) for page in page_set.pages()))


def _run_page(tool: Tool, page: Page) -> PageScore:
    output, error = ask(tool, page)
    return score_page(page, output, tool.text_fields if page.is_text else tool.page_fields, error)


def ask(tool: Tool, page: Page) -> tuple[Output, str | None]:
    """What a tool says about a page, and None; or nothing, and what it raised."""
    try:
        return tool.read(page), None
    except Exception as raised:  # noqa: BLE001 - whatever a tool raises is a result
        return Output(spans=()), f"{type(raised).__name__}: {' '.join(str(raised).split())}"


def score_page(page: Page, output: Output, fields: frozenset[str], error: str | None = None) -> PageScore:
    """Compares one output with the truth, in all measures that the truth allows."""
    truth = page.truth
    snippets = None
    if "must_have" in truth:
        snippets = measures.snippet_overlap(truth["must_have"], truth.get("must_not", ()), output.text)
    shares = score_body(truth.get("body"), output.text) | score_fields(page, output, fields)
    lines = measures.count_lines(truth["lines"], find_kept_lines(page, output)) if "lines" in truth else None
    return PageScore(page, shares, snippets, lines, error)


def score_body(truth: str | None, output: str) -> dict[str, float]:
    """The measures of one body; none where the truth has no body."""
    if truth is None:
        return {}
    overlap = measures.gram_overlap(truth, output)
    return {
        "gram_precision": overlap.precision,
        "gram_recall": overlap.recall,
        "exact": float(measures.same_words(truth, output)),
        "word_f1": measures.word_f1(truth, output),
    }


def score_fields(page: Page, output: Output, fields: frozenset[str]) -> dict[str, float]:
    """Right or wrong for each field that the truth gives; invented or not where it says that there is none.

    A key that the truth does not have is not counted, nor is a field that the tool does not read.
    """
    truth = page.truth
    shares: dict[str, float] = {}
    for name, is_given, is_right in (
        ("headline", output.headline, measures.same_headline(truth.get("headline") or "", output.headline)),
        ("authors", output.authors, measures.same_authors(truth.get("authors") or (), output.authors)),
        ("published", output.published, _same_day(page, output)),
    ):
        if name not in fields or name not in truth:
            continue
        if truth.get(name):
            shares |= {name: float(is_right), f"{name}_silent": float(not is_given)}
        else:
            shares[f"{name}_invented"] = float(bool(is_given))
    return shares


def _same_day(page: Page, output: Output) -> bool:
    published = page.truth.get("published")
    return published is not None and measures.same_day(published, output.published, page.days_off)


def find_kept_lines(page: Page, output: Output) -> list[bool]:
    """Which lines of a text document the output keeps: by its spans where it has them, else by their words."""
    text = page.read().decode("utf-8-sig")
    if output.spans is None:
        return measures.lines_among(text, output.text)
    return measures.lines_within(text, output.spans)


def summarise(scores: Sequence[PageScore]) -> dict[str, Figure]:
    """The figures of some pages: averages, and the pooled counts of snippets and lines."""
    columns = defaultdict(list)
    for score in scores:
        for measure, share in score.shares.items():
            columns[measure].append(share)
    figures = {measure: Figure(fmean(shares), len(shares)) for measure, shares in columns.items()}
    if "gram_precision" in figures:
        precision, recall = figures["gram_precision"], figures["gram_recall"]
        figures["gram_f1"] = Figure(measures.harmonic_mean(precision.value, recall.value), precision.counted)
    figures |= _pool_snippets(score.snippets for score in scores) | _pool_lines(score.lines for score in scores)
    figures["failures"] = Figure(float(sum(score.error is not None for score in scores)), len(scores))
    return figures


def _pool_snippets(overlaps: Iterable[Overlap | None]) -> dict[str, Figure]:
    pooled = [overlap for overlap in overlaps if overlap is not None]
    if not pooled:
        return {}
    total = reduce(add, pooled)
    return {"snippet_f1": Figure(total.f1, total.truth)}


def _pool_lines(counts: Iterable[LineCounts | None]) -> dict[str, Figure]:
    pooled = [each for each in counts if each is not None]
    if not pooled:
        return {}
    total = reduce(add, pooled)
    overlap = total.overlap
    return {
        "line_precision": Figure(overlap.precision, total.body + total.chrome),
        "line_recall": Figure(overlap.recall, total.body),
        "line_f1": Figure(overlap.f1, total.body + total.chrome),
        "leaked": Figure(total.chrome_kept / total.chrome if total.chrome else 0.0, total.chrome),
    }
