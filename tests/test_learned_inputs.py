"""What the model sees of each block of a page: a page of six blocks, worked out by hand."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import lexicon
from newsclean.category import Category, Role
from newsclean.document import Document
from newsclean.features import measure
from newsclean.learned.author_inputs import MOST
from newsclean.learned.block_inputs import CATEGORIES, HINTS, KINDS, TAGS, find_good, means_around, sums, with_neighbours
from newsclean.learned.layout import lay_out
from newsclean.learned.line_inputs import measure_line_inputs
from newsclean.learned.model import PAGES, TEXTS, load, to_matrix
from newsclean.learned.names import name_words, score_names
from newsclean.learned.page_inputs import measure_page_inputs
from newsclean.learned.score import score
from newsclean.learned.second_look import measure_second_look
from newsclean.learned.words import Worth, is_chinese, score_words
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.rules import find_hints
from newsclean.verdict import Hint

# Words of the blocks: 1, 5, 12, 3, 10, 2. The good paragraphs are the third block and the fifth.
HTML: Final = (
    "<html><head><title>Old ferry returns to harbour</title></head><body>"
    "<div class='menu'><a href='/'>Home</a></div>"
    "<div class='story'>"
    "<h1>Old ferry returns to harbour</h1>"
    "<p>The ferry Halcyon, built in 1952, sailed into the harbour on Monday.</p>"
    "<h3>What went <b>before</b></h3>"
    "<p class='last'>Islanders stood on the quay to see her come in.</p>"
    "</div>"
    "<div><a href='/a'>Our imprint</a></div>"
    "</body></html>"
)
PAGE: Final = read_html(HTML)
JSON_LD: Final = "<script type='application/ld+json'>{}</script>"
WORDS: Final = [1.0, 5.0, 12.0, 3.0, 10.0, 2.0]


def columns_of(document: Document = PAGE, hints: Sequence[Hint] = ()) -> dict[str, list[float]]:
    """The columns as lists."""
    found = measure_page_inputs(document, measure(document, lexicon.load()), hints, lay_out(document))
    return {name: column.tolist() for name, column in found.items()}


def about(values: Sequence[float]) -> object:
    return pytest.approx(list(values), abs=1e-9)


# Columns

COLUMN: Final = np.array([1.0, 2.0, 3.0])


@pytest.mark.parametrize(
    ("at", "expected"),
    [(1, [2, 3, -1]), (2, [3, -1, -1]), (-1, [-1, 1, 2]), (-2, [-1, -1, 1]), (3, [-1] * 3), (-3, [-1] * 3), (9, [-1] * 3)],
)
def test_values_of_blocks_nearby(at: int, expected: list[float]) -> None:
    columns = {"a": COLUMN, "b": 10 * COLUMN}
    found = with_neighbours(columns, {"a": (at,), "b": (-1, 1)})
    assert found[f"a{at:+d}"].tolist() == expected
    assert found["b-1"].tolist() == [-1, 10, 20]
    assert found["b+1"].tolist() == [20, 30, -1]
    assert found["a"].tolist() == COLUMN.tolist() == [1, 2, 3]
    assert list(columns) == ["a", "b"]


def test_sums_make_the_sum_of_a_slice_a_difference() -> None:
    assert sums(COLUMN).tolist() == [0, 1, 3, 6]
    assert sums(np.array([True, False, True])).tolist() == [0, 1, 1, 2]
    assert sums(np.zeros(0)).tolist() == [0]


def test_good_paragraphs() -> None:
    """Sentences of ten words with few links that are seen."""
    ten = "one two three four five six seven eight nine ten"
    document = read_html(
        f"<p>{ten}.</p><p>{ten}</p><p>{ten[:-4]}.</p><p><a href='/'>{ten}.</a></p><p hidden>{ten}.</p>"
        f"<p>{ten} <a href='/'>x</a>.</p>"
    )
    assert find_good(document, measure(document, lexicon.load())).tolist() == [True, False, False, False, False, True]


# What is measured


def test_form_of_the_blocks() -> None:
    columns = columns_of()
    assert columns["words"] == WORDS
    assert columns["kind"] == [KINDS[block.kind] for block in PAGE.blocks]
    assert columns["tag"] == [TAGS["div"], 0, TAGS["p"], 0, TAGS["p"], TAGS["div"]]
    assert columns["level"] == [0, 1, 0, 3, 0, 0]
    assert columns["marks"] == [1, 0, 0, 1, 0, 1]
    assert columns["hidden"] == [0] * 6
    assert columns["link_share"] == [1, 0, 0, 0, 0, 1]
    assert columns["ends_sentence"] == [0, 0, 1, 0, 1, 0]


def test_characters_of_the_blocks() -> None:
    """Letters are counted apart from digits, spaces and signs; the shares of digits are of all characters."""
    document = read_html("<p>Ab, 12 X!</p><p>漢字 é</p><p>“q”</p><p>😀</p><p>1</p>")
    columns = columns_of(document)
    assert columns["characters"] == [9, 4, 3, 1, 1]
    assert columns["letters"] == [3, 3, 1, 1, 1]
    assert columns["digits"] == about([2 / 9, 0, 0, 0, 1])
    assert columns["capitals"] == about([2 / 3, 0, 0, 0, 0])
    assert columns["uncased"] == about([0, 2 / 3, 0, 0, 0])
    assert columns["commas"] == [1, 0, 0, 0, 0]
    assert columns["first_character"] == [2, 9, 5, 0, 1]
    assert columns["last_character"] == [3, 8, 5, 0, 1]


def test_longest_bold_and_slanted_marks() -> None:
    document = read_html("<p><b>ab</b> <strong>abc</strong> ef</p><p><i>abcd</i> <em>x</em></p><p><a href='/'>abc</a></p>")
    columns = columns_of(document)
    assert columns["bold"] == about([3 / 9, 0, 0])
    assert columns["slanted"] == about([0, 4 / 6, 0])


def test_times_that_the_page_says_it() -> None:
    document = read_html("<p>More of it</p><p>The end</p><p>MORE OF IT!</p>")
    columns = columns_of(document)
    assert columns["times"] == [2, 1, 2]
    assert columns["repeated"] == [0, 0, 1]


def test_strongest_phrase_of_each_block() -> None:
    document = read_html("<p>Sign up for our newsletter</p><p>The ferry sailed into the harbour</p>")
    columns = columns_of(document)
    assert columns["cue"][0] > 0
    assert columns["cue"][1] == 0
    assert columns["cue_category"] == [CATEGORIES[Category.NEWSLETTER], 0]


def test_box_of_each_block() -> None:
    document = read_html(HTML.replace("<div><a href='/a'>", "<div class='newsletter'><a href='/a'>"))
    assert columns_of(document)["box"][2:] == [0, 0, 0, CATEGORIES[Category.NEWSLETTER]]


def test_first_certain_hint_of_each_block_else_the_first() -> None:
    hints = [
        Hint(5, Category.LEGAL, certain=False, rule="a", because=""),
        Hint(5, Category.SHARE, certain=False, rule="b", because=""),
        Hint(2, Category.SHARE, certain=False, rule="a", because=""),
        Hint(2, None, certain=True, rule="b", because=""),
        Hint(2, Category.SHARE, certain=True, rule="c", because=""),
        Hint(1, Role.HEADLINE, certain=True, rule="d", because=""),
        Hint(4, Category.REPEAT, certain=True, rule="e", because=""),
    ]
    columns = columns_of(hints=hints)
    hint = [0, HINTS[Role.HEADLINE], HINTS[None], 0, HINTS[Category.REPEAT], HINTS[Category.LEGAL]]
    assert columns["hint"] == hint
    assert columns["hint+1"] == [*hint[1:], -1]
    assert columns["hint-1"] == [-1, *hint[:-1]]


def test_codes_tell_everything_apart_from_nothing() -> None:
    for codes in (HINTS, CATEGORIES, TAGS):
        assert len(set(codes.values()) | {0.0}) == len(codes) + 1


def test_place_on_the_page() -> None:
    """The headline is the second block, the first good paragraph the third."""
    columns = columns_of()
    assert columns["from_headline"] == [-1, 0, 1, 2, 3, 4]
    assert columns["from_first_good"] == [-2, -1, 0, 1, 2, 3]
    assert columns["place"] == about([order / 6 for order in range(6)])
    assert columns["blocks"] == [6] * 6
    assert columns["good_words"] == [22] * 6
    assert columns["good_share"] == about([22 / 33] * 6)
    assert columns["good_before"] == about([0, 0, 0, 12 / 22, 12 / 22, 1])
    assert columns["good_after"] == about([1, 1, 10 / 22, 10 / 22, 0, 0])
    assert columns["since_good"] == [60, 60, 60, 1, 2, 1]


def test_page_without_headline_and_good_paragraphs() -> None:
    columns = columns_of(read_html("<p>One</p><p>Two</p>"))
    assert columns["from_headline"] == [-100, -100]
    assert columns["from_first_good"] == [0, 1]
    assert columns["since_good"] == [60, 60]
    assert columns["good_words"] == columns["good_share"] == columns["good_before"] == [0, 0]


def test_boxes_around_a_block() -> None:
    """The second paragraph: the story has four blocks of 5 + 12 + 3 + 10 words, the body all six blocks of 33."""
    columns = {name: column[4] for name, column in columns_of().items()}
    assert columns["own_size"] == 1
    assert columns["box0_size"] == 4
    assert columns["box0_good"] == pytest.approx(22 / 30)
    assert columns["box0_links"] == 0
    assert columns["box0_share"] == 1
    assert columns["box0_paragraphs"] == 2
    assert columns["box0_place"] == pytest.approx(3 / 4)
    assert columns["box0_left"] == 1
    assert columns["box1_size"] == 6
    assert columns["box1_good"] == pytest.approx(22 / 33)
    assert columns["box1_links"] == pytest.approx(3 / 33)
    assert columns["box1_place"] == pytest.approx(4 / 6)
    assert columns["box1_left"] == 2
    assert {columns[f"box{level}_size"] for level in (2, 3)} == {6}


def test_depth_is_that_of_the_own_box() -> None:
    assert columns_of()["depth"] == [2, 3, 3, 3, 3, 2]


def test_what_is_laid_out_alike() -> None:
    """The two paragraphs by their tags, not by their names; the two boxes with a link likewise."""
    columns = columns_of()
    assert columns["tags_count"] == [2, 1, 2, 1, 2, 2]
    assert columns["tags_good"] == [0, 0, 1, 0, 1, 0]
    assert columns["tags_share"] == [0, 0, 1, 0, 1, 0]
    assert columns["tags_links"] == [1, 0, 0, 0, 0, 1]
    assert columns["tags_words"] == about([1.5, 5, 11, 3, 11, 1.5])
    assert columns["names_count"] == [1] * 6
    assert columns["names_share"] == about([0, 0, 12 / 22, 0, 10 / 22, 0])
    assert columns["names_words"] == WORDS


def test_neighbours() -> None:
    columns = columns_of()
    assert columns["words-2"] == [-1, -1, *WORDS[:4]]
    assert columns["words-1"] == [-1, *WORDS[:5]]
    assert columns["words+1"] == [*WORDS[1:], -1]
    assert columns["link_share+2"] == [0, 0, 0, 1, -1, -1]


# The names around a block


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        ("", []),
        ("story", ["story"]),
        ("article-body", ["article", "body", "article body"]),
        ("c-article__text main2", ["article", "text", "main", "article text", "text main"]),
        ("x 42 _", []),
    ],
)
def test_words_of_names(tokens: str, words: list[str]) -> None:
    assert name_words(tokens) == words


def test_worth_of_names_by_hand() -> None:
    """The menu is worth -1.5, the story 2; the last paragraph's own name is worth -0.5 and 0.25."""
    document = read_html(HTML.replace("'last'", "'last end'").replace("<body>", "<body class='page'>"))
    worth = {"menu": -1.5, "story": 2.0, "last": -0.5, "end": 0.25, "page": 0.125, "home": 9.0, "last end": 0.0}
    found = {name: column.tolist() for name, column in score_names(lay_out(document), worth).items()}
    assert found["names_own"] == [-1.5, 0, 0, 0, -0.25, 0]
    assert found["names_above"] == [0.125, 2, 2, 2, 2, 0.125]
    assert found["names_sum"] == [-1.375, 2.125, 2.125, 2.125, 1.875, 0.125]
    assert found["names_lowest"] == [-1.5, 0, 0, 0, -0.5, 0]
    assert found["names_highest"] == [0.125, 2, 2, 2, 2, 0.125]


def test_names_above_a_block_that_shares_its_own_box() -> None:
    """Text beside a paragraph stands in the box of both; above it is the next box that holds more."""
    document = read_html("<body class='page'><div class='story'>Text <p>One</p></div><p>Two</p></body>")
    found = score_names(lay_out(document), {"page": 1.0, "story": 2.0})
    assert found["names_own"].tolist() == [2, 0, 0]
    assert found["names_above"].tolist() == [1, 2, 1]


def test_name_on_the_root_is_around_everything() -> None:
    document = read_html("<html class='gone'><body><p>One</p></body></html>")
    found = score_names(lay_out(document), {"gone": -3.0})
    assert found["names_sum"].tolist() == found["names_lowest"].tolist() == [-3]


# Who wrote the article

SIGNED: Final = (
    "<h1>Old ferry returns to harbour</h1><p>By Tove Lind</p>"
    "<p>The ferry Halcyon, built in 1952, sailed into the harbour on Monday.</p>"
    "<p>Mara Vint is a reporter.</p><p>More: by Tove Lind</p><p>Anselm</p>"
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", (0, 0, 0, 0, 0, 0)),
        (JSON_LD.format('{"@type": "NewsArticle"}'), (3, 0, 0, 1, 0, 0)),
        (JSON_LD.format('{"@type": ["Article", "https://schema.org/ReportageNewsArticle"]}'), (3, 0, 0, 2, 0, 0)),
        (JSON_LD.format('{"@graph": [{"@type": "WebPage"}, {"@type": "BlogPosting"}, {"@type": "HowTo"}]}'), (2, 1, 1, 3, 0, 0)),
        (JSON_LD.format('[{"@type": "Article"}, {"@type": "NewsMediaOrganization"}]'), (3, 0, 1, 2, 0, 0)),
        (JSON_LD.format('{"@type": "LiveBlogPosting"}'), (3, 0, 0, 1, 0, 0)),
        (JSON_LD.format('{"@type": 7}'), (0, 0, 0, 0, 0, 0)),
        ("<meta property='og:type' content='Article'><meta property='article:tag' content='ferries'>", (0, 0, 0, 0, 2, 1)),
        ("<meta property='og:type' content='website'>", (0, 0, 0, 0, 1, 0)),
        ("<meta property='og:type' content='video.other'>", (0, 0, 0, 0, 3, 0)),
    ],
)
def test_what_a_page_says_it_is(head: str, expected: Sequence[float]) -> None:
    columns = columns_of(read_html(HTML.replace("<head>", f"<head>{head}")))
    found = [columns[f"genre{name}"] for name in ("", "_page", "_other", "_types", "_object", "_tagged")]
    assert found == [[value] * 6 for value in expected]


def test_blocks_that_name_the_author() -> None:
    """The printed byline names one author, the metadata another; a single word is no name, nor is what nobody signs."""
    head = "<head><meta name='author' content='Mara Vint'><meta name='byl' content='Anselm'></head>"
    document = read_html(head + SIGNED)
    columns = columns_of(document, [Hint(1, Role.BYLINE, True, "byline", "it opens as bylines do")])
    assert columns["author"] == [0, 1, 0, 1, 1, 0]
    assert columns["author_opens"] == about([0, 0, 0, 8 / 19, 0, 0])
    assert columns["author-2"] == [-1, -1, 0, 1, 0, 1]
    assert columns_of(document)["author"] == [0, 0, 0, 1, 0, 0]


@pytest.mark.parametrize(
    "author", ['"Mara Vint"', '[{"name": "Mara Vint"}]', '{"@id": "#mv"}'], ids=["a name", "an object", "a reference"]
)
def test_author_of_the_json_ld(author: str) -> None:
    items = f'[{{"author": {author}}}, {{"@id": "#mv", "name": "Mara Vint"}}, {{"@id": "#mv"}}]'
    document = read_html(f'<script type="application/ld+json">{items}</script>{SIGNED}')
    assert columns_of(document)["author"] == [0, 0, 0, 1, 0, 0]


def test_only_so_many_authors_are_looked_for() -> None:
    """Each is looked for in each block: with thousands of both that would take minutes."""
    names = [f"Anselm {'v' * (at + 1)}ik" for at in range(MOST + 1)]
    tags = "".join(f'<meta name="author" content="{name}">' for name in names)
    columns = columns_of(read_html(f"<head>{tags}</head><p>By {names[MOST - 1]}</p><p>By {names[MOST]}</p>"))
    assert columns["author"] == [1, 0]


def test_no_author_is_known() -> None:
    columns = columns_of(read_html(SIGNED))
    assert columns["author"] == columns["author_opens"] == [0] * 6


# The whole model


@pytest.mark.parametrize(
    "html", [HTML, "<p>x</p>", "<p>*</p>", "<p>\U0010ffff</p>"], ids=["a page", "a word", "a sign", "no letter"]
)
def test_shipped_weights_name_what_is_measured(html: str) -> None:
    document = read_html(html)
    layout, features, model = lay_out(document), measure(document, lexicon.load()), load(PAGES)
    worth = score_names(layout, model.names) | score_words(features.words, model.words)
    columns = measure_page_inputs(document, features, (), layout) | worth
    assert set(load(PAGES).trees.names) == set(columns)
    assert all(column.shape == (len(document.blocks),) for column in columns.values())
    assert all(np.isfinite(column).all() for column in columns.values())


def test_columns_side_by_side() -> None:
    matrix = to_matrix({"a": np.array([1.0, 2.0]), "b": np.array([3.0, 4.0]), "c": np.array([5.0, 6.0])}, ("c", "a"))
    assert matrix.dtype == np.float32
    assert matrix.tolist() == [[5, 1], [6, 2]]


ANY_TEXT: Final = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)


@given(texts=st.lists(ANY_TEXT, min_size=1, max_size=5))
def test_any_page_has_a_probability_a_block_and_reasons(texts: list[str]) -> None:
    document = read_html(
        "<body><div class='story'>" + "".join(f"<p>{text.replace('<', '')}</p>" for text in texts) + "</div></body>"
    )
    words = lexicon.load()
    features = measure(document, words)
    found = score(document, features, find_hints(document, features, words))
    assert found.chances.shape == (len(document.blocks),)
    assert ((found.chances > 0) & (found.chances < 1)).all()
    if document.blocks:
        orders = range(len(document.blocks))[::-1]
        assert len(found.reasons(orders)) == len(orders)
        assert found.reasons(orders) == [reason for order in orders for reason in found.reasons([order])]


@pytest.mark.parametrize("document", [read_html(""), read_text("")], ids=["page", "text"])
def test_nothing_to_score(document: Document) -> None:
    assert score(document, measure(document, lexicon.load()), ()).chances.shape == (0,)


# Lines of a text

LINES: Final = (
    "Home\n\nOld ferry returns to harbour\n\nThe ferry Halcyon, built in 1952, sailed into the harbour on Monday.\n"
    "Sign up for our newsletter\nIslanders stood on the quay to see her come in at last.\nTide"
)


def lines_of(text: str = LINES, hints: Sequence[Hint] = ()) -> dict[str, list[float]]:
    document = read_text(text)
    found = measure_line_inputs(document, measure(document, lexicon.load()), hints)
    return {name: column.tolist() for name, column in found.items()}


def test_blank_lines() -> None:
    found = lines_of()
    assert found["gap"] == [0, 1, 1, 0, 0, 0]
    assert found["gap+1"] == [1, 1, 0, 0, 0, -1]
    assert found["gaps"] == about([2 / 6] * 6)


def test_distance_to_the_next_story_and_the_next_prompt() -> None:
    """The third line and the fifth are good paragraphs; the first and the fourth have a cue."""
    found = lines_of()
    assert found["until_good"] == [2, 1, 2, 1, 60, 60]
    assert found["since_cue"] == [60, 1, 2, 3, 1, 2]
    assert found["until_cue"] == [3, 2, 1, 60, 60, 60]
    assert found["last_cue"] == [0, *[CATEGORIES[Category.NAVIGATION]] * 3, *[CATEGORIES[Category.NEWSLETTER]] * 2]


def test_distance_to_what_rules_have_named() -> None:
    hints = [Hint(1, Role.HEADLINE, certain=True, rule="a", because="")]
    found = lines_of(hints=hints)
    assert found["since_hint"] == [60, 60, 1, 2, 3, 4]
    assert found["until_hint"] == [1, 60, 60, 60, 60, 60]


def test_lines_of_dates() -> None:
    """A list of other stories has a date under each title; a long line with a date, or a word that may be one, is none."""
    text = "Old ferry returns\n4 March 2021\nMay\nThe ferry Halcyon, built in 1952, sailed on 4 March 2021.\n2 hours ago"
    found = lines_of(text)
    assert found["date"] == [0, 1, 0, 0, 1]
    assert found["date-1"] == [-1, 0, 1, 0, 0]
    assert found["date+2"] == [0, 0, 1, -1, -1]
    assert found["since_date"] == [60, 60, 1, 2, 3]
    assert found["until_date"] == [1, 3, 2, 1, 60]
    assert found["date~2"] == about([1 / 3, 1 / 4, 2 / 5, 2 / 4, 1 / 3])


WITH_APPEAL: Final = """The old ferry Halcyon sailed into the harbour on Monday, two winters after the storm.
Islanders stood on the quay and cheered when the ferry came into the harbour at last.
Our readers pay for these pages, and readers keep every reporter of ours at work.
Every reporter of ours answers to those readers, and to nobody who owns a bank.
The harbour master rang a bell that hangs on the quay since the war.
Ferry tickets
Repairs took twice as long as the islanders had hoped, since rust was found in the storm."""


def test_an_appeal_takes_up_its_own_words_and_not_those_of_the_story() -> None:
    """Of six and seven content words the two lines of the appeal share three; four lines on, none comes back."""
    found = lines_of(WITH_APPEAL)
    assert found["content_words"] == [7, 8, 6, 7, 6, 0, 9]
    assert found["lexical"] == about([3 / 7, 4 / 8, 3 / 6, 3 / 7, 2 / 6, 0, 2 / 9])
    assert found["lexical_afar"] == about([2 / 7, 1 / 8, 0, 0, 1 / 6, 0, 2 / 9])
    middle = (1 / 8 + 1 / 6) / 2
    assert found["lexical_afar_more"] == about([each - middle for each in found["lexical_afar"]])
    assert found["lexical_afar-1"] == about([-1, *found["lexical_afar"][:-1]])


def test_content_words_of_the_next_paragraphs_above_and_below() -> None:
    """Two paragraphs each way; the two words over the last one are none."""
    found = lines_of(WITH_APPEAL)
    assert found["lexical_above"] == about([0, 2 / 8, 0, 3 / 7, 0, 0, 0])
    assert found["lexical_below"] == about([2 / 7, 0, 3 / 6, 0, 0, 0, 0])


def test_a_word_that_comes_back_counts_more_if_it_is_rare_and_more_if_it_comes_back_often() -> None:
    """The first paragraph and the last share one word, which in one of the texts stands in all between as well."""
    between = [
        "The council met on Monday and put {} off until a later day than that.",
        "Nobody could say by then what {} would have been worth to any of them.",
        "A bell rang twice from the tower when {} came up again before noon.",
        "Rain fell on the roofs of the town while {} was read out to those present.",
    ]
    ends = "Two winters ago a keeper asked for {} and was told to wait until spring."

    def first_of(others: str) -> dict[str, float]:
        lines = (
            ends.format("halcyons"),
            *(line.format(others) for line in between),
            "Then, at long last, it was halcyons that won.",
        )
        return {name: column[0] for name, column in lines_of("\n".join(lines)).items()}

    often, seldom = first_of("halcyons"), first_of("nothing")
    assert often["lexical_afar"] == seldom["lexical_afar"] > 0
    assert 0 < often["lexical_rare"] < seldom["lexical_rare"]
    assert often["lexical_often"] > seldom["lexical_often"] > 0


PARAGRAPH: Final = st.lists(st.sampled_from("harbour ferry island storm and the".split()), min_size=1, max_size=25).map(" ".join)


@given(st.lists(PARAGRAPH, min_size=1, max_size=12))
def test_shares_of_content_words_are_shares(paragraphs: list[str]) -> None:
    found = lines_of(".\n".join(paragraphs))
    for name in ("lexical", "lexical_afar", "lexical_rare", "lexical_above", "lexical_below"):
        assert all(0 <= share <= 1 for share in found[name])


def test_means_over_the_lines_around() -> None:
    found = lines_of()
    assert found["good~2"] == about([1 / 3, 1 / 4, 2 / 5, 2 / 5, 2 / 4, 1 / 3])
    assert found["good~12"] == about([2 / 6] * 6)
    assert found["short~2"] == about([2 / 3, 3 / 4, 3 / 5, 3 / 5, 2 / 4, 2 / 3])


def test_means_around() -> None:
    found = means_around({"a": np.array([1.0, 2.0, 6.0]), "b": np.array([0.0, 1.0, 0.0])}, (1, 5))
    assert found["a~1"].tolist() == [1.5, 3.0, 4.0]
    assert found["b~1"].tolist() == about([1 / 2, 1 / 3, 1 / 2])
    assert found["a~5"].tolist() == [3.0] * 3
    assert means_around({"a": np.array([1.0])}, (5,))["a~5"].tolist() == [1.0]


def test_worth_of_words() -> None:
    """Of a line's words and pairs three, none and two are known, of five, none and five."""
    lines = [("please", "we", "ask"), (), ("we", "said", "so")]
    found = {name: column.tolist() for name, column in score_words(lines, WORTH).items()}
    own = [-4.25 / 3**0.5, 0, -0.5 / 2**0.5]
    assert found["worth"] == about(own)
    assert found["worth_known"] == about([3 / 5, 0, 2 / 5])
    assert found["worth-1"] == about([-1, own[0], own[1]])
    assert found["worth~1"] == about([own[0] / 2, sum(own) / 3, own[2] / 2])


def test_a_word_that_a_line_repeats_counts_once() -> None:
    lines = [("said", "said", "said"), ("said",)]
    assert score_words(lines, WORTH)["worth"].tolist() == [1.0, 1.0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡轮哈尔西恩号周一驶入港口", True),
        ("渡輪哈爾西恩號週一駛入港口，船長1952年", True),
        ("フェリーは月曜日に港に入った", False),
        ("港湾当局は渡船就航延期を発表", False),
        ("The ferry 渡轮 sailed into the harbour on Monday", False),
        ("연락선은 월요일에 항구에 들어왔다", False),
    ],
)
def test_chinese_is_told_from_other_scripts_by_the_longest_line(text: str, expected: bool) -> None:
    assert is_chinese([("主", "页"), tuple(lexicon.words_of(text)), ("home",)]) is expected


def test_words_say_nothing_of_a_chinese_page() -> None:
    """The same page, the same answer, whatever its words are worth."""
    document = read_html("<p>渡轮哈尔西恩号周一驶入港口。</p><p>岛民站在码头上看她进港。</p>")
    features, model = measure(document, lexicon.load()), load(PAGES)
    other = replace(model, words=Worth.of({"渡": -9.0, "岛": 9.0}))
    assert model.ask(document, features, ()).rows.tolist() == other.ask(document, features, ()).rows.tolist()


SAYINGS: Final = st.sampled_from("abcd")


@given(
    st.lists(st.lists(SAYINGS, max_size=6).map(tuple), max_size=6),
    st.dictionaries(
        st.one_of(SAYINGS, st.tuples(SAYINGS, SAYINGS).map(" ".join)), st.floats(-2, 2).map(lambda worth: worth or 1.0)
    ),
)
def test_worth_of_any_words_is_the_sum_over_those_that_are_known(lines: list[tuple[str, ...]], worth: dict[str, float]) -> None:
    known = [{gram for gram in (*line, *map(" ".join, pairwise(line))) if gram in worth} for line in lines]
    found = score_words(lines, Worth.of(worth))
    assert found["worth"].tolist() == about([sum(worth[gram] for gram in each) / max(1, len(each)) ** 0.5 for each in known])
    assert found["worth_known"].tolist() == about(
        [len(each) / max(1, 2 * len(line) - 1) for each, line in zip(known, lines, strict=True)]
    )


WORTH: Final = Worth.of({"we": -1.5, "ask": -2.0, "we ask": -0.75, "said": 1.0, "so be": 0.5})


@pytest.mark.parametrize("text", [LINES, "x", "*", "\U0010ffff"], ids=["a text", "a word", "a sign", "no letter"])
def test_shipped_weights_name_what_is_measured_on_lines(text: str) -> None:
    document = read_text(text)
    features = measure(document, lexicon.load())
    columns = measure_line_inputs(document, features, ()) | score_words(features.words, load(TEXTS).words)
    again = columns | measure_second_look(features, np.full(len(document.blocks), 0.6))
    model = load(TEXTS)
    assert model.again
    assert set(model.trees.names) == set(columns)
    assert set(model.again.names) == set(again)
    assert all(column.shape == (len(document.blocks),) for column in again.values())
    assert all(np.isfinite(column).all() for column in again.values())


def test_page_is_measured_for_what_its_blocks_have_in_common() -> None:
    """Of the three content words of the headline two stand in a paragraph; it is no prose, so its own words don't count."""
    found = columns_of()
    assert found["lexical"] == about([0, 2 / 3, 0, 0, 0, 0])
    assert found["lexical+1"] == about([2 / 3, 0, 0, 0, 0, -1])
    assert found["lexical_below"] == about([0, 2 / 3, 0, 0, 0, 0])


def looked_again(*chances: float) -> dict[str, list[float]]:
    document = read_text(WITH_APPEAL)
    found = measure_second_look(measure(document, lexicon.load()), np.array(chances))
    return {name: column.tolist() for name, column in found.items()}


def test_a_second_look_sees_where_the_story_was_found() -> None:
    """Of seven lines the first two, of 15 and 16 words, and the fifth, of 14; half is not yet story."""
    found = looked_again(0.9, 0.8, 0.2, 0.5, 0.7, 0.1, 0.4)
    assert found["story_words"] == [45] * 7
    assert found["story_before"] == about([0, 15 / 45, 31 / 45, 31 / 45, 31 / 45, 1, 1])
    assert found["story_after"] == about([30 / 45, 14 / 45, 14 / 45, 14 / 45, 0, 0, 0])
    assert found["since_story"] == [60, 1, 1, 2, 3, 1, 2]
    assert found["until_story"] == [1, 3, 2, 1, 60, 60, 60]
    assert found["chance+1"] == about([0.8, 0.2, 0.5, 0.7, 0.1, 0.4, -1])
    assert found["chance~1"] == about([0.85, 1.9 / 3, 0.5, 1.4 / 3, 1.3 / 3, 0.4, 0.25])


def test_a_second_look_asks_what_lines_have_in_common_with_the_story_alone() -> None:
    """Without the appeal in the story its lines have nothing in common with it, and with the appeal alone the others nothing."""
    story = looked_again(0.9, 0.9, 0.1, 0.1, 0.9, 0.1, 0.9)["story_lexical"]
    assert story == about([3 / 7, 4 / 8, 0, 0, 2 / 6, 0, 2 / 9])
    assert looked_again(0.1, 0.1, 0.9, 0.9, 0.1, 0.1, 0.1)["story_lexical"] == about([0, 0, 3 / 6, 3 / 7, 0, 0, 0])


WITH_MENUS: Final = """
Home
News
Weather
Old ferry returns to harbour after two winters

The ferry Halcyon, built in 1952, sailed into the harbour on Monday, two winters after a storm tore open her hull.
Islanders stood on the quay to see her come in, and the harbour master rang the bell that hangs there since the war.
Repairs took twice as long as the council had planned, since the yard found rust behind every plate that it opened.

Sign up for our newsletter
Tide tables
Contact
About us
"""


def test_menu_and_story_of_a_text_are_told_apart() -> None:
    document = read_text(WITH_MENUS)
    found = score(document, measure(document, lexicon.load()), ())
    told = {block.text: chance > 0.5 for block, chance in zip(document.blocks, found.chances, strict=True) if block.order != 3}
    assert told == {text: text.endswith(".") for text in told}, "all but the title, of which a rule is certain"
    assert len(found.reasons([0, 1])) == 2
