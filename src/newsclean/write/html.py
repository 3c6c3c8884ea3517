"""An article as HTML."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Final

from newsclean.category import Kind
from newsclean.schema import ArticleDict, BodyBlockDict
from newsclean.write.blocks import (
    add,
    add_list,
    add_table,
    find_byline,
    find_heading_level,
    group_lists,
    is_web_address,
    make,
)

DOCTYPE: Final = "<!doctype html>\n"


def write_html(article: ArticleDict) -> str:
    """A complete page that holds one `<article>` and nothing else: no script, no style.

    A page and not a fragment, since a file without a declared encoding is read wrongly by browsers.
    """
    page = make("html", attributes={"lang": article["language"]})
    head = add(page, "head")
    add(head, "meta", attributes={"charset": "utf-8"})
    add(head, "title", article["headline"] or "")
    if is_web_address(article["canonical_url"]):
        add(head, "link", attributes={"rel": "canonical", "href": article["canonical_url"]})
    add(page, "body").append(_build_article(article))
    return DOCTYPE + _serialise(page)


def write_html_fragment(article: ArticleDict, file: str | None = None) -> str:
    """The `<article>` element alone, for a page that holds several.

    Args:
        article: the article.
        file: where it came from; becomes the attribute `data-file`.
    """
    return _serialise(_build_article(article, {"lang": article["language"], "data-file": file}))


def _serialise(element: ET.Element) -> str:
    ET.indent(element, space="")
    return ET.tostring(element, encoding="unicode", method="html") + "\n"


def _build_article(article: ArticleDict, attributes: Mapping[str, str | None] | None = None) -> ET.Element:
    """The `<article>`: a header of the fields, the body, a footer of the credits."""
    element = make("article", attributes=attributes)
    _add_header(element, article)
    _add_body(element, article["body"])
    if article["credits"]:
        footer = add(element, "footer")
        for line in article["credits"]:
            add(footer, "p", line, {"class": "credit"})
    return element


def _add_header(parent: ET.Element, article: ArticleDict) -> None:
    """What stands above the story, as far as it was found."""
    header = make("header")
    if article["kicker"]:
        add(header, "p", article["kicker"], {"class": "kicker"})
    if article["headline"]:
        add(header, "h1", article["headline"])
    if article["standfirst"]:
        add(header, "p", article["standfirst"], {"class": "standfirst"})
    if byline := find_byline(article["byline"]):
        add(header, "p", byline, {"class": "byline"})
    for name, moment in (("published", article["published"]), ("modified", article["modified"])):
        if moment:
            add(add(header, "p", None, {"class": name}), "time", moment["raw"], {"datetime": moment["value"]})
    if (image := article["image"]) and is_web_address(image["url"]):
        figure = add(header, "figure")
        add(figure, "img", None, {"src": image["url"], "alt": ""})
        caption = " ".join(filter(None, (image["caption"], image["credit"])))
        if caption:
            add(figure, "figcaption", caption)
    if len(header):
        parent.append(header)


def _add_body(parent: ET.Element, body: Sequence[BodyBlockDict]) -> None:
    """The blocks of the story."""
    for group in group_lists(body):
        if group[0]["kind"] == Kind.LIST_ITEM:
            add_list(parent, group, ("ul", "li"))
        else:
            _add_block(parent, group[0])


def _add_block(parent: ET.Element, block: BodyBlockDict) -> None:
    """One block that is no list item."""
    text = block["text"]
    match block["kind"]:
        case Kind.CROSSHEAD:
            add(parent, f"h{find_heading_level(block)}", text)
        case Kind.QUOTE:
            add(add(parent, "blockquote"), "p", text)
        case Kind.PREFORMATTED:
            add(parent, "pre", text)
        case Kind.TABLE if block["rows"]:
            add_table(parent, block["rows"], ("table", "tr", "td"))
        case Kind.CAPTION:
            add(add(parent, "figure"), "figcaption", text)
        case Kind.UPDATE:
            add(parent, "p", text, {"class": "update"})
        case _:
            add(parent, "p", text)
