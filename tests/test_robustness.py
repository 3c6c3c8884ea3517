"""Input that is hardly a document: never an exception, never a hang, always an article that says why it is empty."""

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsclean
from newsclean.article import Article
from rendering import Scaffold, Shape, render
from seed_documents import SEEDS, SourceDocument, essence, folded
from strategies import any_text, tag_soup, tag_trees

half = settings(max_examples=settings().max_examples // 2)

SECONDS = 30  # of CPU time, on a slow core: a peer that hangs takes minutes

LONG_WORDS = "The ferry to the outer islands will not run before the ice is gone. "
# Words and signs that bylines and lines of dates are made of, and characters that are letters and make no word
ODD = (
    "By", "von", "作者：", "记者", "文／", "・", "Photo:", "Published", "updated", "in", "and", "und", "&", "AFP", "Suvi",
    "TAMM", "Mc", "A.", "林若溪", "2015", "14.02.", "Feb", "7:15", "3h", "年", ".", "-", "|", "(", ")", "@", "/", ":", "…",
    "ʼ", "ˮ", "々", "ㄱ", "ı", "ª",
)  # fmt: skip
PIXELS = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02" + bytes(range(256)) * 20
STORY = "\n".join(f"<p>{folded(part.text)}</p>" for part in SEEDS[0].story)


def assert_sound(article: Article) -> None:
    """An article that is whole: it can be written out, and says why it is empty where it is."""
    assert isinstance(article, Article)
    assert article.body or article.warnings, "empty, and no word about it"
    assert all(warning.strip() for warning in article.warnings)
    article.to_json().encode("utf-8")


# Anything at all


@given(st.binary(max_size=600))
@example(b"\xff\xfe\x00")
@example(b"\x00\x00\xfe\xff\x00")
@example(b"\xef\xbb\xbf")
@example(b"<meta charset=rot13><p>Text")
@example(b"<meta charset=utf-7><p>+AGEAYgBj-")
@example(b"<?xml version='1.0' encoding='hex'?><p>Text</p>")
def test_any_bytes(source: bytes) -> None:
    assert_sound(newsclean.clean(source))


@given(any_text)
def test_any_text(source: str) -> None:
    assert_sound(newsclean.clean(source))
    assert_sound(newsclean.clean_text(source))


@given(st.one_of(tag_trees(), tag_soup(), any_text))
def test_any_page(source: str) -> None:
    assert_sound(newsclean.clean_html(source))


@half
@given(st.one_of(any_text, tag_soup(), st.binary(max_size=300)))
def test_all_that_reads_fields_or_strips(source: str | bytes) -> None:
    headline = newsclean.pull_headline(source)
    byline = newsclean.pull_byline(source)
    published = newsclean.pull_date(source)
    article = newsclean.clean(source)
    assert (headline, byline, published) == (article.headline, article.byline, article.published)
    assert isinstance(newsclean.strip_chrome(source), str)


@half
@given(
    st.sampled_from(SEEDS),
    st.sampled_from(Scaffold),
    st.sampled_from(["utf-8", "utf-16", "shift_jis"]),
    st.integers(min_value=0, max_value=6000),
    st.binary(max_size=4),
)
def test_cut_and_damaged_pages(seed: SourceDocument, scaffold: Scaffold, encoding: str, cut: int, damage: bytes) -> None:
    page = render(seed.parts, seed.truth, Shape(scaffold)).html.encode(encoding, "replace")
    assert_sound(newsclean.clean(page[:cut]))
    assert_sound(newsclean.clean(page[:cut] + damage + page[cut:]))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_page_cut_in_the_last_paragraph_has_all_others(seed: SourceDocument) -> None:
    page = render(seed.parts, seed.truth, Shape()).html
    cut = page[: page.index(folded(seed.story[-1].text)) + 20]
    assert essence(newsclean.clean(cut)).paragraphs[: len(seed.story) - 1] == seed.truth.paragraphs[:-1]


# Nothing to find

EMPTY = {
    "nothing": "",
    "no bytes": b"",
    "blank lines": " \n\t\r\n\u3000\n",
    "a byte order mark": "\ufeff",
    "a byte order mark as bytes": b"\xef\xbb\xbf",
    "a comment": "<!-- nothing but a comment -->",
    "an open comment": "<!-- nothing but a comment",
    "comments in a document": "<!DOCTYPE html><!-- one --><!-- two -->",
    "an empty document": "<html><head></head><body></body></html>",
    "an empty body": "<!DOCTYPE html><body>  \n </body>",
    "a head alone": "<html><head><title></title><meta name='robots' content='none'></head>",
    "a script": "<script>document.write('<p>Not of the page.</p>')</script>",
    "an XML declaration": '<?xml version="1.0" encoding="utf-8"?>',
    "a picture": PIXELS,
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "an archive": b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(256)),
    "NULs": "\x00" * 1000,
    "NUL bytes": b"\x00" * 1000,
    "a doctype": "<!DOCTYPE html>",
}


@pytest.mark.parametrize("source", EMPTY.values(), ids=EMPTY.keys())
def test_nothing_to_find(source: str | bytes) -> None:
    article = newsclean.clean(source)
    assert article.body == ()
    assert article.headline is None
    assert article.published is None
    assert article.warnings


# Strange, but a story

STRANGE = {
    "a str with an XML declaration": f'<?xml version="1.0" encoding="utf-16"?>\n<html><body>{STORY}</body></html>',
    "a str that declares another encoding": f'<html><head><meta charset="shift_jis"></head><body>{STORY}</body></html>',
    "a huge attribute": f'<html><body><div data-state="{"x" * 11_000_000}"></div>{STORY}</body></html>',
    "a huge inline picture": f'<html><body><img src="data:image/png;base64,{"A" * 11_000_000}">{STORY}</body></html>',
    "a huge script": f"<html><body><script>var a = '{'x' * 11_000_000}';</script>{STORY}</body></html>",
    "a huge comment": f"<html><body><!-- {'x' * 11_000_000} -->{STORY}</body></html>",
    "NULs between paragraphs": STORY.replace("\n", "\n\x00\n"),
    "20,000 attributes": f"<html><body><div {' '.join(f'a{n}=1' for n in range(20_000))}>{STORY}</div></body></html>",
    "50,000 empty elements": f"<html><body>{'<span></span>' * 50_000}{STORY}</body></html>",
    "50,000 classes": f'<html><body><div class="{" ".join(map(str, range(50_000)))}">{STORY}</div></body></html>',
    "no end tags": "<html><body>" + STORY.replace("</p>", ""),
    "nested 200 deep": "<html><body>" + "<div>" * 200 + STORY,
    "end tags without a start": f"<html><body>{'</div></p></td>' * 1000}{STORY}</body></html>",
    "two documents": f"<html><body></body></html><html><body>{STORY}</body></html>",
    "a story below the end": f"<html><body><p>Home</p></body></html>{STORY}",
    "a form around all": f"<html><body><form action='/'>{STORY}</form></body></html>",
}


@pytest.mark.parametrize("source", STRANGE.values(), ids=STRANGE.keys())
def test_strange_pages_still_give_their_story(source: str) -> None:
    article = within_seconds(lambda: newsclean.clean(source))
    assert essence(article).paragraphs == SEEDS[0].truth.paragraphs


@given(st.lists(st.lists(st.sampled_from(ODD), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=3))
@example([". . . . . . . . ."])
@example(["By ʼ ʼ"])
def test_strange_lines_beside_the_headline(lines: list[str]) -> None:
    marked = "".join(f'<p class="byline"><a rel="author" href="/authors/x">{line}</a></p><div>{line}</div>' for line in lines)
    assert_sound(newsclean.clean(f"<html><title>{lines[0]}</title><body><h1>Ferry waits</h1>{marked}{STORY}</body></html>"))
    assert_sound(newsclean.clean("\n".join(["Ferry waits", *lines, *(folded(part.text) for part in SEEDS[0].story)])))


def test_lone_surrogates_and_nuls_leave_the_other_paragraphs_alone() -> None:
    seed = SEEDS[0]
    source = seed.source.replace(seed.story[3].text, seed.story[3].text[:50] + "\ud83d\x00" + seed.story[3].text[50:])
    found = essence(newsclean.clean(source))
    assert found.headline == seed.truth.headline
    assert found.paragraphs[:3] + found.paragraphs[4:] == seed.truth.paragraphs[:3] + seed.truth.paragraphs[4:]


# Large and deep

LARGE: dict[str, Callable[[], str | bytes]] = {
    "a line of 20 MB": lambda: LONG_WORDS * (20_000_000 // len(LONG_WORDS)),
    "a word of 20 MB": lambda: "a" * 20_000_000,
    "a paragraph of 4 MB": lambda: f"<html><body><p>{LONG_WORDS * (4_000_000 // len(LONG_WORDS))}</p></body></html>",
    "20 MB of spaces": lambda: "Word" + " " * 20_000_000 + "word",
    "a million blank lines": lambda: "\n" * 1_000_000 + LONG_WORDS,
    "20,000 lines": lambda: f"{LONG_WORDS}\n" * 20_000,
    "50,000 divs in divs": lambda: "<div>" * 50_000 + LONG_WORDS + "</div>" * 50_000,
    "50,000 divs in divs, all open": lambda: "<html><body>" + "<div>" * 50_000 + LONG_WORDS,
    "50,000 spans in spans": lambda: "<html><body><p>" + "<span>" * 50_000 + LONG_WORDS,
    "20,000 lists in lists": lambda: "<html><body>" + "<ul><li>item" * 20_000,
    "2,000 tables in tables": lambda: "<html><body>" + "<table><tr><td>cell" * 2_000,
    "20,000 paragraphs": lambda: "<html><body>" + "<p>A short one." * 20_000,
    "a table of 50,000 cells": lambda: f"<html><body><table>{'<tr><td>1<td>2<td>3<td>4<td>5' * 10_000}</table>",
    "100,000 links": lambda: "<html><body>" + "<a href=/>word</a> " * 100_000,
    "unclosed brackets": lambda: "<html><body>" + "<" * 1_000_000,
    "200,000 entities": lambda: "<html><body><p>" + "&amp;" * 200_000,
    "deep JSON-LD": lambda: f'<html><script type="application/ld+json">{"[" * 100_000}</script><body>{STORY}',
    "colons and digits": lambda: "12:" * 300_000 + "\n" + "1." * 300_000,
    "open brackets and quotes": lambda: "(“" * 300_000,
}


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE.keys())
def test_large_and_deep_input_is_done_in_time(make: Callable[[], str | bytes]) -> None:
    source = make()
    assert_sound(within_seconds(lambda: newsclean.clean(source)))


def within_seconds(clean: Callable[[], Article]) -> Article:
    """The article, if it did not take too long."""
    start = time.process_time()
    article = clean()
    assert time.process_time() - start < SECONDS
    return article


# Wrong types are the caller's mistake


@pytest.mark.parametrize("source", [None, 1, ["A line"]], ids=repr)
@pytest.mark.parametrize(
    "function",
    [newsclean.clean, newsclean.clean_text, newsclean.clean_html, newsclean.explain, newsclean.strip_chrome],
    ids=lambda function: function.__name__,
)
def test_a_wrong_type_raises(function: Callable[[object], object], source: object) -> None:
    with pytest.raises(TypeError):
        function(source)
