"""The parts of the data, by site, and the weights that have not seen a site."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import folds
import newsclean
from folds import FOLDS, fold_of, site_of, unseen_weights
from newsclean.learned import model
from sets import Page, Truth

SHIPPED: Final = model.load


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.tidewater-gazette.com/2024/ferry.html", "tidewater-gazette.com"),
        ("http://news.tidewater.co.uk/ferry", "tidewater.co.uk"),
        ("tidewater.co.uk/ferry", "tidewater.co.uk"),
        ("https://island.blogspot.com/ferry", "island.blogspot.com"),
        ("https://127.0.0.1/ferry", "zh-dev/0007"),
        ("not an address", "zh-dev/0007"),
        ("", "zh-dev/0007"),
        (None, "zh-dev/0007"),
    ],
)
def test_site_is_the_registered_domain_or_else_the_page_itself(url: str | None, site: str) -> None:
    assert site_of("zh-dev", {"id": "0007", "url": url}) == site


def test_page_without_a_key_for_its_address_is_a_site_of_its_own() -> None:
    assert site_of("zh-dev", {"id": "0007"}) == "zh-dev/0007"


@pytest.mark.parametrize(("site", "fold"), [("example.com", 1), ("example.org", 3), ("traf-dev/0007", 4)])
def test_fold_of_a_site_is_the_same_in_every_run(site: str, fold: int) -> None:
    assert fold_of(site) == fold


def test_folds_are_about_as_large() -> None:
    counts = [0] * FOLDS
    for number in range(1000):
        counts[fold_of(f"site{number}.com")] += 1
    assert sum(counts) == 1000
    assert min(counts) > 150


def leaf(logit: float) -> dict[str, Any]:
    """One tree without a question, which answers the same to all rows."""
    return {
        "names": ["words"],
        "roots": [0],
        "columns": [0],
        "thresholds": [None],
        "left": [0],
        "values": [logit],
        "depth": 0,
    }


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Weights for all folds, each of which has its number as the logit, and ten more for texts."""
    for fold in range(FOLDS):
        for at, name in enumerate((model.PAGES, model.TEXTS)):
            content = {"names": {}, "trees": leaf(fold + 10 * at), "confidence": [[0, 1], [0, 1]]}
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / f"{fold}.json").write_text(json.dumps(content), encoding="utf-8")
        (tmp_path / model.WORDS).mkdir(exist_ok=True)
        (tmp_path / model.WORDS / f"{fold}.json").write_text(json.dumps({"worth": {"ferry": fold}}), encoding="utf-8")
    monkeypatch.setattr(folds, "WEIGHTS", tmp_path)
    forget_weights()  # the real ones may have been read
    yield
    forget_weights()  # those made here have been read


def forget_weights() -> None:
    folds._read_weights.cache_clear()  # noqa: SLF001 - the benchmarks have no use for it
    folds._read_words.cache_clear()  # noqa: SLF001 - as above


def page(url: str | None, name: str = "traf-dev") -> Page:
    truth: Truth = {"id": "0007", "url": url}
    return Page(truth, Path(name, "pages", "0007.html.gz"), is_text=False, days_off=0)


@pytest.mark.parametrize(("url", "fold"), [("https://www.example.com/a", 1), ("https://example.org/b", 3), (None, 4)])
@pytest.mark.usefixtures("weights")
def test_page_is_read_with_the_weights_of_its_fold(url: str | None, fold: int) -> None:
    with unseen_weights(page(url)):
        assert model.load(model.PAGES).trees.values == [fold]
        assert model.load(model.TEXTS).trees.values == [fold + 10]
        assert model.load(model.TEXTS).words is model.load(model.PAGES).words
        assert model.load(model.PAGES).words.values.tolist() == [0, fold]
        assert model.load(model.PAGES) is model.load(model.PAGES)
    assert model.load is SHIPPED


@pytest.mark.usefixtures("weights")
def test_shipped_weights_come_back_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), unseen_weights(page(None)):
        raise ZeroDivisionError
    assert model.load is SHIPPED


@pytest.mark.usefixtures("weights")
def test_score_and_confidence_are_those_of_the_fold() -> None:
    """The only tree is one leaf worth 4 on the logit; the curve of the fold is a straight line."""
    source = f"<p>{'The ferry sailed into the harbour on Monday, and islanders stood on the quay. ' * 3}</p>"
    with unseen_weights(page(None)):
        seen = newsclean.explain(f"<html><body>{source}</body></html>")
    assert seen.probabilities == pytest.approx([1 / (1 + math.exp(-4))])
    assert seen.article.confidence.body == pytest.approx(seen.probabilities[0] * 2 / (1 + seen.probabilities[0]), abs=0.001)


@pytest.mark.usefixtures("weights")
def test_weights_are_read_once() -> None:
    with unseen_weights(page(None)):
        first = model.load(model.TEXTS)
    with unseen_weights(page(None)):
        assert model.load(model.TEXTS) is first


@pytest.mark.usefixtures("weights")
def test_text_is_read_with_the_weights_of_the_fold_of_its_page(tmp_path: Path) -> None:
    """The address stands in the set of pages alone."""
    pages, texts = tmp_path / "traf-dev", tmp_path / "traf-dev-text"
    for folder, line in (
        (pages, {"id": "0007", "url": "https://www.example.com/a"}),
        (texts, {"id": "0007.wet", "source_id": "0007"}),
    ):
        folder.mkdir()
        (folder / "truth.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    truth: Truth = {"id": "0007.wet", "source_id": "0007"}
    text = Page(truth, texts / "docs" / "0007.wet.txt", is_text=True, days_off=0)
    assert folds.site_of_page(text) == "example.com"
    with unseen_weights(text):
        assert model.load(model.TEXTS).trees.values == [11]
