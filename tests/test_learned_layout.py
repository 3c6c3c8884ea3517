"""Where the blocks of a page stand: a page of six blocks whose boxes are known."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.category import Kind
from newsclean.document import Block, Container, Document
from newsclean.learned.layout import lay_out
from newsclean.read.html import read_html

BOXES: Final = (
    Container(-1, "html", "", 0, 6),
    Container(0, "body", "", 0, 6),
    Container(1, "header", "top", 0, 1),
    Container(2, "h1", "", 0, 1),
    Container(1, "div", "story", 1, 4),
    Container(4, "p", "", 1, 2),
    Container(4, "p", "", 2, 3),
    Container(4, "div", "box", 3, 4),
    Container(7, "p", "", 3, 4),
    Container(1, "div", "teasers", 4, 6),
    Container(9, "p", "", 4, 5),
    Container(9, "p", "", 5, 6),
)
OWN: Final = (3, 5, 6, 8, 10, 11)
PAGE: Final = Document(
    tuple(Block(order, f"Block {order}", "p", Kind.PARAGRAPH, box) for order, box in enumerate(OWN)), BOXES, is_html=True
)


def test_slices_of_the_boxes() -> None:
    layout = lay_out(PAGE)
    assert layout.first.tolist() == [0, 0, 0, 0, 1, 1, 2, 3, 3, 4, 4, 5]
    assert layout.last.tolist() == [6, 6, 1, 1, 4, 2, 3, 4, 4, 6, 5, 6]


def test_wider_box_holds_more_blocks() -> None:
    """The header holds as many as the h1, and the box as many as the paragraph, so that the way goes on from them."""
    assert lay_out(PAGE).wider.tolist() == [0, 0, 1, 1, 1, 4, 4, 4, 4, 1, 9, 9]


def test_depth_counts_the_boxes_around() -> None:
    assert lay_out(PAGE).depth.tolist() == [0, 1, 2, 3, 2, 3, 3, 3, 4, 2, 3, 3]


def test_own_and_shared_box_of_each_block() -> None:
    layout = lay_out(PAGE)
    assert layout.own.tolist() == list(OWN)
    assert layout.shared.tolist() == [1, 4, 4, 4, 9, 9]


def test_block_in_a_box_with_others_shares_that() -> None:
    """Text that stands beside a paragraph has the box of both as its own."""
    document = read_html("<body><div>Text beside <p>a paragraph</p></div><p>The end</p></body>")
    layout = lay_out(document)
    text, paragraph, _ = document.blocks
    assert layout.own[text.order] == layout.shared[text.order] == layout.shared[paragraph.order]
    assert document.containers[layout.own[text.order]].tag == "div"


def test_paths_of_tags() -> None:
    """Paragraphs of story and teasers are at the end of the same path; the one in the box is farther in."""
    heading, first, second, boxed, *teasers = lay_out(PAGE).by_tags.tolist()
    assert first == second == teasers[0] == teasers[1]
    assert len({heading, first, boxed}) == 3


def test_paths_of_names() -> None:
    heading, first, second, boxed, *teasers = lay_out(PAGE).by_names.tolist()
    assert first == second
    assert teasers[0] == teasers[1]
    assert len({heading, first, boxed, teasers[0]}) == 4


def test_steps_of_paths() -> None:
    """Each box is at the end of the path of the box around it, one name farther."""
    layout = lay_out(PAGE)
    for path, box in zip(layout.paths.tolist(), PAGE.containers, strict=True):
        assert layout.steps[path] == (layout.paths[box.parent] if box.parent >= 0 else -1, box.tokens)
    assert layout.paths[layout.own].tolist() == layout.by_names.tolist()
    assert len(layout.steps) == len(set(layout.paths.tolist()))


@pytest.mark.parametrize(
    ("page", "same_tags", "same_names"),
    [
        pytest.param("<p>a</p><p>b</p>", True, True, id="alike"),
        pytest.param("<p class='x'>a</p><p class='y'>b</p>", True, False, id="other names"),
        pytest.param("<p>a</p><h2>b</h2>", False, False, id="other tags"),
        pytest.param("<div><p>a</p></div><section><p>b</p></section>", False, False, id="other tags above"),
        pytest.param("<div id='x'><p>a</p></div><div><p>b</p></div>", True, False, id="other names above"),
        pytest.param("<div><p>a</p></div><p>b</p>", False, False, id="another depth"),
    ],
)
def test_two_blocks_are_laid_out_alike(page: str, same_tags: bool, same_names: bool) -> None:
    layout = lay_out(read_html(f"<body>{page}</body>"))
    first, second = layout.by_tags.tolist()
    assert (first == second) is same_tags
    first, second = layout.by_names.tolist()
    assert (first == second) is same_names


def test_lone_block() -> None:
    """No box holds others besides, so that the root is what it shares."""
    layout = lay_out(read_html("<body><div><p>a</p></div></body>"))
    assert layout.shared.tolist() == [0]
    assert set(layout.wider.tolist()) == {0}


TREES: Final = st.recursive(
    st.just("<p>a</p>"),
    lambda below: st.lists(below, min_size=1, max_size=4).map(lambda parts: f"<div>{''.join(parts)}</div>"),
    max_leaves=12,
)


@given(body=TREES)
def test_boxes_around_a_block_on_any_page(body: str) -> None:
    """Each box is in a wider one of more blocks, or holds the whole page; the shared one holds others too."""
    layout = lay_out(read_html(f"<body>{body}</body>"))
    sizes = layout.last - layout.first
    count = len(layout.own)
    for box, wider in enumerate(layout.wider.tolist()):
        assert sizes[wider] > sizes[box] or (wider == 0 and sizes[box] == count)
        assert layout.first[wider] <= layout.first[box] < layout.last[box] <= layout.last[wider]
    assert (sizes[layout.shared] > 1).all() or count == 1
    for order, box in enumerate(layout.shared.tolist()):
        assert layout.first[box] <= order < layout.last[box]
