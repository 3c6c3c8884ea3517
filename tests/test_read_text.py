"""Plain text to blocks: the exact places of the lines, for every kind of line end."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.category import Kind
from newsclean.document import Container, Document, PageMeta
from newsclean.read.text import read_text

LINE_ENDS: Final = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
SPACES: Final = ["", " ", "\t", "\xa0", "\u3000", " \x1c \u2009"]


def printed(text: str) -> list[str]:
    """What stands in the input where the blocks say that they stand."""
    return [text[block.span.start : block.span.end] for block in read_text(text).blocks if block.span]


# Places


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_spans_are_exact(end: str, space: str) -> None:
    text = f"{end}{space}Nordhafen Kurier{space}{end}{space}{end}{space}Die{space} Fähre 😀 bleibt{space}{end}im Hafen"
    assert printed(text) == ["Nordhafen Kurier", f"Die{space} Fähre 😀 bleibt", "im Hafen"]
    assert [block.text for block in read_text(text).blocks] == ["Nordhafen Kurier", "Die Fähre 😀 bleibt", "im Hafen"]


@given(st.lists(st.sampled_from(["a", "b ", " ", "\t", "\xa0", "# ", "- ", "é", "\0", "\u200b", *LINE_ENDS])).map("".join))
def test_spans_hold_all_that_is_printed(text: str) -> None:
    document = read_text(text)
    assert [block.order for block in document.blocks] == list(range(len(document.blocks)))
    assert all(" ".join(raw.split()) == block.text for raw, block in zip(printed(text), document.blocks, strict=True))
    ends = [block.span.end for block in document.blocks if block.span]
    starts = [block.span.start for block in document.blocks if block.span]
    between = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
    assert all(not gap.strip() for gap in between)
    assert all(any(end in gap for end in LINE_ENDS) for gap in between[1:-1]), "two blocks on one line"
    assert not any(end in raw for raw in printed(text) for end in LINE_ENDS), "one block on two lines"


def test_spans_count_code_points_behind_the_byte_order_mark() -> None:
    document = newsclean.explain("\ufeff😀 one\ntwo".encode()).document
    assert [block.span for block in document.blocks] == [(0, 5), (6, 9)]
    assert document.source == "😀 one\ntwo"


# Gaps


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
@pytest.mark.parametrize("blank", [0, 1, 2, 5])
@pytest.mark.parametrize("space", ["", " \t"], ids=["empty", "whitespace"])
def test_blank_lines_are_counted(end: str, blank: int, space: str) -> None:
    text = f"one{end}{f'{space}{end}' * blank}two{end}three"
    assert [block.gap for block in read_text(text).blocks] == [0, blank, 0]


def test_mixed_line_ends_are_counted_one_by_one() -> None:
    assert [block.gap for block in read_text("one\r\n\n\r\rtwo\n\rthree\r\n\r\nfour").blocks] == [0, 3, 1, 1]


def test_blank_lines_at_the_ends_are_nobody_s() -> None:
    assert [block.gap for block in read_text("\n\n\none\n\n").blocks] == [0]


# Forms


@pytest.mark.parametrize(
    ("line", "kind", "level"),
    [
        ("The ferry stays in port", Kind.PARAGRAPH, None),
        ("# Ferry", Kind.CROSSHEAD, 2),
        ("## Ferry", Kind.CROSSHEAD, 2),
        ("### Ferry", Kind.CROSSHEAD, 3),
        ("###### Ferry", Kind.CROSSHEAD, 6),
        ("####### Ferry", Kind.PARAGRAPH, None),
        ("#ferry is what people wrote", Kind.PARAGRAPH, None),
        ("# ", Kind.PARAGRAPH, None),
        ("- the ferry", Kind.LIST_ITEM, 1),
        ("  * the ferry", Kind.LIST_ITEM, 1),
        ("• the ferry", Kind.LIST_ITEM, 1),
        ("-5 degrees at the harbour", Kind.PARAGRAPH, None),
        ("– the ferry, said the harbour office", Kind.PARAGRAPH, None),
        ("*The ferry* stays", Kind.PARAGRAPH, None),
        ("15:02", Kind.PARAGRAPH, None),
    ],
)
def test_form_of_a_line(line: str, kind: Kind, level: int | None) -> None:
    (block,) = read_text(line).blocks
    assert (block.text, block.kind, block.level) == (line.strip(), kind, level)


# The document


def test_all_lines_stand_in_one_container() -> None:
    document = read_text("one\ntwo", ("a warning",))
    assert document == Document(
        blocks=document.blocks,
        containers=(Container(-1, "text", "", 0, 2),),
        meta=PageMeta(),
        is_html=False,
        source="one\ntwo",
        warnings=("a warning",),
    )
    assert all((block.tag, block.container, block.marks, block.hidden) == ("line", 0, (), False) for block in document.blocks)


@pytest.mark.parametrize("text", ["", "\n", " \t\r\n\u2028 "])
def test_whitespace_alone_gives_no_block(text: str) -> None:
    document = read_text(text)
    assert (document.blocks, document.containers) == ((), (Container(-1, "text", "", 0, 0),))


def test_line_of_many_megabytes_is_one_block() -> None:
    text = "word " * 4_000_000
    (block,) = read_text(text).blocks
    assert (block.span, len(block.text)) == ((0, len(text) - 1), len(text) - 1)
