"""How sure newsclean is of headline, byline and date: what raises it, what lowers it, and what a limit to it leaves out."""

import json
from importlib import resources
from typing import Final

import pytest

import newsclean
from newsclean import Options
from newsclean.fields import confidence
from test_fields import HEADLINE, article, ld, meta, page

FIELDS: Final = ("headline", "byline", "published")
DATED: Final = ld(article(datePublished="2015-02-14T12:00:00Z"))
SIGNED: Final = ld(article(author="Ada Fernsby"))


def stated(field: str, html: str) -> float:
    """How sure newsclean is of a field of a page."""
    found = getattr(newsclean.clean_html(html, url="https://gazette.example/coast/lighthouse").confidence, field)
    assert isinstance(found, float)
    return found


SURER: Final = {
    "two places that agree on a date": ("published", page(DATED, under="<p>14 February 2015</p>"), page(DATED)),
    "no third place that says another date": (
        "published",
        page(DATED, under="<p>14 February 2015</p>"),
        page(DATED + meta("date", "2015-03-03"), under="<p>14 February 2015</p>"),
    ),
    "two places that agree on the author": ("byline", page(SIGNED + meta("author", "Ada Fernsby")), page(SIGNED)),
    "names in another order and case": (
        "byline",
        page(ld(article(author=["Ada Fernsby", "Tobias Renn"])) + meta("author", "Tobias Renn and ADA FERNSBY")),
        page(ld(article(author=["Ada Fernsby", "Tobias Renn"])) + meta("author", "Ada Fernsby and Mira Holt")),
    ),
    "a name of two words": ("byline", page(SIGNED), page(ld(article(author="Ada")))),
    "people or an agency, not both": (
        "byline",
        page(SIGNED),
        page(ld(article(author=["Ada Fernsby", {"@type": "Organization", "name": "Coast Wire"}]))),
    ),
    "a headline that the title opens with": (
        "headline",
        page(f"<title>{HEADLINE} - Penhallow Gazette</title>"),
        page("<title>Three winters of repairs to the lighthouse</title>"),
    ),
    "a printed headline": ("headline", page(meta("og:title", HEADLINE)), page(meta("og:title", HEADLINE), heading="")),
}


@pytest.mark.parametrize(("field", "more", "less"), SURER.values(), ids=SURER)
def test_what_makes_surer(field: str, more: str, less: str) -> None:
    assert 0.0 < stated(field, less) < stated(field, more) < 1.0


def test_a_limit_leaves_out_what_newsclean_is_less_sure_of() -> None:
    html = page(SIGNED + DATED)
    free = newsclean.clean_html(html)
    byline = free.confidence.byline
    assert byline is not None
    assert free.byline is not None
    assert newsclean.clean_html(html, options=Options(least_confidence=byline)) == free
    strict = newsclean.clean_html(html, options=Options(least_confidence=byline + 0.001))
    assert (strict.byline, strict.confidence.byline) == (None, None)
    assert "byline" not in dict(strict.provenance)
    assert strict.body == free.body


def test_a_limit_leaves_the_candidates_to_explain() -> None:
    seen = newsclean.explain(page(SIGNED + DATED), options=Options(least_confidence=1.0))
    assert [getattr(seen.article, field) for field in FIELDS] == [None, None, None]
    assert [each.value.people[0].name for each in seen.fields.bylines] == ["Ada Fernsby"]


def test_there_is_a_weight_for_each_signal_and_no_other() -> None:
    """A signal without a weight would raise, and a weight without a signal is dead."""
    weights = json.loads(resources.files("newsclean.fields").joinpath(confidence.FILE).read_text("utf-8"))["weights"]
    fields = newsclean.explain(page(SIGNED + DATED)).fields
    signals = {
        "headline": confidence.signals_of_headline(fields.headlines),
        "byline": confidence.signals_of_byline(fields.bylines),
        "published": confidence.signals_of_published(fields.published, fields.modified),
    }
    assert {field: {"always", *each} for field, each in signals.items()} == {field: set(each) for field, each in weights.items()}
