"""Why the model left a block out: families of columns, and which of them are told."""

from typing import Final

import numpy as np
import pytest

from newsclean import lexicon
from newsclean.features import measure
from newsclean.learned.model import PAGES, TEXTS, load
from newsclean.learned.reasons import FAMILIES, family_of, name_reasons
from newsclean.learned.score import score
from newsclean.read.html import read_html

NAMES: Final = "the class names around it"
WORDS: Final = "its words"
BOXES: Final = "what else its boxes hold"
ALIKE: Final = "what is laid out like it"
REST: Final = "what it shares with the rest of the text"
PROMPTS: Final = "prompts and boxes beside it"
GENRE: Final = "what the page says it is"
AUTHOR: Final = "whether it names the author"
TAKEN: Final = "how the lines beside it were taken"
DATES: Final = "the dates beside it"
PLACE: Final = "its place on the page"
LINKS: Final = "its links"
HEADLINE: Final = "what it shares with the headline"
REPEATED: Final = "how often the page says it"
NEIGHBOURS: Final = "its neighbours"
FORM: Final = "its form"
WORDING: Final = "its wording and length"

LEVELS: Final = range(4)
LEXICAL: Final = [
    f"lexical{name}" for name in ("", "_afar", "_rare", "_more", "_afar_more", "_rare_more", "_often", "_above", "_below")
]
MEMBERS: Final = {
    NAMES: "names_own names_above names_sum names_lowest names_highest".split(),
    BOXES: [
        "depth",
        "own_size",
        *[f"box{level}_{name}" for level in LEVELS for name in "good links share size paragraphs place left".split()],
    ],
    ALIKE: [f"{path}_{name}" for path in ("tags", "names") for name in "count good share links words".split()],
    WORDS: "worth worth_known worth-2 worth-1 worth+1 worth+2 worth~1 worth~3 worth~8".split(),
    REST: [
        *(f"{look}{name}" for look in ("", "story_") for name in LEXICAL),
        *(f"{name}{at}" for name in ("lexical", "lexical_afar", "lexical_rare_more") for at in ("-2", "-1", "+1", "+2")),
        *(f"lexical_afar~{reach}" for reach in (2, 5, 12)),
        *"content_words story_lexical_afar-1 story_lexical_afar+1".split(),
    ],
    PROMPTS: "box box-2 box-1 box+1 box+2 cue cue_category cue-1 hint hint-1 hint+1 to_reader".split()
    + "since_cue until_cue since_hint until_hint last_cue cue-2 cue+1 cue_category-1 hint-2 hint+2".split()
    + [f"to_reader{at}" for at in ("-1", "+1", "~2", "~5", "~12")],
    GENRE: [f"genre{name}" for name in ("", "_page", "_other", "_types", "_object", "_tagged")],
    AUTHOR: "author author_opens author-2 author-1 author+1".split(),
    TAKEN: "story_words story_before story_after since_story until_story chance".split()
    + [f"chance{at}" for at in ("-3", "-2", "-1", "+1", "+2", "+3", "~1", "~2", "~5", "~12")],
    DATES: "date since_date until_date date-2 date-1 date+1 date+2 date~2 date~5 date~12".split(),
    PLACE: (
        "region place blocks from_headline from_first_good good_words good_share good_before good_after since_good until_good"
    ).split(),
    LINKS: "link_share link_share+1 link_share+2".split(),
    HEADLINE: ["cohesion", "shared", "in_headline", *[f"cohesion{at}" for at in ("-2", "-1", "+1", "+2", "~2", "~5", "~12")]],
    REPEATED: "repeated times".split(),
    NEIGHBOURS: [
        *"gap gaps gap+1 between words-3 words-2 words-1 words+1 words+2 words+3 prose-2 prose-1 prose+1 prose+2".split(),
        *[f"ends_sentence{at}" for at in ("-2", "-1", "+1", "+2")],
        *[f"{name}~{reach}" for name in ("good", "short", "ends", "words") for reach in (2, 5, 12)],
        *"first_character+1 last_character-1 kind-1 kind+1".split(),
    ],
    FORM: "kind level tag hidden marks bold slanted".split(),
    WORDING: (
        "characters letters digits capitals uncased commas first_character last_character words prose ends_sentence"
    ).split(),
}
TABLE: Final = [(column, family) for family, columns in MEMBERS.items() for column in columns]


@pytest.mark.parametrize(("column", "family"), TABLE)
def test_family_of_a_column(column: str, family: str) -> None:
    assert family_of(column) == family


def test_every_column_of_the_shipped_weights_is_in_the_table() -> None:
    """Also the other way round, as a family without columns would never be told."""
    trees = (load(PAGES).trees, load(TEXTS).trees, load(TEXTS).again)
    assert {name for each in trees if each for name in each.names} == {column for column, _ in TABLE}


def test_every_family_has_columns() -> None:
    assert [family for _, family in FAMILIES] == list(MEMBERS)


# Which are told


def told(names: list[str], rows: list[list[float]]) -> list[str]:
    return name_reasons(names, np.array(rows, dtype=np.float32))


def test_the_two_that_spoke_most_against_are_told() -> None:
    names = ["words", "link_share", "place", "tag"]
    assert told(names, [[-1, -3, -2, 1], [0.5, -1, -4, -2]]) == [f"{LINKS} and {PLACE}", f"{PLACE} and {FORM}"]


def test_columns_of_a_family_are_added_up() -> None:
    """The four words of length outweigh the links; what speaks for story is taken off."""
    names = ["link_share", "words", "digits", "commas", "capitals", "tag", "kind"]
    assert told(names, [[-3, -1, -1, -1, -1, -5, 4.5]]) == [f"{WORDING} and {LINKS}"]


def test_only_what_spoke_against_is_told() -> None:
    assert told(["words", "link_share", "place"], [[-1, 2, 0], [1, 2, 0]]) == [WORDING, "no single thing"]


def test_of_equals_the_earlier_column_is_told_first() -> None:
    assert told(["place", "words", "link_share"], [[-1, -1, -1]]) == [f"{PLACE} and {WORDING}"]


def test_reasons_of_the_shipped_weights_are_families() -> None:
    """Whatever the weights are: each block is told with one family or two, or with none."""
    paragraphs = "".join(
        f"<p>The ferry sailed into the harbour on day {number}, and islanders saw her.</p>" for number in range(6)
    )
    document = read_html(f"<body><h1>The ferry</h1>{paragraphs}<div class='footer'>{'<p>Blue ink</p>' * 6}</div></body>")
    families = {family for _, family in FAMILIES}
    for reason in score(document, measure(document, lexicon.load()), ()).reasons(range(len(document.blocks))):
        parts = next(
            ([first, second] for first in families for second in families if reason == f"{first} and {second}"), [reason]
        )
        assert parts == ["no single thing"] or set(parts) <= families
        assert len(set(parts)) == len(parts)
