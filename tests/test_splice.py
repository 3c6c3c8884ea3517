"""Splicing passages into stories, and the passages themselves: whole, and phrased apart."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pytest

import splice
from newsclean import lexicon
from newsclean.lexicon import words_of
from sets import Truth
from splice import (
    KINDS,
    PASSAGES,
    RENDERINGS,
    Language,
    Negative,
    Place,
    Result,
    Story,
    Words,
    as_document,
    count_words,
    gold_story,
    measure_negatives,
    measure_passages,
    measure_stories,
    read_language,
    read_languages,
    total_by,
    write_table,
)
from splice_curve import Lines, document_of, score

TRAINING: Final = Path(__file__).parents[1] / "training" / "passages"
HELD_OUT: Final = read_languages(PASSAGES)
ENGLISH: Final = next(language for language in HELD_OUT if language.code == "en")
TRAINED: Final = read_languages(TRAINING)
CODES: Final = {"de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "zh"}
SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'”»“」]?\s+|(?<=[。！？])")
STORY: Final = Story(("Bell returns to Dunmere", "3 June 2023"), ("One.", "Two.", "Three.", "Four.", "Five."))
PLAIN: Final = Story(
    ("Old ferry returns to harbour", "By Mara Vint"),
    (
        "The old ferry Halcyon sailed into the harbour on Monday, two winters after a storm tore open her hull.",
        "Islanders stood on the quay and cheered as the ferry came into the harbour at last.",
        "Repairs took twice as long as the islanders had hoped, since the yard found rust behind every plate.",
    ),
)
PASSAGE: Final = ("Chip in", "We are seven.")

LEAST: Final = {
    "donation": 2,
    "newsletter": 1,
    "subscription": 1,
    "related": 2,
    "teasers": 2,
    "comments": 2,
    "author_bio": 1,
    "about": 2,
    "legal": 1,
    "share": 1,
}
"""How many passages of a kind a language has at least in the benchmark."""

by_language: Final = pytest.mark.parametrize("language", HELD_OUT, ids=lambda language: language.code)


def passage_lines(language: Language) -> list[str]:
    """All lines of the passages."""
    return [line for passage in language.passages for line in passage.lines]


def negative_lines(language: Language) -> list[str]:
    """The lines that look like chrome."""
    return [each.story.paragraphs[each.at] for each in language.negatives]


def story_lines(language: Language) -> list[str]:
    """The lines of the stories."""
    return [line for story in language.stories for line in story.paragraphs]


def sentences(lines: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of each line and of each of its sentences; those of fewer than three words say nothing."""
    for line in lines:
        for part in {line, *SENTENCE_END.split(line)}:
            words = tuple(words_of(part))
            if len(words) >= 3:
                yield words


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (Place.HEAD, "h d C w 1 2 3 4 5"),
        (Place.MIDDLE, "h d 1 2 C w 3 4 5"),
        (Place.TAIL, "h d 1 2 3 4 5 C w"),
    ],
)
def test_passage_goes_to_its_place_in_one_piece(place: Place, lines: str) -> None:
    names = dict(zip((*STORY.front, *PASSAGE, *STORY.paragraphs), "h d C w 1 2 3 4 5".split(), strict=True))
    document = splice.splice(STORY, PASSAGE, place, "\n")
    assert [names[line] for line in document.lines] == lines.split()
    assert [document.lines[number] for number in document.foreign] == list(PASSAGE)
    assert document.front == 2


@pytest.mark.parametrize(
    ("rendering", "start"), [("spaced", "Bell returns to Dunmere\n\n3 J"), ("tight", "Bell returns to Dunmere\n3 J")]
)
def test_rendering_says_what_stands_between_lines(rendering: str, start: str) -> None:
    document = splice.splice(STORY, PASSAGE, Place.HEAD, RENDERINGS[rendering])
    assert document.text.startswith(start)
    assert [line for line in document.text.split("\n") if line] == list(document.lines)


def test_nothing_spliced_is_the_story() -> None:
    document = splice.splice(STORY, (), Place.TAIL, "\n")
    assert document.lines == (*STORY.front, *STORY.paragraphs)
    assert not document.foreign


def test_words_are_counted_by_whose_they_are() -> None:
    story = ENGLISH.stories[0]
    counted = count_words(splice.splice(story, ("Home", "Menu"), Place.TAIL, "\n\n"))
    assert counted.spliced == 2
    assert counted.spliced_left == 0
    assert counted.story == sum(len(words_of(paragraph)) for paragraph in story.paragraphs)
    assert counted.story_kept == counted.story


def test_foreign_prose_that_is_kept_is_counted_as_left() -> None:
    story, other = ENGLISH.stories
    counted = count_words(splice.splice(story, other.paragraphs[:1], Place.MIDDLE, "\n\n"))
    assert counted.spliced_left == counted.spliced == len(words_of(other.paragraphs[0]))
    assert counted.left == 1


def test_shares_and_sums_of_words() -> None:
    words = Words(10, 1, 50, 49) + Words(10, 4, 50, 50)
    assert words == Words(20, 5, 100, 99)
    assert words.left == 0.25
    assert words.kept == 0.99
    assert Words().left == 0
    assert Words().kept == 1


def test_negative_is_a_story_with_one_line_marked() -> None:
    negative = Negative("short", STORY, 2)
    document = as_document(negative, "\n")
    assert [document.lines[number] for number in document.foreign] == ["Three."]


def test_table_has_a_row_a_group_and_one_for_all() -> None:
    results = [
        Result("share", "en", "head", "tight", Words(4, 1, 90, 90)),
        Result("legal", "en", "tail", "tight", Words(6, 0, 10, 5)),
    ]
    table = write_table("kind", total_by(results, lambda result: result.kind), "left").splitlines()
    assert [line.split()[0] for line in table] == ["kind", "legal", "share", "all"]
    assert table[-1].split() == ["all", "10", "10.0%", "100", "95.00%"]


def test_every_combination_is_measured_once() -> None:
    few = Language("en", ENGLISH.passages[-2:], ENGLISH.negatives[:2], ENGLISH.stories)
    results = list(measure_passages([few]))
    assert len(results) == 2 * len(few.stories) * len(Place) * len(RENDERINGS)
    assert set(Counter((result.kind, result.place, result.rendering) for result in results).values()) == {2}
    assert len(list(measure_negatives([few]))) == 2 * len(RENDERINGS)
    assert all(result.words.story_kept for result in measure_stories([few]))


def test_command_prints_the_tables(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    story = '[[stories]]\nheadline = "Bell returns"\ntext = "The bell was back in its tower on Friday."\n'
    (tmp_path / "en.toml").write_text(f'share = ["Send it on"]\n{story}', "utf-8")
    (tmp_path / "de.toml").write_text(f'share = ["Weitersagen"]\n{story}', "utf-8")
    monkeypatch.setattr(splice, "PASSAGES", tmp_path)
    assert splice.main(["--language", "en"]) == 0
    printed = capsys.readouterr().out
    assert [line.split("  ")[0] for line in printed.splitlines() if "story words" in line] == [
        "kind",
        "language",
        "place",
        "rendering",
        "stories alone",
        "negatives",
        "negatives",
    ]
    assert "\nen " in printed
    assert "\nde " not in printed


# Gold bodies, and all cut-offs


def test_gold_body_is_a_story_with_folded_lines() -> None:
    body = "One  line.\n\nTwo.\n \nThree.\nFour."
    truth: Truth = {
        "id": "1",
        "headline": "A bell",
        "authors": ["Mara Vint", "Jo Bo"],
        "published": "2023-06-03T10:00",
        "body": body,
    }
    assert gold_story(truth) == Story(("A bell", "Mara Vint, Jo Bo", "2023-06-03"), ("One line.", "Two.", "Three.", "Four."))
    assert gold_story({"id": "1", "headline": None, "body": body}) == Story((), ("One line.", "Two.", "Three.", "Four."))


@pytest.mark.parametrize("body", [None, "", "One.\nTwo.\nThree.", "One.\n" * 81], ids=["none", "empty", "short", "long"])
def test_gold_body_of_few_lines_or_too_many_is_no_story(body: str | None) -> None:
    assert gold_story({"id": "1", "body": body}) is None


LINES: Final = Lines(
    scores=np.array([0.9, 0.8, 0.6, 0.2, 0.7, 0.3]),
    words=np.array([40.0, 30, 20, 10, 3, 1]),
    is_foreign=np.array([False, False, False, False, True, True]),
)


@pytest.mark.parametrize(
    ("share", "left"),
    [(0.4, 0.0), (0.7, 0.0), (0.71, 0.75), (0.9, 0.75), (0.91, 1.0), (1.0, 1.0)],
)
def test_left_of_the_passages_where_a_share_of_the_story_is_kept(share: float, left: float) -> None:
    """Of 100 words of story 70 have .8 or more, 90 have .6; of 4 foreign ones 3 have .7."""
    assert LINES.left(LINES.cut_off(share)) == left


def test_story_kept_and_passages_left_at_a_cut_off() -> None:
    assert (LINES.kept(0.6), LINES.left(0.6)) == (0.9, 0.75)
    assert (LINES.kept(0.61), LINES.left(0.71)) == (0.7, 0.0)


def test_words_that_are_taken_for_story_no_less_than_the_story_are_left() -> None:
    lines = Lines(np.array([0.5, 0.5]), np.array([1.0, 1.0]), np.array([False, True]))
    assert lines.left(lines.cut_off(1.0)) == 1.0


def test_a_line_that_a_rule_leaves_out_has_no_score() -> None:
    """The link and the front are none of the story; its three paragraphs have a score each."""
    found = score(splice.splice(PLAIN, ("Read more: the old ferry",), Place.TAIL, "\n"))
    assert found.is_foreign.tolist() == [False, False, False, True]
    assert found.scores[3] == 0
    assert (found.scores[:3] > 0.5).all()
    assert found.words.tolist() == [19, 16, 18, 5]


def test_same_name_same_document() -> None:
    documents = [document_of(f"a {at}", STORY, ENGLISH.passages).text for at in range(20)]
    assert documents == [document_of(f"a {at}", STORY, ENGLISH.passages).text for at in range(20)]
    assert len(set(documents)) > 15


def test_unknown_kind_of_passage_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "en.toml"
    path.write_text('begging = ["Chip in"]', "utf-8")
    with pytest.raises(KeyError, match="begging"):
        read_language(path)


def test_all_languages_of_the_lexicon_are_there() -> None:
    assert {language.code for language in HELD_OUT} == CODES
    assert {language.code for language in TRAINED} == CODES


@by_language
def test_language_of_the_benchmark_is_complete(language: Language) -> None:
    counts = Counter(passage.kind for passage in language.passages)
    assert {kind: counts[kind] for kind in LEAST if counts[kind] < LEAST[kind]} == {}
    assert len(language.stories) == 2
    assert min(len(story.paragraphs) for story in language.stories) >= 8
    assert {len(story.front) for story in language.stories} == {3}
    assert len(language.negatives) >= 3


@pytest.mark.parametrize("language", TRAINED, ids=lambda language: language.code)
def test_language_of_the_training_is_complete(language: Language) -> None:
    kinds = {passage.kind for passage in language.passages}
    assert set(KINDS) - kinds == {"navigation", "repeat", "other"}
    assert len(language.passages) >= (60 if language.code in {"de", "en"} else 25)
    assert len(language.negatives) >= 10
    assert all(len(negative.story.paragraphs) >= 2 for negative in language.negatives)


@by_language
def test_no_passage_is_given_twice(language: Language) -> None:
    assert Counter(passage.lines for passage in language.passages).most_common(1)[0][1] == 1


@by_language
def test_benchmark_shares_no_sentence_with_the_training(language: Language) -> None:
    trained = {words for each in TRAINED for words in sentences(passage_lines(each) + negative_lines(each) + story_lines(each))}
    held_out = set(sentences(passage_lines(language) + negative_lines(language) + story_lines(language)))
    assert {" ".join(words) for words in held_out & trained} == set()


@by_language
def test_no_line_of_the_benchmark_is_a_phrase_of_the_lexicon(language: Language) -> None:
    """Neither a whole sentence, nor a long phrase inside of one. Negatives may have phrases: that is what they are for."""
    known = lexicon.load()
    long = 9 if language.code in {"ja", "zh"} else 5
    found = set()
    for words in sentences(passage_lines(language)):
        sizes = {cue.phrase: cue.end - cue.start for cue in known.cues_in(words)}
        found |= {phrase for phrase, size in sizes.items() if size == len(words) or size >= long}
    assert found == set()


@by_language
def test_headings_of_related_stories_are_mostly_unknown(language: Language) -> None:
    """A heading of one or two words may be known, but fewer than half of them."""
    known = lexicon.load()
    headings = [words_of(passage.lines[0]) for passage in language.passages if passage.kind == "related"]
    assert sum(tuple(words) in known.blocks for words in headings) * 2 < len(headings)
