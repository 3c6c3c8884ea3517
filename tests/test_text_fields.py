"""Which documents count for the fields of texts."""

from datetime import date
from pathlib import Path

import pytest

from sets import Page, Truth
from text_fields import lines_beside, names_day, score_document, stands_in

DAY = date(2015, 2, 14)


@pytest.mark.parametrize(
    "line",
    [
        "14 February 2015",
        "Feb. 14th, 2015",
        "2015-02-14 07:15",
        "02/14/2015",
        "am 14.02.15, 10 Uhr",
        "2015年2月14日",
        "14 février 2015",
    ],
)
def test_a_day_is_seen_in_any_notation(line: str) -> None:
    assert names_day(line, DAY)


@pytest.mark.parametrize("line", ["14 February 2016", "15.02.2015", "February 2015", "2015: 14 boats"])
def test_another_day_is_not_the_day(line: str) -> None:
    assert not names_day(line, DAY)


def document(folder: Path, truth: Truth) -> Page:
    path = folder / "harbour-text" / "docs" / "a.txt"
    path.parent.mkdir(parents=True)
    path.write_text("High tide\n\nBy Suvi Tamm\nSuvi Tamm and Ferdinand Osk wrote it.\n14 February 2015\n", encoding="utf-8")
    return Page(
        {"id": "a", "source_id": "a", "rendering": "wet", "lines": [0, None, 1, 0], **truth}, path, is_text=True, days_off=0
    )


def test_only_lines_beside_the_story_count(tmp_path: Path) -> None:
    page = document(tmp_path, {"headline": "high tide", "authors": ["Suvi Tamm"], "published": "2015-02-14"})
    lines = list(lines_beside(page))
    assert lines == ["High tide", "By Suvi Tamm", "14 February 2015"]
    assert all(stands_in(page, field, lines) for field in ("headline", "authors", "published"))
    page.truth["authors"] = ["Suvi Tamm", "Ferdinand Osk"]
    assert not stands_in(page, "authors", lines)


def test_values_that_are_not_printed_are_not_asked_for(tmp_path: Path) -> None:
    page = document(tmp_path, {"headline": "Low tide", "authors": [], "published": "2015-02-14"})
    shares = {"headline": 0.0, "headline_silent": 1.0, "authors_invented": 1.0, "published": 1.0, "published_silent": 0.0}
    assert score_document(page, shares) == {"authors_invented": 1.0, "published": 1.0, "published_sound": 1.0}
