"""From hints and probabilities to one verdict a block."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pytest

from newsclean.category import Category, Role
from newsclean.decide import DOUBT, SETTLED, STORY, SURE, choose, decide
from newsclean.document import Document, Span
from newsclean.features import Column
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.verdict import Hint, Kept, Removed

LINE: Final = read_text("A line of the page")
PAGE: Final = read_html("<p>A line of the page</p>")


def reasons(blocks: Sequence[int]) -> list[str]:
    """Stands in for those of the score: says which block it was asked about."""
    return [f"what block {block} looks like" for block in blocks]


def verdict(probability: float, hints: Sequence[Hint] = (), document: Document = LINE) -> Kept | Removed:
    """The verdict on a lone line."""
    (found,) = decide(document, np.array([probability]), hints, reasons)
    return found


def certain(says: Role | Category | None, rule: str = "sure", block: int = 0) -> Hint:
    return Hint(block, says, certain=True, rule=rule, because=f"{rule} says so")


def name(says: Role | Category, rule: str = "namer", block: int = 0) -> Hint:
    return Hint(block, says, certain=False, rule=rule, because=f"{rule} says so")


# The verdict on a block


def test_probability_decides_where_no_rule_does() -> None:
    assert verdict(0.875) == Kept(None, "score", "p(story) is 0.88", 0.875)
    assert verdict(0.125) == Removed(
        "A line of the page",
        Category.OTHER,
        "score",
        "p(story) is 0.12; most against it: what block 0 looks like",
        Span(0, 18),
    )


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
    first, second, third = decide(document, np.array([0.9, 0.1, 0.1]), hints, reasons)
    assert first == Kept(None, "score", "p(story) is 0.90", 0.9)
    assert second == Kept(Role.HEADLINE, "sure", "sure says so", 0.1)
    assert isinstance(third, Removed)
    assert (third.text, third.category, third.span) == ("three", Category.SHARE, Span(8, 13))


@pytest.mark.parametrize("hint", [certain(Role.STANDFIRST), name(Role.STANDFIRST)])
def test_summary_of_nothing_is_the_story(hint: Hint) -> None:
    document = read_text("The paragraph\nBy Mara Vint")
    signed = certain(Role.BYLINE, block=1)
    story, byline = decide(document, np.array([STORY, 0.9]), [hint, signed], reasons)
    assert isinstance(story, Kept)
    assert (story.role, story.probability) == (None, STORY)
    assert isinstance(byline, Kept)
    assert byline.role is Role.BYLINE
    denied, _ = decide(document, np.array([np.nextafter(STORY, 0), 0.9]), [hint, signed], reasons)
    assert isinstance(denied, Kept)
    assert denied.role is Role.STANDFIRST
    summary, _ = decide(document, np.array([STORY, 0.9]), [hint], reasons)
    assert isinstance(summary, Kept)
    assert summary.role is Role.STANDFIRST


def test_block_of_a_page_has_no_span() -> None:
    found = verdict(0.1, document=PAGE)
    assert isinstance(found, Removed)
    assert found.span is None


def test_document_without_blocks_has_no_verdicts() -> None:
    assert decide(read_text(""), np.zeros(0), [], reasons) == ()


def test_reasons_are_asked_once_and_only_for_what_no_rule_names() -> None:
    asked: list[Sequence[int]] = []

    def note(blocks: Sequence[int]) -> list[str]:
        asked.append(list(blocks))
        return reasons(blocks)

    document = read_text("one\ntwo\nthree\nfour\nfive\nsix")
    hints = [certain(Category.REPEAT, block=1), name(Category.SHARE, block=2), certain(None, block=3)]
    found = decide(document, np.array([0.9, 0.1, 0.1, 0.1, 0.1, 0.49]), hints, note)
    assert asked == [[4, 5]]
    assert [verdict.because for verdict in found] == [
        "p(story) is 0.90",
        "sure says so",
        "p(story) is 0.10; namer says so",
        "sure says so",
        "p(story) is 0.10; most against it: what block 4 looks like",
        "p(story) is 0.49; most against it: what block 5 looks like",
    ]


def test_reasons_are_not_asked_where_nothing_needs_one() -> None:
    def refuse(_blocks: Sequence[int]) -> list[str]:
        raise AssertionError

    decide(LINE, np.array([0.9]), [], refuse)
    decide(LINE, np.array([0.1]), [certain(Category.REPEAT)], refuse)
    decide(LINE, np.array([0.1]), [name(Category.SHARE)], refuse)


# A summary that may be the first paragraph


@pytest.mark.parametrize("probability", [0.01, 0.5, np.nextafter(SURE, 0)])
@pytest.mark.parametrize("document", [LINE, PAGE], ids=["text", "page"])
def test_named_role_is_kept_where_the_score_is_not_sure_of_a_paragraph(document: Document, probability: float) -> None:
    found = verdict(probability, [name(Role.KICKER)], document)
    assert found == Kept(Role.KICKER, "namer", f"p(story) is {probability:.2f}; namer says so", probability)


@pytest.mark.parametrize("probability", [SURE, 0.99])
def test_named_role_is_a_paragraph_where_the_score_is_sure(probability: float) -> None:
    assert verdict(probability, [name(Role.KICKER)]) == verdict(probability)
    assert verdict(probability).rule == "score"


def test_certain_role_is_kept_where_the_score_is_sure_of_a_paragraph() -> None:
    assert verdict(0.99, [certain(Role.KICKER)], PAGE) == Kept(Role.KICKER, "sure", "sure says so", 0.99)


def test_first_name_names_a_role_or_a_category() -> None:
    role, category = name(Role.KICKER, "first"), name(Category.SHARE, "second")
    assert verdict(0.1, [role, category]) == verdict(0.1, [role])
    assert verdict(0.1, [category, role]) == verdict(0.1, [category])


# The better answer


class Adviser:
    """A second opinion that counts how often it is asked."""

    def __init__(self, document: Document, answer: Column | None) -> None:
        self.document = document
        self.answer = answer
        self.asked = 0

    def __call__(self, document: Document) -> Column | None:
        assert document is self.document
        self.asked += 1
        return self.answer


FIRST: Final = np.array([0.4])
SECOND: Final = np.array([1.0])


def test_second_answer_is_taken_over_the_cut_off() -> None:
    adviser = Adviser(PAGE, SECOND)
    assert choose(PAGE, FIRST, np.nextafter(DOUBT, 1), [], adviser).tolist() == SECOND.tolist()
    assert adviser.asked == 1


@pytest.mark.parametrize("doubt", [0.0, DOUBT])
def test_nobody_is_asked_up_to_the_cut_off(doubt: float) -> None:
    adviser = Adviser(PAGE, SECOND)
    assert choose(PAGE, FIRST, doubt, [], adviser) is FIRST
    assert adviser.asked == 0


def test_nobody_is_asked_about_a_text() -> None:
    adviser = Adviser(LINE, SECOND)
    assert choose(LINE, FIRST, 9.0, [], adviser) is FIRST
    assert adviser.asked == 0


def test_first_answer_stays_where_there_is_no_second() -> None:
    adviser = Adviser(PAGE, None)
    assert choose(PAGE, FIRST, 9.0, [], adviser) is FIRST
    assert adviser.asked == 1


@pytest.mark.parametrize(
    ("first", "second", "is_taken"),
    [
        pytest.param([0.9, 0.5, 0.4], [1.0, 0.0, 0.0], False, id="half of what the score keeps is not enough"),
        pytest.param([0.6, 0.5, 0.4], [1.0, 0.0, 1.0], True, id="half and one character is"),
        pytest.param([0.9, 0.5, 0.4], [0.0, 0.0, 0.0], False, id="it keeps nothing"),
        pytest.param([0.4, 0.4, 0.4], [0.0, 0.0, 1.0], True, id="the score keeps nothing"),
        pytest.param([0.4, 0.4, 0.4], [0.0, 0.0, 0.0], False, id="neither keeps anything"),
        pytest.param([0.6, 0.1, 0.1], [0.0, 1.0, 0.0], True, id="it keeps as much elsewhere"),
    ],
)
def test_second_answer_that_lost_the_story_is_not_taken(first: list[float], second: list[float], is_taken: bool) -> None:
    """Ten characters, ten, one."""
    document = read_html(f"<p>{'x' * 10}</p><p>{'y' * 10}</p><p>z</p>")
    own, other = np.array(first), np.array(second)
    assert choose(document, own, 9.0, [], Adviser(document, other)).tolist() == (second if is_taken else first)


def test_what_the_score_has_settled_stays() -> None:
    """A second opinion must not lose a paragraph that the score knows for one."""
    document = read_html("<p>first</p><p>second</p><p>third</p>")
    own, other = np.array([SETTLED, np.nextafter(SETTLED, 0), 0.0]), np.array([0.0, 0.0, 1.0])
    assert choose(document, own, 9.0, [], Adviser(document, np.array([1.0, 0.0, 1.0]))).tolist() == [SETTLED, 0.0, 1.0]
    assert choose(document, own, 9.0, [], Adviser(document, other)).tolist() == own.tolist()


@pytest.mark.parametrize("certain_of", [True, False])
def test_second_opinion_has_no_say_where_a_rule_is_certain(certain_of: bool) -> None:
    hint = certain(Category.REPEAT) if certain_of else name(Category.REPEAT)
    assert choose(PAGE, FIRST, 9.0, [hint], Adviser(PAGE, SECOND)).tolist() == (FIRST if certain_of else SECOND).tolist()
