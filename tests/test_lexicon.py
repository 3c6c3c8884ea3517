"""The words: the form of every data file, and how a phrase is found in a line."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from itertools import product
from typing import Any, Final

import pytest

from newsclean.category import Category
from newsclean.lexicon import WORD, Cue, Strength, fold, load, words_of

LANGUAGES: Final = frozenset("de en es fr it ja nl pl pt ru sv tr zh".split())
SHARED: Final = frozenset("agencies boxes clock discourse names zones".split())
PARTIAL: Final = frozenset({"more"})  # languages of which only the words of bylines and dates are known
TABLES: Final[dict[str, dict[str, Any]]] = {
    entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
    for entry in resources.files("newsclean.lexicon").iterdir()
    if entry.name.endswith(".toml")
}
LANGUAGE_KEYS: Final = frozenset("name spaces stop_words weekdays months timestamps byline credits cues".split())
INNER_KEYS: Final = {
    "timestamps": {"published", "modified", "between", "relative"},
    "byline": {"by", "and", "in", "for", "not_author", "roles", "organisation_words", "particles"},
    "credits": {"opens"},
    "cues": {category.value for category in Category} - {"repeat", "other"},
}
UNTOLD: Final = {Category.REPEAT, Category.OTHER}  # no phrase tells them

every_file = pytest.mark.parametrize("file", sorted(TABLES))
every_language = pytest.mark.parametrize("language", sorted(LANGUAGES))


def lists_of(value: object, *path: str) -> Iterator[tuple[str, list[str]]]:
    """Every list in a table, with the keys that lead to it."""
    if isinstance(value, list):
        yield ".".join(path), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_of(inner, *path, key)


def folded(entries: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words_of(entry)) for entry in entries]


def cues(line: str) -> list[tuple[Category, Strength, str]]:
    """The cue phrases of a line, without their places."""
    return [(cue.category, cue.strength, cue.phrase) for cue in load().cues_in(words_of(line))]


# The form of the data


def test_there_is_a_file_for_each_language_and_each_shared_table() -> None:
    assert set(TABLES) == LANGUAGES | SHARED | PARTIAL


@every_file
def test_entries_are_words_and_stand_once(file: str) -> None:
    for path, entries in lists_of(TABLES[file]):
        words = folded(entries)
        assert all(entry == entry.strip() for entry in entries), path
        assert () not in words, f"{path}: an entry without a letter"
        assert not [each for each, count in Counter(words).items() if count > 1], f"{path}: twice"


@every_language
def test_language_has_all_its_tables(language: str) -> None:
    table = TABLES[language]
    assert set(table) == LANGUAGE_KEYS
    for key, inner in INNER_KEYS.items():
        assert set(table[key]) == inner, key
    assert isinstance(table["name"], str)
    assert isinstance(table["spaces"], bool)


def test_partial_languages_have_no_words_of_the_story() -> None:
    table = TABLES["more"]
    assert set(table) == {"months", "timestamps", "byline"}
    assert set(table["timestamps"]) == INNER_KEYS["timestamps"]
    assert set(table["byline"]) == INNER_KEYS["byline"]
    assert set(table["months"].values()) == set(range(1, 13))


@every_language
def test_categories_and_strengths_are_known(language: str) -> None:
    for category, strengths in TABLES[language]["cues"].items():
        assert Category(category) not in UNTOLD
        assert set(strengths) <= {strength.name.lower() for strength in Strength}, category
        assert any(strengths.values()), f"{category}: no phrase"


@every_language
def test_no_phrase_is_strong_and_weak(language: str) -> None:
    for category, strengths in TABLES[language]["cues"].items():
        assert not {*folded(strengths.get("strong", []))} & {*folded(strengths.get("weak", []))}, category


@every_language
def test_months_are_months(language: str) -> None:
    months = TABLES[language]["months"]
    assert all(isinstance(number, int) for number in months.values())
    # Where dates are only numbers there is no name to list.
    assert set(months.values()) in (set(range(1, 13)), set())
    assert (months == {}) is (not TABLES[language]["spaces"])


def test_no_name_of_a_month_means_two() -> None:
    meant: dict[str, set[int]] = {}
    for language in LANGUAGES | PARTIAL:
        for name, number in TABLES[language]["months"].items():
            meant.setdefault(fold(name), set()).add(number)
    assert not {name: numbers for name, numbers in meant.items() if len(numbers) > 1}


@every_language
def test_weekdays_are_seven_at_least(language: str) -> None:
    assert len(TABLES[language]["weekdays"]) >= 7


def test_boxes_and_elements_name_categories_and_no_word_names_two() -> None:
    for table in ("boxes", "elements"):
        named = TABLES["boxes"][table]
        assert set(named) <= {category.value for category in Category}
        words = [word for entries in named.values() for word in entries]
        assert len(words) == len(set(words))


def test_zones_are_offsets_that_exist() -> None:
    for name, minutes in TABLES["zones"]["zones"].items():
        assert -12 * 60 <= minutes <= 14 * 60, name
        assert minutes % 15 == 0, name


def test_agencies_are_agencies_in_the_lexicon() -> None:
    assert {("reuters",), ("agence", "france", "presse")} <= load().agencies


@pytest.mark.parametrize("table", ["reader_words", "continuers", "credit_closers"])
def test_discourse_is_listed_by_language(table: str) -> None:
    assert set(TABLES["discourse"][table]) <= LANGUAGES
    assert {"en", "de"} <= set(TABLES["discourse"][table])


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t miss: the ferry’s 2 bells!", ["don't", "miss", "the", "ferry's", "2", "bells"]),
        ("snake_case", ["snake", "case"]),
        ("Ｆｕｌｌ ｗｉｄｔｈ", ["full", "width"]),
        ("Straße", ["strasse"]),
        ("İSTANBUL’DA ısı", ["istanbul'da", "isi"]),
        ("cafe\u0301", ["café"]),
        ("東京の港 2026年", ["東", "京", "の", "港", "2026", "年"]),
        ("Порт открыт", ["порт", "открыт"]),
        ("'quoted'", ["quoted"]),
        ("--- *** 🚢", []),
    ],
)
def test_words_of(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize("code", range(128))
def test_ascii_is_read_as_all_other_text_is(code: int) -> None:
    line = f"Ab{chr(code)}9c {chr(code)}D"
    assert words_of(line) == WORD.findall(fold(line)) == [word.lower() for word in WORD.findall(line.replace("`", "'"))]


@pytest.mark.parametrize("size", range(1, 6))
def test_apostrophes_are_read_as_in_all_other_text(size: int) -> None:
    lines = ("".join(characters) for characters in product("a'` 9", repeat=size))
    assert [line for line in lines if words_of(line) != WORD.findall(fold(line))] == []


def test_words_of_other_text_are_those_of_the_pattern() -> None:
    """Signs, accents, scripts without spaces, combining and lone characters, apostrophes at all places between them."""
    characters = "a9_'’ éß“·…中あ가ी\u0301\u200b\udc80²𝐀"
    lines = ("".join(line) for line in product(characters, repeat=4))
    assert [line for line in lines if words_of(line) != WORD.findall(fold(line))] == []


@pytest.mark.parametrize("text", ["ABONNIEREN", "Abonnieren", "abonnieren"])
def test_case_means_nothing(text: str) -> None:
    assert fold(text) == "abonnieren"


def test_decomposed_letters_are_the_same_words() -> None:
    assert words_of("Donnez-nous réponse".replace("é", "e\u0301")) == words_of("Donnez-nous réponse")


# Cue phrases in a line


def test_cues_of_many_blocks_are_those_of_each() -> None:
    lines = ["", "12 Comments", "Today the yard says we use cookies here", "Nobody came", "Sign up for our newsletter", ""]
    blocks = [tuple(words_of(line)) for line in lines]
    found = load().cues_in_each(blocks)
    assert found == [load().cues_in(each) for each in blocks]
    assert [bool(each) for each in found] == [False, True, True, False, True, False]
    assert load().cues_in_each([]) == []


def test_no_phrase_goes_across_two_blocks() -> None:
    first, second = load().cues_in_each([("today", "we", "use"), ("cookies", "here")])
    assert (first, second) == ((), (Cue(Category.CONSENT, Strength.WEAK, "cookies", 0, 1),))


def test_phrase_inside_a_line_says_where_it_stands() -> None:
    assert load().cues_in(words_of("Today the yard says we use cookies here")) == (
        Cue(Category.CONSENT, Strength.STRONG, "we use cookies", 4, 7),
        Cue(Category.CONSENT, Strength.WEAK, "cookies", 6, 7),
    )


def test_every_phrase_is_found_where_it_stands() -> None:
    known = set(load().cues)
    lost = [
        phrase
        for phrase in known
        if not any(cue.start == 1 and cue.end > len(phrase) for cue in load().cues_in(("quay", *phrase, "quay")))
    ]
    assert lost == []


def test_phrases_are_told_in_the_order_of_their_first_words() -> None:
    starts = [cue.start for cue in load().cues_in(words_of("By using this site you sign up for our newsletter and the cookies"))]
    assert starts == sorted(set(starts))
    assert len(starts) > 2


def test_phrase_that_has_to_be_the_whole_block_is_silent_inside_a_line() -> None:
    assert (Category.RELATED, Strength.HEADING, "top stories") in cues("Top stories")
    assert not [strength for _, strength, _ in cues("The top stories of the harbour") if strength >= Strength.STRONG]


@pytest.mark.parametrize("line", ["Comments (12)", "12 comments", "12 Comments 3", "  COMMENTS  "])
def test_numbers_at_the_ends_do_not_count(line: str) -> None:
    assert cues(line)[0] == (Category.COMMENTS, Strength.WHOLE_BLOCK, "comments")


def test_number_inside_counts() -> None:
    assert not [strength for _, strength, _ in cues("Top 12 stories") if strength >= Strength.WHOLE_BLOCK]


def test_line_of_numbers_alone_has_no_cue() -> None:
    assert cues("12 34") == []


def test_heading_wins_over_whole_block() -> None:
    """'Related' is listed as both, and what it announces goes with it: the stronger reading is the one to know."""
    assert "related" in TABLES["en"]["cues"]["related"]["whole_block"]
    assert cues("Related")[0] == (Category.RELATED, Strength.HEADING, "related")


def test_longest_phrase_at_a_word_wins() -> None:
    assert [phrase for _, _, phrase in cues("Cookies on a plate")] == ["cookies"]
    assert [phrase for _, _, phrase in cues("Cookies are strictly necessary here")] == ["cookies are strictly necessary"]
    assert cues("This article first appeared on paper")[0][2] == "this article first appeared"
    assert cues("This article first appeared in our newsletter")[0][2] == "this article first appeared in our newsletter"


def test_phrase_of_one_word_is_found_at_the_end_of_a_line() -> None:
    (cue,) = load().cues_in(words_of("The yard has a page for notifications"))
    assert (cue.category, cue.strength, cue.start, cue.end) == (Category.NOTIFICATION, Strength.WEAK, 6, 7)


def test_phrase_cut_off_by_the_end_of_the_line_is_none() -> None:
    assert not [cue for cue in cues("Sign up for our") if cue[1] is Strength.STRONG]


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("Abonnieren Sie unseren Newsletter", Category.NEWSLETTER),
        ("Inscrivez-vous à notre newsletter", Category.NEWSLETTER),
        ("Iscriviti alla nostra newsletter", Category.NEWSLETTER),
        ("Nieuwsbrief", Category.NEWSLETTER),
        ("Zapisz się do newslettera", Category.NEWSLETTER),
        ("Leia também", Category.RELATED),
        ("Te puede interesar", Category.RELATED),
        ("Läs också", Category.RELATED),
        ("Читайте также", Category.RELATED),
        ("İLGİLİ HABERLER", Category.RELATED),
        ("関連記事", Category.RELATED),
        ("相关阅读", Category.RELATED),
        ("Related stories", Category.RELATED),
    ],
)
def test_every_language_is_in_the_one_table(line: str, category: Category) -> None:
    assert category in {cue[0] for cue in cues(line) if cue[1] >= Strength.STRONG}


@pytest.mark.parametrize(
    "line",
    [
        "The ferry Halcyon sailed into Sandwick harbour on Monday.",
        "Am Montag lief die Fähre in den Hafen ein, und niemand schlief.",
        "Le bac est entré au port lundi, deux hivers après la tempête.",
        "Паром вошёл в порт в понедельник, через две зимы после бури.",
        "船は月曜日に港に入った。",
    ],
)
def test_sentence_of_a_story_has_no_cue(line: str) -> None:
    assert cues(line) == []


# What else the table holds


@pytest.mark.parametrize(
    ("name", "month"),
    [("january", 1), ("märz", 3), ("mayo", 5), ("juillet", 7), ("сентября", 9), ("eylül", 9), ("grudnia", 12)],
)
def test_months_of_all_languages(name: str, month: int) -> None:
    assert load().months[fold(name)] == month


def test_lists_of_the_byline_and_the_credits() -> None:
    words = load()
    assert {("by",), ("von",), ("par",)} <= words.by
    assert {("and",), ("und",)} <= words.joiners
    assert ("additional", "reporting", "by") in words.credit_openers
    assert ("contributed", "to", "this", "report") in words.credit_closers
    assert "gazette" in words.organisation_words
    assert words.zones["est"] == -300
    assert words.boxes["newsletter"] is Category.NEWSLETTER
    assert words.elements["aside"] is Category.RELATED


def test_lexicon_is_read_once() -> None:
    assert load() is load()
