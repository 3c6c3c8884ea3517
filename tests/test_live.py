"""The times of a live page's entries, where they print their day."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pytest

import newsclean
from newsclean import lexicon
from newsclean.category import Category, Kind
from newsclean.line_readings import DateLines
from newsclean.live import tell_updates
from newsclean.read.html import read_html
from newsclean.verdict import Kept, Removed

LIVE: Final = '<script type=\'application/ld+json\'>{"@type": "LiveBlogPosting"}</script>'
ENTRIES: Final = (
    ("4 March 2015, 10:15", "The board of the harbour votes on the ferry pier, and the chairman counts the raised hands twice."),
    ("4 March 2015, 10:02", "A baker who crosses every morning at five asks for a boat that leaves on time, and is applauded."),
    ("3 hours ago", "People stand in a line that reaches the fish hall, and most of them have brought a folding chair."),
)
INTRODUCTION: Final = (
    "The harbour board votes on the old ferry pier tonight, after three months in which nobody could say who would pay for it. "
    "The meeting takes place in the fish hall, since the town hall is too small for all who want to come."
)


def page(head: str, entries: tuple[tuple[str, str], ...] = ENTRIES) -> str:
    blocks = "".join(f"<div><div>{time}</div><p>{text}</p></div>" for time, text in entries)
    return (
        f"<html lang='en'><head>{head}</head><body><article><h1>Board votes on the ferry pier</h1><p>By Suvi Tamm</p>"
        f"<p>4 March 2015</p><p>{INTRODUCTION}</p><p>{INTRODUCTION[::-1].capitalize()}</p>{blocks}</article></body></html>"
    )


def updates(html: str) -> list[str]:
    return [block.text for block in newsclean.clean_html(html).body if block.kind is Kind.UPDATE]


def test_a_page_that_says_that_it_is_live_keeps_the_times_of_its_entries() -> None:
    assert updates(page(LIVE)) == [time for time, _ in ENTRIES]


def test_one_time_of_day_alone_makes_the_others_times_of_entries() -> None:
    assert updates(page("", (*ENTRIES, ("09:40", ENTRIES[0][1]), ("09:30", ENTRIES[1][1]), ("09:20", ENTRIES[2][1]))))[:3] == [
        time for time, _ in ENTRIES
    ]


def test_on_other_pages_dates_stay_what_they_are() -> None:
    assert updates(page("")) == []


@pytest.mark.parametrize("head", [LIVE, ""])
def test_the_date_under_the_headline_is_that_of_the_article(head: str) -> None:
    article = newsclean.clean_html(page(head))
    assert article.published is not None
    assert article.published.value.isoformat() == "2015-03-04"
    assert [block.text for block in article.front if block.role == "timestamp"][:1] == ["4 March 2015"]


@pytest.mark.parametrize(("times", "is_live"), [(("10:15", "10:02"), True), (("10:15", "Seen by all"), False)])
def test_two_times_over_the_story_are_those_of_entries_though_the_score_removes_them(
    times: Sequence[str], *, is_live: bool
) -> None:
    document = read_html("".join(f"<p>{time}</p><p>{text}</p>" for time, (_, text) in zip(times, ENTRIES, strict=False)))
    story, removed = Kept(None, "score", "", 0.9), Removed("", Category.OTHER, "score", "", None)
    told, verdicts = tell_updates(
        document, (removed, story) * 2, np.array([0.1, 0.9] * 2), DateLines(document.blocks, lexicon.load())
    )
    assert [isinstance(verdict, Kept) for verdict in verdicts] == [is_live, True] * 2
    assert [block.kind is Kind.UPDATE for block in told.blocks] == [True, False, is_live, False]


def test_each_block_is_told_once() -> None:
    seen = newsclean.explain(page(LIVE))
    article = seen.article
    assert len(article.body) + len(article.front) + len(article.removed) == len(seen.document.blocks)
    assert [verdict.rule for verdict in seen.verdicts].count("update") == len(ENTRIES)
