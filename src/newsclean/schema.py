"""The shape of an article as JSON, version `newsclean.article/1`."""

from typing import Final, TypedDict

SCHEMA: Final = "newsclean.article/1"


class PersonDict(TypedDict):
    name: str
    role: str | None
    url: str | None


class BylineDict(TypedDict):
    raw: str | None
    people: list[PersonDict]
    organisations: list[str]


class DatelineDict(TypedDict):
    place: str | None
    agency: str | None
    raw: str


class TimestampDict(TypedDict):
    value: str
    precision: str
    zone: str
    raw: str


class ImageDict(TypedDict):
    url: str
    caption: str | None
    credit: str | None


class BodyBlockDict(TypedDict):
    kind: str
    text: str
    level: int | None
    rows: list[list[str]] | None
    span: list[int] | None


class FrontBlockDict(TypedDict):
    role: str
    text: str
    span: list[int] | None


class RemovedDict(TypedDict):
    text: str
    category: str
    rule: str
    because: str
    span: list[int] | None


class ProvenanceDict(TypedDict):
    source: str
    raw: str


class ConfidenceDict(TypedDict):
    body: float | None
    headline: float | None
    byline: float | None
    published: float | None


class ArticleDict(TypedDict):
    """What `Article.to_dict` returns and `Article.from_dict` takes. Keys stand in this order."""

    schema: str
    headline: str | None
    kicker: str | None
    standfirst: str | None
    byline: BylineDict | None
    dateline: DatelineDict | None
    published: TimestampDict | None
    modified: TimestampDict | None
    publisher: str | None
    section: str | None
    tags: list[str]
    language: str | None
    url: str | None
    canonical_url: str | None
    image: ImageDict | None
    credits: list[str]
    body: list[BodyBlockDict]
    front: list[FrontBlockDict]
    text: str
    removed: list[RemovedDict]
    provenance: dict[str, ProvenanceDict]
    confidence: ConfidenceDict
    warnings: list[str]
