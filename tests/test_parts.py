"""Parts of the answer: an input less some of its chrome, or one field alone."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

import pytest

import newsclean
from newsclean.category import Category
from newsclean.verdict import Removed
from seed_documents import SEEDS, SourceDocument

HEADLINE: Final = "Old ferry returns to Sandwick harbour after two winters of repairs"
FIRST: Final = (
    "The ferry Halcyon sailed into Sandwick harbour on Monday, two winters after a storm tore open her hull. Some three "
    "hundred islanders stood on the quay to see her come in."
)
SECOND: Final = (
    "Repairs to the ferry took twice as long as the island council had planned, the harbour master said. The yard found "
    "rust behind every plate that it opened, and no spare engine was to be had."
)
MORE: Final = "READ MORE: How the yard at Varn was saved"
LETTER: Final = "Sign up for our newsletter"
APPEAL: Final = "Your support helps us to tell the story"
STARS: Final = "* * *"

seeds = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)


# Texts, byte for byte


@pytest.mark.parametrize(
    ("source", "stripped"),
    [
        pytest.param("{H}\n\n{1}\n\n{M}\n\n{2}\n", "{H}\n\n{1}\n\n{2}\n", id="one block within"),
        pytest.param("{H}\n\n{1}\n\n{2}\n\n{M}\n", "{H}\n\n{1}\n\n{2}", id="the last block goes with its gaps"),
        pytest.param("\n\n{M}\n\n{H}\n\n{1}\n\n{2}\n", "{H}\n\n{1}\n\n{2}\n", id="the first block goes with its gaps"),
        pytest.param("{H}\n\n{1}\n{M}\n\n\n{2}", "{H}\n\n{1}\n\n\n{2}", id="the gap behind is the wider one"),
        pytest.param("{H}\n\n{1}\n\n\n{M}\n{2}", "{H}\n\n{1}\n\n\n{2}", id="the gap before is the wider one"),
        pytest.param("{H}\n\n{1}\n{M}\n\n\n\n{M} yet\n{2}", "{H}\n\n{1}\n{2}", id="gaps inside the run do not count"),
        pytest.param("{H}\n\n{1}\n \t\n{M}\n\n{2}", "{H}\n\n{1}\n \t\n{2}", id="of two gaps as wide the first stays"),
        pytest.param("{H}\r\n\r\n{1}\r\n\r\n{M}\r\n\r\n{2}\r\n", "{H}\r\n\r\n{1}\r\n\r\n{2}\r\n", id="line ends of Windows"),
        pytest.param("{H}\n\n{1} {M}\n\n{2}", "{H}\n\n{1}\n\n{2}", id="a prompt glued to a paragraph"),
        pytest.param("  {H}  \n\n\t{1}  \n\n{M}\n\n{2}  \n\n", "  {H}  \n\n\t{1}  \n\n{2}  \n\n", id="white space stays"),
        pytest.param("{H}\n\n{1}\n\n{2}\n\n \n", "{H}\n\n{1}\n\n{2}\n\n \n", id="nothing to strip"),
        pytest.param("{L}\n\n{H}\n\n{1}\n\n{*}\n\n{M}\n\n{2}", "{L}\n\n{H}\n\n{1}\n\n{*}\n\n{2}", id="other chrome stays"),
        pytest.param("{M}\n\n{M} yet", "", id="all of it goes"),
        pytest.param("{H}\n\n{1}\n\n{M}       \n{2}", "{H}\n\n{1}\n\n{2}", id="line ends make a gap wide, spaces do not"),
        pytest.param(" \n\n ", " \n\n ", id="white space alone"),
        pytest.param("", "", id="nothing at all"),
    ],
)
def test_text_less_related_stories(source: str, stripped: str) -> None:
    words = {"H": HEADLINE, "1": FIRST, "2": SECOND, "M": MORE, "L": LETTER, "*": STARS}
    for sign, text in words.items():
        source, stripped = source.replace(f"{{{sign}}}", text), stripped.replace(f"{{{sign}}}", text)
    assert newsclean.strip_related_stories(source) == stripped


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    source = f"\ufeff{HEADLINE}\n\n{FIRST}\n"
    assert newsclean.strip_chrome(source) == newsclean.strip_chrome(source.encode("utf-8")) == f"{HEADLINE}\n\n{FIRST}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_bytes_are_decoded(encoding: str) -> None:
    source = f"{HEADLINE}\n\n{FIRST} “Öre”\n\n{MORE}\n"
    assert newsclean.strip_related_stories(source.encode(encoding)) == f"{HEADLINE}\n\n{FIRST} “Öre”"


@seeds
def test_no_category_takes_nothing(seed: SourceDocument) -> None:
    assert newsclean.strip(seed.source, []) == seed.source


@seeds
def test_seed_less_its_chrome_is_its_head_and_its_story(seed: SourceDocument) -> None:
    kept = [" ".join(part.text.split()) for part in seed.parts if not part.categories]
    stripped = newsclean.strip_chrome(seed.source)
    assert [" ".join(line.split()) for line in stripped.splitlines() if line.strip()] == kept
    assert stripped == stripped.strip("\n") or not seed.chrome


@seeds
@pytest.mark.parametrize("category", [Category.DONATION, Category.RELATED, Category.COMMENTS])
def test_each_category_takes_its_own_blocks_and_no_other(seed: SourceDocument, category: Category) -> None:
    verdicts = newsclean.explain(seed.source).verdicts
    blocks = newsclean.explain(seed.source).document.blocks
    stays = [
        block.text
        for block, verdict in zip(blocks, verdicts, strict=True)
        if not (isinstance(verdict, Removed) and verdict.category is category)
    ]
    stripped = newsclean.strip(seed.source, [category])
    assert [" ".join(line.split()) for line in stripped.splitlines() if line.strip()] == stays


def test_donation_banners_and_related_stories_are_what_their_names_say() -> None:
    source = f"{HEADLINE}\n\n{FIRST}\n\n{APPEAL}\n\n{SECOND}\n\n{MORE}\n\n{LETTER}"
    assert newsclean.strip_donation_banners(source) == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\n{MORE}\n\n{LETTER}"
    assert newsclean.strip_related_stories(source) == f"{HEADLINE}\n\n{FIRST}\n\n{APPEAL}\n\n{SECOND}\n\n{LETTER}"
    assert newsclean.strip(source, iter([Category.RELATED, Category.DONATION])) == (
        f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\n{LETTER}"
    )
    assert newsclean.strip_chrome(source) == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"


# Pages

PAGE: Final = (
    f"<html><body><nav><a href='/'>Home</a></nav><article><h1>{HEADLINE}</h1><p>{FIRST}</p>"
    f"<figure><figcaption>The Halcyon\n at sea</figcaption></figure><p>{MORE}</p><p>{SECOND}</p></article></body></html>"
)


def test_page_comes_back_as_text_with_blank_lines() -> None:
    assert newsclean.strip_related_stories(PAGE) == (f"Home\n\n{HEADLINE}\n\n{FIRST}\n\nThe Halcyon at sea\n\n{SECOND}")


def test_page_less_all_chrome() -> None:
    assert newsclean.strip_chrome(PAGE) == f"{HEADLINE}\n\n{FIRST}\n\nThe Halcyon at sea\n\n{SECOND}"


def test_page_without_text_is_empty() -> None:
    assert newsclean.strip_chrome("<html><body></body></html>") == ""


# One field alone

SIGNED: Final = f"{HEADLINE}\n\nBy Mara Quill\n\n14 February 2026\n\n{FIRST}\n\n{SECOND}\n"


def test_fields_alone() -> None:
    assert newsclean.pull_headline(SIGNED) == HEADLINE
    byline = newsclean.pull_byline(SIGNED)
    published = newsclean.pull_date(SIGNED)
    assert byline is not None
    assert [person.name for person in byline.people] == ["Mara Quill"]
    assert published is not None
    assert published.value == date(2026, 2, 14)


def test_fields_that_are_not_there_are_none() -> None:
    text = f"{FIRST}\n\n{SECOND}"
    assert (newsclean.pull_headline(text), newsclean.pull_byline(text), newsclean.pull_date(text)) == (None, None, None)


@seeds
def test_fields_alone_are_those_of_the_article(seed: SourceDocument) -> None:
    article = newsclean.clean(seed.source)
    assert newsclean.pull_headline(seed.source) == article.headline
    assert newsclean.pull_byline(seed.source) == article.byline
    assert newsclean.pull_date(seed.source) == article.published


def test_options_reach_the_date() -> None:
    options = newsclean.Options(now=datetime(2026, 2, 1))  # noqa: DTZ001  # a caller may well have no zone at hand
    assert newsclean.pull_date(SIGNED, options=options) is None


# Wrong types


@pytest.mark.parametrize(
    "call",
    [
        newsclean.strip_chrome,
        newsclean.strip_donation_banners,
        newsclean.strip_related_stories,
        newsclean.pull_headline,
        newsclean.pull_byline,
        newsclean.pull_date,
    ],
)
def test_source_has_to_be_str_or_bytes(call: Callable[..., object]) -> None:
    with pytest.raises(TypeError, match=f"str or bytes, not {type(Path()).__name__}"):
        call(Path("page.html"))
