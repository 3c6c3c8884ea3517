"""How verdicts and fields become one article: the account of all blocks, the confidences and the warnings."""

import json
from typing import Final

import pytest

import newsclean
from newsclean.assemble import assemble
from newsclean.category import Kind, Role
from newsclean.read.html import read_html
from newsclean.verdict import Kept, Removed

HEADLINE: Final = "Lighthouse at Penhallow shines again after repairs"
STORY: Final = (
    (
        "The lighthouse at Penhallow shone again on Monday night, for the first time since a storm tore the copper from its "
        "dome and broke two of the four lenses."
    ),
    (
        "Repairs to the lighthouse took three winters, because the stone had to be brought over the causeway at low tide and "
        "the masons could work for four hours a day at most."
    ),
    (
        "Some two hundred people stood on the harbour wall of Penhallow when the light came on. There was no speech, said the "
        "keeper, since nobody had thought of writing one."
    ),
)


def page(head: str = "", under: str = "", within: str = "", below: str = "") -> str:
    """A page with the story in it."""
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in STORY)
    return (
        f"<!doctype html><html lang='en-GB'><head>{head}</head><body><div class='menu'><a href='/tides'>Tides</a></div>"
        f"<article><h1>{HEADLINE}</h1>{under}{first}{within}{''.join(rest)}{below}</article></body></html>"
    )


def ld(**properties: object) -> str:
    """A NewsArticle in a JSON-LD script."""
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **properties})}</script>"


def test_each_block_stands_where_its_verdict_says() -> None:
    seen = newsclean.explain(
        page(
            under="<p>By Ada Fernsby</p><p>14 February 2015</p>",
            below="<p>Additional reporting by Tobias Renn</p><p>Sign up for our newsletter</p>",
        )
    )
    article = seen.article
    pairs = list(zip(seen.document.blocks, seen.verdicts, strict=True))
    kept = [(block.text, verdict.role) for block, verdict in pairs if isinstance(verdict, Kept)]
    assert [block.text for block in article.body] == [text for text, role in kept if role is None]
    assert [(block.text, block.role) for block in article.front] == [(text, role) for text, role in kept if role]
    assert list(article.removed) == [verdict for _, verdict in pairs if isinstance(verdict, Removed)]
    assert {block.role for block in article.front} == {Role.HEADLINE, Role.BYLINE, Role.TIMESTAMP, Role.CREDIT}
    assert article.credits == ("Additional reporting by Tobias Renn",)
    assert {removed.text for removed in article.removed} == {"Tides", "Sign up for our newsletter"}


def test_spans_are_those_of_the_text() -> None:
    text = "\n\n".join((HEADLINE, "By Ada Fernsby", *STORY))
    article = newsclean.clean_text(text)
    blocks: tuple[newsclean.FrontBlock | newsclean.BodyBlock, ...] = (*article.front, *article.body)
    assert len(blocks) == len(STORY) + 2
    assert [block.span and text[block.span.start : block.span.end] for block in blocks] == [block.text for block in blocks]


FORMS: Final = {
    "a crosshead": ("<h3>Three winters on the causeway</h3>", (Kind.CROSSHEAD, 3)),
    "a crosshead of the first rank is one of the second": ("<h1>Three winters on the causeway</h1>", (Kind.CROSSHEAD, 2)),
    "an item of a list": (
        "<ul><li>Four new lenses were cut for the lighthouse, each of them by hand.</li></ul>",
        (Kind.LIST_ITEM, 1),
    ),
    "a quotation": (
        "<blockquote>We never thought that the lighthouse would shine again in our time, to be honest with you.</blockquote>",
        (Kind.QUOTE, None),
    ),
}


@pytest.mark.parametrize(("within", "expected"), FORMS.values(), ids=FORMS)
def test_form_of_a_body_block(within: str, expected: tuple[Kind, int | None]) -> None:
    block = newsclean.clean_html(page(within=within)).body[1]
    assert (block.kind, block.level) == expected


def test_a_table_has_its_cells() -> None:
    within = "<table><tr><td>Lens</td><td>Weight</td></tr><tr><td>North</td><td>90 kg</td></tr></table>"
    block = newsclean.clean_html(page(within=within)).body[1]
    assert (block.kind, block.rows) == (Kind.TABLE, (("Lens", "Weight"), ("North", "90 kg")))


def test_there_is_no_confidence_in_what_was_not_found() -> None:
    assert newsclean.clean_html("<html><body></body></html>").confidence == newsclean.Confidence()


@pytest.mark.parametrize("sureness", [0.0, 0.625, 1.0])
def test_confidence_in_the_body_is_the_one_that_is_given(sureness: float) -> None:
    seen = newsclean.explain(page())
    assert assemble(seen.document, seen.verdicts, seen.fields, sureness, None).confidence.body == sureness


def test_there_is_no_confidence_in_a_body_without_blocks() -> None:
    """The headline is kept, and nothing else."""
    document = read_html(f"<h1>{HEADLINE}</h1>")
    fields = newsclean.explain(page()).fields
    article = assemble(document, [Kept(Role.HEADLINE, "headline", "a test says so", 0.1)], fields, 0.625, None)
    assert ([block.text for block in article.front], article.confidence.body) == ([HEADLINE], None)


WARNINGS: Final = {
    "nothing": ("", "The input is empty: no text in it."),
    "blank": (" \n ", "The input is empty: no text in it."),
    "markup": ("<html><body><img src='a.jpg'></body></html>", "The page has markup but no text."),
    "no story": ("<html><body><a href='/'>Home</a></body></html>", "No story was found: no block reads like running text."),
}


@pytest.mark.parametrize(("source", "expected"), WARNINGS.values(), ids=WARNINGS)
def test_warning(source: str, expected: str) -> None:
    article = newsclean.clean_html(source)
    assert (article.body, article.warnings) == ((), (expected,))


def test_no_warning_where_there_is_a_story() -> None:
    assert newsclean.clean_html(page()).warnings == ()


def test_a_reason_from_reading_is_not_explained_twice() -> None:
    article = newsclean.clean(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert (article.body, len(article.warnings)) == ((), 1)
    assert article.warnings[0] not in dict(WARNINGS.values()).values()
