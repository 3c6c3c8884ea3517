"""Where the story is, on pages and in texts whose prose is set by hand."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pytest

from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.region import region_of


def region_of_page(page: str, prose: Mapping[str, float] | None = None, words: int = 40) -> list[str]:
    """The blocks of the region of a page on which every block is prose of that many words, apart from those named."""
    document = read_html(page)
    evidence = np.array([(prose or {}).get(block.text, 1.0) for block in document.blocks])
    none = np.zeros(len(evidence), dtype=bool)
    inside = region_of(document, evidence, np.full(len(evidence), float(words)), none)
    return [block.text for block in document.blocks if inside[block.order]]


def region_of_text(evidence: Sequence[float], chrome: Collection[int] = ()) -> list[int]:
    """The orders of the lines in the region of a text; those in `chrome` are known as such."""
    document = read_text("\n".join("line" for _ in evidence))
    known = np.array([order in chrome for order in range(len(evidence))], dtype=bool)
    return np.flatnonzero(region_of(document, np.array(evidence), np.full(len(evidence), 20.0), known)).tolist()


# Pages


def test_box_with_the_prose_is_the_region() -> None:
    page = "<body><nav>menu</nav><div id=a><h1>head</h1><p>one</p><p>two</p></div><div id=b>side</div></body>"
    assert region_of_page(page, {"menu": 0, "head": 0, "side": 0}) == ["head", "one", "two"]


def test_walk_goes_down_to_the_smallest_such_box() -> None:
    page = "<body><main><article><header>head</header><div><p>one</p><p>two</p></div></article></main></body>"
    assert region_of_page(page, {"head": 0}) == ["one", "two"]


def test_walk_stops_where_two_boxes_share_the_prose() -> None:
    page = "<body><main><section><p>one</p><p>two</p></section><section><p>three</p><p>four</p></section></main>last</body>"
    assert region_of_page(page, {"last": 0}) == ["one", "two", "three", "four"]


def test_box_of_four_fifths_is_enough_and_of_less_is_not() -> None:
    page = "<body><div>" + "".join(f"<p>story {n}</p>" for n in range(8)) + "</div><div><p>side {}</p></div></body>"
    assert len(region_of_page(page, {"side {}": 2.0})) == 8
    assert len(region_of_page(page, {"side {}": 2.1})) == 9


def test_walk_does_not_go_into_a_paragraph() -> None:
    page = "<body><div><p>short</p><p>long</p></div></body>"
    assert region_of_page(page, {"short": 0.2}) == ["short", "long"]


def test_paragraphs_nested_by_unclosed_tags_stay_together() -> None:
    page = "<body><font><div>" + "<div>".join(f"part {n}" for n in range(6)) + "</body>"
    assert len(region_of_page(page)) == 6


def test_one_long_block_does_not_outweigh_all_others() -> None:
    page = "<body><div><p>one</p><p>two</p></div><div><pre>log</pre></div></body>"
    document = read_html(page)
    evidence, length = np.ones(3), np.array([400.0, 400.0, 90_000.0])
    assert region_of(document, evidence, length, np.zeros(3, dtype=bool)).tolist() == [1.0, 1.0, 1.0]


def test_page_without_prose_is_all_region() -> None:
    assert region_of_page("<body><div>one</div><div>two</div></body>", {"one": 0, "two": 0}) == ["one", "two"]


def test_page_without_blocks_has_no_region() -> None:
    assert region_of_page("<body></body>") == []


# Texts


@pytest.mark.parametrize(
    ("evidence", "region"),
    [
        pytest.param([0, 0, 1, 1, 1, 0, 0], [2, 3, 4], id="the run of prose"),
        pytest.param([0, 1, 0, 1, 0], [1, 2, 3], id="a crosshead between paragraphs"),
        pytest.param([1, 0, 0, 0, 0, 0, 1, 1], [6, 7], id="a paragraph far away"),
        pytest.param([1, 1, 0, 0, 0, 0, 0, 0, 0, 1], [0, 1], id="the longer of two runs"),
        pytest.param([0.2, 0.2, 0.2], [], id="lines that are worth less than they cost"),
        pytest.param([1.0], [0], id="one line"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_run_of_lines(evidence: list[float], region: list[int]) -> None:
    assert region_of_text(evidence) == region


def test_known_chrome_between_paragraphs_costs_less() -> None:
    """Six prompts in a row do not end the story, six lines that nobody knows do."""
    evidence = [1, 0, 0, 0, 0, 0, 0, 1, 1]
    assert region_of_text(evidence) == [7, 8]
    assert region_of_text(evidence, chrome=range(1, 7)) == list(range(9))
