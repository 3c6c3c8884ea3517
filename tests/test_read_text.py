"""Plain text to blocks: the exact places of the lines, for every kind of line end."""

import textwrap
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.category import Kind
from newsclean.document import Container, Document, PageMeta
from newsclean.read.text import read_text, without_marks

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
        ("> the ferry stays, they said", Kind.QUOTE, None),
        (">> more of the ferry", Kind.PARAGRAPH, None),
        ("> ", Kind.PARAGRAPH, None),
        ("*", Kind.PARAGRAPH, None),
    ],
)
def test_form_of_a_line(line: str, kind: Kind, level: int | None) -> None:
    (block,) = read_text(line).blocks
    assert (block.text, block.kind, block.level) == (line.strip(), kind, level)


@pytest.mark.parametrize("rule", ["---", "===", "------------------"])
def test_line_over_a_rule_is_a_heading(rule: str) -> None:
    above, heading, below, last = read_text(f"The ferry stays.\n\nIn the harbour\n{rule}\nNobody sails.").blocks
    assert [(each.kind, each.level) for each in (above, heading, below, last)] == [
        (Kind.PARAGRAPH, None),
        (Kind.CROSSHEAD, 2),
        (Kind.PARAGRAPH, None),
        (Kind.PARAGRAPH, None),
    ]
    assert heading.text == "In the harbour"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In the harbour\n\n---\nNobody sails.", id="a rule below a blank line"),
        pytest.param("In the harbour\n--\nNobody sails.", id="two dashes"),
        pytest.param(f"{'The ferry stays in the harbour. ' * 5}\n---", id="a rule below a paragraph"),
        pytest.param("***\n---", id="two rules"),
        pytest.param("In the harbour\n--- and out", id="dashes before words"),
    ],
)
def test_line_over_other_signs_is_none(text: str) -> None:
    assert {block.kind for block in read_text(text).blocks} == {Kind.PARAGRAPH}


def test_links_of_markdown_are_marked_with_all_that_is_printed() -> None:
    (block,) = read_text("* 😀 [The  newts](/news/newts) and ![a map](/map.png), not [this] (or that)").blocks
    assert block.text == "* 😀 [The newts](/news/newts) and ![a map](/map.png), not [this] (or that)"
    assert [(block.text[mark.start : mark.end], mark.tag, mark.href) for mark in block.marks] == [
        ("[The newts](/news/newts)", "a", "/news/newts"),
        ("[a map](/map.png)", "a", "/map.png"),
    ]
    assert block.link_characters == sum(mark.end - mark.start for mark in block.marks)


@pytest.mark.parametrize("text", ["[" * 1_000_000, "[a](" * 300_000, "[a](b" * 250_000, "[" + "a" * 1_000_000 + "](b)"])
def test_brackets_without_end_are_no_link(text: str) -> None:
    (block,) = read_text(text).blocks
    assert block.marks == ()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("# The newts are back", "The newts are back"),
        ("## The newts are back ##", "The newts are back"),
        ("**The newts are back**", "The newts are back"),
        ("# The *newts* are __back__", "The newts are back"),
        ("# [The newts](/news/newts) are back", "The newts are back"),
        ("_The newts are back_", "The newts are back"),
        ("The newts are back", "The newts are back"),
        ("#newts are back", "#newts are back"),
        ("5 * 3 * 2 newts in snake_case_ponds", "5 * 3 * 2 newts in snake_case_ponds"),
        ("Newts in C #", "Newts in C #"),
        ("# Newts learn C# in a pond", "Newts learn C# in a pond"),
        ("Newts [and] (frogs)", "Newts [and] (frogs)"),
        ("*", "*"),
        ("****", "****"),
    ],
)
def test_line_without_the_marks_of_markdown(printed: str, expected: str) -> None:
    assert without_marks(printed) == expected


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


# Lines cut at one width

PROSE: Final = (
    "The dredger caught the anchor on Wednesday in eleven feet of water, two hundred yards from the spot that the inquiry of the "
    "day had marked on its chart. It weighs just under a ton and has lost one fluke, which nobody has found in the mud so far."
)
CHINESE: Final = (
    "周三，一艘挖泥船在十一英尺深的水中发现了这只锚，距离当年调查人员在海图上标出的地点约两百码。它重近一吨，缺了一个锚爪，至今没有人在淤泥里找到。"
    * 3
)


def cut(text: str, width: int) -> str:
    """A paragraph as mail programs cut it; characters stand for words where there are no spaces."""
    if " " in text:
        return "\n".join(textwrap.wrap(text, width))
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_cut_lines_are_joined_into_paragraphs(width: int) -> None:
    text = f"An anchor is found\n\n{cut(PROSE, width)}\n\n{cut(PROSE, width)}"
    document = read_text(text)
    assert [block.text for block in document.blocks] == ["An anchor is found", PROSE, PROSE]
    assert printed(text) == ["An anchor is found", cut(PROSE, width), cut(PROSE, width)]
    assert [block.gap for block in document.blocks] == [0, 1, 1]


def test_cut_lines_without_spaces_are_joined() -> None:
    assert [block.text.replace(" ", "") for block in read_text(cut(CHINESE, 40)).blocks] == [CHINESE]


def test_paragraph_that_ends_early_is_not_joined_with_the_next() -> None:
    """No blank line stands between them, but the first word of the second would have fitted."""
    assert [block.text for block in read_text(f"{cut(PROSE, 72)}\n{cut(PROSE, 72)}").blocks] == [PROSE, PROSE]


def test_item_behind_a_full_line_stays_apart() -> None:
    lines = cut(PROSE, 72).split("\n")
    full = lines[: lines.index(max(lines, key=len)) + 1]
    text = "\n".join([*lines, "", *full, "- an item", "", *lines])
    assert [block.text for block in read_text(text).blocks] == [PROSE, " ".join(full), "- an item", PROSE]


def test_headings_and_items_among_cut_lines_stay_apart() -> None:
    text = f"# An anchor is found in the mud of the estuary\n{cut(PROSE, 72)}\n- an item\n- a second item\n\n{cut(PROSE, 72)}"
    texts = [block.text for block in read_text(text).blocks]
    assert texts == ["# An anchor is found in the mud of the estuary", PROSE, "- an item", "- a second item", PROSE]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(cut(PROSE, 30), id="narrow, as a poem"),
        pytest.param(f"{cut(PROSE, 72)}\n{'x' * 101}", id="a longer line among them"),
        pytest.param(
            "\n".join(f"{'Chapter':8}{number} of the story of the anchor, told anew" for number in range(9)), id="a list"
        ),
        pytest.param("\n".join(f"Line {number} of a page, about {'so ' * number}long" for number in range(20)), id="any length"),
        pytest.param(cut(PROSE, 72).replace("\n", "\n\n"), id="blank lines between"),
        pytest.param(cut(f"{PROSE} {PROSE}", 130), id="lines of paragraphs' length"),
        pytest.param("\n".join([*("Home News Sport".split() * 5), cut(PROSE, 72)]), id="mostly a menu"),
        pytest.param("\n".join(cut(PROSE, 72).split("\n")[:4]), id="too few to tell"),
    ],
)
def test_other_lines_are_not_joined(lines: str) -> None:
    assert [block.text for block in read_text(lines).blocks] == [" ".join(line.split()) for line in lines.split("\n") if line]
