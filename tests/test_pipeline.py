"""The public names: what they are, that they agree, and what they cost."""

import dataclasses
import enum
import inspect
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, get_type_hints

import pytest

import newsclean
from newsclean.category import Category, Kind, Role
from newsclean.verdict import Kept, Removed
from rendering import Shape, render
from seed_documents import SEED_004, SEEDS, SourceDocument

CALLS: Final = (newsclean.clean, newsclean.clean_html, newsclean.clean_text, newsclean.explain)
CONTRACT: Final = frozenset(
    "Article Byline Category Confidence Dateline Explanation Hint Image Kept Kind Options Person Precision Provenance Removed "
    "Role Source Span Timestamp Zone clean clean_html clean_text explain pull_byline pull_date pull_headline strip strip_chrome "
    "strip_donation_banners strip_related_stories".split()
)
SOURCE_FOLDER: Final = Path(newsclean.__file__).parents[1]

seeds = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
every_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.__name__)


def page_of(seed: SourceDocument) -> str:
    """The seed as a plain page."""
    return render(seed.parts, seed.truth, Shape()).html


def blocks_of(article: newsclean.Article) -> list[str]:
    """The texts of the body, then of what was left out."""
    return [block.text for block in article.body] + [block.text for block in article.removed]


# The names


def test_names_of_the_contract_are_public() -> None:
    assert set(newsclean.__all__) >= CONTRACT
    assert len(newsclean.__all__) == len(set(newsclean.__all__))


@pytest.mark.parametrize("name", newsclean.__all__)
def test_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(newsclean, name)
    assert inspect.isfunction(value) or inspect.isclass(value)
    assert inspect.getdoc(value)
    assert value.__module__.partition(".")[0] == "newsclean"


@pytest.mark.parametrize("name", [name for name in newsclean.__all__ if dataclasses.is_dataclass(getattr(newsclean, name))])
def test_dataclasses_are_frozen_and_slotted(name: str) -> None:
    value = getattr(newsclean, name)
    assert value.__dataclass_params__.frozen
    assert "__slots__" in vars(value)


@pytest.mark.parametrize("name", newsclean.__all__)
def test_public_classes_are_values(name: str) -> None:
    value = getattr(newsclean, name)
    if inspect.isclass(value) and not dataclasses.is_dataclass(value):
        assert issubclass(value, enum.StrEnum | tuple | dict)


@pytest.mark.parametrize("name", newsclean.__all__)
def test_no_annotation_is_any(name: str) -> None:
    hints = get_type_hints(getattr(newsclean, name))
    assert "Any" not in str(hints)


# They agree


@seeds
def test_clean_is_the_article_of_explain(seed: SourceDocument) -> None:
    seen = newsclean.explain(seed.source)
    assert newsclean.clean(seed.source) == newsclean.clean_text(seed.source) == seen.article
    assert seen.article.body


@seeds
def test_page_is_told_from_text_by_looking(seed: SourceDocument) -> None:
    page = page_of(seed)
    assert newsclean.clean(page) == newsclean.clean_html(page)
    assert newsclean.explain(page).document.is_html
    assert not newsclean.explain(seed.source).document.is_html


@seeds
def test_bytes_are_read_as_their_text(seed: SourceDocument) -> None:
    assert newsclean.clean(seed.source.encode("utf-8")) == newsclean.clean(seed.source)


def test_fragment_is_a_page_for_clean_html() -> None:
    article = newsclean.clean_html("A line, <b>and</b> no more.<br>Another one.")
    assert sorted(blocks_of(article)) == ["A line, and no more.", "Another one."], "kept or not"


def test_tags_are_text_for_clean_text() -> None:
    lines = (
        "<p>A paragraph is marked so in HTML, and its end may be left out, as every browser knows to this day.</p>",
        "Browsers have read pages without that end since 1993, and most pages of those years were written without it.",
    )
    assert newsclean.clean_text("\n\n".join(lines)).text == "\n\n".join(lines)


@seeds
def test_explanation_has_one_of_each_for_every_block(seed: SourceDocument) -> None:
    seen = newsclean.explain(seed.source)
    blocks = seen.document.blocks
    assert [block.order for block in blocks] == list(range(len(blocks)))
    assert len(seen.verdicts) == len(seen.probabilities) == len(blocks)
    assert all(0 <= probability <= 1 for probability in seen.probabilities)
    assert {hint.block for hint in seen.hints} <= set(range(len(blocks)))


@seeds
def test_article_is_what_the_verdicts_say(seed: SourceDocument) -> None:
    seen = newsclean.explain(seed.source)
    pairs = list(zip(seen.document.blocks, seen.verdicts, strict=True))
    article = seen.article
    assert [block.text for block in article.body] == [
        block.text for block, verdict in pairs if isinstance(verdict, Kept) and verdict.role is None
    ]
    assert [(block.role, block.text) for block in article.front] == [
        (verdict.role, block.text) for block, verdict in pairs if isinstance(verdict, Kept) and verdict.role is not None
    ]
    assert list(article.removed) == [verdict for _, verdict in pairs if isinstance(verdict, Removed)]


def test_verdicts_name_the_hint_that_decided() -> None:
    seen = newsclean.explain(SEED_004.source)
    said = {(hint.block, hint.rule) for hint in seen.hints}
    ruled = [(order, verdict.rule) for order, verdict in enumerate(seen.verdicts) if verdict.rule != "score"]
    assert len(ruled) >= 10
    assert said >= set(ruled)


BRIEF: Final = "The ferry between the lake town and the northern shore stopped on Monday in thick fog, and nobody was hurt."


@pytest.mark.parametrize(
    "source",
    [
        f"Ferry stops in fog\n\n{BRIEF}\n\nBy Mara Vint\n",
        f"<h1>Ferry stops in fog</h1><div class=subtitle><p>{BRIEF}</p></div><p>By Mara Vint</p>",
    ],
)
def test_lone_paragraph_over_the_byline_is_the_story(source: str) -> None:
    article = newsclean.clean(source)
    assert article.text == BRIEF
    assert article.standfirst is None
    assert not article.warnings


def test_headline_leads_its_candidates() -> None:
    seen = newsclean.explain(SEED_004.source)
    assert seen.fields.headlines[0].value == seen.article.headline
    assert dict(seen.article.provenance)["headline"] == seen.fields.headlines[0].provenance


# What reaches them


def test_address_is_in_the_article() -> None:
    for call in (newsclean.clean, newsclean.clean_html, newsclean.clean_text):
        assert call("A line", url="https://tidewater.example/ferry").url == "https://tidewater.example/ferry"
        assert call("A line").url is None


def test_date_after_now_is_not_believed() -> None:
    now = datetime(2015, 2, 14, tzinfo=UTC)
    assert newsclean.clean(SEED_004.source, options=newsclean.Options(now=now.replace(day=15))).published is not None
    assert newsclean.clean(SEED_004.source, options=newsclean.Options(now=now.replace(day=13))).published is None
    assert newsclean.clean(SEED_004.source).published is not None


def test_options_start_without_a_limit() -> None:
    assert newsclean.Options() == newsclean.Options(now=None)


def test_nothing_is_left_over_from_another_input() -> None:
    first = newsclean.explain(SEED_004.source)
    newsclean.explain(page_of(SEEDS[1]))
    assert newsclean.explain(SEED_004.source) == first


@pytest.mark.parametrize("source", ["", b"", "  \n\n ", "<html><body></body></html>", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"])
@every_call
def test_bad_input_gives_an_empty_article_with_a_reason(call: Callable[..., Any], source: str | bytes) -> None:
    found = call(source)
    article = found.article if isinstance(found, newsclean.Explanation) else found
    if call is newsclean.clean_text and isinstance(source, str) and "<" in source:
        assert blocks_of(article) == [source]
    else:
        assert (article.body, article.headline, article.text) == ((), None, "")
    assert len(article.warnings) == 1


@pytest.mark.parametrize("source", [None, 7, ["A line"], bytearray(b"A line"), memoryview(b"A line"), Path("page.html")])
@every_call
def test_wrong_type_is_told(call: Callable[..., object], source: object) -> None:
    with pytest.raises(TypeError, match=f"str or bytes, not {type(source).__name__}"):
        call(source)


def test_explanation_can_be_pickled() -> None:
    seen = newsclean.explain(page_of(SEED_004))
    assert pickle.loads(pickle.dumps(seen)) == seen  # noqa: S301  # our own bytes


def test_enums_are_their_words() -> None:
    assert (Category.AUTHOR_BIO, Role.HEADLINE, Kind.LIST_ITEM) == ("author_bio", "headline", "list_item")


# What they cost

HEAVY: Final = ("trafilatura", "langdetect", "charset_normalizer", "rich", "click", "justext", "htmldate", "dateparser")


def imported_by(code: str) -> set[str]:
    """Which of the heavy packages a fresh interpreter has imported after some code."""
    environment = os.environ | {"PYTHONPATH": str(SOURCE_FOLDER)}
    tell = f"import sys; print(*set({HEAVY!r}) & set(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\n{tell}"], env=environment, capture_output=True, text=True, check=True
    )
    return set(result.stdout.split())


def test_import_costs_nothing_heavy() -> None:
    assert imported_by("import newsclean") == set()


PLAIN_PAGE: Final = """<html lang=en><title>The ferry Halcyon is back</title><article><h1>The ferry Halcyon is back</h1>
<p>The ferry Halcyon came back to Port Ellory on Monday after two years in the yard, and half the town stood on the quay.</p>
<p>The yard had found rust behind every plate that it opened, and each month brought another bill for the ferry.</p>
<p>"We thought of giving her up," said the harbour master, Ottoline Kray, who had sailed on the Halcyon as a child.</p>
<p>The ferry will carry four hundred passengers and sixty cars between the town and the islands, as she did before.</p>
</article></html>"""


def test_ascii_text_with_a_declared_language_needs_nothing_heavy() -> None:
    assert not imported_by(f"import newsclean; newsclean.clean({PLAIN_PAGE!r})") & {
        "trafilatura",
        "charset_normalizer",
        "rich",
        "click",
    }


def test_heavy_packages_can_be_told() -> None:
    """Else the two tests above show nothing."""
    assert "langdetect" in imported_by("import langdetect")


# What user code sees

USER_CODE: Final = """
from datetime import UTC, datetime
from typing import assert_type

import newsclean

options = newsclean.Options(now=datetime(2026, 11, 21, tzinfo=UTC))
article = newsclean.clean(b"A line", url="https://tidewater.example", options=options)
assert_type(article, newsclean.Article)
assert_type(article.headline, str | None)
assert_type(article.body, tuple[newsclean.BodyBlock, ...])
assert_type(article.authors, tuple[str, ...])
assert_type(article.to_dict(), newsclean.ArticleDict)
assert_type(article.to_dict()["text"], str)
assert_type(newsclean.Article.from_dict(article.to_dict()), newsclean.Article)
assert_type(article.to_schema_org(), dict[str, object])
for field, provenance in article.provenance:
    assert_type((field, provenance.source), tuple[str, newsclean.Source])
if article.byline and article.published:
    assert_type(article.byline.people[0].role, str | None)
    assert_type(article.published.zone, newsclean.Zone)
seen = newsclean.explain("A line")
assert_type(seen.verdicts, tuple[newsclean.Kept | newsclean.Removed, ...])
assert_type(seen.hints[0].says, newsclean.Role | newsclean.Category | None)
assert_type(seen.probabilities, tuple[float, ...])
assert_type(seen.fields.headlines[0].value, str)
assert_type(seen.document.blocks[0].span, newsclean.Span | None)
assert_type(newsclean.strip("A line", {newsclean.Category.RELATED}), str)
assert_type(newsclean.pull_byline("A line"), newsclean.Byline | None)
assert_type(newsclean.pull_date("A line"), newsclean.Timestamp | None)
"""


def check_types(code: str, folder: Path) -> str:
    """What mypy says of user code in its strictest mode, in which no expression may be `Any`."""
    script = folder / "user.py"
    script.write_text(code, encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key != "MYPYPATH"}
    if "site-packages" not in SOURCE_FOLDER.parts:
        environment["MYPYPATH"] = str(SOURCE_FOLDER)
    options = ["--strict", "--disallow-any-expr", "--disallow-any-unimported", "--follow-imports=silent", "--no-error-summary"]
    result = subprocess.run(
        [sys.executable, "-m", "mypy", *options, f"--cache-dir={folder / 'cache'}", script.name],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout + result.stderr


def test_user_code_sees_no_any(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="the type checker comes with the extra 'dev'")
    assert check_types(USER_CODE, tmp_path) == ""
    assert "Any" in check_types(f"import json\n{USER_CODE}\nprint(json.loads(article.to_json()))\n", tmp_path)
