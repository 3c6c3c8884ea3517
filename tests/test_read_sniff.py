"""Telling HTML from text, with what tempts to tell it wrong."""

import time
from typing import Final

import pytest

import newsclean
from newsclean.read.sniff import LOOKED_AT, looks_like_html

PROSE: Final = "The ferry to the outer islands will not run before the ice is gone, said the harbour office on Tuesday. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!DOCTYPE html><title>Harbour</title>Text", id="doctype"),
        pytest.param('\n\n <!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">Text', id="old doctype after blank lines"),
        pytest.param("<?xml version='1.0'?>\n<!DOCTYPE html><html>", id="XHTML"),
        pytest.param("<?xml version='1.0'?><html xmlns='x'>", id="XHTML without a doctype"),
        pytest.param("<html lang=de>Text", id="html"),
        pytest.param("<HEAD><TITLE>Harbour", id="head"),
        pytest.param("<body class=x>Text", id="body"),
        pytest.param("<!-- saved from the Tidewater Gazette --><div>Text", id="comment first"),
        pytest.param("<!-- nothing else -->", id="comment only"),
        pytest.param("<div>One line</div>", id="fragment that closes"),
        pytest.param("<p>One</p>", id="paragraph"),
        pytest.param('<div class="story">One line, never closed', id="fragment with an attribute"),
        pytest.param('<meta charset="utf-8">Text', id="meta"),
        pytest.param("<article>\n<h1>Ferry</h1>", id="article"),
        pytest.param("<table><tr><td>1</table>", id="table"),
        pytest.param("Ferry<br>Ice<br/>Harbour<br />End", id="three line breaks"),
        pytest.param(f"{PROSE}<p>{PROSE}<p class='x'>{PROSE}<em>{PROSE}", id="text first, then tags"),
        pytest.param(f"<b>{PROSE}</b>{PROSE * 3}<i>{PROSE}</i>", id="one tag for every 400 characters"),
    ],
)
def test_html(text: str) -> None:
    assert looks_like_html(text)
    assert newsclean.explain(text).document.is_html


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(PROSE, id="prose"),
        pytest.param("<", id="a sign"),
        pytest.param("x < y, and y > z, but a<b and c>d", id="signs of arithmetic"),
        pytest.param("<title> is the tag that search engines look at first.", id="opens with a tag's name"),
        pytest.param("<p> and <br> are where every course begins.", id="opens with two tags' names"),
        pytest.param("<divine> was the name of the ship", id="a word in brackets"),
        pytest.param("<doctype> alone says nothing", id="no declaration"),
        pytest.param("<headline>Ferry stays in port</headline>", id="a name that only begins like one of HTML"),
        pytest.param("<harbour@example.org> wrote: <ferry@example.org> answered: <ice@example.org>", id="addresses"),
        pytest.param("<https://example.org/a> <https://example.org/b> <https://example.org/c>", id="links of Markdown"),
        pytest.param(f"{PROSE}The tags <b>, <i> and <p> are old. {PROSE * 12}", id="three tags in 1,400 characters"),
        pytest.param(f"{PROSE}Use <br> or </p>.", id="two tags"),
        pytest.param("std::vector<p_type> a; map<string, int> b; list<item> c; set<tablet> d;", id="templates of C++"),
        pytest.param("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", id="escaped tags"),
        pytest.param("# Ferry\n\n> quoted\n\n- <ice>\n- <snow>\n- <wind>", id="Markdown"),
        pytest.param(f"{PROSE * 250}{'<p>One</p>' * 5000}", id="tags behind what is looked at"),
    ],
)
def test_text(text: str) -> None:
    assert not looks_like_html(text)
    assert not newsclean.explain(text).document.is_html


@pytest.mark.parametrize(("tags", "length", "is_html"), [(3, 1200, True), (3, 1201, False), (2, 100, False), (50, 20_000, True)])
def test_tags_have_to_be_frequent(tags: int, length: int, is_html: bool) -> None:
    text = f"Ferry{'<br>' * tags}".ljust(length, "x")
    assert looks_like_html(text) is is_html
    assert looks_like_html(text.ljust(LOOKED_AT, "x")) is (tags == 50)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!-- harbour -->" * 2000 + "end", id="comments"),
        pytest.param("<?xml" * 5000, id="declarations"),
        pytest.param("<p" + " " * 100_000, id="a tag that never ends"),
        pytest.param("<p " * 30_000, id="tags that never end"),
        pytest.param("<p" + "\n a=b" * 30_000, id="attributes that never end"),
        pytest.param("<" * 100_000, id="signs"),
        pytest.param(" " * 1_000_000, id="spaces"),
    ],
)
def test_hostile_beginnings_take_no_time(text: str) -> None:
    start = time.process_time()
    looks_like_html(text)
    assert time.process_time() - start < 1
