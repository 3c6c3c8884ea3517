"""trafilatura's answer: when it is asked for, and how it is matched against our own blocks."""

from typing import Final

import numpy as np
import pytest
import trafilatura

import newsclean
from newsclean import pipeline, second_opinion
from newsclean.category import Category, Role
from newsclean.document import Document
from newsclean.features import Column
from newsclean.learned.score import Score
from newsclean.read.html import read_html
from newsclean.second_opinion import ask, doubt
from newsclean.verdict import Kept, Removed

KEPT, DROPPED = 1.0, 0.0
SURE: Final = "<html><body><h1>Old ferry returns to harbour</h1>" + "".join(
    f"<p>The ferry sailed into the harbour on day {n} of the year, and islanders stood on the quay to see her come in.</p>"
    for n in range(6)
)
UNSURE: Final = "<html><body><h1>The ferry</h1>" + "".join(f"<p>The ferry runs at {n} in May</p>" for n in range(6))


def blocks_of(*lengths: int) -> Document:
    return read_html("".join(f"<p>{'x' * length}</p>" for length in lengths))


# Doubt


@pytest.mark.parametrize(
    ("lengths", "probabilities", "value"),
    [
        pytest.param([10, 10], [0.9, 0.1], 0.0, id="all clear"),
        pytest.param([10, 30], [0.9, 0.3], 3.0, id="unsure of what is left out, over what is kept"),
        pytest.param([30, 10], [0.9, 0.6], 0.25, id="unsure of what is kept"),
        pytest.param([10, 10], [0.8, 0.2], 0.0, id="the two ends are clear"),
        pytest.param([10, 10], [0.1, 0.3], 10.0, id="nothing kept counts as one character"),
        pytest.param([10, 10], [0.5, 0.9], 0.5, id="one half is kept, and unsure"),
        pytest.param([], [], 0.0, id="no blocks"),
    ],
)
def test_doubt(lengths: list[int], probabilities: list[float], value: float) -> None:
    assert doubt(blocks_of(*lengths), np.array(probabilities)) == pytest.approx(value)


# The answer, matched against our blocks


def answer(monkeypatch: pytest.MonkeyPatch, text: str | None, page: str) -> list[float] | None:
    """What `ask` makes of an answer of trafilatura's."""
    monkeypatch.setattr(trafilatura, "extract", lambda *_args, **_options: text)
    found = ask(read_html(page))
    return None if found is None else found.tolist()


def test_block_that_is_a_line_of_the_answer_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<p>What the yard found</p><p>Letters</p><p>The end</p>"
    assert answer(monkeypatch, "WHAT THE YARD FOUND!\nThe end", page) == [KEPT, DROPPED, KEPT]


def test_long_block_is_kept_with_most_of_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of ten words there are seven runs of four; five of the runs are enough (0.7), four are not."""
    eight, seven = "<p>one two three four five six seven eight a b</p>", "<p>one two three four five six seven a b c</p>"
    text = "one two three four five six seven eight and more"
    assert answer(monkeypatch, text, eight) == [KEPT]
    assert answer(monkeypatch, text, seven) == [DROPPED]


def test_block_that_stands_in_a_line_of_the_answer_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<p>The yard found rust</p><p>Behind every plate</p>"
    assert answer(monkeypatch, "The yard found rust, behind every plate", page) == [KEPT, KEPT]


def test_teaser_that_repeats_words_of_the_story_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<p>The yard found rust behind every plate</p><p>The yard found rust</p>"
    assert answer(monkeypatch, "The yard found rust behind every plate", page) == [KEPT, DROPPED]


@pytest.mark.parametrize("text", [None, ""])
def test_no_answer_is_none(monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    assert answer(monkeypatch, text, "<p>One</p>") is None


def test_trafilatura_itself_answers() -> None:
    found = ask(read_html(SURE + "<footer><p>Imprint</p></footer></body></html>"))
    assert found is not None
    assert found[1:].tolist() == [KEPT] * 6 + [DROPPED]


def test_trafilatura_itself_has_no_answer_to_an_empty_page() -> None:
    assert ask(read_html("<html><body></body></html>")) is None


# The way through the pipeline


class Adviser:
    """Stands in for `ask`: keeps every block or none, or gives no answer, and counts how often it is asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, probability: float | None = KEPT) -> None:
        self.probability = probability
        self.asked = 0
        monkeypatch.setattr(second_opinion, "ask", self)

    def __call__(self, document: Document) -> Column | None:
        self.asked += 1
        return None if self.probability is None else np.full(len(document.blocks), self.probability)


def give(monkeypatch: pytest.MonkeyPatch, probability: float, alone: float | None = None) -> None:
    """Makes the score say the same of every block: what the trained weights make of these pages is not what is tested."""

    def score(document: Document, *_measured: object) -> Score:
        chances = np.full(len(document.blocks), probability)
        own = chances if alone is None else np.full(len(document.blocks), alone)
        return Score(chances, own, lambda blocks: ["nothing"] * len(blocks))

    monkeypatch.setattr(pipeline, "score", score)


@pytest.mark.parametrize("probability", [0.3, 0.5, 0.7])
def test_it_is_asked_once_where_the_score_is_in_doubt(monkeypatch: pytest.MonkeyPatch, probability: float) -> None:
    give(monkeypatch, probability)
    adviser = Adviser(monkeypatch)
    newsclean.clean(UNSURE)
    assert adviser.asked == 1


@pytest.mark.parametrize(("together", "alone", "asked"), [(0.95, 0.6, 1), (0.6, 0.95, 0)])
def test_neighbours_that_agree_take_no_doubt_away(
    monkeypatch: pytest.MonkeyPatch, together: float, alone: float, asked: int
) -> None:
    give(monkeypatch, together, alone)
    adviser = Adviser(monkeypatch)
    newsclean.clean(UNSURE)
    assert adviser.asked == asked


@pytest.mark.parametrize("probability", [0.1, 0.9])
@pytest.mark.parametrize("source", [SURE, "", "<html></html>"], ids=["a page", "nothing", "a page without text"])
def test_it_is_not_asked_where_the_score_is_sure(monkeypatch: pytest.MonkeyPatch, source: str, probability: float) -> None:
    give(monkeypatch, probability)
    adviser = Adviser(monkeypatch)
    newsclean.clean_html(source)
    assert adviser.asked == 0


def test_it_is_not_asked_about_a_text_of_the_same_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, 0.5)
    adviser = Adviser(monkeypatch)
    newsclean.clean_text("\n".join(["The ferry", *(f"The ferry runs at {n} in May" for n in range(6))]))
    assert adviser.asked == 0


def test_its_answer_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, 0.3)
    Adviser(monkeypatch, KEPT)
    seen = newsclean.explain(UNSURE)
    assert seen.probabilities == (0.3, *[KEPT] * 6), "a rule is certain of the headline"
    assert all(isinstance(verdict, Kept) for verdict in seen.verdicts)


@pytest.mark.parametrize("probability", [0.3, 0.7])
def test_answer_without_any_block_has_missed_the_story(monkeypatch: pytest.MonkeyPatch, probability: float) -> None:
    give(monkeypatch, probability)
    Adviser(monkeypatch, DROPPED)
    assert set(newsclean.explain(UNSURE).probabilities) == {probability}


def test_without_an_answer_the_score_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, 0.7)
    Adviser(monkeypatch, None)
    assert set(newsclean.explain(UNSURE).probabilities) == {0.7}


def test_certain_rule_wins_over_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, 0.7)
    Adviser(monkeypatch, KEPT)
    seen = newsclean.explain(UNSURE + "<p>* * *</p><p>READ MORE: How the ferry was saved</p>")
    *_, separator, label = seen.verdicts
    assert isinstance(separator, Removed)
    assert isinstance(label, Removed)
    assert (separator.category, label.category) == (Category.OTHER, Category.RELATED)
    assert (separator.rule, label.rule) == ("separator", "label")


def test_certain_role_wins_over_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """trafilatura leaves the headline out."""
    give(monkeypatch, 0.6)
    monkeypatch.setattr(second_opinion, "ask", lambda document: (np.arange(len(document.blocks)) > 0).astype(float))
    seen = newsclean.explain(UNSURE)
    headline = seen.verdicts[0]
    assert seen.probabilities == (0.6, *[KEPT] * 6)
    assert isinstance(headline, Kept)
    assert headline.role is Role.HEADLINE


def test_its_text_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What trafilatura rewrites or makes up does not come into the article: its text is only matched."""
    asked: list[str] = []

    def extract(source: str, **_options: object) -> str:
        asked.append(source)
        return "The ferry runs at 3 in May\nThe ferry, as of late, RUNS AT 4 IN MAY\nA line that the page has not"

    give(monkeypatch, 0.3)
    monkeypatch.setattr(trafilatura, "extract", extract)
    seen = newsclean.explain(UNSURE)
    assert asked == [UNSURE]
    assert seen.article.text == "The ferry runs at 3 in May"
    shown = seen.article.to_json()
    assert "as of late" not in shown
    assert "has not" not in shown
