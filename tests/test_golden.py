"""Golden cases: whole pages and texts with the article that must come out of them; see golden/README.md."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

import newsclean
from newsclean.category import Category, Kind

GOLDEN: Final = Path(__file__).parent / "golden"
ROOT: Final = GOLDEN.parents[1]
FOLDERS: Final = sorted(folder for folder in GOLDEN.iterdir() if folder.is_dir())
INPUTS: Final = ("input.html", "input.txt", "input.path")
KEYS: Final = (
    "headline",
    "kicker",
    "standfirst",
    "people",
    "organisations",
    "dateline",
    "published",
    "modified",
    "language",
    "publisher",
    "credits",
    "body",
    "removed",
)


class Input(NamedTuple):
    """What a case gives to newsclean."""

    source: bytes
    url: str | None


def read_input(folder: Path) -> Input:
    """The bytes and the address of a case, which has one of the three kinds of input."""
    (path,) = (folder / name for name in INPUTS if (folder / name).exists())
    if path.name == "input.path":
        path = ROOT / path.read_text("utf-8").strip()
    url = folder / "url"
    return Input(path.read_bytes(), url.read_text("utf-8").strip() if url.exists() else None)


def read_expected(folder: Path) -> dict[str, Any]:
    """The expectations of a case."""
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text("utf-8"))
    return expected


def actual_values(article: newsclean.Article) -> dict[str, Any]:
    """The article in the shape of expected.json."""
    written = article.to_dict()
    byline, dateline = written["byline"], written["dateline"]
    published, modified = written["published"], written["modified"]
    return {
        "headline": written["headline"],
        "kicker": written["kicker"],
        "standfirst": written["standfirst"],
        "people": [person["name"] for person in byline["people"]] if byline else [],
        "organisations": byline["organisations"] if byline else [],
        "dateline": {"place": dateline["place"], "agency": dateline["agency"]} if dateline else None,
        "published": published["value"] if published else None,
        "modified": modified["value"] if modified else None,
        "language": written["language"],
        "publisher": written["publisher"],
        "credits": written["credits"],
        "body": [[block["kind"], block["text"]] for block in written["body"]],
        "removed": [[each["category"], each["text"]] for each in written["removed"]],
    }


def allowed(choice: str) -> set[str]:
    """The categories that a case accepts for a block: one, several joined by '|', or any."""
    return {category.value for category in Category} if choice == "*" else set(choice.split("|"))


def with_choices(removed: Iterable[Sequence[str]], expected: Iterable[Sequence[str]]) -> list[list[str]]:
    """The removed blocks, with the choice of the case in place of each category that it accepts."""
    choices = {text: choice for choice, text in expected}
    return [
        [choices[text] if text in choices and category in allowed(choices[text]) else category, text]
        for category, text in removed
    ]


def lines_of(value: object) -> list[str]:
    """A value as lines to compare: one an entry of a list, whatever the value."""
    entries = value if isinstance(value, list) else [value]
    return [json.dumps(entry, ensure_ascii=False) for entry in entries]


def differences(expected: dict[str, Any], actual: dict[str, Any]) -> list[str]:
    """For each key that differs: its name, then the lines that are missing (-) and too many (+)."""
    told: list[str] = []
    for key in KEYS:
        if expected[key] != actual[key]:
            diff = unified_diff(lines_of(expected[key]), lines_of(actual[key]), lineterm="", n=1)
            told.append(f"{key} differs:")
            told.extend(f"    {line}" for line in list(diff)[2:])
    return told


def with_marks(folder: Path) -> object:
    """The folder as a parameter; a case with a known failure has to fail, and by its assertion."""
    why = folder / "known_failure.txt"
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=why.read_text("utf-8").strip())] if why.exists() else []
    return pytest.param(folder, marks=marks, id=folder.name)


def in_order(part: Iterable[str], whole: Iterable[str]) -> bool:
    """Whether `part` can be had from `whole` by leaving entries out."""
    rest = iter(whole)
    return all(text in rest for text in part)


def test_there_are_cases() -> None:
    """An empty folder would make the tests below skip themselves."""
    assert {"seed_panarmenian", "seed_globalsecurity", "seed_independent"} <= {folder.name for folder in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case_is_well_formed(folder: Path) -> None:
    """A case says all that it has to say, in the words of the project; apart, so that no known failure hides it."""
    expected = read_expected(folder)
    assert read_input(folder).source
    assert set(expected) == set(KEYS)
    assert {kind for kind, _ in expected["body"]} <= set(Kind)
    assert {category for choice, _ in expected["removed"] for category in allowed(choice)} <= set(Category)


@pytest.mark.parametrize("folder", [with_marks(folder) for folder in FOLDERS])
def test_article(folder: Path) -> None:
    """Each key of the case comes out as expected."""
    expected = read_expected(folder)
    source, url = read_input(folder)
    actual = actual_values(newsclean.clean(source, url=url))
    actual["removed"] = with_choices(actual["removed"], expected["removed"])
    told = differences(expected, actual)
    assert not told, "\n".join([folder.name, *told])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_block_is_accounted_for(folder: Path) -> None:
    """Each block of the input is in the body, in the front or removed, once and in its order."""
    source, url = read_input(folder)
    seen = newsclean.explain(source, url=url)
    blocks = [block.text for block in seen.document.blocks]
    article = seen.article
    parts = [[each.text for each in part] for part in (article.body, article.front, article.removed)]
    assert blocks, "the input was read as nothing"
    assert Counter(text for part in parts for text in part) == Counter(blocks)
    for part in parts:
        assert in_order(part, blocks)
