"""From hints and probabilities to one verdict a block."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pytest

from newsclean.category import Category, Role
from newsclean.decide import DOUBT, STORY, choose, decide
from newsclean.document import Document, Span
from newsclean.features import Column
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.verdict import Hint, Kept, Removed

LINE: Final = read_text("A line of the page")
PAGE: Final = read_html("<p>A line of the page</p>")


def verdict(probability: float, hints: Sequence[Hint] = ()) -> Kept | Removed:
    """The verdict on a lone line."""
    (found,) = decide(LINE, np.array([probability]), hints)
    return found


def certain(says: Role | Category | None, rule: str = "sure", block: int = 0) -> Hint:
    return Hint(block, says, certain=True, rule=rule, because=f"{rule} says so")


def name(says: Category, rule: str = "namer", block: int = 0) -> Hint:
    return Hint(block, says, certain=False, rule=rule, because=f"{rule} says so")


# The verdict on a block


def test_probability_decides_where_no_rule_does() -> None:
    assert verdict(0.875) == Kept(None, "score", "p(story) is 0.88", 0.875)
    assert verdict(0.125) == Removed("A line of the page", Category.OTHER, "score", "p(story) is 0.12", Span(0, 18))


def test_half_is_story() -> None:
    assert isinstance(verdict(STORY), Kept)
    assert isinstance(verdict(np.nextafter(STORY, 0)), Removed)


@pytest.mark.parametrize("probability", [0.01, 0.99])
def test_certain_category_removes_whatever_the_score_says(probability: float) -> None:
    assert verdict(probability, [certain(Category.REPEAT)]) == Removed(
        "A line of the page", Category.REPEAT, "sure", "sure says so", Span(0, 18)
    )


@pytest.mark.parametrize("probability", [0.01, 0.99])
@pytest.mark.parametrize("role", [Role.HEADLINE, None])
def test_certain_role_keeps_whatever_the_score_says(role: Role | None, probability: float) -> None:
    assert verdict(probability, [certain(role)]) == Kept(role, "sure", "sure says so", probability)


def test_first_certain_hint_wins() -> None:
    assert verdict(0.5, [certain(Role.BYLINE, "first"), certain(Category.REPEAT, "second")]) == Kept(
        Role.BYLINE, "first", "first says so", 0.5
    )


def test_certain_hint_wins_over_an_earlier_name() -> None:
    found = verdict(0.1, [name(Category.SHARE), certain(Category.RELATED)])
    assert isinstance(found, Removed)
    assert (found.category, found.rule) == (Category.RELATED, "sure")


def test_name_moves_nothing() -> None:
    assert verdict(0.9, [name(Category.SHARE)]) == verdict(0.9)


def test_first_name_names_what_the_score_leaves_out() -> None:
    found = verdict(0.1, [name(Category.SHARE, "first"), name(Category.RELATED, "second")])
    assert found == Removed("A line of the page", Category.SHARE, "first", "p(story) is 0.10; first says so", Span(0, 18))


def test_each_block_has_its_own_hints_in_whatever_order_they_come() -> None:
    document = read_text("one\ntwo\nthree")
    hints = [name(Category.SHARE, block=2), certain(Role.HEADLINE, block=1)]
    first, second, third = decide(document, np.array([0.9, 0.1, 0.1]), hints)
    assert first == Kept(None, "score", "p(story) is 0.90", 0.9)
    assert second == Kept(Role.HEADLINE, "sure", "sure says so", 0.1)
    assert isinstance(third, Removed)
    assert (third.text, third.category, third.span) == ("three", Category.SHARE, Span(8, 13))


def test_block_of_a_page_has_no_span() -> None:
    (found,) = decide(PAGE, np.array([0.1]), [])
    assert isinstance(found, Removed)
    assert found.span is None


def test_document_without_blocks_has_no_verdicts() -> None:
    assert decide(read_text(""), np.zeros(0), []) == ()


# The better answer


class Adviser:
    """A second opinion that counts how often it is asked."""

    def __init__(self, answer: Column | None) -> None:
        self.answer = answer
        self.asked = 0

    def __call__(self, document: Document) -> Column | None:
        assert document is PAGE
        self.asked += 1
        return self.answer


FIRST: Final = np.array([0.4])
SECOND: Final = np.array([0.9])


def test_second_answer_is_taken_over_the_cut_off() -> None:
    adviser = Adviser(SECOND)
    assert choose(PAGE, FIRST, DOUBT + 0.01, adviser) is SECOND
    assert adviser.asked == 1


@pytest.mark.parametrize("doubt", [0.0, DOUBT])
def test_nobody_is_asked_up_to_the_cut_off(doubt: float) -> None:
    adviser = Adviser(SECOND)
    assert choose(PAGE, FIRST, doubt, adviser) is FIRST
    assert adviser.asked == 0


def test_nobody_is_asked_about_a_text() -> None:
    adviser = Adviser(SECOND)
    assert choose(LINE, FIRST, 9.0, adviser) is FIRST
    assert adviser.asked == 0


def test_first_answer_stays_where_there_is_no_second() -> None:
    adviser = Adviser(None)
    assert choose(PAGE, FIRST, 9.0, adviser) is FIRST
    assert adviser.asked == 1
