"""What is printed: a table for each set, and the worst pages with what went wrong on them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from heapq import nsmallest
from typing import Final

import measures
from peers import Output, Tool
from scoring import Figure, PageScore, Run, find_kept_lines
from sets import PageSet

COLUMNS: Final = {
    "gram_f1": "4-gram",
    "exact": "exact",
    "word_f1": "word F1",
    "snippet_f1": "snippets",
    "line_precision": "line P",
    "line_recall": "line R",
    "line_f1": "line F1",
    "leaked": "leaked",
    "headline": "headline",
    "authors": "authors",
    "published": "day",
    "headline_invented": "+headline",
    "authors_invented": "+authors",
    "published_invented": "+day",
    "failures": "failures",
}
"""Measures of the table, in order, with their headings; the others are in the JSON only."""

SHOWN_FAILURES: Final = 3
WIDTH: Final = 160
"""Characters of a paragraph that a diff shows."""


def write_tables(page_set: PageSet, runs: Sequence[Run]) -> str:
    """The figures of all tools on one set: one table, or one for each rendering of a text set."""
    figures = {run.tool: run.figures() for run in runs}
    documents = Counter(truth.get("rendering", "") for truth in page_set.truths)
    parts = []
    for rendering, count in sorted(documents.items()):
        prefix = f"{rendering}." if rendering else ""
        rows = {tool: {name: each.get(prefix + name) for name in COLUMNS} for tool, each in figures.items()}
        title = f"{page_set.name}, {rendering}: {count} documents" if rendering else f"{page_set.name}: {count} pages"
        parts.append(f"{title}\n\n{_write_table(rows)}")
    return "\n\n".join([*parts, *_write_failures(runs)])


def _write_table(rows: Mapping[str, Mapping[str, Figure | None]]) -> str:
    columns = [["", *rows, "counted"]]
    for name, heading in COLUMNS.items():
        figures = [row[name] for row in rows.values()]
        if counted := max((figure.counted for figure in figures if figure), default=0):
            columns.append([heading, *(_write_value(name, figure) for figure in figures), str(counted)])
    widths = [max(map(len, column)) for column in columns]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))])
        for row in zip(*columns, strict=True)
    )


def _write_value(measure: str, figure: Figure | None) -> str:
    if figure is None:
        return "-"
    return str(int(figure.value)) if measure == "failures" else f"{figure.value:.3f}"


def _write_failures(runs: Sequence[Run]) -> Iterator[str]:
    for run in runs:
        if run.failures:
            shown = [f"  {score.page.truth['id']}: {score.error}"[:WIDTH] for score in run.failures[:SHOWN_FAILURES]]
            yield "\n".join([f"{run.tool} raised on {len(run.failures)}, the first of them:", *shown])


def write_worst(tool: Tool, run: Run, count: int) -> str:
    """The worst pages of a run, each with its truth against its output.

    The pages are read once more, since keeping all outputs would need the memory of the whole set.
    """
    return "\n\n".join(_write_page(tool, score) for score in nsmallest(count, run.scores, key=lambda score: score.rank))


def _write_page(tool: Tool, score: PageScore) -> str:
    page = score.page
    head = f"--- {page.truth['id']}  {score.rank:.3f}  {page.truth.get('url') or ''}".rstrip()
    if score.error:
        return f"{head}\n! {score.error}"
    output = tool.read(page)
    return "\n".join([head, *_compare_fields(score, output), *_compare_bodies(score, output)])


def _compare_fields(score: PageScore, output: Output) -> Iterator[str]:
    truth = score.page.truth
    for name, wanted, found in (
        ("headline", truth.get("headline"), output.headline),
        ("authors", truth.get("authors"), list(output.authors)),
        ("published", truth.get("published"), output.published and output.published.isoformat()),
    ):
        if score.shares.get(name) == 0 or score.shares.get(f"{name}_invented") == 1:
            yield f"{name}: {wanted!r} in truth, {found!r} in output"


def _compare_bodies(score: PageScore, output: Output) -> Iterator[str]:
    page = score.page
    if "lines" in page.truth:
        lines = (line.strip() for line in page.read().decode("utf-8-sig").splitlines() if line.strip())
        yield from _compare_lines(list(lines), page.truth["lines"], find_kept_lines(page, output))
    elif body := page.truth.get("body"):
        yield from _compare_paragraphs(_paragraphs(body), _paragraphs(output.text))
    else:
        yield from _compare_snippets(score, output)


def _compare_lines(lines: Sequence[str], labels: Sequence[int | None], kept: Sequence[bool]) -> Iterator[str]:
    right = 0
    for line, label, is_kept in zip(lines, labels, kept, strict=True):
        if label is None or bool(label) == is_kept:
            right += 1
            continue
        yield from _count_right(right, "right or not counted")
        yield _shorten("+ " if is_kept else "- ", line)
        right = 0
    yield from _count_right(right, "right or not counted")


def _compare_paragraphs(truth: Sequence[str], output: Sequence[str]) -> Iterator[str]:
    wanted, found = ([tuple(measures.words(paragraph)) for paragraph in side] for side in (truth, output))
    matcher = SequenceMatcher(a=wanted, b=found, autojunk=False)
    for change, start, end, other_start, other_end in matcher.get_opcodes():
        if change == "equal":
            yield from _count_right(end - start, "right")
            continue
        yield from (_shorten("- ", paragraph) for paragraph in truth[start:end])
        yield from (_shorten("+ ", paragraph) for paragraph in output[other_start:other_end])


def _compare_snippets(score: PageScore, output: Output) -> Iterator[str]:
    for sign, snippets, is_found in (
        ("- ", score.page.truth.get("must_have", ()), False),
        ("+ ", score.page.truth.get("must_not", ()), True),
    ):
        for snippet in snippets:
            if measures.snippet_overlap([snippet], (), output.text).common == is_found:
                yield _shorten(sign, snippet)


def _count_right(count: int, remark: str) -> Iterator[str]:
    if count:
        yield f"  ({count} {remark})"


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _shorten(sign: str, text: str) -> str:
    return sign + (text if len(text) <= WIDTH else f"{text[:WIDTH]}\u2026")
