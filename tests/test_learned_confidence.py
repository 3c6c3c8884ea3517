"""How sure a body is: what the probabilities promise, and the curve that makes it a chance."""

import dataclasses
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.category import Category, Role
from newsclean.learned import model
from newsclean.learned.confidence import expect_f1, find_confidence
from newsclean.learned.model import PAGES, TEXTS, load
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.verdict import Kept, Removed

BODY: Final = Kept(None, "score", "a test says so", 0.9)
FRONT: Final = Kept(Role.BYLINE, "byline", "a test says so", 0.9)
OUT: Final = Removed("", Category.OTHER, "score", "a test says so", None)
# Blocks of ten characters, twenty, ten
LINES: Final = ("x" * 10, "y" * 20, "z" * 10)
TEXT: Final = read_text("\n".join(LINES))
PAGE: Final = read_html("".join(f"<p>{line}</p>" for line in LINES))


@pytest.mark.parametrize(
    ("verdicts", "chances", "expected"),
    [
        pytest.param([BODY, BODY, BODY], [1.0, 1.0, 1.0], 1.0, id="all of it"),
        pytest.param([BODY, OUT, OUT], [1.0, 0.0, 0.0], 1.0, id="what is sure"),
        pytest.param([BODY, OUT, OUT], [0.0, 1.0, 1.0], 0.0, id="all wrong"),
        # 8 of 10 kept characters are story, of 8 + 6 + 1 in all: 2 * 8 / (10 + 15)
        pytest.param([BODY, OUT, OUT], [0.8, 0.3, 0.1], 0.64, id="a little missed"),
        # the byline is neither kept nor missed: 2 * 8 / (10 + 14)
        pytest.param([BODY, OUT, FRONT], [0.8, 0.3, 0.9], 0.6667, id="a block of the front"),
        # 5 + 10 of 30 kept, 5 missed: 2 * 15 / (30 + 20)
        pytest.param([BODY, BODY, OUT], [0.5, 0.5, 0.5], 0.6, id="half of everything"),
        pytest.param([OUT, OUT, OUT], [0.9, 0.9, 0.9], None, id="nothing kept"),
        pytest.param([FRONT, OUT, OUT], [0.9, 0.9, 0.9], None, id="no body"),
    ],
)
def test_f1_that_the_probabilities_promise(verdicts: list[Kept | Removed], chances: list[float], expected: float | None) -> None:
    assert expect_f1(TEXT, verdicts, np.array(chances)) == expected
    assert expect_f1(PAGE, verdicts, np.array(chances)) == expected


def test_document_without_blocks_promises_nothing() -> None:
    assert expect_f1(read_text(""), [], np.zeros(0)) is None
    assert find_confidence(read_html(""), [], np.zeros(0)) is None


@given(
    drawn=st.lists(st.tuples(st.sampled_from([BODY, FRONT, OUT]), st.floats(0, 1)), min_size=3, max_size=3),
)
def test_promise_is_a_share(drawn: list[tuple[Kept | Removed, float]]) -> None:
    verdicts, chances = [verdict for verdict, _ in drawn], np.array([chance for _, chance in drawn])
    found = expect_f1(TEXT, verdicts, chances)
    assert (found is None) == (BODY not in verdicts)
    assert found is None or 0 <= found <= 1


# The curve


def with_knots(monkeypatch: pytest.MonkeyPatch, promised: list[float], right: list[float]) -> None:
    with_them = dataclasses.replace(load(PAGES), confidence=(promised, right))
    monkeypatch.setattr(model, "load", lambda _name: with_them)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        pytest.param([0.8, 0.3, 0.1], 0.36, id="between two knots: 0.64 is 0.14 of 0.25 behind 0.5"),
        pytest.param([1.0, 0.0, 0.0], 0.9, id="over the last knot"),
        pytest.param([0.0, 1.0, 1.0], 0.08, id="under the first knot"),
        pytest.param([0.5, 0.25, 0.0], 0.08, id="on a knot"),
    ],
)
def test_confidence_is_on_the_curve(monkeypatch: pytest.MonkeyPatch, chances: list[float], expected: float) -> None:
    with_knots(monkeypatch, [0.5, 0.75, 0.9], [0.08, 0.58, 0.9])
    for document in (PAGE, TEXT):
        assert find_confidence(document, [BODY, OUT, OUT], np.array(chances)) == expected


def test_pages_and_texts_have_curves_of_their_own() -> None:
    chances = np.array([0.8, 0.3, 0.1])
    found = [find_confidence(document, [BODY, OUT, OUT], chances) for document in (PAGE, TEXT)]
    assert found == [round(float(np.interp(0.64, *load(name).confidence)), 3) for name in (PAGES, TEXTS)]


def test_there_is_no_confidence_without_a_body(monkeypatch: pytest.MonkeyPatch) -> None:
    with_knots(monkeypatch, [0.5, 0.75], [0.1, 0.2])
    for document in (PAGE, TEXT):
        assert find_confidence(document, [OUT, OUT, FRONT], np.array([0.8, 0.3, 0.1])) is None


@pytest.mark.parametrize("name", [PAGES, TEXTS])
def test_shipped_curve_rises_from_no_less_than_0_to_no_more_than_1(name: str) -> None:
    promised, right = load(name).confidence
    assert len(promised) == len(right) > 1
    for knots in (promised, right):
        assert list(knots) == sorted(knots)
        assert 0 <= knots[0] <= knots[-1] <= 1
