"""What a page says of itself: JSON-LD in all the ways it is broken, meta tags, microdata, title, language."""

import json
import time
from collections.abc import Mapping
from typing import Final

import pytest

import newsclean
from newsclean.document import PageMeta
from newsclean.read.html import read_html
from newsclean.read.json_ld import DEEPEST, read_json_ld

STORY: Final = {"@type": "NewsArticle", "headline": "Ferry stays in port", "author": {"name": "Ada Brandt"}}
WRITTEN: Final = json.dumps(STORY)
OUTLET: Final = {"@type": "NewsMediaOrganization", "name": "The Tidewater Gazette"}


def objects(*scripts: str) -> list[Mapping[str, object]]:
    return list(read_json_ld(scripts))


def meta_of(page: str) -> PageMeta:
    return newsclean.explain(f"<!DOCTYPE html>{page}").document.meta


# JSON-LD


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(WRITTEN, id="as it should be"),
        pytest.param(f"\n\t{WRITTEN}\n", id="whitespace"),
        pytest.param(f"\ufeff{WRITTEN}", id="byte order mark"),
        pytest.param(f"<!-- {WRITTEN} -->", id="comment"),
        pytest.param(f"<!--//--><![CDATA[//><!--\n{WRITTEN}\n//--><!]]>", id="comment and CDATA, as a content system wrote it"),
        pytest.param(f"<![CDATA[{WRITTEN}]]>", id="CDATA"),
        pytest.param(f"//<![CDATA[\n{WRITTEN}\n//]]>", id="CDATA behind slashes"),
        pytest.param(f"// <![CDATA[\n{WRITTEN}\n// ]]>", id="CDATA behind slashes and spaces"),
        pytest.param(f"/*<![CDATA[*/{WRITTEN}/*]]>*/", id="CDATA in comments"),
        pytest.param(f"{WRITTEN};", id="semicolon"),
        pytest.param(WRITTEN.replace("}}", ",},}"), id="trailing commas"),
        pytest.param(WRITTEN.replace("}}", ",\n } , }"), id="trailing commas and whitespace"),
        pytest.param(WRITTEN.replace('"', "&quot;"), id="escaped quotes"),
        pytest.param(WRITTEN.replace('"', "&#34;").replace("}}", "},}"), id="escaped quotes and a trailing comma"),
        pytest.param(WRITTEN.replace("Ferry", "\\Ferry"), id="an escape that JSON has not"),
        pytest.param(WRITTEN.replace("Ferry", "\\Ferry").replace("}}", ",}}"), id="such an escape and a trailing comma"),
        pytest.param(f"[{WRITTEN}]", id="list"),
        pytest.param(f"[[[{WRITTEN}]]]", id="lists in lists"),
        pytest.param(f"{WRITTEN} and the rest is no JSON {{", id="something behind it"),
    ],
)
def test_object_is_read_out_of(script: str) -> None:
    assert objects(script) == [STORY]
    page = f'<html><head><script type="application/ld+json">{script}</script></head><p>Text</p></html>'
    assert meta_of(page).json_ld == (STORY,)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a raw\nline end", "a raw\nline end"),
        ("a raw\ttab", "a raw\ttab"),
        (r"a tab\tand \"quotes\" and \u00e9", 'a tab\tand "quotes" and é'),
        (r"It\'s", "It's"),
        (r"\u12 is cut off", "u12 is cut off"),
        (r"C:\\Ports\Harbour", r"C:\PortsHarbour"),
        (r"two \\' backslashes and one \'", r"two \' backslashes and one '"),
        ("Salt &amp; Ice", "Salt &amp; Ice"),
        ("commas, ] and } in a text,]", "commas, ] and } in a text,]"),
        ("-->", "-->"),
        ("// ]]>", "// ]]>"),
    ],
)
def test_text_is_kept_as_written(text: str, value: str) -> None:
    assert objects(f'{{"headline": "{text}"}}') == [{"headline": value}]


@pytest.mark.parametrize("between", ["", " ", ",", ";\n", "-->\n<!--", "//]]>\n//<![CDATA[\n", "/*]]>*/"])
def test_objects_behind_one_another_are_all_read(between: str) -> None:
    assert objects(f"{WRITTEN}{between}{json.dumps(OUTLET)}") == [STORY, OUTLET]


def test_repair_of_the_second_does_not_lose_the_first() -> None:
    broken = json.dumps(OUTLET).replace("}", ",}")
    assert objects(f"{WRITTEN}\n{broken}", broken) == [STORY, OUTLET, OUTLET]


def test_repair_that_does_not_help_does_no_harm() -> None:
    assert objects(f'{{"headline": "one,]"}} {json.dumps(OUTLET)} {{"never": ') == [{"headline": "one,]"}, OUTLET]


def test_graphs_and_lists_are_flattened_in_order() -> None:
    graph = {"@context": "https://schema.org", "@graph": [OUTLET, [STORY], {"@graph": {"@id": "#1"}}]}
    assert objects(json.dumps([graph, STORY])) == [graph, OUTLET, STORY, {"@graph": {"@id": "#1"}}, {"@id": "#1"}, STORY]


def test_nesting_is_followed_so_far_and_no_farther() -> None:
    assert objects("[" * DEEPEST + WRITTEN + "]" * DEEPEST) == [STORY]
    assert objects("[" * (DEEPEST + 1) + WRITTEN + "]" * (DEEPEST + 1)) == []


@pytest.mark.parametrize(
    "script",
    [
        "",
        " ",
        "null",
        "1",
        '"text"',
        "[]",
        "[1, null, []]",
        "{",
        '{"headline": ',
        "function () { return {}; }",
        "<!-- -->",
        "NaN",
    ],
)
def test_what_is_no_object_gives_none(script: str) -> None:
    assert objects(script) == []


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("[{" * 200_000, id="nesting"),
        pytest.param("[" * 200_000, id="lists"),
        pytest.param('{"a": 1}' * 1000 + "," * 300_000 + " " * 300_000 + "x", id="commas and spaces"),
        pytest.param('{"a": "' + "\\" * 300_001, id="backslashes"),
        pytest.param("&quot;" * 200_000, id="quotes"),
        pytest.param("-->" * 200_000, id="ends of comments"),
        pytest.param('{"a": ' + "9" * 100_000 + "}", id="a number longer than Python reads"),
    ],
)
def test_hostile_scripts_take_no_time(script: str) -> None:
    start = time.process_time()
    assert all(found == {"a": 1} for found in objects(script))
    assert time.process_time() - start < 5


def test_scripts_of_the_whole_page_are_read_and_no_others() -> None:
    page = f"""
        <script type="application/ld+json">{WRITTEN}</script>
        <script>var story = {WRITTEN};</script>
        <script type="text/javascript">{WRITTEN}</script>
        <p>Text <script TYPE='Application/LD+JSON; charset=utf-8'>{json.dumps(OUTLET)}</script></p>
        <noscript><script type="application/ld+json">{{"@id": "#noscript"}}</script></noscript>
        <div hidden><script type="application/ld+json">{{"@id": "#hidden"}}</script></div>
        <!-- <script type="application/ld+json">{{"@id": "#comment"}}</script> -->"""
    document = newsclean.explain(page).document
    assert document.meta.json_ld == (STORY, OUTLET, {"@id": "#noscript"}, {"@id": "#hidden"})
    assert [block.text for block in document.blocks] == ["Text"]


# Meta tags


def test_pairs_are_told_in_order_with_folded_values() -> None:
    page = """
        <head><meta charset="utf-8">
        <meta property="og:Title" content="  Ferry \n stays in port ">
        <meta NAME=" Author " CONTENT="Ada Brandt">
        <meta http-equiv="Content-Language" content="en">
        <meta property="article:tag" name="ignored" content="ice">
        <meta property="article:tag" content="harbour">
        <meta name="empty" content=" ">
        <meta name="none"><meta content="nameless">
        </head><body><p>Text</p><meta name="late" content="but read"><noscript><meta name="noscript" content="too"></noscript>"""
    assert meta_of(page).pairs == (
        ("og:title", "Ferry stays in port"),
        ("author", "Ada Brandt"),
        ("content-language", "en"),
        ("article:tag", "ice"),
        ("article:tag", "harbour"),
        ("late", "but read"),
        ("noscript", "too"),
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ferry stays in port</title>", "Ferry stays in port"),
        ("<title>\n Ferry \t stays &amp; waits\xa0 </title>", "Ferry stays & waits"),
        ("<title>a <b>bold</b> word</title>", "a <b>bold</b> word"),
        ("<title></title><title> \n</title><title>Third</title>", "Third"),
        ("<title>First</title><title>Second</title>", "First"),
        ("<title itemprop='name'>Ferry</title><p>Text</p>", "Ferry"),
        ("<svg><title>Icon of a ship</title></svg>", None),
        ("<svg><title>Icon of a ship</title></svg><title>Ferry</title>", "Ferry"),
        ("", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    assert meta_of(f"<html><head>{head}</head><p>Text</p></html>").title == title


@pytest.mark.parametrize(
    ("links", "canonical"),
    [
        ('<link rel="canonical" href=" https://gazette.example/ferry ">', "https://gazette.example/ferry"),
        ('<link rel="Canonical nofollow" href="/ferry">', "/ferry"),
        (
            '<link rel="canonical"><link rel="canonical" href=""><link rel=canonical href="/a"><link rel=canonical href="/b">',
            "/a",
        ),
        (
            '<link rel="amphtml" href="a"><link rel="not-canonical" href="b"><link href="/c"><a rel="canonical" href="/d">d</a>',
            None,
        ),
    ],
)
def test_canonical_link(links: str, canonical: str | None) -> None:
    assert meta_of(f"<html><head>{links}</head><p>Text</p></html>").canonical == canonical


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang='de-DE'><p>Text</p>", "de-DE"),
        ("<html xml:lang=' sv '><p>Text</p>", "sv"),
        ("<html lang='' xml:lang='sv'><p>Text</p>", "sv"),
        ("<html><body lang='de'><p lang='fr'>Text</p>", None),
        ("<html lang='de'><p>Text</p></html><html lang='fr'><p>More</p>", "de"),
    ],
)
def test_declared_language(page: str, language: str | None) -> None:
    assert meta_of(page).language == language


# Microdata


@pytest.mark.parametrize(
    ("element", "values"),
    [
        ('<span itemprop="author">Ada <b>Brandt</b>\n </span>', [("author", "Ada Brandt")]),
        ('<span itemprop="datePublished" content="2024-02-03">on Saturday</span>', [("datepublished", "2024-02-03")]),
        ('<time itemprop="dateModified" datetime="2024-02-03T09:00">9 am</time>', [("datemodified", "2024-02-03T09:00")]),
        ('<time itemprop="dateModified" datetime="">9 am</time>', [("datemodified", "9 am")]),
        ('<meta itemprop="headline" content=" Ferry  stays ">', [("headline", "Ferry stays")]),
        ('<a itemprop="url" href="/ferry"><img src="/ship.jpg"></a>', [("url", "/ferry")]),
        ('<a itemprop="url" href="/ferry">Read</a>', [("url", "Read")]),
        ('<img itemprop="image" src="/ship.jpg">', [("image", "/ship.jpg")]),
        (
            '<span itemprop="author creator rating Name">Ada Brandt</span>',
            [("author", "Ada Brandt"), ("creator", "Ada Brandt"), ("name", "Ada Brandt")],
        ),
        ('<span itemprop="articleBody">The story</span>', []),
        ('<span itemprop="author"> </span><span itemprop="">x</span>', []),
        (
            '<p itemprop="author">Ada<style>b { color: red }</style><script>var a = 1;</script><noscript>n</noscript> Brandt',
            [("author", "Ada Brandt")],
        ),
        ('<p itemprop="author">Ada<script type="application/ld+json">{}</script> Brandt', [("author", "Ada Brandt")]),
        ('<noscript><meta itemprop="author" content="Ada Brandt"></noscript>', [("author", "Ada Brandt")]),
    ],
)
def test_property(element: str, values: list[tuple[str, str]]) -> None:
    assert list(meta_of(f"<html><body><p>Text</p>{element}</body></html>").microdata) == values


def test_properties_in_one_another_are_told_from_the_outside_in() -> None:
    page = """<div itemprop="author" itemscope>By <a itemprop="url" href="/ada"><span itemprop="name">Ada Brandt</span></a>,
        Nordhafen</div><span itemprop="publisher">The Tidewater Gazette</span>"""
    assert meta_of(f"<html>{page}</html>").microdata == (
        ("author", "By Ada Brandt, Nordhafen"),
        ("url", "Ada Brandt"),
        ("name", "Ada Brandt"),
        ("publisher", "The Tidewater Gazette"),
    )


def test_properties_without_end_take_no_time() -> None:
    start = time.process_time()
    read_html('<div itemprop="name">' * 30_000 + "word " * 30_000)
    assert time.process_time() - start < 5


def test_plain_text_says_nothing_of_itself() -> None:
    assert newsclean.explain(f"Ferry stays in port\n{WRITTEN}").document.meta == PageMeta()
