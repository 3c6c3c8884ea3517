"""The measures of the benchmarks, on cases small enough to be worked out by hand."""

import gzip
import json
from argparse import ArgumentTypeError
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import floors
import measures
from measures import LineCounts, Overlap
from peers import FIELDS, Output, Tool
from scoring import Figure, run_tool, score_page, summarise
from sets import Page, Truth, is_set, read_set, set_of_any, set_of_pages


def page(truth: Truth, days_off: int = 0) -> Page:
    return Page(truth, Path("no-such-page.html.gz"), is_text=False, days_off=days_off)


def document(folder: Path, text: str, labels: list[int | None]) -> Page:
    path = folder / "harbour.wet.txt"
    path.write_bytes(text.encode("utf-8"))
    return Page({"id": "harbour.wet", "rendering": "wet", "lines": labels}, path, is_text=True, days_off=0)


def assert_figure(figure: Figure, value: float, counted: int) -> None:
    assert figure.value == pytest.approx(value)
    assert figure.counted == counted


# Words and bodies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tide - at 5 a.m. - rose", ["The", "tide", "at", "5", "a", "m", "rose"]),
        ("ﬁne ＴＩＤＥ", ["fine", "TIDE"]),
        ("潮水上涨，港口关闭。", ["潮水上涨", "港口关闭"]),
        (" \n ", []),
    ],
)
def test_words_are_runs_of_word_characters_after_nfkc(text: str, expected: list[str]) -> None:
    assert measures.words(text) == expected


def test_grams_are_counted() -> None:
    assert measures.gram_overlap("so so so so so", "so so so so") == Overlap(common=1, output=1, truth=2)


def test_a_text_under_four_words_is_one_gram() -> None:
    assert measures.gram_overlap("high tide", "high tide") == Overlap(1, 1, 1)
    assert measures.gram_overlap("high tide", "high tide today") == Overlap(0, 1, 1)


def test_gram_f1_joins_the_mean_precision_and_the_mean_recall() -> None:
    # First page: 1 of 2 grams right, 1 of 3 found. Second page: 1 of 1 and 1 of 1. Means 3/4 and 2/3, their F1 12/17;
    # the mean of the pages' own F1 would be 7/10.
    first = score_page(page({"id": "1", "body": "a b c d e f"}), Output("a b c d x"), FIELDS)
    second = score_page(page({"id": "2", "body": "a b c d"}), Output("a b c d"), FIELDS)
    assert_figure(summarise([first, second])["gram_f1"], 12 / 17, 2)


def test_grams_keep_their_case() -> None:
    assert measures.gram_overlap("The tide rose fast", "the tide rose fast").common == 0


@pytest.mark.parametrize(
    ("overlap", "precision", "recall", "f1"),
    [
        (Overlap(1, 2, 4), 0.5, 0.25, 1 / 3),
        (Overlap(0, 0, 4), 0.0, 0.0, 0.0),
        (Overlap(0, 4, 0), 0.0, 0.0, 0.0),
        (Overlap(0, 0, 0), 1.0, 1.0, 1.0),
    ],
)
def test_no_output_is_right_only_where_nothing_was_to_be_found(
    overlap: Overlap, precision: float, recall: float, f1: float
) -> None:
    assert (overlap.precision, overlap.recall) == (precision, recall)
    assert overlap.f1 == pytest.approx(f1)


def test_word_f1_compares_bags_of_lower_cased_words() -> None:
    # 3 of 5 words right, 3 of 3 found.
    assert measures.word_f1("The tide rose.", "rose the TIDE, the sea") == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("\u201cU\u0308ber Nacht\u201d\n\nstieg - das Wasser", True),
        ("über Nacht stieg das Wasser", False),
        ("Nacht Über stieg das Wasser", False),
        ("Über Nacht stieg das Wasser an", False),
    ],
)
def test_an_exact_body_has_the_same_words_in_the_same_order_and_case(output: str, expected: bool) -> None:
    assert measures.same_words("Über Nacht stieg das Wasser.", output) is expected


def test_snippets_are_substrings_with_folded_spaces() -> None:
    output = "The tide\n\ncame in  overnight. Subscribe now"
    # Found: the first of two. Leaked: the first of three.
    overlap = measures.snippet_overlap(["tide came in over", "ebb"], ["Subscribe", "Menu", "share"], output)
    assert overlap == Overlap(common=1, output=2, truth=2)
    assert overlap.f1 == pytest.approx(0.5)


def test_snippets_are_pooled_over_pages() -> None:
    # 1 of 1 found and 1 leaked, then 1 of 3 found: 2 found, 1 leaked, 2 missed, F1 4/7.
    first = score_page(page({"id": "1", "must_have": ["tide"], "must_not": ["Menu"]}), Output("Menu tide"), FIELDS)
    second = score_page(page({"id": "2", "must_have": ["a b", "c", "d"], "must_not": []}), Output("a\nb"), FIELDS)
    assert_figure(summarise([first, second])["snippet_f1"], 4 / 7, 4)


# Fields


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("\u201eHARBOUR\u201c  shut: it\u00b4s the tide", True),
        ("\u00abHarbour\u00bb shut: it\u2019s the tide ", True),
        ('"Harbour" shut: it\'s the tide | The Tidewater Gazette', False),
        ('"Harbour" shut, it\'s the tide', False),
        (None, False),
    ],
)
def test_headlines_fold_quotes_case_and_spaces(output: str | None, expected: bool) -> None:
    assert measures.same_headline('"Harbour" shut: it\'s the tide', output) is expected


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (["Bo Marsh", "Ada O'Quill"], True),
        (["ADA O\u2019QUILL", "Bo Marsh, Harbour correspondent", "bo marsh"], True),
        (["Ada O'Quill"], False),
        (["Ada O'Quill", "Bo Marsh", "Nordhafen Kurier"], False),
        (["Ada O'Quill PhD", "Bo Marsh"], False),
        ([], False),
    ],
)
def test_authors_are_a_set_without_what_follows_a_comma(output: list[str], expected: bool) -> None:
    assert measures.same_authors(["Ada O'Quill, PhD, RD", "Bo Marsh"], output) is expected


def test_a_comma_may_be_full_width_and_empty_names_do_not_count() -> None:
    assert measures.author_set(["林潮，本报记者", " ", ", PhD"]) == {"林潮"}


@pytest.mark.parametrize(
    ("truth", "output", "days_off", "expected"),
    [
        ("2031-05-03", date(2031, 5, 3), 0, True),
        ("2031-05-03", date(2031, 5, 4), 0, False),
        ("2031-05-03", date(2031, 5, 4), 1, True),
        ("2031-05-03", date(2031, 5, 5), 1, False),
        ("2031-05-03", None, 1, False),
        # As written, whatever the offset of the output
        ("2031-05-03", datetime(2031, 5, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5))), 0, True),
        ("2031-05-03T23:30:00+02:00", datetime(2031, 5, 3, 1, 0), 0, True),  # noqa: DTZ001 - a time without a zone
        ("2031-05-03T23:30:00+02:00", date(2031, 5, 4), 0, False),
        # In the truth's offset: 23:30 at -05:00 is 06:30 of the next day at +02:00
        ("2031-05-04T06:30:00+02:00", datetime(2031, 5, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5))), 0, True),
        ("2031-05-04T23:30:00.000Z", datetime(2031, 5, 5, 1, 30, tzinfo=timezone(timedelta(hours=2))), 0, True),
        # The truth has no offset, so that only what is written counts
        ("2031-05-04T06:30:00", datetime(2031, 5, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5))), 0, False),
    ],
)
def test_a_day_is_right_as_written_or_in_the_offset_of_the_truth(
    truth: str, output: date | None, days_off: int, expected: bool
) -> None:
    assert measures.same_day(truth, output, days_off) is expected


def test_fields_are_right_silent_or_wrong_where_the_truth_gives_them() -> None:
    truth: Truth = {"id": "1", "headline": "Harbour shut", "authors": ["Ada Quill"], "published": "2031-05-03"}
    score = score_page(page(truth), Output("", "Harbour open", (), date(2031, 5, 3)), FIELDS)
    assert score.shares == {
        "headline": 0.0,
        "headline_silent": 0.0,
        "authors": 0.0,
        "authors_silent": 1.0,
        "published": 1.0,
        "published_silent": 0.0,
    }


def test_a_field_is_invented_where_the_truth_says_that_there_is_none() -> None:
    truth: Truth = {"id": "1", "headline": None, "authors": [], "published": None}
    score = score_page(page(truth), Output("", None, ("Ada Quill",), date(2031, 5, 3)), FIELDS)
    assert score.shares == {"headline_invented": 0.0, "authors_invented": 1.0, "published_invented": 1.0}


def test_a_field_does_not_count_where_the_truth_is_silent_or_the_tool_does_not_read_it() -> None:
    output = Output("", "Harbour shut", ("Ada Quill",), date(2031, 5, 3))
    score = score_page(page({"id": "1", "headline": "Harbour shut"}), output, frozenset({"authors", "published"}))
    assert score.shares == {}


def test_days_off_comes_from_the_name_of_the_set() -> None:
    score = score_page(page({"id": "1", "published": "2031-05-03"}, 1), Output(published=date(2031, 5, 2)), FIELDS)
    assert score.shares["published"] == 1.0


# Lines


def test_a_line_is_within_spans_with_half_of_its_characters() -> None:
    text = "Menu\n\n  abcdef\t\nuvwxyz\r\nlast"
    # 'abcdef' stands at 8 to 14 and is covered by 3 of 6, 'uvwxyz' at 16 to 22 by 2 of 6, 'last' as a whole.
    assert (text[8:14], text[16:22], text[24:28]) == ("abcdef", "uvwxyz", "last")
    assert measures.lines_within(text, [(11, 18), (24, 28)]) == [False, True, False, True]


def test_two_spans_of_one_line_add_up() -> None:
    assert measures.lines_within("one two three four", [(0, 4), (8, 14)]) == [True]


def test_a_line_of_the_output_stands_for_one_line_of_the_text() -> None:
    text = "Menu\nThe tide rose.\n\nRead more\nThe  tide fell\nRead more\n***"
    output = "- The tide rose\nRead more\nThe tide fell, again\n---"
    assert measures.lines_among(text, output) == [False, True, True, False, False, False]


def test_lines_without_a_label_are_not_counted() -> None:
    labels = [0, 1, None, 1, 0, 1, None]
    kept = [True, True, True, False, False, True, False]
    counts = measures.count_lines(labels, kept)
    assert counts == LineCounts(body=3, body_kept=2, chrome=2, chrome_kept=1)
    assert counts.overlap == Overlap(common=2, output=3, truth=3)


def test_there_has_to_be_one_label_a_line() -> None:
    with pytest.raises(ValueError, match="zip"):
        measures.count_lines([1, 0], [True])


def test_lines_are_pooled_over_documents(tmp_path: Path) -> None:
    # First document: 1 of 1 story lines kept, 1 of 1 chrome lines leaked. Second: 1 of 3 story lines, 0 of 1 chrome.
    first = document(tmp_path, "Menu\nThe tide rose.", [0, 1])
    scores = [score_page(first, Output("Menu\nThe tide rose."), FIELDS)]
    second = document(tmp_path, "One.\nTwo.\nThree.\nMenu", [1, 1, 1, 0])
    scores.append(score_page(second, Output("Two."), FIELDS))
    figures = summarise(scores)
    assert_figure(figures["line_precision"], 2 / 3, 6)
    assert_figure(figures["line_recall"], 2 / 4, 4)
    assert_figure(figures["line_f1"], 4 / 7, 6)
    assert_figure(figures["leaked"], 1 / 2, 2)


def test_spans_count_from_after_the_byte_order_mark(tmp_path: Path) -> None:
    # Half of 'tide' is covered; with the mark counted it would be 2 of 5.
    score = score_page(document(tmp_path, "\ufefftide\nMenu", [1, 0]), Output("", spans=((0, 2),)), FIELDS)
    assert score.lines == LineCounts(body=1, body_kept=1, chrome=1, chrome_kept=0)


# Runs and floors


def make_set(folder: Path, count: int) -> Path:
    (folder / "pages").mkdir(parents=True)
    truths = [{"id": f"p{number}", "body": f"the tide of day {number}"} for number in range(count)]
    for truth in truths:
        (folder / "pages" / f"{truth['id']}.html.gz").write_bytes(gzip.compress(truth["body"].encode("utf-8")))
    (folder / "truth.jsonl").write_text("\n".join(map(json.dumps, truths)), encoding="utf-8")
    return folder


def test_a_set_is_cut_to_evenly_spread_pages(tmp_path: Path) -> None:
    folder = make_set(tmp_path / "tide-dev", 10)
    assert is_set(folder)
    assert not is_set(tmp_path)
    assert [truth["id"] for truth in read_set(folder, 3).truths] == ["p0", "p3", "p6"]
    assert len(read_set(folder, 11).truths) == 10


def test_a_tool_that_raises_scores_nothing_on_that_page(tmp_path: Path) -> None:
    def read(page: Page) -> Output:
        if page.truth["id"] == "p1":
            raise ArithmeticError("too many tides")
        return Output(page.read().decode("utf-8"))

    run = run_tool(Tool("tidal", None, read), read_set(make_set(tmp_path / "tide-dev", 4)))
    assert run.figures()["word_f1"] == (0.75, 4)
    assert run.figures()["failures"] == (1.0, 4)
    assert [score.error for score in run.failures] == ["ArithmeticError: too many tides"]


def make_text_set(folder: Path, count: int) -> Path:
    (folder / "docs").mkdir(parents=True)
    truths = [
        {"id": f"p{number}.{rendering}", "rendering": rendering, "lines": [1, 0]}
        for number in range(count)
        for rendering in ("sloppy", "wet")
    ]
    for truth in truths:
        (folder / "docs" / f"{truth['id']}.txt").write_text("The tide rose.\nMenu", encoding="utf-8")
    (folder / "truth.jsonl").write_text("\n".join(map(json.dumps, truths)), encoding="utf-8")
    return folder


def test_a_text_set_is_cut_for_each_rendering(tmp_path: Path) -> None:
    truths = read_set(make_text_set(tmp_path / "tide-dev-text", 4), 2).truths
    assert [truth["id"] for truth in truths] == ["p0.sloppy", "p2.sloppy", "p0.wet", "p2.wet"]


def test_figures_of_text_sets_begin_with_the_rendering(tmp_path: Path) -> None:
    tool = Tool("tidal", None, lambda page: Output("Menu" if page.truth["rendering"] == "wet" else "The tide rose."))
    figures = run_tool(tool, read_set(make_text_set(tmp_path / "tide-dev-text", 1))).figures()
    assert {name: figure.value for name, figure in figures.items() if name.endswith(("line_f1", "leaked"))} == {
        "sloppy.line_f1": 1.0,
        "sloppy.leaked": 0.0,
        "wet.line_f1": 0.0,
        "wet.leaked": 1.0,
    }


@pytest.mark.parametrize(
    ("measure", "value", "floor", "breaches", "advice"),
    [
        ("word_f1", 0.95, 0.95, [], []),
        ("word_f1", 0.96, 0.95, [], []),
        ("word_f1", 0.9494, 0.95, ["tide-dev word_f1: 0.9494 is under the floor 0.95"], []),
        (
            "word_f1",
            0.9611,
            0.95,
            [],
            ["tide-dev word_f1: 0.9611 is higher than floor 0.95 by more than 0.01: raise it"],
        ),
        ("wet.leaked", 0.06, 0.05, ["tide-dev wet.leaked: 0.06 is over the floor 0.05"], []),
        ("wet.leaked", 0.04, 0.05, [], []),
        (
            "wet.leaked",
            0.02,
            0.05,
            [],
            ["tide-dev wet.leaked: 0.02 is lower than floor 0.05 by more than 0.01: lower it"],
        ),
    ],
)
def test_a_floor_is_missed_or_too_easy(measure: str, value: float, floor: float, breaches: list[str], advice: list[str]) -> None:
    comparison = floors.compare("tide-dev", {measure: Figure(value, 100)}, {measure: floor})
    assert (list(comparison.breaches), list(comparison.advice)) == (breaches, advice)


def test_a_floor_for_what_is_not_measured_is_a_breach() -> None:
    comparison = floors.compare("tide-dev", {}, {"word_f1": 0.9})
    assert comparison.breaches == ("tide-dev word_f1: was not measured, the floor is 0.9",)


def test_floors_hold_only_where_there_are_some() -> None:
    held = floors.compare("tide-dev", {"word_f1": Figure(0.95, 100)}, {"word_f1": 0.95})
    unchecked = floors.compare("ebb-dev", {"word_f1": Figure(0.95, 100)}, {})
    missed = floors.compare("tide-dev", {"word_f1": Figure(0.85, 100)}, {"word_f1": 0.95})
    assert list(floors.write_comparisons([held, unchecked])) == ["all 1 floors hold"]
    assert list(floors.write_comparisons([unchecked])) == ["there are no floors for these sets"]
    assert list(floors.write_comparisons([held, missed])) == [
        "breach: tide-dev word_f1: 0.85 is under the floor 0.95",
    ]


def test_a_failure_is_a_breach_without_any_floor() -> None:
    comparison = floors.compare("tide-dev", {"wet.failures": Figure(1.0, 100)}, {})
    assert comparison.breaches == ("tide-dev wet.failures: 1.0 is over the floor 0.0",)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (None, "Floors were not run: NEWSCLEAN_DATA is not set.\n"),
        ("no/such/folder", "Floors were not run: there is no folder no/such/folder.\n"),
    ],
)
def test_without_sets_the_floors_say_in_one_line_that_they_were_not_run(
    value: str | None, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NEWSCLEAN_DATA", raising=False)
    if value is not None:
        monkeypatch.setenv("NEWSCLEAN_DATA", value)
    assert floors.main() == 0
    assert capsys.readouterr().out == line


def test_folder_given_to_a_command_has_to_be_a_set(tmp_path: Path) -> None:
    """A set of texts is no set of pages."""
    for name, folder in (("pages-dev", "pages"), ("texts-dev", "docs")):
        (tmp_path / name / folder).mkdir(parents=True)
        (tmp_path / name / "truth.jsonl").write_text("", encoding="utf-8")
    pages, texts = str(tmp_path / "pages-dev"), str(tmp_path / "texts-dev")
    assert [set_of_any(pages), set_of_any(texts), set_of_pages(pages)] == [Path(pages), Path(texts), Path(pages)]
    for refuse, path in ((set_of_any, str(tmp_path)), (set_of_pages, str(tmp_path)), (set_of_pages, texts)):
        with pytest.raises(ArgumentTypeError, match="is no set"):
            refuse(path)
