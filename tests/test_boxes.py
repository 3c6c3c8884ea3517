"""What boxes hold, by their names."""

import numpy as np
import pytest

from newsclean.boxes import box_categories
from newsclean.category import Category
from newsclean.lexicon import load
from newsclean.read.html import read_html

STORY = "".join(f"<p>Paragraph {n} of the story</p>" for n in range(6))


def category_of(box: str) -> Category | None:
    """What the block 'line' is, in a box on a page with a headline and a story."""
    return categories(f"<body><h1>Headline</h1><div>{STORY}</div>{box}</body>")["line"]


def categories(page: str, prose: dict[str, float] | None = None) -> dict[str, Category | None]:
    """What each block stands in, by its text; each is one unit of prose, apart from those named."""
    document = read_html(page)
    weights = np.array([(prose or {}).get(block.text, 1.0) for block in document.blocks])
    found = box_categories(document, weights, load())
    return {block.text: category for block, category in zip(document.blocks, found, strict=True)}


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("related-posts", Category.RELATED),
        ("relatedposts widget-related", Category.RELATED),
        ("newsletter", Category.NEWSLETTER),
        ("c-newsletter__form", Category.NEWSLETTER),
        ("author-box", Category.AUTHOR_BIO),
        ("authorbox", Category.AUTHOR_BIO),
        ("NEWSLETTER", Category.NEWSLETTER),
        ("footer__copyright", Category.LEGAL),
        ("sidebar-related", Category.RELATED),
        ("social_share", Category.SHARE),
        ("cookie-banner", Category.CONSENT),
        ("gdpr", Category.CONSENT),
    ],
)
def test_class_names(name: str, category: Category) -> None:
    assert category_of(f"<div class='{name}'>line</div>") is category
    assert category_of(f"<div id='{name}'>line</div>") is category


@pytest.mark.parametrize(
    "name", ["story", "badge-adrift", "navigated", "unrelatedness", "textwrapper", "commentary", "loading", ""]
)
def test_letters_within_another_word_name_nothing(name: str) -> None:
    assert category_of(f"<div class='{name}'>line</div>") is None


@pytest.mark.parametrize(
    ("element", "category"),
    [("nav", Category.NAVIGATION), ("footer", Category.NAVIGATION), ("aside", Category.RELATED), ("form", Category.REGISTRATION)],
)
def test_elements(element: str, category: Category) -> None:
    assert category_of(f"<{element}>line</{element}>") is category


def test_name_outside_wins_over_element_inside() -> None:
    assert category_of("<div class='comments'><form><p>line</p></form></div>") is Category.COMMENTS


def test_nearest_name_wins() -> None:
    assert category_of("<div class='comments'><div class='newsletter'>line</div></div>") is Category.NEWSLETTER


def test_nearest_element_wins() -> None:
    assert category_of("<aside><nav>line</nav></aside>") is Category.NAVIGATION


def test_box_without_a_name_is_what_it_stands_in() -> None:
    assert category_of("<div class='related'><div><ul><li>line</li></ul></div></div>") is Category.RELATED


def test_frame_of_the_page_names_nothing() -> None:
    page = f"<body class='comments-open has-sidebar'><h1>Headline</h1><main class='newsletter'>{STORY}</main></body>"
    assert set(categories(page).values()) == {None}


def test_small_box_inside_the_frame_keeps_its_name() -> None:
    page = f"<body class='has-sidebar'><h1>Headline</h1><div>{STORY}</div><div class='share'>line</div></body>"
    assert categories(page)["line"] is Category.SHARE


def test_element_with_most_of_the_prose_names_nothing() -> None:
    assert categories(f"<body><h1>Headline</h1><form>{STORY}</form></body>")["Paragraph 1 of the story"] is None


def test_more_comments_than_story_are_comments_all_the_same() -> None:
    comments = "".join(f"<p>Comment {n}</p>" for n in range(30))
    found = categories(f"<body><h1>Headline</h1>{STORY}<div id='comments'>{comments}</div></body>")
    assert found["Comment 7"] is Category.COMMENTS
    assert found["Paragraph 1 of the story"] is None


@pytest.mark.parametrize("heading", ["<h1>Headline</h1>", ""], ids=["the headline in it", "no headline anywhere"])
def test_box_for_comments_with_the_page_in_it_is_the_page(heading: str) -> None:
    assert set(categories(f"<body><div id='comments'>{heading}{STORY}</div></body>").values()) == {None}


def test_headline_is_the_highest_heading_and_not_the_first() -> None:
    """The frame is called 'comments', the h1 stands in it, and a lesser heading stands over it."""
    page = f"<body><h3>Nordhafen Kurier</h3><div class='comments'><h1>Headline</h1>{STORY}</div></body>"
    assert categories(page)["Paragraph 1 of the story"] is None


def test_page_without_prose_has_its_boxes() -> None:
    found = categories("<body><nav>line</nav><div>other</div></body>", {"line": 0, "other": 0})
    assert found == {"line": Category.NAVIGATION, "other": None}
