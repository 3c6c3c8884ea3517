"""The article itself: its properties, its dict form and the way back."""

import copy
import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.article import Article, BodyBlock, Byline, Confidence, Person, Timestamp
from newsclean.category import Kind, Precision, Zone
from newsclean.schema import SCHEMA, ArticleDict
from sample_articles import EMPTY, FULL, HOSTILE

SAMPLES = pytest.mark.parametrize("article", [FULL, EMPTY, HOSTILE], ids=["full", "empty", "hostile"])

zones = st.none() | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.dates() | st.datetimes(timezones=zones)
timestamps = st.builds(Timestamp, value=moments)
confidences = st.builds(Confidence, *[st.none() | st.floats(0, 1)] * 4)
articles = st.builds(
    Article,
    byline=st.none() | st.from_type(Byline),
    published=st.none() | timestamps,
    modified=st.none() | timestamps,
    body=st.lists(st.from_type(BodyBlock), max_size=4).map(tuple),
    provenance=st.just(FULL.provenance) | st.just(()),
    confidence=confidences,
)


def mismatches(hint: Any, value: object, where: str = "") -> list[str]:  # noqa: ANN401 - an annotation is anything
    """Where a value is not of the annotated type, keys and their order included."""
    origin, arguments = get_origin(hint), get_args(hint)
    if is_typeddict(hint) and isinstance(value, dict):
        hints = get_type_hints(hint)
        if list(value) != list(hints):
            return [where]
        return [found for name in hints for found in mismatches(hints[name], value[name], f"{where}.{name}")]
    if origin is UnionType:
        return [where] if all(mismatches(each, value) for each in arguments) else []
    if origin is list and isinstance(value, list):
        return [found for each in value for found in mismatches(arguments[0], each, f"{where}[]")]
    if origin is dict and isinstance(value, dict):
        return [found for each in value.values() for found in mismatches(arguments[1], each, f"{where}{{}}")]
    return [] if type(value) is hint else [where]


@SAMPLES
def test_to_dict_has_the_shape_of_the_schema(article: Article) -> None:
    assert mismatches(ArticleDict, article.to_dict()) == []


def test_to_dict_writes_each_field() -> None:
    written = FULL.to_dict()
    assert written["schema"] == "newsclean.article/1"
    assert written["byline"] == {
        "raw": "By Ada Quill and Tom Harrow, Coastal Press",
        "people": [
            {"name": "Ada Quill", "role": "Harbour reporter", "url": "https://tidewater.example/quill"},
            {"name": "Tom Harrow", "role": None, "url": None},
        ],
        "organisations": ["Coastal Press"],
    }
    assert written["published"] == {
        "value": "2024-03-05T07:15:00-05:00",
        "precision": "minute",
        "zone": "stated",
        "raw": "5 March 2024 07:15 EST",
    }
    assert written["modified"] == {
        "value": "2024-03-06",
        "precision": "day",
        "zone": "unknown",
        "raw": "Updated 6 March 2024",
    }
    assert written["body"][2] == {
        "kind": "table",
        "text": "Item | Crowns\nEngine | 40",
        "level": None,
        "rows": [["Item", "Crowns"], ["Engine", "40"]],
        "span": None,
    }
    assert written["front"] == [{"role": "headline", "text": "Ferry <Marie & Anne> sails again", "span": [0, 32]}]
    assert written["removed"] == [
        {"text": "Give today", "category": "donation", "rule": "appeal", "because": "asks for money", "span": [40, 50]}
    ]
    assert written["provenance"]["published"] == {"source": "meta", "raw": "2024-03-05T07:15-05:00"}
    assert written["confidence"] == {"body": 0.98, "headline": 1.0, "byline": None, "published": None}
    assert written["text"] == FULL.text


@SAMPLES
def test_from_dict_is_the_inverse_of_to_dict(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article


@SAMPLES
def test_from_dict_reads_what_to_json_wrote(article: Article) -> None:
    assert Article.from_dict(json.loads(article.to_json())) == article


@settings(max_examples=60, deadline=None)
@given(articles)
def test_any_article_comes_back_from_its_dict(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article


@settings(max_examples=60, deadline=None)
@given(articles)
def test_any_article_comes_back_from_its_json(article: Article) -> None:
    line = article.to_json()
    assert line.splitlines() == [line]
    assert Article.from_dict(json.loads(line.encode())) == article


def test_midnight_and_the_day_are_told_apart() -> None:
    midnight = Timestamp(datetime(2024, 1, 1, tzinfo=UTC), Precision.MINUTE, Zone.STATED, "")
    day = Timestamp(date(2024, 1, 1), Precision.DAY, Zone.UNKNOWN, "")
    read = Article.from_dict(Article(published=midnight, modified=day).to_dict())
    assert read.published == midnight
    assert read.modified is not None
    assert type(read.modified.value) is date


def test_the_file_of_a_line_of_the_command_is_passed_over() -> None:
    assert Article.from_dict({"file": "ferry.html", **FULL.to_dict()}) == FULL


def test_a_whole_number_of_json_is_a_confidence() -> None:
    written = FULL.to_dict()
    written["confidence"]["body"] = 1
    read = Article.from_dict(written)
    assert repr(read.confidence.body) == "1.0"


@pytest.mark.parametrize("found", [None, "newsclean.article/2", 1])
def test_another_schema_is_refused(found: object) -> None:
    with pytest.raises(ValueError, match=r"newsclean\.article/1.*clean the page again"):
        Article.from_dict({**FULL.to_dict(), "schema": found})


def test_what_is_no_mapping_is_refused() -> None:
    with pytest.raises(TypeError, match=r"not str; for a str call json\.loads first"):
        Article.from_dict(FULL.to_json())  # type: ignore[arg-type]


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data.pop("kicker"), "kicker is missing"),
        (lambda data: data["byline"].pop("raw"), "byline.raw is missing"),
        (lambda data: data.update(headline=3), "headline is 3, not a string"),
        (lambda data: data.update(tags="ferry"), "tags is 'ferry', not a list"),
        (lambda data: data.update(tags=["a", None]), r"tags\[1\] is None, not a string"),
        (lambda data: data.update(byline=[]), r"byline is \[\], not an object"),
        (lambda data: data.update(provenance=[]), r"provenance is \[\], not an object"),
        (lambda data: data["provenance"]["headline"].update(source="rumour"), "provenance.headline.source is 'rumour'"),
        (lambda data: data["published"].update(value="yesterday"), "published.value is 'yesterday', not a moment"),
        (lambda data: data["published"].update(value=2024), "published.value is 2024, not a moment"),
        (
            lambda data: data["body"][0].update(kind="poem"),
            r"body\[0\].kind is 'poem', not one of paragraph",
        ),
        (lambda data: data["body"][0].update(span=[1]), r"body\[0\].span is \[1\], not a list of 2"),
        (lambda data: data["body"][0].update(span=[1, "2"]), r"body\[0\].span\[1\] is '2', not a whole number"),
        (lambda data: data["body"][1].update(level=True), r"body\[1\].level is True, not a whole number"),
        (lambda data: data["body"][2].update(rows=[None]), r"body\[2\].rows\[0\] is None, not a list"),
        (lambda data: data["confidence"].update(body="high"), "confidence.body is 'high', not a number"),
    ],
)
def test_malformed_data_is_refused_with_its_place(change: Change, message: str) -> None:
    data: dict[str, Any] = json.loads(FULL.to_json())
    change(data)
    with pytest.raises(ValueError, match=message):
        Article.from_dict(data)


def test_json_is_one_line_whatever_the_page_held() -> None:
    article = replace(EMPTY, headline="a\nb\r\u2028c\u2029d\x85e\x1cf")
    assert len(article.to_json().splitlines()) == 1
    assert json.loads(article.to_json())["headline"] == article.headline


def test_json_is_readable_and_can_be_encoded() -> None:
    article = replace(EMPTY, headline="Überfahrt 渡し船 \ud800")
    assert '"Überfahrt 渡し船 \\ud800"' in article.to_json()
    assert json.loads(article.to_json().encode()) == article.to_dict()


@SAMPLES
@pytest.mark.parametrize("repeat", [lambda article: pickle.loads(pickle.dumps(article)), copy.deepcopy])  # noqa: S301
def test_an_article_can_be_pickled_and_copied(article: Article, repeat: Callable[[Article], Article]) -> None:
    assert repeat(article) == article
    assert hash(repeat(article)) == hash(article)


def test_text_leaves_captions_out() -> None:
    body = (BodyBlock(Kind.PARAGRAPH, "One."), BodyBlock(Kind.CAPTION, "A ship"), BodyBlock(Kind.LIST_ITEM, "two"))
    assert Article(body=body).text == "One.\n\ntwo"


def test_authors_are_the_people_of_the_byline() -> None:
    assert FULL.authors == ("Ada Quill", "Tom Harrow")
    assert EMPTY.authors == ()
    assert Article(byline=Byline("By Coastal Press", (), ("Coastal Press",))).authors == ()


def test_word_count_is_that_of_the_text() -> None:
    assert Article(headline="Not counted", body=(BodyBlock(Kind.PARAGRAPH, "Three  short\nwords"),)).word_count == 3
    assert EMPTY.word_count == 0


def test_the_schema_has_one_name() -> None:
    assert Article(byline=Byline(None, (Person("Ada Quill"),))).to_dict()["schema"] == SCHEMA
