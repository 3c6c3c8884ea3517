"""Pages to blocks: what is a block, what is marked in it, what form it has, and in which boxes it stands."""

import gc
import time
from typing import Final

import pytest
from hypothesis import given

import newsclean
from newsclean.category import Kind
from newsclean.document import Block, Container, Document, Mark, PageMeta
from newsclean.read.decode import decode
from newsclean.read.html import read_html
from newsclean.read.page import DEEPEST
from strategies import tag_soup, tag_trees

CAPTION_NAMES: Final = """
    caption caption-text image_caption media-caption__text c-article-caption__content caption_wrapper figcaption cutline pie-foto
    pie_de_foto piefoto photo_sign img_descr img-description image-description bildunterschrift Bildunterzeile bildtext legende
    photo-legende legenda foto-legenda didascalia epigrafe bijschrift fotobijschrift onderschrift billedtekst bildetekst
    kuvateksti foto-podpis podpis_zdjecia popisek""".split()

TIMES: Final = (
    "15:02, 9:05, 00:00, 24:00, 15:02:33, 3.15pm, 3:15 p.m., 3pm, 3 PM, 12.30 a.m., 11:59 AM ET, 3.15pm BST, 14h05, 14h, 15:02h, "
    "15:02 h, 15:02 hs, 15:02 hrs, 15:02 Uhr, 15.02 Uhr, 15 Uhr, 15:02 CET, 15:02 CEST, 15:02 GMT, 15:02 GMT+1, 15:02 UTC+10, "
    "15:02 MSK, kl. 15.02, kl 15:02, klo 15.02, 15时02分, 15時, 15時05分"
).split(", ")

NO_TIMES: Final = (
    "15.02; 15; 15:2; 15:60; 25:00; 115:02; 15:02 Ferry stays in port; at 15:02; 15:02 – 16:02; 15-02; 16:9; 3 p.m. on Tuesday; "
    "Tuesday, 15:02; 2024-02-03 15:02; 15:02 Live; 15:02 NEWS; 1.5h; h; pm; Uhr; 15:; :02; 15:02pm and more; 3.15; 1:02:3; "
    "13h60; klo; ١٥:٠٢; 15 h of waiting"
).split("; ")


def read(page: str) -> Document:
    """The page as everybody reads it, whatever it begins with."""
    return newsclean.explain(f"<!DOCTYPE html>{page}").document


def texts(page: str) -> list[str]:
    return [block.text for block in read(page).blocks]


def only(page: str) -> Block:
    (block,) = read(page).blocks
    return block


def marked(block: Block) -> list[tuple[str, str]]:
    """The marks of a block as their tags and what the block says where they stand."""
    return [(mark.tag, block.text[mark.start : mark.end]) for mark in block.marks]


def path(document: Document, block: Block) -> str:
    """The tags from the root to the element that the block stands in."""
    tags = []
    index = block.container
    while index >= 0:
        tags.append(document.containers[index].tag)
        index = document.containers[index].parent
    return "/".join(reversed(tags))


def assert_consistent(document: Document) -> None:
    """The containers are in pre-order, each subtree is a slice of blocks, and a block is in the slices of its own boxes alone."""
    assert document.containers[0].parent == -1
    assert (document.containers[0].first, document.containers[0].last) == (0, len(document.blocks))
    inside: list[set[int]] = [set() for _ in document.blocks]
    for index, box in enumerate(document.containers[1:], start=1):
        assert box.first < box.last, "it holds no block"
        around = document.containers[box.parent]
        assert box.parent < index
        assert around.first <= box.first <= box.last <= around.last
        assert box.first >= document.containers[index - 1].first, "no pre-order"
        for order in range(box.first, box.last):
            inside[order].add(index)
    for order, block in enumerate(document.blocks):
        boxes, index = set(), block.container
        while index > 0:
            boxes.add(index)
            index = document.containers[index].parent
        assert (block.order, block.tag) == (order, document.containers[block.container].tag)
        assert inside[order] == boxes
        assert block.text.strip()
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)


# Blocks


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One<p>Two<p>Three", ["One", "Two", "Three"]),
        ("One<br>two<br/>three<br><br>four", ["One", "two", "three", "four"]),
        ("One</br>two", ["One", "two"]),
        ("One<hr>two", ["One", "two"]),
        ("<div>One<div>Two</div>three</div>four", ["One", "Two", "three", "four"]),
        ("<p>One <b>two</b>, <i>three</i>.</p>", ["One two, three."]),
        ("<p>One<span>Two</span>Three</p>", ["OneTwoThree"]),
        ("<p>a<wbr>b<wbr>c d<img src=x>e<input>f</p>", ["abc def"]),
        ("<p>One <script>two</script>three<style>four</style> five<!-- six -->seven</p>", ["One three fiveseven"]),
        ("<p>a<meta itemprop=x content=y>b</p><p>c<link rel=x>d</p>", ["a", "b", "c", "d"]),
        ("<ul><li>One<li>Two <b>bold</b></ul>", ["One", "Two bold"]),
        ("<dl><dt>One<dd>Two</dl>", ["One", "Two"]),
        ("<select><option>One<option selected>Two</select>", ["One", "Two"]),
        ("<p>One<button>Two</button></p><label>Three <input></label>", ["One", "Two", "Three"]),
        ("<textarea>One <b>two</b></textarea>", ["One <b>two</b>"]),
        ("<details><summary>One</summary>Two</details>", ["One", "Two"]),
        ("<p>漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>と", ["漢字(じ)と"]),
        ("<x-story><x-line>One</x-line>Two</x-story>", ["One", "Two"]),
        ("<picture><source><img>One</picture><map><area>Two</map>", ["OneTwo"]),
        ("One<table><tr><td>Two</table>three", ["One", "Two", "three"]),
        ("<p>&lt;p&gt; &amp;amp; &eacute; &#8220;&#x201d; &nosuch;</p>", ["<p> &amp; é “” &nosuch;"]),
        ("<p>One\0Two</p>", ["OneTwo"]),
        ("<p>One</p></body></html><p>Two</p>", ["One", "Two"]),
        ("<p>One</html></p><html><body><p>Two", ["One", "Two"]),
        ("<head><title>Title</title></head>One", ["One"]),
    ],
)
def test_blocks(page: str, blocks: list[str]) -> None:
    assert texts(page) == blocks
    assert_consistent(read(page))


@pytest.mark.parametrize(
    "tag",
    "applet audio canvas iframe math meter noframes noscript object progress script style svg template video".split(),
)
def test_what_no_reader_sees_is_no_block(tag: str) -> None:
    page = f"<p>One</p><{tag}>no <span>block</span></{tag}><p>Two <{tag}>nor <b>this</b></{tag}>three</p>"
    assert texts(page) == ["One", "Two three"]


def test_story_goes_on_behind_elements_that_parsers_do_not_close() -> None:
    assert texts("<div><embed src=x><p>One</p></div><picture><source><p>Two</p>") == ["One", "Two"]


@pytest.mark.parametrize(
    "page", ["", " \n", "<!-- one -->", "<p></p><div> </div>", "<p>&nbsp;</p>", "<pre>\n \n</pre>", "<script>x</script>"]
)
def test_nothing_to_read_gives_no_block(page: str) -> None:
    document = read_html(page)
    assert document.blocks == ()
    assert (document.containers[0].tag, document.containers[0].parent) == ("html", -1)
    assert_consistent(document)


def test_page_that_is_given_in_utf_8_as_well_is_the_same() -> None:
    page = "<p>Fähre\0</p>One</br>two"
    assert read_html(page, utf8=page.encode()) == read_html(page)
    assert [block.text for block in read_html(page, utf8=page.encode()).blocks] == ["Fähre", "One", "two"]


def test_document_tells_where_it_came_from() -> None:
    page = "\0<p>One</p>"
    assert read_html(page, ("a warning",)) == Document(
        blocks=(Block(0, "One", "p", Kind.PARAGRAPH, 2),),
        containers=(Container(-1, "html", "", 0, 1), Container(0, "body", "", 0, 1), Container(1, "p", "", 0, 1)),
        meta=PageMeta(),
        is_html=True,
        source=page,
        warnings=("a warning",),
    )


# Whitespace


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p> \n One \t two\r\n\xa0three&nbsp;\u2003four </p>", "One two three four"),
        ("<p><b>One</b> <i>two</i></p>", "One two"),
        ("<p><b>One </b><i>two</i></p>", "One two"),
        ("<p><b>One</b><i> two</i></p>", "One two"),
        ("<p><b>One </b> <i> two</i></p>", "One two"),
        ("<p>One<b> </b>two</p>", "One two"),
        ("<p>One<b></b>two</p>", "Onetwo"),
        ("<p>One<span> <b> <i> two</i></b></span></p>", "One two"),
        ("<p>One &amp; two&nbsp;&nbsp;three</p>", "One & two three"),
        ("<p>One<!-- a --> <!-- b -->two</p>", "One two"),
        ("<p>o<b>n</b>e</p>", "one"),
    ],
)
def test_whitespace_is_folded_across_elements(page: str, text: str) -> None:
    assert only(page).text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<pre>\n\n  one\n    two  three\n\n</pre>", "  one\n    two  three"),
        ("<pre>  \n\tone\r\ntwo</pre>", "\tone\ntwo"),
        ("<pre>one<br>two</pre>", "one\ntwo"),
        ("<pre><code>one\n  <b>two</b></code></pre>", "one\n  two"),
        ("<pre>one  </pre>", "one"),
    ],
)
def test_preformatted_text_keeps_its_lines(page: str, text: str) -> None:
    block = only(page)
    assert (block.text, block.kind) == (text, Kind.PREFORMATTED)


def test_whitespace_is_folded_again_behind_preformatted_text() -> None:
    assert texts("<pre> a  b\n c<pre>d  e</pre></pre><p>f  g</p>") == [" a  b\n c", "d  e", "f g"]


# Marks


@pytest.mark.parametrize(
    ("page", "marks"),
    [
        ("<p>One <b>two</b> three</p>", [("b", "two")]),
        ("<p>One <b> two </b> three</p>", [("b", "two")]),
        ("<p>One<b> two</b></p>", [("b", "two")]),
        ("<p> <b>One</b>two</p>", [("b", "One")]),
        ("<p><a href=x>One</a><a href=y>two</a></p>", [("a", "One"), ("a", "two")]),
        ("<p>a <b> <i> b</i> c</b></p>", [("i", "b"), ("b", "b c")]),
        ("<p>x<b><i> y</i></b></p>", [("i", "y"), ("b", "y")]),
        ("<p>a<b>b</b></p>", [("b", "b")]),
        ("<p>😀 é <b>two 😀</b></p>", [("b", "two 😀")]),
        ("<p>One <b> </b>two <i></i></p>", []),
        ("<p><span>One</span> <small>two</small> <u>three</u></p>", []),
        ("<p><span class>One</span> <span id=''>two</span> <span class=' '>three</span></p>", []),
        (
            "<p><span class=x>One</span> <small id=y>two</small> <u itemprop=z>three</u> <q rel=w>four</q></p>",
            [
                ("span", "One"),
                ("small", "two"),
                ("u", "three"),
                ("q", "four"),
            ],
        ),
        (
            "<p><a>1</a><b>2</b><cite>3</cite><em>4</em><i>5</i><strong>6</strong><time>7</time></p>",
            [
                ("a", "1"),
                ("b", "2"),
                ("cite", "3"),
                ("em", "4"),
                ("i", "5"),
                ("strong", "6"),
                ("time", "7"),
            ],
        ),
        ("<pre>\n  one <b>two\n  three</b> <i> four</i>\n\n</pre>", [("b", "two\n  three"), ("i", " four")]),
        ("<pre><b>\n\none\n\n</b></pre>", [("b", "one")]),
        ("<pre>one<b>\n \n</b></pre>", []),
    ],
)
def test_marks_stand_where_their_text_is(page: str, marks: list[tuple[str, str]]) -> None:
    assert marked(only(page)) == marks


def test_mark_tells_what_the_element_says() -> None:
    page = """<p>By <a href="/Ada?b=1&amp;c" REL="Author" class="Byline  name" id="A" itemprop="Author" role="x">Ada</a>,
        <time datetime="2024-02-03">Saturday</time></p>"""
    assert only(page).marks == (
        Mark(3, 6, "a", "/Ada?b=1&c", "Author", "Author", "", "Byline  name A"),
        Mark(8, 16, "time", None, "", "", "2024-02-03", ""),
    )


def test_inline_element_across_blocks_marks_each() -> None:
    blocks = read("<a href=x>one <div>two <b>three</b></div> four<br>five</a> six").blocks
    assert [(block.text, marked(block)) for block in blocks] == [
        ("one", [("a", "one")]),
        ("two three", [("b", "three"), ("a", "two three")]),
        ("four", [("a", "four")]),
        ("five six", [("a", "five")]),
    ]
    assert [block.link_characters for block in blocks] == [3, 9, 4, 4]


def test_unclosed_inline_element_ends_with_its_box() -> None:
    assert [(block.text, marked(block)) for block in read("<div>One <b>two</div><p>three</p>").blocks] == [
        ("One two", [("b", "two")]),
        ("three", []),
    ]


def test_marks_inside_one_another_are_told_so_far_and_no_farther() -> None:
    block = only(f"<p>{'<b>' * (DEEPEST + 5)}One{'</b>' * (DEEPEST + 5)} <i>two</i></p>")
    assert marked(block) == [("b", "One")] * DEEPEST + [("i", "two")]


@pytest.mark.parametrize(
    ("page", "characters"),
    [
        ("<p>One</p>", 0),
        ("<p>One <a href=x>two</a> <a href=y> three </a></p>", 8),
        ("<p>One <a onclick='go()'>two</a></p>", 3),
        ("<p><a name=top>One two three</a></p>", 0),
        ("<p><a name=top href=x>One</a></p>", 3),
        ("<p>One <span href=x>two</span></p>", 0),
    ],
)
def test_characters_in_links(page: str, characters: int) -> None:
    assert only(page).link_characters == characters


# Forms


@pytest.mark.parametrize(
    ("page", "forms"),
    [
        ("<p>x", [(Kind.PARAGRAPH, None)]),
        (
            "".join(f"<h{level}>x</h{level}>" for level in range(1, 8)),
            [(Kind.CROSSHEAD, level) for level in range(1, 7)] + [(Kind.PARAGRAPH, None)],
        ),
        ("<h2><span>x</span></h2><h3><div>x</div></h3>", [(Kind.CROSSHEAD, 2), (Kind.CROSSHEAD, 3)]),
        ("<h2>x<p>x", [(Kind.CROSSHEAD, 2), (Kind.PARAGRAPH, None)]),
        ("<li>x", [(Kind.LIST_ITEM, 1)]),
        (
            "<ul><li>x<ol><li>x<ul><li>x</ul>x</ol>x</ul>x",
            [
                (Kind.LIST_ITEM, 1),
                (Kind.LIST_ITEM, 2),
                (Kind.LIST_ITEM, 3),
                (Kind.LIST_ITEM, 2),
                (Kind.LIST_ITEM, 1),
                (Kind.PARAGRAPH, None),
            ],
        ),
        ("<ul><li><p>x</p><div>x</div></li></ul>", [(Kind.LIST_ITEM, 1)] * 2),
        ("<ul><li><h3>x</h3><li><blockquote>x</blockquote></ul>", [(Kind.CROSSHEAD, 3), (Kind.QUOTE, None)]),
        ("<ul>x<li>x</ul>", [(Kind.PARAGRAPH, None), (Kind.LIST_ITEM, 1)]),
        ("<blockquote>x<p>x</p><footer>x</footer></blockquote>x", [(Kind.QUOTE, None)] * 3 + [(Kind.PARAGRAPH, None)]),
        ("<blockquote><ul>x<li>x</ul></blockquote>", [(Kind.PARAGRAPH, None), (Kind.LIST_ITEM, 1)]),
        ("<li><article><p>x</article></li><h2><section>x</section></h2><li><aside>x</aside>", [(Kind.PARAGRAPH, None)] * 3),
        ("<li><table><tr><td>x</table>", [(Kind.PARAGRAPH, None)]),
        ("<pre>x<div>x</div></pre>", [(Kind.PREFORMATTED, None)] * 2),
    ],
)
def test_form_is_that_of_the_nearest_element_that_gives_one(page: str, forms: list[tuple[Kind, int | None]]) -> None:
    assert [(block.kind, block.level) for block in read(page).blocks] == forms


@pytest.mark.parametrize(
    "page",
    [
        "<figcaption>x</figcaption>",
        "<figure><img><figcaption><p>x</p></figcaption></figure>",
        "<figure><img>x</figure>",
        "<figure><img><span>x</span> <small>y</small></figure>",
        "<p class='wp-caption-text'>x</p>",
        "<div class='photo Figure__Caption'><div>x</div></div>",
        "<p><span class='ImageCaption'>x</span></p>",
        "<p><i><span id='caption'>x y</span></i></p>",
        "<section class='captions'>x</section>",
        *(f"<div class='{name}'>x</div>" for name in CAPTION_NAMES),
    ],
)
def test_caption(page: str) -> None:
    assert only(page).kind is Kind.CAPTION


@pytest.mark.parametrize(
    "page",
    [
        "<p class='caption-toggle'>x</p>",
        "<div class='has-caption'>x</div>",
        "<div class='block with_caption'>x</div>",
        "<p class='text-caption'>x</p>",
        "<p class='recaption captionless'>x</p>",
        "<p class='image-credit'>x</p>",
        "<p class='photo-description-link'>x</p>",
        "<p class='legend'>x</p>",
        "<p>x <span class='caption'>y</span></p>",
        "<figure><p>x</p></figure>",
        "<div class='caption'><article>x</article></div>",
        "<table><caption>x</caption></table>",
        "<p data-caption='caption'>x</p>",
    ],
)
def test_no_caption(page: str) -> None:
    assert only(page).kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("<h2 class='caption'>x</h2>", Kind.CROSSHEAD),
        ("<ul><li class='caption'>x</ul>", Kind.LIST_ITEM),
        ("<figure><blockquote>x</blockquote></figure>", Kind.QUOTE),
        ("<figure><pre>x</pre></figure>", Kind.PREFORMATTED),
        ("<figcaption><h3>x</h3></figcaption>", Kind.CROSSHEAD),
        ("<blockquote><span class=caption>x</span></blockquote>", Kind.QUOTE),
        ("<figcaption>15:02</figcaption>", Kind.CAPTION),
        ("<pre>15:02</pre>", Kind.PREFORMATTED),
        ("<blockquote>15:02</blockquote>", Kind.QUOTE),
    ],
)
def test_other_form_goes_before(page: str, kind: Kind) -> None:
    assert only(page).kind is kind


@pytest.mark.parametrize("text", TIMES)
@pytest.mark.parametrize("element", ["<p>{}</p>", "<h3><time>{}</time></h3>", "<ul><li> {} </li></ul>"])
def test_time_of_day_is_an_update(text: str, element: str) -> None:
    block = only(element.format(text))
    assert (block.text, block.kind, block.level) == (text, Kind.UPDATE, None)


@pytest.mark.parametrize("text", NO_TIMES)
def test_other_numbers_are_none(text: str) -> None:
    assert only(f"<p>{text}</p>").kind is Kind.PARAGRAPH


# Hidden


@pytest.mark.parametrize(
    ("page", "hidden"),
    [
        ("<p>x</p>", [False]),
        ("<p hidden>x</p><p>x</p>", [True, False]),
        ("<div hidden=until-found><div><p>x</p>x</div></div>x", [True, True, False]),
        ("<div style='color: red; DISPLAY : None'>x</div>", [True]),
        ("<div style='visibility:hidden'>x</div>", [True]),
        ("<div style='overflow: hidden; display: block'>x</div>", [False]),
        ("<div style='visibility: visible; background: none'>x</div>", [False]),
        ("<div hidden><div hidden>x</div>x</div>x", [True, True, False]),
        ("<p><span hidden>x</span></p>", [True]),
        ("<p><span hidden>x</span> y</p>", [False]),
        ("<p>y <span style='display:none'>x</span></p><p>x</p>", [False, False]),
        ("<span hidden>x<p>x</p></span>x", [True, True, False]),
        ("<p hidden>x<br>x", [True, True]),
        ("<img hidden>x<input hidden>", [False]),
        ("<p class=hidden aria-hidden=true>x</p>", [False]),
        ("<table hidden><tr><td>1<td>2<tr><td>3<td>4</table><p>x</p>", [True, False]),
        ("<table><tr><td>1<td hidden>2<tr><td>3<td>4</table>", [False]),
    ],
)
def test_hidden(page: str, hidden: list[bool]) -> None:
    assert [block.hidden for block in read(page).blocks] == hidden


# Tables


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        pytest.param("<tr><td>1<td>2<tr><td>3<td>4", (("1", "2"), ("3", "4")), id="two by two"),
        pytest.param(
            "<thead><tr><th>Port<th>Ferries</thead><tbody><tr><th>Varn<td> 12 \n a day</tbody><tfoot><tr><td>Sum<td>12</tfoot>",
            (("Port", "Ferries"), ("Varn", "12 a day"), ("Sum", "12")),
            id="head, body, foot",
        ),
        pytest.param(
            "<tr><td><p>1</p><p>b</p><td>2<br>c<tr><td>3<td><a href=x>four</a>", (("1 b", "2 c"), ("3", "four")), id="paragraphs"
        ),
        pytest.param(
            "<tr><td colspan=2>Ferries<tr><td>1<td>2<tr><td>3<td>4", (("Ferries",), ("1", "2"), ("3", "4")), id="colspan"
        ),
        pytest.param(
            "<tr><td><td>b<td><tr><td>1<td>2<td>3<tr><td>4<td>5<td>",
            (("", "b", ""), ("1", "2", "3"), ("4", "5", "")),
            id="empty cells",
        ),
        pytest.param("<tr><td> <td><tr><td>1<td>2<tr><td>3<td>4", (("1", "2"), ("3", "4")), id="empty row"),
        pytest.param("<tr><th>For<th>Against<tr><td><ul><li>1<li>2</ul><td>3", (("For", "Against"), ("1 2", "3")), id="lists"),
        pytest.param(f"<tr><td>{'x' * 200}<td>2<tr><td>3<td>4", (("x" * 200, "2"), ("3", "4")), id="longest cell"),
    ],
)
def test_table_of_data_is_one_block(page: str, rows: tuple[tuple[str, ...], ...]) -> None:
    document = read(f"<p>before</p><div><table id=t>{page}</table></div><p>after</p>")
    before, table, after = document.blocks
    assert (table.kind, table.rows, table.tag) == (Kind.TABLE, rows, "table")
    assert table.text == "\n".join(" | ".join(row) for row in rows)
    assert (before.text, after.text) == ("before", "after")
    assert path(document, table) == "html/body/div/table"
    assert_consistent(document)


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        pytest.param("<tr><td>1<td>2", ["1", "2"], id="one row"),
        pytest.param("<tr><td>1<tr><td>2<tr><td>3", ["1", "2", "3"], id="one column"),
        pytest.param("<tr><td>1<td><tr><td>2<td>3", ["1", "2", "3"], id="one row with two cells that say something"),
        pytest.param(f"<tr><td>{'x' * 201}<td>2<tr><td>3<td>4", ["x" * 201, "2", "3", "4"], id="a long cell"),
        pytest.param("<tr><td><h2>1</h2><td>2<tr><td>3<td>4", ["1", "2", "3", "4"], id="a heading"),
        pytest.param("<tr><td><form>1</form><td>2<tr><td>3<td>4", ["1", "2", "3", "4"], id="a form"),
        pytest.param("stray<tr><td>1<td>2<tr><td>3<td>4", ["stray", "1", "2", "3", "4"], id="text outside the cells"),
        pytest.param("<tr><td>1<td>2<tr>stray<td>3<td>4", ["1", "2", "stray", "3", "4"], id="text in a row"),
        pytest.param("<td>1<td>2<td>3<td>4", ["1", "2", "3", "4"], id="cells without a row"),
        pytest.param(
            "<tr><td>1<td>2<tr><td>3<td>4<caption>late</caption>", ["1", "2", "3", "4", "late"], id="a caption at the end"
        ),
        pytest.param(
            "<tr><td>a<td>b<tr><td>c<td><table><tr><td>1<td>2<tr><td>3<td>4</table>",
            ["a", "b", "c", "1 | 2\n3 | 4"],
            id="a table",
        ),
        pytest.param("<tr><td>", [], id="nothing"),
    ],
)
def test_table_of_layout_is_its_blocks(page: str, blocks: list[str]) -> None:
    document = read(f"<table>{page}</table>")
    assert [block.text for block in document.blocks] == blocks
    assert_consistent(document)


def test_caption_of_a_table_stands_before_it_in_a_box_of_its_own() -> None:
    document = read("<table><caption>Ferries <b>a day</b></caption><tr><td>1<td>2<tr><td>3<td>4</table><div>x</div>")
    assert [(block.text, path(document, block)) for block in document.blocks] == [
        ("Ferries a day", "html/body/table/caption"),
        ("1 | 2\n3 | 4", "html/body/table"),
        ("x", "html/body/div"),
    ]
    assert [box.tag for box in document.containers] == ["html", "body", "table", "caption", "div"]
    assert_consistent(document)


def test_table_sums_the_links_of_its_cells() -> None:
    block = only("<table><tr><td><a href=x>one</a><td>2<tr><td>3<td><a href=y>four</a></table>")
    assert (block.link_characters, block.marks) == (7, ())


# Containers


def test_containers_are_a_table_in_pre_order() -> None:
    page = """<html class="no-js"><body ID="Top" class="Story  Page" itemprop="x" role="Main"><main><h1>One</h1>
        <div class="empty"><img></div><section id="s"><p>Two <b>bold</b></p>Three</section></main><footer role="note">Four"""
    document = read(page)
    assert document.containers == (
        Container(-1, "html", "no-js", 0, 4),
        Container(0, "body", "story  page top x main", 0, 4),
        Container(1, "main", "", 0, 3),
        Container(2, "h1", "", 0, 1),
        Container(2, "section", "s", 1, 3),
        Container(4, "p", "", 1, 2),
        Container(1, "footer", "note", 3, 4),
    )
    assert [block.container for block in document.blocks] == [3, 5, 4, 6]
    assert_consistent(document)


def test_second_root_is_the_first_one() -> None:
    document = read("<html class=a><p>One</p></html><html class=b><p>Two</p></html>")
    assert [(box.tag, box.tokens) for box in document.containers].count(("html", "a")) == 1
    assert "b" not in {box.tokens for box in document.containers}
    assert [block.text for block in document.blocks] == ["One", "Two"]
    assert_consistent(document)


@given(tag_trees())
def test_any_tree_is_consistent(page: str) -> None:
    assert_consistent(read_html(page))


@given(tag_soup())
def test_any_soup_is_consistent(page: str) -> None:
    """Decoded first, as the reader gets it: half a character (a lone surrogate) is none that can be parsed."""
    assert_consistent(read_html(decode(page).text))


# Hostile pages


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        pytest.param("<div>" * 50_000 + "x", 1, id="50,000 divs in one another"),
        pytest.param("<div>x" * 50_000, 50_000, id="and a block in each"),
        pytest.param("<p>x</p>" * 100_000, 100_000, id="100,000 siblings"),
        pytest.param(f"<p class='{'caption ' * 1_000_000}x'>x</p>", 1, id="one huge attribute"),
        pytest.param(f"<p style='{'display ' * 1_000_000}'>x</p>", 1, id="one huge style"),
        pytest.param("<b class=x>" * 50_000 + "<p>x</p>" * 20_000, 20_000, id="unclosed marks over many blocks"),
        pytest.param("<table><tr><td>" * 3_000 + "x " * 100_000, 1, id="tables in one another"),
        pytest.param("<ul><li>" * 20_000 + "x", 1, id="lists in one another"),
        pytest.param("<pre>" + "<b>x</b>\n" * 50_000 + "</pre>", 1, id="marks in a preformatted block"),
        pytest.param("<pre>" + " " * 5_000_000 + "x</pre>", 1, id="spaces in a preformatted block"),
        pytest.param("<p>" + "word " * 4_000_000, 1, id="a line of 20 MB"),
        pytest.param("<" * 1_000_000, 1, id="signs"),
        pytest.param("&amp;" * 1_000_000, 1, id="entities"),
        pytest.param("<!--" * 500_000, 0, id="a comment without end"),
    ],
)
def test_hostile_pages_take_no_time(page: str, blocks: int) -> None:
    start = time.process_time()
    assert len(read_html(page).blocks) == blocks
    assert time.process_time() - start < 15


def test_page_is_let_go_without_the_collector() -> None:
    """The parser is part of a cycle. If it kept what was read, the pages would wait for the collector and make it slow."""

    def held() -> int:
        return sum(isinstance(each, Block | Container | Mark) for each in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = held()
        read_html("<p>One <b>and</b></p><p>two</p>" * 50)
        after = held()
    finally:
        gc.enable()
    assert after == before
