"""A set of pages or text documents with their truth, read from its folder one page at a time."""

import gzip
import json
from argparse import ArgumentTypeError
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

DAYS_OFF = {"mercury-dev": 1}
"""Sets, by name, whose truth may be off by so many days: there the offset of local times was guessed."""


class Truth(TypedDict, total=False):
    """One line of `truth.jsonl`. A key that is absent says nothing; null or [] says that there is none."""

    id: str
    url: str | None
    lang: str | None
    headline: str | None
    authors: list[str] | None
    published: str | None
    body: str | None
    must_have: list[str]
    must_not: list[str]
    rendering: str
    source_id: str
    lines: list[int | None]


@dataclass(frozen=True, slots=True)
class Page:
    """One page or text document. Its bytes are read when asked for, and not kept.

    Attributes:
        truth: what is known of it.
        path: the file; gzipped if its name says so.
        is_text: whether it is plain text.
        days_off: how many days a date may be off and still be right.
        changed: its bytes, where something was done to the page; None for those of the file.
    """

    truth: Truth
    path: Path
    is_text: bool
    days_off: int
    changed: bytes | None = None

    def read(self) -> bytes:
        """The page's bytes as they were served, or as they were changed since."""
        if self.changed is not None:
            return self.changed
        return gzip.decompress(self.path.read_bytes()) if self.path.suffix == ".gz" else self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class PageSet:
    """A folder of pages or documents with their truth.

    Attributes:
        name: the folder's name.
        folder: where it is.
        is_text: whether it holds plain-text documents (a folder `docs`) or pages (a folder `pages`).
        truths: one a page, in the order of the file.
    """

    name: str
    folder: Path
    is_text: bool
    truths: tuple[Truth, ...]

    def pages(self) -> Iterator[Page]:
        """The pages in the order of the truth."""
        for truth in self.truths:
            path = self.folder / (f"docs/{truth['id']}.txt" if self.is_text else f"pages/{truth['id']}.html.gz")
            yield Page(truth, path, self.is_text, DAYS_OFF.get(self.name, 0))


def is_set(folder: Path) -> bool:
    """Whether a folder looks like a set."""
    return (folder / "truth.jsonl").is_file() and any((folder / name).is_dir() for name in ("pages", "docs"))


def set_of_any(path: str) -> Path:
    """The folder of a set, as an argument of a command; raises ArgumentTypeError for any other folder."""
    if not is_set(Path(path)):
        raise ArgumentTypeError(f"{path} is no set: it needs truth.jsonl and a folder pages or docs")
    return Path(path)


def set_of_pages(path: str) -> Path:
    """The folder of a set of pages, as an argument of a command; raises ArgumentTypeError for any other folder."""
    if not is_set(Path(path)) or read_set(Path(path), 0).is_text:
        raise ArgumentTypeError(f"{path} is no set of pages: it needs truth.jsonl and a folder pages")
    return Path(path)


def read_set(folder: Path, limit: int | None = None) -> PageSet:
    """Reads the truth of a set, and no page yet.

    Args:
        folder: the set.
        limit: at most so many pages, or documents of each rendering.
    """
    with (folder / "truth.jsonl").open(encoding="utf-8") as lines:
        truths: list[Truth] = [json.loads(line) for line in lines]
    if limit is not None:
        renderings = sorted({truth.get("rendering", "") for truth in truths})
        groups = ([truth for truth in truths if truth.get("rendering", "") == each] for each in renderings)
        truths = [truth for group in groups for truth in _spread(group, limit)]
    return PageSet(folder.resolve().name, folder, (folder / "docs").is_dir(), tuple(truths))


def _spread(truths: list[Truth], limit: int) -> list[Truth]:
    """At most so many of them, evenly spread: neighbours are often of one site."""
    count = min(limit, len(truths))
    return [truths[index * len(truths) // count] for index in range(count)]
