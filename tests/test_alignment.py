"""Which blocks a text holds: small pages, worked out by hand."""

import time
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.alignment import find_in

FERRY: Final = "The ferry Halcyon sailed into the harbour on Monday."
QUAY: Final = "Three hundred islanders stood on the quay to see her come in."
RUST: Final = "The yard had found rust behind every plate that it opened."


def numbered(first: int, last: int) -> str:
    """So many words, each of which comes once: 'w1 w2 w3'."""
    return " ".join(f"w{number}" for number in range(first, last + 1))


CASES: Final = {
    "all of them": (f"{FERRY}\n{QUAY}", [FERRY, QUAY], [1, 1]),
    "one of them": (QUAY, [FERRY, QUAY, RUST], [0, 1, 0]),
    "nothing in common": (RUST, [FERRY, QUAY, "Home"], [0, 0, 0]),
    "an empty text": ("", [FERRY, "Home"], [0, 0]),
    "a text of signs": ("* * *", [FERRY, "* * *"], [0, 0]),
    "a block of signs": (FERRY, [FERRY, "* * *", ""], [1, 0, 0]),
    "no blocks": (FERRY, [], []),
    "a body that is printed twice": (f"{FERRY} {QUAY}", ["Home", FERRY, QUAY, "Ferries", FERRY, QUAY], [0, 1, 1, 0, 0, 0]),
    "the second print goes on": (f"{FERRY} {QUAY} {RUST}", [FERRY, QUAY, "More", FERRY, QUAY, RUST], [1, 1, 0, 0, 0, 1]),
    "the first print breaks off": (f"{FERRY} {QUAY} {RUST}", [FERRY, "More", FERRY, QUAY, RUST], [1, 0, 0, 1, 1]),
    "a teaser before a paragraph with the same sentence": (f"{FERRY} {QUAY}", [FERRY, f"{FERRY} {QUAY}"], [0, 1]),
    "a teaser behind it": (f"{FERRY} {QUAY} {RUST}", [f"{FERRY} {QUAY}", RUST, QUAY], [1, 1, 0]),
    "blocks in another order: the longer one": (f"{FERRY} {QUAY}", [QUAY, FERRY], [1, 0]),
    "a line that the text repeats": (f"Yes. {FERRY} Yes. {QUAY}", ["Yes.", FERRY, "Yes.", QUAY], [1, 1, 1, 1]),
    "a menu entry that says the same as an answer": (f"{FERRY} Yes. {QUAY}", ["Yes.", FERRY, "Yes.", QUAY], [0, 1, 1, 1]),
    "part of a word": ("The ferryman", ["ferry", "The ferryman"], [0, 1]),
    "another case and other signs": ("THE FERRY HALCYON — SAILED!", ["“The ferry Halcyon”, sailed …"], [1]),
    "characters of full width": ("ＦＥＲＲＹ １２", ["ferry 12"], [1]),
    "an accent apart from its letter": ("Cafe\u0301 du port", ["Café du port"], [1]),
    "Chinese without spaces": (
        "渡轮星期一驶入港口。岛民站在码头上。",
        ["首页", "渡轮星期一驶入港口。", "岛民站在码头上。"],
        [0, 1, 1],
    ),
    "Chinese with a space in it": ("渡轮星期一 驶入港口", ["渡轮星期一驶入港口"], [1]),
    "Japanese": ("フェリーが港に入った", ["フェリーが港に入った", "ニュース"], [1, 0]),
}


@pytest.mark.parametrize(("text", "blocks", "expected"), CASES.values(), ids=CASES)
def test_blocks_that_a_text_holds(text: str, blocks: list[str], expected: list[int]) -> None:
    assert find_in(text, blocks).tolist() == expected


# Blocks that are not quite the same


@pytest.mark.parametrize(("words", "is_found"), [(16, 1), (15, 0)])
def test_footnote_sign_in_a_long_paragraph(words: int, is_found: int) -> None:
    """Of 14 runs of four words a sign breaks four: 10 of 14 are enough; 9 of 13 are not."""
    paragraph = f"{numbered(1, 8)} [1] {numbered(9, words)}"
    assert find_in(f"before {numbered(1, words)} after", [paragraph]).tolist() == [is_found]


@pytest.mark.parametrize(("last", "is_found"), [(8, 1), (7, 0)])
def test_paragraph_of_which_the_text_has_the_beginning(last: int, is_found: int) -> None:
    """Of seven runs of four words five are enough; four are not."""
    assert find_in(f"{numbered(1, last)} and more of it", [numbered(1, 10)]).tolist() == [is_found]


def test_short_line_has_to_be_the_same() -> None:
    """Seven words have four runs of four, of which three stand in the text; from eight words on that could be enough."""
    assert find_in(f"{numbered(1, 6)} and more", [numbered(1, 7)]).tolist() == [0]


@pytest.mark.parametrize(("words_between", "is_found"), [(5, 1), (6, 0)])
def test_runs_have_to_lie_close_together(words_between: int, is_found: int) -> None:
    """A quarter of twenty words may stand between the two halves."""
    text = f"{numbered(1, 10)} {' '.join(['else'] * words_between)} {numbered(11, 20)}"
    assert find_in(text, [numbered(1, 20)]).tolist() == [is_found]


def test_of_two_places_the_denser_one_counts() -> None:
    """The first lines are quoted before the story, which has all but one word: the block stands behind the one before it."""
    before, block = numbered(101, 120), f"{numbered(1, 30)} sign"
    text = f"{numbered(1, 8)} {before} {numbered(1, 30)}"
    assert find_in(text, [before, block]).tolist() == [1, 1]
    assert find_in(text, [block, before]).tolist() == [1, 0]


def test_of_equal_places_the_first_one_counts() -> None:
    text = f"{numbered(1, 20)} {QUAY} {numbered(1, 20)}"
    assert find_in(text, [f"{numbered(1, 20)} sign", QUAY]).tolist() == [1, 1]


def test_block_that_is_nearly_the_same_may_touch_its_neighbours() -> None:
    """Its place is where its words lie, so that a word too many lets it reach into the next paragraph."""
    block = f"{numbered(1, 20)} 1 2"
    assert find_in(f"{numbered(1, 20)} {QUAY}", [block, QUAY]).tolist() == [1, 1]


def test_same_words_weigh_more_than_nearly_the_same() -> None:
    near, same = f"{numbered(1, 20)} 1", numbered(1, 20)
    assert find_in(numbered(1, 20), [near, same]).tolist() == [0, 1]
    assert find_in(numbered(1, 20), [same, near]).tolist() == [1, 0]


# Each stretch of the text is given out once


@pytest.mark.parametrize(
    ("text", "blocks", "expected"),
    [
        pytest.param("Yes", ["Yes", "Yes", "Yes"], [1, 0, 0], id="a word"),
        pytest.param("Upper Varn", ["Upper Varn", "Upper Varn"], [1, 0], id="two words"),
        pytest.param("He sailed home to Upper Varn.", ["He sailed home to Upper Varn.", "Upper Varn"], [1, 0], id="a tag"),
        pytest.param("Upper Varn has a harbour.", ["Upper Varn", "Upper Varn has a harbour."], [0, 1], id="a place before"),
        pytest.param("a b c d e f", ["a b c d", "c d e f"], [1, 0], id="two lines that share two words"),
    ],
)
def test_lines_of_a_word_or_two_are_given_out_once(text: str, blocks: list[str], expected: list[int]) -> None:
    assert find_in(text, blocks).tolist() == expected


# Properties

PARAGRAPHS: Final = st.sampled_from([numbered(100 * size, 101 * size + 1) for size in range(1, 12)])


@given(page=st.lists(st.tuples(PARAGRAPHS, st.booleans()), max_size=12))
def test_blocks_that_are_found_say_what_the_text_says(page: list[tuple[str, bool]]) -> None:
    """Blocks of three words or more, some of which come several times; which of the twins is found makes no difference."""
    blocks = [text for text, _ in page]
    text = "\n".join(text for text, is_chosen in page if is_chosen)
    found = find_in(text, blocks)
    assert "\n".join(block for block, is_found in zip(blocks, found, strict=True) if is_found) == text


@given(text=st.text(), blocks=st.lists(st.text()))
def test_any_text_has_an_answer(text: str, blocks: list[str]) -> None:
    found = find_in(text, blocks)
    assert found.shape == (len(blocks),)
    assert set(found.tolist()) <= {0.0, 1.0}


@given(chosen=st.sets(st.sampled_from([FERRY, QUAY, RUST])), spaces=st.sampled_from([" ", "\n", "\r\n\r\n", "\u00a0", " | "]))
def test_spaces_and_case_make_no_difference(chosen: set[str], spaces: str) -> None:
    text = " ".join(block for block in (FERRY, QUAY, RUST) if block in chosen)
    found = find_in(text.upper().replace(" ", spaces), [FERRY, QUAY, RUST])
    assert found.tolist() == [block in chosen for block in (FERRY, QUAY, RUST)]


def test_a_text_that_repeats_itself_is_done_in_time() -> None:
    """Each of its words opens a stretch that is the block but for its end."""
    text = "one two three four " * 20_000
    start = time.process_time()
    find_in(text, [text + "five"])
    assert time.process_time() - start < 10


def test_label_that_comes_back_all_over_a_text_is_found_each_time() -> None:
    """More often than there are places that are tried for a block: the twentieth block is the twentieth line."""
    sections = [[f"Lens {number} has {number} rings of glass.", "Best for"] for number in range(30)]
    lines = [line for section in sections for line in section]
    assert find_in("\n".join(lines), lines).tolist() == [1.0] * len(lines)
    assert find_in("\n".join(lines), ["Best for", *lines, "Best for"]).tolist() == [0.0, *[1.0] * len(lines), 0.0]


def test_line_of_its_own_goes_before_words_inside_a_paragraph() -> None:
    text = "The keeper sailed to Upper Varn.\nUpper Varn\nIt has a quay."
    assert find_in(text, ["Upper Varn", "It has a quay."]).tolist() == [1, 1]
    assert find_in(text, ["Upper Varn", "The keeper sailed to Upper Varn.", "Upper Varn"]).tolist() == [0, 1, 1]
    assert find_in("Best for\nA lens\nBest for\nA lamp", ["A lens", "Best for", "A lamp"]).tolist() == [1, 1, 1]
