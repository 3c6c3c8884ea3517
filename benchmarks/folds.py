"""The parts of the data, by site, and for each page the weights that have not seen its site.

Pages of one site look alike, so that a model knows the pages that it was trained on and their neighbours too. Figures are
therefore taken with five sets of weights, each trained on four fifths of the sites of all sets.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from tld import get_fld

from newsclean.learned import model
from newsclean.learned.model import Model
from newsclean.learned.words import Worth
from sets import Page, Truth, read_set

FOLDS: Final = 5
WEIGHTS: Final = Path(__file__).with_name("weights")


def site_of(name: str, truth: Truth) -> str:
    """The registered domain of a page; one without an address is a site of its own.

    Args:
        name: the set that the page is in.
        truth: what is known of it.
    """
    url = truth.get("url")
    return (get_fld(url, fail_silently=True, fix_protocol=True) if url else None) or f"{name}/{truth['id']}"


def site_of_page(page: Page) -> str:
    """The site of a page, or of the page that a text was made of."""
    folder = page.path.parents[1]
    if not page.is_text:
        return site_of(folder.name, page.truth)
    source = folder.name.removesuffix("-text")
    return site_of(source, _read_truths(folder.with_name(source))[page.truth["source_id"]])


@cache
def _read_truths(folder: Path) -> Mapping[str, Truth]:
    return {truth["id"]: truth for truth in read_set(folder).truths}


def fold_of(site: str) -> int:
    """The part of the data in which a site is, the same in every run."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:4]) % FOLDS


@contextmanager
def unseen_weights(page: Page) -> Iterator[None]:
    """Makes newsclean read this page with weights that have not seen its site: the package itself has no such switch."""
    fold = fold_of(site_of_page(page))
    shipped = model.load
    model.load = lambda name: _read_weights(fold, name)  # type: ignore[assignment]
    try:
        yield
    finally:
        model.load = shipped


@cache
def _read_weights(fold: int, name: str) -> Model:
    return Model.from_dict(_read(fold, name), _read_words(fold))


@cache
def _read_words(fold: int) -> Worth:
    return Worth.of(_read(fold, model.WORDS)["worth"])


def _read(fold: int, name: str) -> Any:  # noqa: ANN401 - what a file of JSON holds
    return json.loads((WEIGHTS / name / f"{fold}.json").read_text(encoding="utf-8"))
