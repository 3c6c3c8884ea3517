"""Cutting blocks in which two things are mixed."""

from typing import Final

import pytest

from newsclean.category import Kind
from newsclean.document import Document
from newsclean.lexicon import load
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.split import split

PARAGRAPH: Final = (
    "The bridge over the Eider opens in May, four years after the first stone was laid and eleven after it was planned."
)
MORE: Final = "READ MORE: How the bridge was built"
JOIN: Final = "Sign up for our newsletter here."


def pieces(document: Document) -> list[str]:
    return [block.text for block in split(document, load()).blocks]


def linked(sentence: str) -> str:
    return f"<a href='/more' class='promo'>{sentence}</a>"


# Where it cuts


@pytest.mark.parametrize("label", [MORE, "Related: Who pays for the bridge?", "Lesen Sie auch: Wer die Brücke bezahlt"])
def test_label_glued_to_the_end_is_cut_off(label: str) -> None:
    assert pieces(read_text(f"{PARAGRAPH} {label}")) == [PARAGRAPH, label]


def test_label_glued_to_the_beginning_is_cut_off() -> None:
    label = f"{MORE}."
    assert pieces(read_text(f"{label} {PARAGRAPH}")) == [label, PARAGRAPH]


def test_linked_prompt_is_cut_off() -> None:
    assert pieces(read_html(f"<p>{PARAGRAPH} {linked(JOIN)}</p>")) == [PARAGRAPH, JOIN]


def test_quotation_mark_behind_the_full_stop_stays_with_its_sentence() -> None:
    spoken = f"“{PARAGRAPH}”"
    assert pieces(read_text(f"{spoken} {MORE}")) == [spoken, MORE]


@pytest.mark.parametrize("gap", ["", " ", "\u3000"])
def test_sentence_of_a_script_without_spaces_is_cut_off(gap: str) -> None:
    story = "橋は五月に開通する。最初の石が置かれてから四年、計画から十一年が過ぎていた。" * 3
    label = "関連記事：橋ができるまで"
    document = split(read_text(f"{story}{gap}{label}"), load())
    assert [block.text for block in document.blocks] == [story, label]
    assert [document.source[slice(*block.span)] for block in document.blocks if block.span] == [story, label]


# Where it does not


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{PARAGRAPH} {JOIN}", id="words alone prove nothing"),
        pytest.param(f"{PARAGRAPH} Two facts: it is long and it is narrow.", id="a colon behind no label"),
        pytest.param(f"{PARAGRAPH} READ MORE: {'how it was built, ' * 6}they said.", id="a sentence longer than a prompt"),
        pytest.param(f"The bridge opens in May. {MORE} and what it cost the town of Varn", id="a paragraph too short to be one"),
        pytest.param("It opens. READ MORE: How", id="a line of a few words"),
        pytest.param(f"{PARAGRAPH} READ: ", id="a label with nothing behind it"),
        pytest.param(MORE, id="a prompt alone"),
        pytest.param(f"It is said in the town. {MORE}. {PARAGRAPH} Nobody doubts it.", id="a label in the middle"),
    ],
)
def test_text_stays_whole(text: str) -> None:
    document = read_text(text)
    assert split(document, load()) is document


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<p>{PARAGRAPH} {linked('The town voted twice on it.')}</p>", id="a link that says nothing of the page"),
        pytest.param(f"<p>{PARAGRAPH} {linked('Sign up')} for our newsletter, says a board.</p>", id="a link on a few words"),
        pytest.param(f"<pre>{PARAGRAPH} {MORE}</pre>", id="preformatted text"),
        pytest.param(
            f"<table><tr><td>1</td><td>{PARAGRAPH} {MORE}</td></tr><tr><td>2</td><td>May</td></tr></table>", id="a table"
        ),
    ],
)
def test_page_stays_whole(page: str) -> None:
    document = read_html(page)
    assert split(document, load()) is document


def test_table_and_preformatted_text_are_what_is_left_whole() -> None:
    """The two cases above are about their kinds: the same words in a paragraph are cut."""
    assert pieces(read_html(f"<p>{PARAGRAPH} {MORE}</p>")) == [PARAGRAPH, MORE]


# What follows the cut


def test_spans_point_at_the_parts() -> None:
    source = f"Headline\n\n\n  The   bridge\tover the {PARAGRAPH}  \t READ   MORE: How it  was built  \n\nLast line"
    document = split(read_text(source), load())
    printed = [source[block.span.start : block.span.end] for block in document.blocks if block.span]
    assert printed == ["Headline", f"The   bridge\tover the {PARAGRAPH}", "READ   MORE: How it  was built", "Last line"]
    assert [" ".join(each.split()) for each in printed] == [block.text for block in document.blocks]


def test_gap_stays_before_the_first_part() -> None:
    document = split(read_text(f"Headline\n\n\n{PARAGRAPH} {MORE}"), load())
    assert [block.gap for block in document.blocks] == [0, 2, 0]


def test_orders_and_boxes_follow() -> None:
    page = f"<body><div><p>{PARAGRAPH} {MORE}</p></div><div><p>After</p></div></body>"
    document = split(read_html(page), load())
    assert [block.order for block in document.blocks] == [0, 1, 2]
    for block in document.blocks:
        box = document.containers[block.container]
        assert box.first <= block.order < box.last
    slices = {(box.first, box.last) for box in document.containers if box.tag == "div"}
    assert slices == {(0, 2), (2, 3)}


def test_marks_and_link_characters_go_with_their_part() -> None:
    page = f"<p><b>The bridge</b>{PARAGRAPH.removeprefix('The bridge')} {linked(JOIN)}</p>"
    first, second = split(read_html(page), load()).blocks
    assert [(mark.tag, first.text[mark.start : mark.end]) for mark in first.marks] == [("b", "The bridge")]
    assert [(mark.tag, mark.href, second.text[mark.start : mark.end]) for mark in second.marks] == [("a", "/more", JOIN)]
    assert (first.link_characters, second.link_characters) == (0, len(JOIN))


def test_mark_over_the_cut_is_cut_too() -> None:
    page = f"<p><i>{PARAGRAPH} {MORE}</i></p>"
    first, second = split(read_html(page), load()).blocks
    assert [(mark.tag, mark.start, mark.end) for mark in (*first.marks, *second.marks)] == [
        ("i", 0, len(PARAGRAPH)),
        ("i", 0, len(MORE)),
    ]


def test_parts_are_of_the_kind_of_the_whole() -> None:
    first, second = split(read_html(f"<ul><li>{PARAGRAPH} {MORE}</li></ul>"), load()).blocks
    assert (first.kind, first.level) == (second.kind, second.level) == (Kind.LIST_ITEM, 1)
