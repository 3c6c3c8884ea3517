"""An article as schema.org's NewsArticle, the form in which pages describe themselves to machines."""

from newsclean.schema import ArticleDict, BylineDict, ImageDict


def write_schema_org(article: ArticleDict) -> dict[str, object]:
    """The JSON-LD object, ready for `json.dumps`; what was not found is left out, as schema.org wants it.

    The kicker has no property there; `alternativeHeadline` would say that it is a headline, which it is not.
    """
    published, modified, dateline = article["published"], article["modified"], article["dateline"]
    values: dict[str, object] = {
        "headline": article["headline"],
        "description": article["standfirst"],
        "author": _list_authors(article["byline"]),
        "dateline": dateline and dateline["raw"],
        "datePublished": published and published["value"],
        "dateModified": modified and modified["value"],
        "publisher": article["publisher"] and {"@type": "Organization", "name": article["publisher"]},
        "articleSection": article["section"],
        "keywords": article["tags"],
        "inLanguage": article["language"],
        "url": article["canonical_url"] or article["url"],
        "image": _describe_image(article["image"]),
        "creditText": "\n".join(article["credits"]),
        "articleBody": article["text"],
        "wordCount": len(article["text"].split()),
    }
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | _drop_empty(values)


def _list_authors(byline: BylineDict | None) -> list[dict[str, object]]:
    """People first, then organisations."""
    if byline is None:
        return []
    people = [
        _drop_empty({"@type": "Person", "name": each["name"], "jobTitle": each["role"], "url": each["url"]})
        for each in byline["people"]
    ]
    return people + [{"@type": "Organization", "name": name} for name in byline["organisations"]]


def _describe_image(image: ImageDict | None) -> dict[str, object] | None:
    if image is None:
        return None
    return _drop_empty(
        {
            "@type": "ImageObject",
            "url": image["url"],
            "caption": image["caption"],
            "creditText": image["credit"],
        }
    )


def _drop_empty(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}
