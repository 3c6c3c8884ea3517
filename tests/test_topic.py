"""What a document is about: its headline, and how much each block shares with it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pytest

from newsclean.document import Document
from newsclean.features import measure
from newsclean.lexicon import load, words_of
from newsclean.line_readings import LineReadings
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from newsclean.topic import Topic, find_topic

TITLE: Final = "Old ferry returns to Sandwick harbour"
QUOTED: Final = "The sea gives back what it took"
STORY: Final = (
    "The ferry Halcyon sailed into Sandwick harbour on Monday, two winters after a storm tore open her hull at the quay.",
    "Repairs to the ferry took twice as long as the council had planned, and the harbour was cut off for nineteen days.",
    "Her engine came from a yard in Varn, where the old steamers of the line had been broken up and sold for their brass.",
)
TEASER: Final = "The baker of Eider Street has won a medal for a loaf that he had baked in the shape of a sleeping hedgehog."


def topic_of(document: Document, evidence: Sequence[float] | None = None) -> Topic:
    """The topic, with the evidence of prose as it is measured or as it is given."""
    if evidence is None:
        return measure(document, load()).topic
    words = [tuple(words_of(block.text)) for block in document.blocks]
    chrome, prose = np.zeros(len(words), dtype=bool), np.array(evidence, dtype=float)
    return find_topic(document, words, chrome, prose, LineReadings.of(document, load()))


def headline_of(document: Document) -> str | None:
    order = topic_of(document).headline
    return None if order is None else document.blocks[order].text


def text(*lines: str) -> Document:
    return read_text("\n\n".join(lines))


def page(body: str, *, head: str = "") -> Document:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return read_html(f"<html><head>{head}</head><body>{body}<div>{story}</div></body></html>")


# The headline of a page


@pytest.mark.parametrize(
    "head",
    [
        f"<title>{QUOTED}</title>",
        f"<title>{QUOTED} | News | The Tidewater Gazette</title>",
        f"<title>Tidewater | {QUOTED}</title>",
        f"<meta property='og:title' content='{QUOTED}'><title>The Tidewater Gazette</title>",
        f"<meta name='twitter:title' content='{QUOTED}'>",
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{QUOTED}"}}</script>',
        "<title>What the sea took it also gives back</title>",
    ],
    ids=[
        "title",
        "title with the site's name",
        "title behind the site's name",
        "Open Graph",
        "another meta tag",
        "JSON-LD",
        "another wording",
    ],
)
def test_line_that_the_metadata_quotes_is_the_headline(head: str) -> None:
    assert headline_of(page(f"<p>Islands and their people</p><p>{QUOTED}</p><p>Weather of the week</p>", head=head)) == QUOTED


def test_microdata_names_the_headline() -> None:
    body = f"<p>Islands and their people</p><div itemprop='headline' content='{QUOTED}'></div><p>{QUOTED}</p>"
    assert headline_of(page(body)) == QUOTED


def test_line_that_nothing_quotes_is_no_headline() -> None:
    """Else the tests above show nothing: no word of the line comes back in the story."""
    assert headline_of(page(f"<p>Islands and their people</p><p>{QUOTED}</p>")) is None


def test_heading_wins_over_plain_text() -> None:
    assert topic_of(page(f"<p>{TITLE}</p><h2>{TITLE}</h2>", head=f"<title>{TITLE}</title>")).headline == 1


def test_first_rank_wins_over_others() -> None:
    assert topic_of(page(f"<h2>{TITLE}</h2><h1>{TITLE}</h1>", head=f"<title>{TITLE}</title>")).headline == 1


def test_link_loses_against_plain_text() -> None:
    body = f"<p><a href='/'>{TITLE}</a></p><p>{TITLE}</p>"
    assert topic_of(page(body, head=f"<title>{TITLE}</title>")).headline == 1


@pytest.mark.parametrize("hidden", [f"<div hidden><h1>{TITLE}</h1></div>", f"<h1 hidden>{TITLE}</h1>"], ids=["box", "heading"])
def test_hidden_line_is_no_headline(hidden: str) -> None:
    assert topic_of(page(f"{hidden}<h2>{TITLE}</h2>", head=f"<title>{TITLE}</title>")).headline == 1


def test_lone_heading_of_first_rank_needs_no_metadata() -> None:
    assert headline_of(page("<h1>Home again</h1>")) == "Home again"


def test_name_of_the_site_is_no_headline() -> None:
    """Its words stand in the title as well, and templates give it the first rank."""
    body = f"<h1>The Tidewater Gazette</h1><h2>{TITLE}</h2>"
    named = "<meta property='og:site_name' content='The Tidewater Gazette'><title>The Tidewater Gazette</title>"
    assert headline_of(page(body, head=f"<title>{TITLE} - The Tidewater Gazette</title>")) == TITLE
    assert headline_of(page(body, head=named)) == TITLE


def test_paragraph_is_no_headline_though_it_stands_in_the_metadata() -> None:
    long = " ".join(["Old ferry returns to Sandwick harbour after all"] * 8)
    assert headline_of(page(f"<div>{long}</div>", head=f"<title>{long}</title>")) is None


# The headline of a text


def test_line_whose_words_come_back_is_the_headline() -> None:
    assert headline_of(text("Tidewater Gazette Islands Edition", TITLE, *STORY)) == TITLE


def test_crosshead_is_no_headline() -> None:
    later = "The ferry left the harbour in the evening, and the harbour master waved a lantern until she was out of his sight."
    assert headline_of(text(later, "The ferry in the harbour")) is None
    assert headline_of(text("The ferry in the harbour", later)) is not None
    assert headline_of(text(*STORY[:2], "The ferry in the harbour", later)) is None


def test_signed_line_is_the_headline_though_its_words_do_not_come_back() -> None:
    assert headline_of(text(QUOTED, "By Mara Quill", "Ferry to Sandwick harbour", *STORY)) == QUOTED


def test_date_signs_a_line_too() -> None:
    assert headline_of(text(QUOTED, "14 February 2026, 10:30", "Ferry to Sandwick harbour", *STORY)) == QUOTED


def test_first_of_two_lines_is_the_headline_and_the_second_its_summary() -> None:
    summary = "Sandwick ferry lay two winters in the harbour of the yard"
    assert headline_of(text(f"{TITLE} at last", summary, *STORY)) == f"{TITLE} at last"


def test_label_above_is_no_headline() -> None:
    title = "Sandwick ferry in harbour after storm and repairs"
    assert headline_of(text("Quay of Sandwick", title, *STORY)) == title


@pytest.mark.parametrize(
    "line",
    [
        "The ferry is in Sandwick harbour again.",
        "Ferry | Sandwick | Harbour",
        "Ferry harbour",
        " ".join(["ferry to Sandwick harbour"] * 11),
    ],
    ids=["a sentence", "a menu", "two words", "more words than a headline has"],
)
def test_line_that_cannot_be_a_headline(line: str) -> None:
    assert headline_of(text(line, *STORY)) is None


def test_text_of_paragraphs_has_no_headline() -> None:
    assert headline_of(text(*STORY)) is None


def test_empty_input_has_no_topic() -> None:
    topic = topic_of(text(""))
    assert (topic.headline, topic.stems, len(topic.shared)) == (None, (), 0)


# What blocks share with the topic


def test_story_shares_words_with_the_topic_and_a_teaser_does_not() -> None:
    topic = topic_of(text(TITLE, *STORY, TEASER))
    assert topic.headline == 0
    assert [int(count) for count in topic.in_headline] == [4, 3, 2, 0, 0]
    assert topic.cohesion(1) > topic.cohesion(2) > 0.1
    assert topic.cohesion(4) == 0.0


def test_words_of_the_story_count_beyond_the_headline() -> None:
    """'council' is not in the headline; two paragraphs about the headline say it, so a third one that does is about it too."""
    again = "The council, sceptical, adjourned: nobody expected nineteen weeks."
    topic = topic_of(text(TITLE, STORY[0] + " The council met.", STORY[1], again), evidence=[0, 1, 1, 1])
    assert topic.in_headline[3] == 0
    assert topic.shared[3] == 2  # council, nineteen


def test_block_is_not_measured_against_itself() -> None:
    lonely = "Old ferry, harbour, lighthouse, breakwater."
    topic = topic_of(text(TITLE, lonely), evidence=[0, 1])
    assert topic.shared[1] == topic.in_headline[1] == 2  # ferry, harbou; 'old' is too short


def test_endings_of_words_do_not_count() -> None:
    topic = topic_of(text("Repairing harbours returned", "The repairs of the harbour return."), evidence=[0, 1])
    assert topic.stems[0] == topic.stems[1] == {"repair", "harbou", "return"}


def test_function_words_and_numbers_say_nothing() -> None:
    assert topic_of(text("Because these were there, 2026 was without them"), evidence=[0]).stems == (frozenset(),)


def test_scripts_without_spaces_are_compared_by_pairs() -> None:
    topic = topic_of(text("東京の港", "東京の港は広い。"), evidence=[0, 1])
    assert topic.stems[0] == {"東京", "京の", "の港"}
    assert topic.in_headline[1] == 3


def test_cohesion_of_a_block_without_content_words_is_none_at_all() -> None:
    topic = topic_of(text(TITLE, "It is.", *STORY))
    assert topic.cohesion(1) == 0.0


def test_page_without_printed_headline_is_about_its_title() -> None:
    topic = topic_of(page("<p>Islands</p>", head=f"<title>{' '.join(reversed(TITLE.split()))} {TEASER}</title>"))
    assert topic.headline is None
    assert topic.in_headline[1] >= 2


def test_without_headline_and_title_all_prose_is_the_topic() -> None:
    topic = topic_of(text(*STORY))
    assert topic.headline is None
    assert topic.shared[1] > 0
    assert not topic.in_headline.any()
