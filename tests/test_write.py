"""The formats: what stands in them, and that no text of a page breaks out of its place."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsclean.article import Article, BodyBlock, Byline, Image, Person
from newsclean.category import Kind
from newsclean.schema import ArticleDict
from newsclean.write.blocks import find_depths
from newsclean.write.collection import Format, write_collection
from newsclean.write.markdown import escape
from newsclean.write.text import write_text
from sample_articles import EMPTY, FULL, HOSTILE

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = "ab1.)(#*_-+=~`|<>[]!&;:\\\"' \n/"

lines = st.text(SIGNS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)


def render(markdown: str) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(COMMONMARK.render(markdown), create_parent="div")


def body_of(*blocks: BodyBlock) -> Article:
    return Article(body=blocks)


def parse(tei: str) -> ET.Element:
    return ET.fromstring(tei.encode())  # noqa: S314 - it is our own


def write(form: Format, *articles: Article) -> str:
    named = [(f"{at}.html", article.to_dict()) for at, article in enumerate(articles)]
    return "".join(write_collection(form, named, several=len(articles) > 1))


# --- text ---


def test_text_is_headline_and_story() -> None:
    article = Article(headline="Ferry sails", kicker="Harbour", body=(BodyBlock(Kind.PARAGRAPH, "At noon."),))
    assert write_text(article.to_dict()) == "Ferry sails\n\nAt noon.\n"


def test_text_leaves_out_what_was_not_found() -> None:
    assert write_text(Article(headline="Ferry sails").to_dict()) == "Ferry sails\n"
    assert write_text(EMPTY.to_dict()) == ""


# --- markdown ---


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (BodyBlock(Kind.PARAGRAPH, "At *noon*."), "At \\*noon\\*.\n"),
        (BodyBlock(Kind.CROSSHEAD, "Costs", level=3), "### Costs\n"),
        (BodyBlock(Kind.CROSSHEAD, "Costs"), "## Costs\n"),
        (BodyBlock(Kind.CROSSHEAD, "Costs", level=9), "###### Costs\n"),
        (BodyBlock(Kind.CROSSHEAD, "Issue #", level=2), "## Issue \\#\n"),
        (BodyBlock(Kind.LIST_ITEM, "hull", level=1), "- hull\n"),
        (BodyBlock(Kind.QUOTE, "We\ndid."), "> We\n> did.\n"),
        (BodyBlock(Kind.PREFORMATTED, "a  *b*\nc"), "```\na  *b*\nc\n```\n"),
        (BodyBlock(Kind.PREFORMATTED, "a ```` b"), "`````\na ```` b\n`````\n"),
        (BodyBlock(Kind.TABLE, "", rows=(("a|b", "c"), ("d",))), "| a\\|b | c |\n| --- | --- |\n| d |  |\n"),
        (BodyBlock(Kind.TABLE, "", rows=(("a\nb",),)), "| a b |\n| --- |\n"),
        (BodyBlock(Kind.TABLE, "no cells"), "no cells\n"),
        (BodyBlock(Kind.CAPTION, "The ship"), "*The ship*\n"),
        (BodyBlock(Kind.UPDATE, "12:04"), "**12:04**\n"),
    ],
)
def test_markdown_of_each_kind(block: BodyBlock, expected: str) -> None:
    assert body_of(block).to_markdown() == expected


def test_markdown_nests_lists_and_keeps_them_tight() -> None:
    items = [BodyBlock(Kind.LIST_ITEM, text, level=level) for text, level in (("a", 2), ("b", 4), ("c", 2))]
    markdown = body_of(*items, BodyBlock(Kind.PARAGRAPH, "After.")).to_markdown()
    assert markdown == "- a\n  - b\n- c\n\nAfter.\n"


def test_markdown_of_the_fields() -> None:
    article = replace(FULL, body=(BodyBlock(Kind.PARAGRAPH, "Story."),))
    assert article.to_markdown() == (
        "*Harbour*\n\n"
        "# Ferry \\<Marie & Anne\\> sails again\n\n"
        "**After two years in dock, the \\*old\\* ship is back.**\n\n"
        "By Ada Quill and Tom Harrow, Coastal Press\n\n"
        "5 March 2024 07:15 EST\n\n"
        "Updated 6 March 2024\n\n"
        "![The ship on Tuesday Photo: Lin Ode](<https://tidewater.example/ferry.jpg>)\n\n"
        "Story.\n\n"
        "*Additional reporting by Mo Pell*\n"
    )


def test_markdown_of_nothing_is_nothing() -> None:
    assert EMPTY.to_markdown() == ""


def test_names_stand_where_no_byline_is_printed() -> None:
    byline = Byline(None, (Person("Ada Quill"),), ("Coastal Press",))
    assert Article(byline=byline).to_markdown() == "Ada Quill, Coastal Press\n"


def test_an_image_address_cannot_end_its_link() -> None:
    image = Image("https://tidewater.example/a b>.jpg?x=1&y=%20\ud800", "a]b")
    assert Article(image=image).to_markdown() == "![a\\]b](<https://tidewater.example/a%20b%3E.jpg?x=1&y=%20?>)\n"


@given(lines)
def test_markdown_shows_any_line_as_it_is(line: str) -> None:
    (paragraph,) = COMMONMARK.parse(escape(line))[1:-1]
    assert [(child.type, child.content) for child in paragraph.children or ()] == [("text", line)]


@given(lines)
def test_markdown_shows_any_headline_as_it_is(line: str) -> None:
    (heading,) = render(Article(headline=line).to_markdown())
    assert (heading.tag, heading.text_content(), len(heading)) == ("h1", line, 0)


@given(lines)
def test_markdown_marks_any_standfirst_as_a_whole(line: str) -> None:
    (paragraph,) = render(Article(standfirst=line).to_markdown())
    assert [(child.tag, child.text_content(), len(child)) for child in paragraph] == [("strong", line, 0)]


@given(lines, lines)
@example("1|", ":-")
@example("berths", "|-|")
def test_markdown_keeps_any_two_lines_of_a_quote(first: str, second: str) -> None:
    (quote,) = render(body_of(BodyBlock(Kind.QUOTE, f"{first}\n{second}")).to_markdown())
    (paragraph,) = quote
    assert (quote.tag, paragraph.tag, paragraph.text, len(paragraph)) == ("blockquote", "p", f"{first}\n{second}", 0)


@given(st.lists(st.tuples(lines, st.integers(1, 4)), min_size=1, max_size=5))
def test_markdown_keeps_any_list(items: list[tuple[str, int]]) -> None:
    article = body_of(*(BodyBlock(Kind.LIST_ITEM, text, level=level) for text, level in items))
    found = render(article.to_markdown())
    assert [child.tag for child in found] == ["ul"]
    assert [(item.text or "").strip() for item in found.iter("li")] == [text for text, _ in items]
    depths = [sum(1 for _ in item.iterancestors("ul")) for item in found.iter("li")]
    assert depths == find_depths(article.to_dict()["body"])


@given(st.lists(st.lists(lines, min_size=1, max_size=3), min_size=1, max_size=3))
def test_markdown_keeps_any_cell(rows: list[list[str]]) -> None:
    table = BodyBlock(Kind.TABLE, "", rows=tuple(map(tuple, rows)))
    found = [[cell.text_content() for cell in row] for row in render(body_of(table).to_markdown()).iter("tr")]
    width = max(map(len, rows))
    assert found == [row + [""] * (width - len(row)) for row in rows]


@pytest.mark.parametrize(
    ("levels", "depths"),
    [
        ([1, 1, 2, 1], [1, 1, 2, 1]),
        ([3, 3], [1, 1]),
        ([1, 4, 2], [1, 2, 2]),
        ([2, 1, 2], [1, 1, 2]),
        ([None, 2, None], [1, 2, 1]),
    ],
)
def test_depths_never_jump(levels: list[int | None], depths: list[int]) -> None:
    body = body_of(*(BodyBlock(Kind.LIST_ITEM, "x", level=level) for level in levels)).to_dict()["body"]
    assert find_depths(body) == depths


# --- HTML ---


def article_element(html: str) -> lxml.html.HtmlElement:
    (element,) = lxml.html.document_fromstring(html.encode()).iter("article")
    return element


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (BodyBlock(Kind.PARAGRAPH, "a < b"), "<p>a &lt; b</p>"),
        (BodyBlock(Kind.CROSSHEAD, "Costs", level=3), "<h3>Costs</h3>"),
        (BodyBlock(Kind.CROSSHEAD, "Costs", level=1), "<h2>Costs</h2>"),
        (BodyBlock(Kind.QUOTE, "We did."), "<blockquote><p>We did.</p></blockquote>"),
        (BodyBlock(Kind.PREFORMATTED, "a  b\nc"), "<pre>a  b\nc</pre>"),
        (BodyBlock(Kind.TABLE, "a", rows=(("a",), ("b",))), "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"),
        (BodyBlock(Kind.TABLE, "no cells"), "<p>no cells</p>"),
        (BodyBlock(Kind.CAPTION, "The ship"), "<figure><figcaption>The ship</figcaption></figure>"),
        (BodyBlock(Kind.UPDATE, "12:04"), '<p class="update">12:04</p>'),
        (BodyBlock(Kind.LIST_ITEM, "hull", level=2), "<ul><li>hull</li></ul>"),
    ],
)
def test_html_of_each_kind(block: BodyBlock, expected: str) -> None:
    article = body_of(block).to_html().partition("<article>")[2].partition("</article>")[0]
    assert re.sub(r"(?<=>)\n|\n(?=<)", "", article) == expected


def test_html_nests_lists() -> None:
    element = article_element(FULL.to_html())
    (outer, inner) = element.iter("ul")
    assert [item.text.strip() for item in outer] == ["the hull", "the engine"]
    assert inner.getparent() is outer[0]


def test_html_of_the_fields() -> None:
    html = FULL.to_html()
    assert html.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    header = article_element(html)[0]
    found = [(child.tag, child.get("class"), " ".join(child.text_content().split())) for child in header]
    assert found == [
        ("p", "kicker", "Harbour"),
        ("h1", None, "Ferry <Marie & Anne> sails again"),
        ("p", "standfirst", "After two years in dock, the *old* ship is back."),
        ("p", "byline", "By Ada Quill and Tom Harrow, Coastal Press"),
        ("p", "published", "5 March 2024 07:15 EST"),
        ("p", "modified", "Updated 6 March 2024"),
        ("figure", None, "The ship on Tuesday Photo: Lin Ode"),
    ]
    assert [time.get("datetime") for time in header.iter("time")] == ["2024-03-05T07:15:00-05:00", "2024-03-06"]
    assert [image.get("src") for image in header.iter("img")] == ["https://tidewater.example/ferry.jpg"]
    page = lxml.html.document_fromstring(html.encode())
    assert page.findtext("head/title") == FULL.headline
    assert [link.get("href") for link in page.iter("link")] == ["https://tidewater.example/ferry"]
    assert [line.text for line in page.iter("p") if line.get("class") == "credit"] == list(FULL.credits)


def test_html_of_nothing_is_an_empty_article() -> None:
    element = article_element(EMPTY.to_html())
    assert (len(element), element.text_content()) == (0, "")


def test_an_image_without_words_has_no_caption() -> None:
    header = article_element(Article(image=Image("https://tidewater.example/ferry.jpg")).to_html())[0]
    assert [child.tag for child in header.iter("img", "figcaption")] == ["img"]


def test_html_lets_no_script_through() -> None:
    html = HOSTILE.to_html()
    page = lxml.html.document_fromstring(html.encode())
    assert not list(page.iter("script", "img", "link", "a"))
    assert "javascript:" not in html
    assert page.findtext(".//h1") == HOSTILE.headline


# --- TEI ---


@pytest.mark.parametrize("article", [FULL, EMPTY, HOSTILE], ids=["full", "empty", "hostile"])
def test_tei_is_well_formed(article: Article) -> None:
    root = parse(article.to_tei())
    assert root.tag == f"{TEI}TEI"
    assert [child.tag.removeprefix(TEI) for child in root] == ["teiHeader", "text"]
    assert root.find(f"{TEI}text/{TEI}body/*") is not None


@given(st.text(st.characters(), max_size=20))
def test_tei_is_well_formed_with_any_text(text: str) -> None:
    article = Article(headline=text, language=text, tags=(text,), body=(BodyBlock(Kind.PARAGRAPH, text),))
    root = parse(article.to_tei())
    assert root.find(f".//{TEI}body/{TEI}p") is not None


def test_characters_that_xml_forbids_are_replaced_and_no_others() -> None:
    text = "tab\tÜ渡🚢\x00\x08\x0b\x1b\ud800\udfff\ufffe\uffff\ufffd"
    paragraph = parse(body_of(BodyBlock(Kind.PARAGRAPH, text)).to_tei()).find(f".//{TEI}body/{TEI}p")
    assert paragraph is not None
    assert paragraph.text == "tab\tÜ渡🚢" + "\ufffd" * 9


def test_tei_of_the_fields() -> None:
    root = parse(FULL.to_tei())
    source = root.find(f".//{TEI}bibl")
    assert root.get(f"{XML}lang") == "en"
    assert source is not None
    assert [(child.tag.removeprefix(TEI), " ".join("".join(child.itertext()).split())) for child in source] == [
        ("title", "Ferry <Marie & Anne> sails again"),
        ("author", "Ada Quill Harbour reporter"),
        ("author", "Tom Harrow"),
        ("author", "Coastal Press"),
        ("publisher", "The Tidewater Gazette"),
        ("date", "5 March 2024 07:15 EST"),
        ("date", "Updated 6 March 2024"),
        ("ref", "https://tidewater.example/ferry"),
    ]
    assert [(date.get("type"), date.get("when")) for date in source.iter(f"{TEI}date")] == [
        ("published", "2024-03-05T07:15:00-05:00"),
        ("modified", "2024-03-06"),
    ]
    assert [name.get("ref") for name in source.iter(f"{TEI}persName")] == ["https://tidewater.example/quill", None]
    assert [term.text for term in root.iter(f"{TEI}term")] == ["Local", "ferries", "harbour"]
    front = root.find(f".//{TEI}front")
    assert front is not None
    assert [child.tag.removeprefix(TEI) for child in front] == ["docTitle", "argument", "byline", "figure"]
    assert [line.text for line in root.findall(f".//{TEI}back//{TEI}p")] == list(FULL.credits)


def test_tei_links_to_web_addresses_only() -> None:
    root = parse(HOSTILE.to_tei())
    assert [ref.get("target") for ref in root.iter(f"{TEI}ref")] == [None]
    assert [name.get("ref") for name in root.iter(f"{TEI}persName")] == [None]


def outline(element: ET.Element) -> list[object]:
    """Tags and texts, nested as the divisions are."""
    return [
        outline(child) if child.tag == f"{TEI}div" else (child.tag.removeprefix(TEI), "".join(child.itertext()).split())
        for child in element
    ]


def test_tei_puts_each_crosshead_on_top_of_a_division() -> None:
    blocks = [BodyBlock(Kind.PARAGRAPH, "a")]
    for level, text in ((3, "b"), (2, "c"), (4, "d"), (3, "e")):
        blocks += [BodyBlock(Kind.CROSSHEAD, text.upper(), level=level), BodyBlock(Kind.PARAGRAPH, text)]
    body = parse(body_of(*blocks).to_tei()).find(f".//{TEI}body")
    assert body is not None
    assert outline(body) == [
        ("p", ["a"]),
        [("head", ["B"]), ("p", ["b"])],
        [
            ("head", ["C"]),
            ("p", ["c"]),
            [("head", ["D"]), ("p", ["d"])],
            [("head", ["E"]), ("p", ["e"])],
        ],
    ]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (BodyBlock(Kind.QUOTE, "We did."), "<quote><p>We did.</p></quote>"),
        (BodyBlock(Kind.PREFORMATTED, "a  b"), '<ab rend="preformatted" xml:space="preserve">a  b</ab>'),
        (BodyBlock(Kind.TABLE, "a", rows=(("a", "b"),)), "<table><row><cell>a</cell><cell>b</cell></row></table>"),
        (BodyBlock(Kind.TABLE, "no cells"), "<p>no cells</p>"),
        (BodyBlock(Kind.CAPTION, "The ship"), "<figure><p>The ship</p></figure>"),
        (BodyBlock(Kind.UPDATE, "12:04"), '<p rend="update">12:04</p>'),
        (BodyBlock(Kind.LIST_ITEM, "hull", level=1), "<list><item>hull</item></list>"),
        (BodyBlock(Kind.CROSSHEAD, "Costs", level=2), "<div><head>Costs</head></div>"),
    ],
)
def test_tei_of_each_kind(block: BodyBlock, expected: str) -> None:
    tei = body_of(block).to_tei()
    assert tei.partition("<body>")[2].partition("</body>")[0].replace("\n", "") == expected


# --- schema.org ---


def test_schema_org_of_each_field() -> None:
    assert FULL.to_schema_org() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry <Marie & Anne> sails again",
        "description": "After two years in dock, the *old* ship is back.",
        "author": [
            {
                "@type": "Person",
                "name": "Ada Quill",
                "jobTitle": "Harbour reporter",
                "url": "https://tidewater.example/quill",
            },
            {"@type": "Person", "name": "Tom Harrow"},
            {"@type": "Organization", "name": "Coastal Press"},
        ],
        "dateline": "PORT ELLERY (Coastal Press) -",
        "datePublished": "2024-03-05T07:15:00-05:00",
        "dateModified": "2024-03-06",
        "publisher": {"@type": "Organization", "name": "The Tidewater Gazette"},
        "articleSection": "Local",
        "keywords": ["ferries", "harbour"],
        "inLanguage": "en",
        "url": "https://tidewater.example/ferry",
        "image": {
            "@type": "ImageObject",
            "url": "https://tidewater.example/ferry.jpg",
            "caption": "The ship on Tuesday",
            "creditText": "Photo: Lin Ode",
        },
        "creditText": "Additional reporting by Mo Pell",
        "articleBody": FULL.text,
        "wordCount": FULL.word_count,
    }


def test_schema_org_leaves_out_what_was_not_found() -> None:
    assert EMPTY.to_schema_org() == {"@context": "https://schema.org", "@type": "NewsArticle"}


# --- one article or several in a file ---


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML, Format.TEI])
def test_one_article_is_what_its_method_gives(form: Format) -> None:
    methods = {Format.MARKDOWN: FULL.to_markdown, Format.HTML: FULL.to_html, Format.TEI: FULL.to_tei}
    assert write(form, FULL) == methods[form]()


def test_several_texts_have_their_names_above() -> None:
    other = Article(headline="Other", body=(BodyBlock(Kind.PARAGRAPH, "Story."),))
    assert write(Format.TEXT, EMPTY, other, other) == (
        "==> 0.html <==\n\n==> 1.html <==\nOther\n\nStory.\n\n==> 2.html <==\nOther\n\nStory.\n"
    )


def test_several_markdown_articles_have_a_rule_between() -> None:
    found = render(write(Format.MARKDOWN, EMPTY, Article(headline="Other")))
    assert [(child.tag, child.text_content()) for child in found] == [
        ("p", "File: 0.html"),
        ("hr", ""),
        ("p", "File: 1.html"),
        ("h1", "Other"),
    ]


@pytest.mark.parametrize("articles", [(FULL,), (FULL, HOSTILE)])
def test_json_has_a_line_an_article(articles: tuple[Article, ...]) -> None:
    lines = [json.loads(line) for line in write(Format.JSON, *articles).splitlines()]
    assert [next(iter(line)) for line in lines] == ["file"] * len(articles)
    assert [line["file"] for line in lines] == ["0.html", "1.html"][: len(articles)]
    assert [Article.from_dict(line) for line in lines] == list(articles)


@pytest.mark.parametrize("articles", [(FULL,), (FULL, HOSTILE)])
def test_schema_org_has_a_line_an_article(articles: tuple[Article, ...]) -> None:
    lines = write(Format.SCHEMA_ORG, *articles).splitlines()
    assert [json.loads(line) for line in lines] == [article.to_schema_org() for article in articles]


def test_several_articles_are_one_page() -> None:
    page = lxml.html.document_fromstring(write(Format.HTML, FULL, HOSTILE, EMPTY).encode())
    articles = list(page.iter("article"))
    assert [article.get("data-file") for article in articles] == ["0.html", "1.html", "2.html"]
    assert [article.get("lang") for article in articles] == ["en", None, None]
    assert [article.findtext(".//h1") for article in articles] == [FULL.headline, HOSTILE.headline, None]
    assert page.findall("body/article") == articles


def test_several_articles_are_one_corpus() -> None:
    root = parse(write(Format.TEI, FULL, HOSTILE))
    assert [(child.tag.removeprefix(TEI), child.get("n")) for child in root] == [
        ("teiHeader", None),
        ("TEI", "0.html"),
        ("TEI", "1.html"),
    ]


def test_pieces_come_as_soon_as_their_article_is_there() -> None:
    asked = []

    def articles() -> Iterator[tuple[str, ArticleDict]]:
        for name in "ab":
            asked.append(name)
            yield name, FULL.to_dict()

    pieces = write_collection(Format.TEXT, articles(), several=True)
    assert next(pieces) == ""
    assert next(pieces).startswith("==> a <==")
    assert asked == ["a"]
