"""What holds for every document, shown on documents that are built out of the seeds."""

import dataclasses
import json
import os
import pickle
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsclean
from newsclean import lexicon
from newsclean.article import Article, BodyBlock, FrontBlock
from newsclean.category import Category
from newsclean.document import Span
from newsclean.verdict import Removed
from rendering import Declaration, Furniture, Metadata, Scaffold, Shape, encoded, render
from seed_documents import (
    DOCUMENTS,
    FRENCH,
    GERMAN,
    JAPANESE,
    RUSSIAN,
    SEED_000,
    SEED_002,
    SEED_004,
    SEEDS,
    Essence,
    Part,
    SourceDocument,
    differences,
    essence,
    folded,
    squeezed,
)
from strategies import (
    SEED_CHROME,
    Dress,
    FrontMix,
    Mix,
    any_text,
    cue_lines,
    dresses,
    front_mixes,
    head_and_tail,
    mixes,
    mixes_with_repeats,
    odd_mixes,
    shapes,
    tag_soup,
    tag_trees,
    uneven_gaps,
    unseen_chrome,
)

documents = st.sampled_from(DOCUMENTS)

half = settings(max_examples=settings().max_examples // 2)
quarter = settings(max_examples=settings().max_examples // 4)

named = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)


def assert_article(article: Article, truth: Essence) -> None:
    """The story and all fields are those of the document."""
    wrong = differences(essence(article), truth)
    assert not wrong, "\n".join(wrong)


def assert_removed(article: Article, lines: Iterable[str]) -> None:
    """Every line is in `removed`, and nothing else is; where one line was cut in two, the pieces are its words."""
    expected = tuple(lines)
    removed = tuple(each.text for each in article.removed)
    wrong = [f"not removed: {line!r}" for line in expected if squeezed([line]) not in squeezed(removed)]
    wrong += [f"removed as well: {text!r}" for text in removed if squeezed([text]) not in squeezed(expected)]
    assert not wrong, "\n".join(wrong)
    assert Counter(squeezed(removed)) == Counter(squeezed(expected)), "removed another number of times"


def assert_categories(article: Article, chrome: Iterable[Part]) -> None:
    """Each removed block has one of the categories of the section that it was in."""
    parts = tuple(chrome)
    wrong = [
        f"{each.text!r}: {each.category} by {each.rule}"
        for each in article.removed
        for allowed in [_allowed(each.text, parts)]
        if allowed and each.category not in allowed
    ]
    assert not wrong, "\n".join(wrong)


def _allowed(text: str, parts: Iterable[Part]) -> set[Category]:
    """The categories of all parts that hold the text; a repeat as well where it is printed more than once."""
    homes = [part for part in parts if squeezed([text]) in squeezed(part.lines)]
    categories = {category for part in homes for category in part.categories}
    return categories | {Category.REPEAT} if len(homes) > 1 else categories


def blocks_of(article: Article) -> list[BodyBlock | FrontBlock | Removed]:
    """All blocks of the input, wherever the article has them."""
    return [*article.body, *article.front, *article.removed]


def decoded(source: str) -> str:
    """The text that spans point into: without the byte order mark, and U+FFFD for what is no character."""
    return source.removeprefix("\ufeff").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# The documents as they are


@named
def test_documents_are_as_they_were_taken_apart(document: SourceDocument) -> None:
    article = newsclean.clean(document.source)
    assert_article(article, document.truth)
    assert_removed(article, (line for part in document.chrome for line in part.lines))
    assert_categories(article, document.chrome)


# Chrome put in, moved, repeated and taken away


@given(mixes())
@example(Mix(SEED_000))
@example(Mix(SEED_002))
@example(Mix(SEED_004))
def test_chrome_of_the_seeds_changes_nothing_wherever_it_stands(mix: Mix) -> None:
    article = newsclean.clean_text(mix.source)
    assert_article(article, mix.host.truth)
    assert_removed(article, mix.chrome_lines)


ENDS = [Mix(host, ((gap, section),)) for host in SEEDS for section in SEED_CHROME for gap in head_and_tail(host)]


@pytest.mark.parametrize("mix", ENDS, ids=lambda mix: f"{mix.host.name}, gap {mix.insertions[0][0]}: {mix.insertions[0][1].name}")
def test_each_section_is_removed_at_both_ends_of_each_story(mix: Mix) -> None:
    article = newsclean.clean_text(mix.source)
    assert_article(article, mix.host.truth)
    assert_removed(article, mix.chrome_lines)


@given(mixes(most=2, least=1))
def test_chrome_of_the_seeds_keeps_its_category_wherever_it_stands(mix: Mix) -> None:
    assert_categories(newsclean.clean_text(mix.source), (part for part in mix.parts if part.categories))


@half
@given(front_mixes())
def test_chrome_between_lines_of_the_front_changes_nothing(mix: FrontMix) -> None:
    article = newsclean.clean_text(mix.source)
    assert_article(article, mix.host.truth)
    assert_removed(article, mix.section.lines)


@half
@given(mixes_with_repeats())
def test_a_second_headline_is_removed_as_a_repeat(mix: Mix) -> None:
    article = newsclean.clean_text(mix.source)
    assert_article(article, mix.host.truth)
    assert [each.category for each in article.removed] == [Category.REPEAT]


@given(mixes(cue_lines("strong") + cue_lines("whole_block"), most=3, least=1))
def test_chrome_of_the_lexicon_changes_nothing_wherever_it_stands(mix: Mix) -> None:
    article = newsclean.clean_text(mix.source)
    assert_article(article, mix.host.truth)
    assert_removed(article, mix.chrome_lines)


@half
@given(mixes(cue_lines("heading"), most=2, least=1))
def test_a_cue_heading_with_nothing_under_it_takes_no_paragraph_along(mix: Mix) -> None:
    article = newsclean.clean_text(mix.source)
    assert_article(article, mix.host.truth)
    assert_removed(article, mix.chrome_lines)


@pytest.mark.parametrize("prompt", [prompt.part for prompt in unseen_chrome()], ids=lambda part: part.text[:30])
def test_prompts_of_this_test_stand_in_no_lexicon(prompt: Part) -> None:
    cues = lexicon.load().cues_in(lexicon.words_of(prompt.text))
    assert [cue for cue in cues if cue.strength >= lexicon.Strength.STRONG] == []


TAKEN_FOR_PROSE = pytest.mark.xfail(reason="a line that only its meaning tells from the story", strict=True)


@pytest.mark.parametrize(
    "prompt",
    [
        pytest.param(prompt.part, id=prompt.part.text[:30], marks=[TAKEN_FOR_PROSE] if prompt.known_failure else [])
        for prompt in unseen_chrome()
    ],
)
def test_prompts_that_no_lexicon_knows_are_removed_at_head_and_tail(prompt: Part) -> None:
    mixed = [Mix(host, ((gap, prompt),)) for host in SEEDS for gap in head_and_tail(host)[:3]]
    wrong = [
        f"{mix.host.name}, gap {mix.insertions[0][0]}: {difference}"
        for mix in mixed
        for difference in differences(essence(newsclean.clean_text(mix.source)), mix.host.truth)
    ]
    assert not wrong, "\n".join(wrong)


# The account


@given(any_text)
@example("\x00")
@example("\ufeff\ufeffA line")
@example("\u200b\n\u200b")
@example("One\r\n\r\nTwo\rThree\u2028Four\x85Five\x1cSix")
def test_spans_tile_any_text(text: str) -> None:
    assert_tiled(newsclean.clean_text(text), decoded(text))


@half
@given(mixes(), dresses(uneven_gaps))
def test_spans_tile_any_mix(mix: Mix, dress: Dress) -> None:
    source = dress.put_on(mix.source)
    assert_tiled(newsclean.clean_text(source), decoded(source))


def assert_tiled(article: Article, source: str) -> None:
    """The spans of all blocks cover the source but for whitespace, once, and say where the text stands."""
    blocks = sorted((each.span or Span(-1, -1), each.text) for each in blocks_of(article))
    end_before = 0
    for span, text in blocks:
        assert end_before <= span.start < span.end, f"{span} overlaps, or is empty or missing"
        assert source[end_before : span.start].strip() == ""
        assert folded(source[slice(*span)]) == text
        end_before = span.end
    assert source[end_before:].strip() == ""


@given(st.one_of(tag_trees(), tag_soup()))
def test_every_block_of_a_page_is_in_one_list(html: str) -> None:
    seen = newsclean.explain(html)
    article = seen.article
    accounted = Counter(each.text for each in blocks_of(article))
    assert accounted == Counter(block.text for block in seen.document.blocks)
    assert len(seen.verdicts) == len(seen.document.blocks)


# Nothing is left to do


@half
@given(mixes(most=2))
def test_cleaning_the_cleaned_text_changes_nothing(mix: Mix) -> None:
    once = newsclean.clean(mix.source)
    again = newsclean.clean(f"{once.headline}\n\n{once.text}")
    assert again.text == once.text
    assert again.headline == once.headline


@named
def test_cleaning_the_cleaned_document_changes_nothing(document: SourceDocument) -> None:
    once = newsclean.clean(document.source)
    again = newsclean.clean(f"{once.headline}\n\n{once.text}")
    assert again.text == once.text
    assert again.headline == once.headline


@half
@given(mixes())
def test_stripped_text_has_nothing_left_to_strip(mix: Mix) -> None:
    once = newsclean.strip_chrome(mix.source)
    assert newsclean.strip_chrome(once) == once


# Dress


@given(documents, dresses())
def test_dress_changes_nothing(document: SourceDocument, dress: Dress) -> None:
    article = newsclean.clean(dress.put_on(document.source))
    assert_composed(article, document.truth)
    chrome = (line for part in document.chrome for line in part.lines)
    assert_removed(article, (unicodedata.normalize(dress.form, line) for line in chrome))


@half
@given(documents, dresses(uneven_gaps))
def test_uneven_blank_lines_change_nothing(document: SourceDocument, dress: Dress) -> None:
    assert_composed(newsclean.clean(dress.put_on(document.source)), document.truth)


@half
@given(mixes(most=2, least=1), dresses())
def test_dress_of_a_mix_changes_nothing(mix: Mix, dress: Dress) -> None:
    assert_composed(newsclean.clean(dress.put_on(mix.source)), mix.host.truth)


def assert_composed(article: Article, truth: Essence) -> None:
    """As `assert_article`, whatever the normal form of the text was."""
    found = {name: _composed(value) for name, value in dataclasses.asdict(essence(article)).items()}
    wrong = differences(Essence(**found), truth)
    assert not wrong, "\n".join(wrong)


def _composed(value: Any) -> Any:  # noqa: ANN401 -- a field of any type
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case tuple():
            return tuple(map(_composed, value))
        case _:
            return value


# Pages


@given(documents, shapes())
@example(SEED_000, Shape())
@example(SEED_002, Shape())
@example(SEED_004, Shape())
def test_a_page_gives_the_same_article_as_its_text(document: SourceDocument, shape: Shape) -> None:
    page = render(document.parts, document.truth, shape)
    article = newsclean.clean_html(page.html)
    assert_article(article, document.truth)
    assert_removed(article, (*(line for part in document.chrome for line in part.lines), *page.added))


@pytest.mark.parametrize("scaffold", Scaffold)
@named
def test_a_page_in_full_dress_gives_the_same_article(document: SourceDocument, scaffold: Scaffold) -> None:
    shape = Shape(scaffold, furniture=frozenset(Furniture), metadata=frozenset(Metadata), links=True)
    page = render(document.parts, document.truth, shape)
    article = newsclean.clean(page.html)
    assert_article(article, document.truth)
    assert_removed(article, (*(line for part in document.chrome for line in part.lines), *page.added))


@half
@given(mixes(most=2), shapes([Scaffold.ARTICLE, Scaffold.DIVS]))
def test_chrome_in_a_page_changes_nothing(mix: Mix, shape: Shape) -> None:
    page = render(mix.parts, mix.host.truth, shape)
    assert_article(newsclean.clean(page.html), mix.host.truth)


@half
@given(documents, shapes())
def test_categories_of_a_page_are_those_of_its_text(document: SourceDocument, shape: Shape) -> None:
    page = render(document.parts, document.truth, shape)
    assert_categories(newsclean.clean_html(page.html), document.chrome)


# Encodings

WESTERN = ("windows-1252", "iso-8859-1", "iso-8859-15", "ascii")
ENCODINGS = {
    SEED_004: WESTERN,
    FRENCH: WESTERN,
    GERMAN: (*WESTERN, "mac-roman"),
    RUSSIAN: ("windows-1251", "koi8-r", "iso-8859-5", "ascii"),
    JAPANESE: ("shift_jis", "euc-jp", "iso-2022-jp", "windows-1252"),
}


@pytest.mark.parametrize(
    ("document", "encoding"),
    [
        pytest.param(document, encoding, id=f"{document.name}-{encoding}")
        for document, encodings in ENCODINGS.items()
        for encoding in ("utf-8", "utf-8-sig", "gb18030", *encodings)
    ],
)
@pytest.mark.parametrize("declaration", Declaration)
def test_a_page_in_any_declared_encoding(document: SourceDocument, encoding: str, declaration: Declaration) -> None:
    page = render(document.parts, document.truth, Shape())
    assert newsclean.clean(encoded(page.html, encoding, declaration)) == newsclean.clean(page.html)


@named
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_in_any_marked_encoding(document: SourceDocument, encoding: str) -> None:
    assert newsclean.clean(document.source.encode(encoding)) == newsclean.clean(document.source)


@named
def test_a_page_in_utf_16_may_declare_what_it_likes(document: SourceDocument) -> None:
    page = render(document.parts, document.truth, Shape()).html.replace("<head>", '<head><meta charset="iso-8859-1">')
    assert newsclean.clean(page.encode("utf-16")) == newsclean.clean(page)


# The same each time

SEEN_BY_ANOTHER_PROCESS = """
import json, sys, newsclean
json.dump([newsclean.clean(source).to_dict() for source in json.load(sys.stdin)], sys.stdout)
"""


def test_another_process_gives_the_same() -> None:
    pages = [render(each.parts, each.truth, Shape(scaffold)).html for each in SEEDS for scaffold in Scaffold]
    sources = [*(document.source for document in DOCUMENTS), *pages]
    here = [newsclean.clean(source).to_dict() for source in sources]
    for seed in ("0", "4711"):
        there = subprocess.run(
            [sys.executable, "-c", SEEN_BY_ANOTHER_PROCESS],
            input=json.dumps(sources[::-1]),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert json.loads(there.stdout)[::-1] == here


@half
@given(mixes(), st.one_of(any_text, tag_soup()))
def test_what_was_cleaned_before_does_not_matter(mix: Mix, other: str) -> None:
    before = newsclean.clean(mix.source).to_dict()
    newsclean.clean(other)
    assert newsclean.clean(mix.source).to_dict() == before


# strip

categories = st.frozensets(st.sampled_from(Category), max_size=6)


@half
@given(st.one_of(mixes().map(lambda mix: mix.source), any_text, odd_mixes()), categories)
def test_strip_leaves_all_other_lines_byte_for_byte(text: str, unwanted: frozenset[Category]) -> None:
    seen = newsclean.explain(text)
    if seen.document.is_html:  # a drawn text may happen to look like a page
        return
    stripped = newsclean.strip(text, unwanted)
    source = decoded(text)
    end_before = 0
    for run in _runs_of_kept(source, seen.article, unwanted):
        start = stripped.find(run, end_before)
        assert start >= 0, f"{run!r} is not in the result, or not in its place"
        assert stripped[end_before:start].strip() == ""
        end_before = start + len(run)
    assert stripped[end_before:].strip() == ""


@half
@given(odd_mixes(), st.one_of(categories, st.just(frozenset(Category))))
def test_strip_takes_the_spans_that_go_and_folds_each_gap_to_one_that_was_printed(
    text: str, unwanted: frozenset[Category]
) -> None:
    article = newsclean.clean_text(text)
    blocks = sorted(
        (each.span, isinstance(each, Removed) and each.category in unwanted) for each in blocks_of(article) if each.span
    )
    source = decoded(text)
    expected, gaps, read_to = "", [], 0
    for span, goes in blocks:
        gaps.append(source[read_to : span.start])
        read_to = span.end
        if not goes:
            expected += (max(gaps[0], gaps[-1], key=_line_ends) if expected or len(gaps) == 1 else "") + source[slice(*span)]
            gaps = []
    if not gaps:
        expected += source[read_to:]
    assert newsclean.strip(text, unwanted) == (expected if any(goes for _, goes in blocks) else source)


def _line_ends(gap: str) -> int:
    return sum(end in "\n\r\x0b\f\x85\u2028\u2029" for end in gap.replace("\r\n", "\n"))


def _runs_of_kept(source: str, article: Article, unwanted: frozenset[Category]) -> list[str]:
    """The stretches of the source between removed blocks, and what is before the first and after the last block."""
    blocks = sorted(
        (each.span, isinstance(each, Removed) and each.category in unwanted) for each in blocks_of(article) if each.span
    )
    runs = [Span(0, 0)]
    broken = False
    for span, goes in blocks:
        if not goes:
            runs.append(span if broken else Span(runs.pop().start, span.end))
        broken = goes
    if not broken:
        runs.append(Span(runs.pop().start, len(source)))
    return [source[slice(*run)] for run in runs]


@half
@given(st.one_of(mixes().map(lambda mix: mix.source), any_text))
def test_strip_of_what_is_not_there_changes_nothing(text: str) -> None:
    seen = newsclean.explain(text)
    if seen.document.is_html:
        return
    absent = frozenset(Category) - {each.category for each in seen.article.removed}
    assert newsclean.strip(text, absent) == decoded(text)
    assert newsclean.strip(text, ()) == decoded(text)


@half
@given(mixes())
def test_strip_chrome_leaves_the_kept_blocks(mix: Mix) -> None:
    article = newsclean.clean(mix.source)
    kept = sorted((each.span or Span(-1, -1), each.text) for each in blocks_of(article) if not isinstance(each, Removed))
    lines = [folded(line) for line in newsclean.strip_chrome(mix.source).splitlines() if line.strip()]
    assert squeezed(lines) == squeezed(text for _, text in kept)
    assert lines == [line for part in mix.parts if not part.categories for line in part.lines]


@quarter
@given(documents, shapes([Scaffold.ARTICLE, Scaffold.BREAKS]), categories)
def test_strip_of_a_page_is_the_text_of_the_other_blocks(
    document: SourceDocument, shape: Shape, unwanted: frozenset[Category]
) -> None:
    page = render(document.parts, document.truth, shape)
    seen = newsclean.explain(page.html)
    others = [
        block.text
        for block, verdict in zip(seen.document.blocks, seen.verdicts, strict=True)
        if not (isinstance(verdict, Removed) and verdict.category in unwanted)
    ]
    assert newsclean.strip(page.html, unwanted) == "\n\n".join(others)


def test_strips_by_name_are_strips_by_category() -> None:
    for document in SEEDS:
        source = document.source
        assert newsclean.strip_chrome(source) == newsclean.strip(source, Category)
        assert newsclean.strip_donation_banners(source) == newsclean.strip(source, {Category.DONATION})
        assert newsclean.strip_related_stories(source) == newsclean.strip(source, {Category.RELATED})


# Written out and read again


@half
@given(st.one_of(mixes().map(lambda mix: mix.source), any_text, tag_trees()))
def test_json_and_pickle_give_the_article_back(source: str) -> None:
    article = newsclean.clean(source)
    assert Article.from_dict(json.loads(article.to_json())) == article
    assert json.loads(article.to_json()) == article.to_dict()
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 -- what it reads was just written


@quarter
@given(documents, shapes())
def test_json_and_pickle_give_the_article_of_a_page_back(document: SourceDocument, shape: Shape) -> None:
    article = newsclean.clean_html(render(document.parts, document.truth, shape).html)
    assert Article.from_dict(json.loads(article.to_json())) == article
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 -- what it reads was just written
