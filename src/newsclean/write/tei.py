"""An article as TEI P5, the format of text corpora."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Final

from newsclean.category import Kind
from newsclean.schema import ArticleDict, BodyBlockDict, BylineDict
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

NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_tei(article: ArticleDict) -> str:
    """A complete TEI document: the fields in the header's `sourceDesc`, the printed parts in front, body and back."""
    return DECLARATION + write_tei_fragment(article)


def write_tei_fragment(article: ArticleDict, file: str | None = None) -> str:
    """The `<TEI>` element alone, for a corpus of several.

    Args:
        article: the article.
        file: where it came from; becomes the attribute `n`.
    """
    root = make("TEI", attributes={"xmlns": NAMESPACE, "xml:lang": article["language"], "n": file})
    _add_header(root, article)
    text = add(root, "text")
    _add_front(text, article)
    _add_body(text, article["body"])
    if article["credits"]:
        credits_ = add(add(text, "back"), "div", None, {"type": "credits"})
        for line in article["credits"]:
            add(credits_, "p", line)
    ET.indent(root, space="")
    return ET.tostring(root, encoding="unicode") + "\n"


def write_tei_corpus_header() -> str:
    """The header that a `<teiCorpus>` must begin with; it has nothing to say but that it is one."""
    header = make("teiHeader")
    description = add(header, "fileDesc")
    add(add(description, "titleStmt"), "title", "Articles")
    add(add(description, "publicationStmt"), "p")
    add(add(description, "sourceDesc"), "p")
    return ET.tostring(header, encoding="unicode") + "\n"


def _add_header(root: ET.Element, article: ArticleDict) -> None:
    """The header. `publicationStmt` is about this file, which nobody published: the outlet is in `sourceDesc`."""
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    add(add(description, "titleStmt"), "title", article["headline"])
    add(add(description, "publicationStmt"), "p")
    _add_source(add(add(description, "sourceDesc"), "bibl"), article)
    profile = make("profileDesc")
    if article["language"]:
        add(add(profile, "langUsage"), "language", None, {"ident": article["language"]})
    if article["section"] or article["tags"]:
        keywords = add(add(profile, "textClass"), "keywords")
        if article["section"]:
            add(keywords, "term", article["section"], {"type": "section"})
        for tag in article["tags"]:
            add(keywords, "term", tag)
    if len(profile):
        header.append(profile)


def _add_source(bibl: ET.Element, article: ArticleDict) -> None:
    """Who published it, where and when."""
    if article["headline"]:
        add(bibl, "title", article["headline"])
    if article["byline"]:
        _add_authors(bibl, article["byline"])
    if article["publisher"]:
        add(bibl, "publisher", article["publisher"])
    for name, moment in (("published", article["published"]), ("modified", article["modified"])):
        if moment:
            add(bibl, "date", moment["raw"], {"type": name, "when": moment["value"]})
    url = article["canonical_url"] or article["url"]
    if url:
        add(bibl, "ref", url, {"target": url if is_web_address(url) else None})


def _add_authors(bibl: ET.Element, byline: BylineDict) -> None:
    for person in byline["people"]:
        author = add(bibl, "author")
        add(author, "persName", person["name"], {"ref": person["url"] if is_web_address(person["url"]) else None})
        if person["role"]:
            add(author, "roleName", person["role"])
    for organisation in byline["organisations"]:
        add(add(bibl, "author"), "orgName", organisation)


def _add_front(text: ET.Element, article: ArticleDict) -> None:
    """What is printed above the story."""
    front = make("front")
    parts = (("kicker", article["kicker"]), ("main", article["headline"]))
    if any(part for _, part in parts):
        title = add(front, "docTitle")
        for name, part in parts:
            if part:
                add(title, "titlePart", part, {"type": name})
    if article["standfirst"]:
        add(add(front, "argument"), "p", article["standfirst"])
    if byline := find_byline(article["byline"]):
        add(front, "byline", byline)
    if image := article["image"]:
        figure = add(front, "figure")
        add(figure, "graphic", None, {"url": image["url"]})
        for line in filter(None, (image["caption"], image["credit"])):
            add(figure, "p", line)
    if len(front):
        text.append(front)


def _add_body(text: ET.Element, blocks: Sequence[BodyBlockDict]) -> None:
    """The story; each crosshead opens a division inside the one above it, since a TEI head stands at the top of one."""
    body = add(text, "body")
    opened: list[tuple[int, ET.Element]] = [(0, body)]
    for group in group_lists(blocks):
        block = group[0]
        if block["kind"] == Kind.CROSSHEAD:
            level = find_heading_level(block)
            while opened[-1][0] >= level:
                opened.pop()
            opened.append((level, add(opened[-1][1], "div")))
            add(opened[-1][1], "head", block["text"])
        elif block["kind"] == Kind.LIST_ITEM:
            add_list(opened[-1][1], group, ("list", "item"))
        else:
            _add_block(opened[-1][1], block)
    if not len(body):
        add(body, "p")  # a body without content is not valid


def _add_block(parent: ET.Element, block: BodyBlockDict) -> None:
    """One block that is neither crosshead nor list item."""
    text = block["text"]
    match block["kind"]:
        case Kind.QUOTE:
            add(add(parent, "quote"), "p", text)
        case Kind.PREFORMATTED:
            add(parent, "ab", text, {"rend": "preformatted", "xml:space": "preserve"})
        case Kind.TABLE if block["rows"]:
            add_table(parent, block["rows"], ("table", "row", "cell"))
        case Kind.CAPTION:
            add(add(parent, "figure"), "p", text)
        case Kind.UPDATE:
            add(parent, "p", text, {"rend": "update"})
        case _:
            add(parent, "p", text)
