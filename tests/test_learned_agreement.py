"""How neighbours in one box agree: against all bodies that small pages could have, weighed one by one."""

from itertools import product
from math import exp, log
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import lexicon
from newsclean.features import measure
from newsclean.learned.agreement import MOST, SHARED, TOGETHER, agree
from newsclean.learned.layout import lay_out
from newsclean.read.html import read_html

# Two lines of the story share two content words, the third shares none; the fourth is a link, and the last is in another box.
HTML: Final = (
    "<div><p>The ferry crossed the harbour.</p><p>In the harbour no ferry waits.</p>"
    "<p>Chip in</p><p><a href='/a'>Read on here</a></p></div><footer><p>The ferry crossed the harbour.</p><p>Imprint</p></footer>"
)
COUPLINGS: Final = [TOGETHER + 2 * SHARED, TOGETHER, 0.0, 0.0, TOGETHER]
CHANCE: Final = st.floats(0.001, 0.999)


def agreed(chances: list[float], html: str = HTML) -> list[float]:
    document = read_html(html)
    found = agree(np.array(chances), lay_out(document), measure(document, lexicon.load()))
    return [float(chance) for chance in found]


@given(st.lists(CHANCE, min_size=6, max_size=6))
def test_chance_is_how_much_likelier_the_best_body_with_a_block_is_than_the_best_without(chances: list[float]) -> None:
    """Each body weighs as its blocks' chances and, for each two neighbours on one side, their coupling."""
    weights = {
        taken: sum(log(chance if is_story else 1 - chance) for chance, is_story in zip(chances, taken, strict=True))
        + sum(coupling for coupling, one, other in zip(COUPLINGS, taken, taken[1:], strict=False) if one == other)
        for taken in product((False, True), repeat=6)
    }
    best = [
        {side: max(weight for taken, weight in weights.items() if taken[at] is side) for side in (True, False)} for at in range(6)
    ]
    assert agreed(chances) == pytest.approx([1 / (1 + exp(each[False] - each[True])) for each in best], rel=1e-6)


def test_short_line_between_paragraphs_is_taken_with_them_and_a_link_is_not() -> None:
    found = agreed([0.95, 0.95, 0.45, 0.45, 0.05, 0.05])
    assert found[2] > 0.5
    assert found[3] == pytest.approx(0.45)


def test_line_in_another_box_hears_nothing_from_this_one() -> None:
    assert agreed([0.9, 0.9, 0.9, 0.9, 0.3, 0.2])[4:] == pytest.approx(agreed([0.1, 0.1, 0.1, 0.1, 0.3, 0.2])[4:])


def test_line_in_a_named_box_hears_nothing_from_the_story_around_it() -> None:
    html = "<div><p>The ferry crossed the harbour.</p><div{}><p>Well done</p></div><p>In the harbour no ferry waits.</p></div>"
    assert agreed([0.95, 0.45, 0.95], html.format(""))[1] > 0.5
    assert agreed([0.95, 0.45, 0.95], html.format(" class='comments'"))[1] == pytest.approx(0.45)


def test_more_words_than_that_draw_no_more() -> None:
    words = "harbour ferries islanders captain weather timetable sailings quayside".split()
    assert len(words) > MOST

    def page(count: int) -> str:
        return "".join(f"<p>{' '.join(order)}.</p>" for order in (words[:count], words[count - 1 :: -1]))

    drawn = [agreed([0.999, 0.4], page(count))[1] for count in (MOST - 1, MOST, MOST + 1)]
    assert drawn[0] < drawn[1] == drawn[2]


def test_line_that_is_printed_twice_hears_nothing_from_itself() -> None:
    assert agreed([0.6, 0.4], "<p>The ferry crossed the harbour.</p><p>The FERRY crossed the harbour</p>") == pytest.approx(
        [0.6, 0.4]
    )


def test_certain_blocks_stay_and_nothing_overflows() -> None:
    assert agreed([1.0, 1.0, 0.0, 0.0, 1.0, 0.0]) == pytest.approx([1, 1, 0, 0, 1, 0], abs=1e-4)


def test_one_block_is_left_as_it_is() -> None:
    assert agreed([0.3], "<p>Alone</p>") == pytest.approx([0.3])


def test_line_with_a_link_in_it_is_no_link() -> None:
    assert agreed([0.95, 0.45], "<div><p>The ferry crossed the harbour.</p><p>Chip in <a href='/a'>or not</a></p></div>")[1] > 0.5
