"""The parts of the data, by site, and for each page the weights that have not seen its site.

Pages of one site look alike, so that a model knows the pages that it was trained on and their neighbours too. Figures are
therefore taken with five sets of weights, each trained on four fifths of the sites of all sets.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from tld import get_fld

from newsclean.learned import model
from newsclean.learned.model import PageModel
from sets import Page, Truth

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


def fold_of(site: str) -> int:
    """The part of the data in which a site is, the same in every run."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:4]) % FOLDS


@contextmanager
def unseen_weights(page: Page) -> Iterator[None]:
    """Makes newsclean read this page with weights that have not seen its site: the package itself has no such switch."""
    unseen = _read_weights(fold_of(site_of(page.path.parents[1].name, page.truth)))
    shipped = model.load
    model.load = lambda: unseen  # type: ignore[assignment]
    try:
        yield
    finally:
        model.load = shipped


@cache
def _read_weights(fold: int) -> PageModel:
    return PageModel.from_dict(json.loads((WEIGHTS / f"{fold}.json").read_text(encoding="utf-8")))
