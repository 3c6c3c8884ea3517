"""For each rule: lines on which it has to speak, and tempting ones on which it has to be silent."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import pytest

import newsclean
from newsclean import pipeline
from newsclean.category import Category, Kind, Role
from newsclean.decide import decide
from newsclean.document import Document
from newsclean.features import Features
from newsclean.learned.score import Score
from newsclean.rules import RULES
from newsclean.verdict import Hint, Kept

HEADLINE: Final = "Old ferry returns to Sandwick harbour after two winters of repairs"
STORY: Final = (
    "The ferry Halcyon sailed into Sandwick harbour on Monday. Three hundred islanders stood on the quay to see her come in.",
    "Repairs to the ferry took twice as long as the council had planned. The yard found rust behind every plate it opened.",
    "Until now a fishing boat carried post to Sandwick, weather permitting. Last winter the harbour was cut off for weeks.",
    "Islanders paid for the engine of the ferry themselves, with a lottery and cake sales, and the council gave the rest.",
    "The ferry is to make two crossings a day from now on, and four in summer. Dogs and bicycles cross the harbour free.",
    "The council decides in spring whether a second ferry is ordered. The harbour would have to be dredged for it in winter.",
)
# What other pages of the outlet are about
BUOY: Final = "A red buoy was found on the beach of Upper Varn, and nobody knows which ship had lost it."
BAKER: Final = "The baker of Eider Street has won a medal for a loaf in the shape of a hedgehog."
CHESS: Final = "Chess players from eleven towns met in a disused cinema and forgot to go home."
LOTTERY: Final = "The council of Upper Varn had planned a lottery, and nobody there will say which number it drew."
BAKERY: Final = "You can still see our old bakery behind the swings of Upper Varn, roofless and full of buttercups."
PORTER: Final = "He had carried eleven suitcases and a parrot up the hill since noon."
AFLOAT: Final = (
    "The ferry lay low in the water of Sandwick harbour. The repairs had made her heavy, said those who had done them."
)
THREAD: Final = (
    "Jory Pell 3 March 2019 at 18:22",
    "My grandmother would have walked. She walked to her wedding, and she walked home from it again.",
    "Reply",
    "Tamsin 3 March 2019 at 19:05",
    "Mine swam.",
    "Reply",
)
OUTING: Final = "A red buoy and the ship that lost it"


def text(above: Iterable[str] = (), under: Iterable[str] = (), within: Iterable[str] = (), below: Iterable[str] = ()) -> str:
    """A text with the story in it: lines above the headline, under it, between two paragraphs and below the story."""
    return "\n\n".join((*above, HEADLINE, *under, *STORY[:3], *within, *STORY[3:], *below))


def paged(number: str, head: str = "", end: str = "\n\n", *, foot: bool = True) -> str:
    """The story on five printed pages with a number at the foot of each, or else at its head."""
    pages = [[HEADLINE, STORY[0]], *([paragraph] for paragraph in STORY[1:5])]
    lines = [
        [*([head] if head else []), *story, number.format(at)] if foot else [number.format(at), *story]
        for at, story in enumerate(pages, 1)
    ]
    return end.join("\n\n".join(each) for each in lines)


def page(above: str = "", under: str = "", within: str = "", below: str = "", outside: str = "") -> str:
    """A page with the story in it; `outside` is what stands behind the box of the article."""
    first, second = ("".join(f"<p>{paragraph}</p>" for paragraph in part) for part in (STORY[:3], STORY[3:]))
    return (
        f"<!doctype html><html lang='en'><head><title>{HEADLINE} - The Tidewater Gazette</title></head><body><main>"
        f"<article>{above}<h1>{HEADLINE}</h1>{under}{first}{within}{second}{below}</article></main>{outside}</body></html>"
    )


def live_page(*times: str) -> str:
    """A live page: below the story an entry for each time, with a paragraph in words of its own."""
    entries = "".join(
        f"<section><div><time>{time}</time></div><p>{story}</p></section>" for time, story in zip(times, STORY, strict=False)
    )
    return page(below=f"<div>{entries.replace('ferry', 'steamer')}</div>")


Says: TypeAlias = Role | Category | Kind
STORY_BLOCK: Final = Kind.PARAGRAPH
MONTH: Final = "<p>In month {0} the ferry carried 10{0} people across the bay.</p>"
MONTHS: Final = {count: "".join(MONTH.format(month) for month in range(count)) for count in (1, 9, 10, 15)}


class Case(NamedTuple):
    """One document, and what has to be said about one of its lines.

    Attributes:
        name: what is special about it.
        source: the document.
        line: the block that is asked about; the last one that says this.
        says: what the line is: its role, its category, or its kind where it is body.
        chance: p(story) of the line; None for what its place gives it.
    """

    name: str
    source: str
    line: str
    says: Says
    chance: float | None = None


class Cases(NamedTuple):
    """The cases of one rule.

    Attributes:
        rule: the name that it signs with.
        speaks: it decides or names the line.
        silent: something else does.
    """

    rule: str
    speaks: tuple[Case, ...]
    silent: tuple[Case, ...]


CASES: Final[dict[str, Cases]] = {
    "find_headline": Cases(
        "headline",
        speaks=(
            Case("a line whose words come back", text(), HEADLINE, Role.HEADLINE),
            Case("a heading that says what the title says", page(), HEADLINE, Role.HEADLINE),
            Case(
                "a heading of the second rank, since the first one is the outlet's name",
                page().replace(f"<h1>{HEADLINE}</h1>", f"<h1>The Tidewater Gazette</h1><h2>{HEADLINE}</h2>"),
                HEADLINE,
                Role.HEADLINE,
            ),
        ),
        silent=(
            Case("a crosshead", page(within="<h2>What the yard found</h2>"), "What the yard found", Kind.CROSSHEAD),
            Case(
                "the heading of another story",
                page(outside=f"<aside class='related'><h2>{OUTING}</h2></aside>"),
                OUTING,
                Category.RELATED,
            ),
            Case("the first paragraph of a text without headline", "\n\n".join(STORY), STORY[0], STORY_BLOCK),
        ),
    ),
    "find_lines_of_pages": Cases(
        "page_line",
        speaks=(
            Case("a number at the foot of each page", paged("{}"), "4", Category.NAVIGATION, 0.99),
            Case("a number between dashes", paged("– {} –"), "– 4 –", Category.NAVIGATION, 0.99),
            Case("a number of all", paged("Seite {} von 5"), "Seite 4 von 5", Category.NAVIGATION, 0.99),
            Case("a number of all with a bar", paged("{} / 5"), "4 / 5", Category.NAVIGATION, 0.99),
            Case("a number in Chinese", paged("第{}页"), "第4页", Category.NAVIGATION, 0.99),
            Case(
                "a running head",
                paged("{}", head="The Tidewater Review, spring"),
                "The Tidewater Review, spring",
                Category.NAVIGATION,
            ),
            Case(
                "a number at the head of each page", paged("Page {}", end="\f", foot=False), "Page 4", Category.NAVIGATION, 0.99
            ),
        ),
        silent=(
            Case("the numbers of chapters", paged("{}", foot=False), "4", STORY_BLOCK, 0.99),
            Case("the numbers of crossheads", paged("Reason {}", foot=False), "Reason 4", STORY_BLOCK, 0.99),
            Case("the numbers of a list", text(below=["1", "Hulls", "2", "Engines", "3"]), "2", STORY_BLOCK, 0.99),
            Case("the marks of a test", paged("{}.5/10"), "4.5/10", STORY_BLOCK, 0.99),
            Case("numbers that do not go up by one", paged("{}").replace("\n5", "\n9"), "4", STORY_BLOCK, 0.99),
            Case("a year", text(below=["1982"]), "1982", STORY_BLOCK, 0.99),
            Case("on a page of the web", page(within="<p>1</p>", below="<p>2</p>"), "2", STORY_BLOCK, 0.99),
        ),
    ),
    "find_repeats": Cases(
        "repeat",
        speaks=(
            Case("the headline below the story", text(below=[HEADLINE]), HEADLINE, Category.REPEAT),
            Case("the headline in capitals", text(under=[HEADLINE.upper()]), HEADLINE.upper(), Category.REPEAT),
            Case("the headline on a page", page(below=f"<p>{HEADLINE}</p>"), HEADLINE, Category.REPEAT, 0.4),
            Case(
                "the headline of a page twice in a row, whatever the score",
                page(under=f"<p>{HEADLINE}</p>"),
                HEADLINE,
                Category.REPEAT,
                0.99,
            ),
            Case("the headline in a text, whatever the score", text(below=[HEADLINE]), HEADLINE, Category.REPEAT, 0.99),
            Case("a story that a text prints twice, whatever the score", text(below=STORY), STORY[0], Category.REPEAT, 0.99),
            Case("a paragraph of a text, if the score agrees", text(below=[STORY[0]]), STORY[0], Category.REPEAT, 0.49),
            Case(
                "a body that a page prints twice, whatever the score",
                page(below=MONTHS[10] + MONTHS[10]),
                "In month 5 the ferry carried 105 people across the bay.",
                Category.REPEAT,
                0.99,
            ),
            Case(
                "a body that a page prints twice but for some paragraphs, whatever the score",
                page(below=MONTHS[15] + MONTHS[15].replace(MONTH.format(4), "").replace(MONTH.format(7), "")),
                "In month 5 the ferry carried 105 people across the bay.",
                Category.REPEAT,
                0.99,
            ),
            Case("a paragraph of a page, if the score agrees", page(below=f"<p>{STORY[0]}</p>"), STORY[0], Category.REPEAT, 0.49),
        ),
        silent=(
            Case(
                "nine paragraphs of a page once more",
                page(below=MONTHS[9] + MONTHS[9]),
                "In month 5 the ferry carried 105 people across the bay.",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "paragraphs of which the first time is hidden",
                page(above=f"<div hidden>{MONTHS[10]}</div>", below=MONTHS[10]),
                "In month 5 the ferry carried 105 people across the bay.",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "one line of a plan again and again",
                page(below=MONTHS[1] * 20),
                "In month 0 the ferry carried 100 people across the bay.",
                STORY_BLOCK,
                0.99,
            ),
            Case("four paragraphs of a text once more", text(below=STORY[:4]), STORY[0], STORY_BLOCK, 0.99),
            Case(
                "a headline of few words over one of the things in a list",
                text(within=["Ferries and harbours"], below=["Ferries and harbours"]).replace(HEADLINE, "Ferries and harbours"),
                "Ferries and harbours",
                STORY_BLOCK,
                0.99,
            ),
            Case("a paragraph of a page that the score keeps", page(below=f"<p>{STORY[0]}</p>"), STORY[0], STORY_BLOCK, 0.5),
            Case(
                "a refrain",
                text(within=["And the sea went on.", STORY[3].replace("lottery", "raffle"), "And the sea went on."]),
                "And the sea went on.",
                STORY_BLOCK,
            ),
            Case(
                "a link in two boxes",
                page(outside=f"<div><a href='/b'>{OUTING}</a></div><div><a href='/b'>{OUTING}</a></div>"),
                OUTING,
                Category.RELATED,
            ),
        ),
    ),
    "find_separators": Cases(
        "separator",
        speaks=(
            Case("dashes within the story", text(within=["---"]), "---", Category.OTHER),
            Case("stars on a page", page(within="<p>* * *</p>"), "* * *", Category.OTHER),
            Case("a lone emoji", text(within=["⚓"]), "⚓", Category.OTHER),
            Case("tags that a text is left with", text(within=["</div><br/>"]), "</div><br/>", Category.OTHER),
        ),
        silent=(
            Case("the number of a chapter", text(within=["2."]), "2.", STORY_BLOCK),
            Case("dashes with a word", text(within=["– Yes –"]), "– Yes –", STORY_BLOCK),
            Case(
                "a sample of code on a page",
                page(within="<pre>&lt;quay&gt;&lt;/quay&gt;</pre>"),
                "<quay></quay>",
                Kind.PREFORMATTED,
            ),
            Case("a word in tags", text(within=["<b>Anchors</b>"]), "<b>Anchors</b>", STORY_BLOCK),
        ),
    ),
    "find_credits": Cases(
        "credit",
        speaks=(
            Case(
                "it opens with the phrase",
                text(below=["Additional reporting by Mara Quill"]),
                "Additional reporting by Mara Quill",
                Role.CREDIT,
            ),
            Case(
                "it ends with the phrase",
                page(below="<p>Joris Venn contributed to this report.</p>"),
                "Joris Venn contributed to this report.",
                Role.CREDIT,
            ),
        ),
        silent=(
            Case(
                "the same words under the headline",
                text(under=["Reporting by Mara Quill"]),
                "Reporting by Mara Quill",
                Role.BYLINE,
            ),
            Case(
                "a paragraph that begins so",
                text(within=["Edited by a committee of nine, " + "the drawings grew, " * 12 + "and the ferry grew with them."]),
                "Edited by a committee of nine, " + "the drawings grew, " * 12 + "and the ferry grew with them.",
                STORY_BLOCK,
            ),
            Case(
                "a sentence of the story that begins so",
                text(within=["With agencies closed for the winter, the islanders wrote letters to the council instead."]),
                "With agencies closed for the winter, the islanders wrote letters to the council instead.",
                STORY_BLOCK,
            ),
        ),
    ),
    "find_timestamp_lines": Cases(
        "timestamp",
        speaks=(
            Case("a day under the headline", text(under=["14 February 2026"]), "14 February 2026", Role.TIMESTAMP),
            Case(
                "a label and a time",
                page(under="<div>Published: 3 March 2026, 07:15</div>"),
                "Published: 3 March 2026, 07:15",
                Role.TIMESTAMP,
            ),
        ),
        silent=(
            Case(
                "a day that nobody sees",
                page(under="<div hidden><p>14 February 2026</p></div>"),
                "14 February 2026",
                Category.OTHER,
            ),
            Case("a day below the story", text(below=["14 February 2026"]), "14 February 2026", Category.OTHER),
            Case(
                "a crosshead of the chronicle",
                page(within="<h2>14 February 2026</h2>"),
                "14 February 2026",
                Kind.CROSSHEAD,
            ),
            Case(
                "a sentence that begins with a day",
                text(under=["On 14 February 2026 the ferry lay in Sandwick harbour, and the repairs were over."]),
                "On 14 February 2026 the ferry lay in Sandwick harbour, and the repairs were over.",
                STORY_BLOCK,
            ),
            Case(
                "the day of another story",
                page(above="<div class='related'><p>12 February 2026</p></div>"),
                "12 February 2026",
                Category.RELATED,
            ),
        ),
    ),
    "find_bylines": Cases(
        "byline",
        speaks=(
            Case("it opens as bylines do", text(under=["By Mara Quill"]), "By Mara Quill", Role.BYLINE),
            Case("the page marks it", page(under="<div class='author-name'>Mara Quill</div>"), "Mara Quill", Role.BYLINE),
            Case("the date below vouches for it", text(under=["Mara Quill", "14 February 2026"]), "Mara Quill", Role.BYLINE),
            Case("the date above vouches for it", text(under=["14 February 2026", "Mara Quill"]), "Mara Quill", Role.BYLINE),
            Case(
                "the date behind prompts vouches for it",
                text(under=["Mara Quill", "Share this article", "Sign up for our newsletter", "14 February 2026"]),
                "Mara Quill",
                Role.BYLINE,
            ),
        ),
        silent=(
            Case("a label that has the form of a name", text(above=["Middle East"]), "Middle East", Role.KICKER),
            Case(
                "a line that nobody sees", page(under="<div hidden><p>By Mara Quill</p></div>"), "By Mara Quill", Category.OTHER
            ),
            Case(
                "a line in a box for something else",
                page(under="<div class='share'><p>By Mara Quill</p></div>"),
                "By Mara Quill",
                Category.SHARE,
            ),
            Case(
                "a box beside the author's",
                page(under="<div class='author-date'>North Quay</div>"),
                "North Quay",
                STORY_BLOCK,
            ),
            Case(
                "a link on one word of many",
                page(under="<p><a class='author' href='/m'>Mara</a> Quill Eider Street</p>"),
                "Mara Quill Eider Street",
                Kind.PARAGRAPH,
            ),
            Case(
                "a label above the headline, with the date beside it",
                text(above=["Harbour Life", "14 February 2026"]),
                "Harbour Life",
                Category.OTHER,
            ),
            Case("a name that nothing vouches for", text(under=["Eider Street"]), "Eider Street", Category.OTHER),
            Case(
                "a crosshead that begins with 'By'",
                page(within="<h2>By Land and Sea</h2>"),
                "By Land and Sea",
                Kind.CROSSHEAD,
            ),
            Case(
                "who wrote a comment",
                page(outside="<section class='comments'><p>By Jory Pell</p></section>"),
                "By Jory Pell",
                Category.COMMENTS,
            ),
        ),
    ),
    "find_standfirst": Cases(
        "standfirst",
        speaks=(
            Case(
                "the page marks it, and the score is not sure of a paragraph",
                page(under="<p class='standfirst'>Islanders had waited on the quay since dawn, and some since the winter.</p>"),
                "Islanders had waited on the quay since dawn, and some since the winter.",
                Role.STANDFIRST,
                0.89,
            ),
            Case(
                "between headline and byline of a text, whatever the score",
                text(under=["Islanders waited on the quay for the ferry since dawn", "By Mara Quill"]),
                "Islanders waited on the quay for the ferry since dawn",
                Role.STANDFIRST,
                0.99,
            ),
            Case(
                "right before the dateline",
                text(
                    under=[
                        "The council paid twice for the repairs of the ferry at Sandwick harbour, and will pay once more.",
                        "SANDWICK (Tidewater Wire) – The ferry Halcyon lay at the quay of the harbour as if she had never left.",
                    ]
                ),
                "The council paid twice for the repairs of the ferry at Sandwick harbour, and will pay once more.",
                Role.STANDFIRST,
            ),
        ),
        silent=(
            Case("the first paragraph", text(), STORY[0], STORY_BLOCK),
            Case(
                "the first paragraph under a date, with the date of a comment far below",
                f"{HEADLINE}\n\n3 March 2019\n\n{STORY[0]}\n\n{PORTER}\n\nComments\n\nTamsin\n\n3 March 2019 at 18:22",
                STORY[0],
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "a name in Japanese",
                "潮見町、信号機をひまわりに交換\n\n潮見新聞 灘原ひかり\n\n2022年8月3日 10時15分\n\n"
                "潮見町は三日、町内に三基ある信号機をすべてひまわりに植え替えたと発表した。花の向きで通行の順番を決めるという。",
                "潮見新聞 灘原ひかり",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "a first paragraph over a crosshead that reads as a name",
                text(under=["Islanders had waited on the quay for the ferry since dawn.", "Harbour Repairs"]),
                "Islanders had waited on the quay for the ferry since dawn.",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "the first paragraph, as the score has it, that the page marks as its summary",
                page(under="<p class='standfirst'>Islanders had waited on the quay since dawn, and some since the winter.</p>"),
                "Islanders had waited on the quay since dawn, and some since the winter.",
                STORY_BLOCK,
                0.95,
            ),
            Case(
                "the second line that is marked so",
                page(under=f"<p class='dek'>Islanders had waited on the quay since dawn.</p><p class='dek'>{CHESS}</p>"),
                CHESS,
                STORY_BLOCK,
            ),
            Case(
                "a line behind the first paragraph",
                page(under=f"<p>{AFLOAT}</p><p>Islanders on the quay of the harbour</p><p>By Mara Quill</p>"),
                "Islanders on the quay of the harbour",
                STORY_BLOCK,
            ),
            Case("a line of a few words", text(under=["Home at last", "By Mara Quill"]), "Home at last", Category.OTHER),
            Case(
                "a paragraph about something else, right before the dateline",
                text(
                    under=[
                        CHESS,
                        "SANDWICK (Tidewater Wire) – The ferry Halcyon lay at the quay of the harbour as if she had never left.",
                    ]
                ),
                CHESS,
                STORY_BLOCK,
            ),
            Case(
                "a paragraph that is marked so, of more words than a summary has",
                page(under=f"<div class='article-intro'><p>{' '.join(STORY[:4]).replace('ferry', 'steamer')}</p></div>"),
                " ".join(STORY[:4]).replace("ferry", "steamer"),
                STORY_BLOCK,
            ),
            Case(
                "a prompt that stands in its place",
                text(under=["Sign up for our newsletter and read about the islands", "By Mara Quill"]),
                "Sign up for our newsletter and read about the islands",
                Category.NEWSLETTER,
            ),
        ),
    ),
    "find_kicker": Cases(
        "kicker",
        speaks=(
            Case(
                "the page calls it so, whatever stands above",
                page(above="<p>Weather</p><div class='kicker'>Islands</div>"),
                "Islands",
                Role.KICKER,
            ),
            Case("alone above the headline", text(above=["Islands"]), "Islands", Role.KICKER),
            Case(
                "alone behind a prompt",
                text(above=["Subscribe to our newsletter", "Letter from the islands"]),
                "Letter from the islands",
                Role.KICKER,
            ),
            Case(
                "alone before a prompt",
                text(above=["Letter from the islands", "Subscribe to our newsletter"]),
                "Letter from the islands",
                Role.KICKER,
            ),
        ),
        silent=(
            Case("the last entry of a menu", text(above=["World", "Weather", "Islands"]), "Islands", Category.NAVIGATION),
            Case(
                "a breadcrumb",
                text(above=["Home / Islands / Ferries"]),
                "Home / Islands / Ferries",
                Category.NAVIGATION,
            ),
            Case("a sentence", text(above=["The sea was calm."]), "The sea was calm.", Category.OTHER),
            Case(
                "a line longer than a label",
                text(above=["What the islands of the north have in common today"]),
                "What the islands of the north have in common today",
                Category.OTHER,
            ),
            Case("a button", page(above="<p>Menu</p>"), "Menu", Kind.PARAGRAPH),
            Case(
                "the name of the outlet above the menu",
                text(above=["The Tidewater Gazette", "Menu"]),
                "The Tidewater Gazette",
                Category.OTHER,
            ),
            Case("the one entry of a menu", page(above="<nav>Islands</nav>"), "Islands", Category.NAVIGATION),
            Case(
                "the caption of the picture above",
                page(above="<figure><img src='a.jpg'><figcaption>The Halcyon at sea</figcaption></figure>"),
                "The Halcyon at sea",
                Kind.CAPTION,
            ),
        ),
    ),
    "find_labels": Cases(
        "label",
        speaks=(
            Case(
                "a link to another story",
                text(within=["READ MORE: How the yard at Varn was saved"]),
                "READ MORE: How the yard at Varn was saved",
                Category.RELATED,
            ),
            Case(
                "a link to another story on a page, whatever the score",
                page(within="<p>READ MORE: How the yard at Varn was saved</p>"),
                "READ MORE: How the yard at Varn was saved",
                Category.RELATED,
                0.99,
            ),
            Case(
                "a link to another story on a page, in brackets",
                page(within="<p>[Related] How the yard at Varn was saved</p>"),
                "[Related] How the yard at Varn was saved",
                Category.RELATED,
                0.99,
            ),
            Case(
                "a letter on a page, whatever the score",
                page(within="<p>Newsletter: ferries in your inbox</p>"),
                "Newsletter: ferries in your inbox",
                Category.NEWSLETTER,
                0.99,
            ),
            Case(
                "a list of tags of a text, if the score agrees",
                text(below=["Tags: ferries, harbours, islands"]),
                "Tags: ferries, harbours, islands",
                Category.NAVIGATION,
                0.49,
            ),
            Case(
                "a list of tags of a page, if the score agrees",
                page(below="<p>Tags: ferries, harbours, islands</p>"),
                "Tags: ferries, harbours, islands",
                Category.NAVIGATION,
                0.49,
            ),
            Case(
                "the places of a text to share it, if the score agrees",
                text(below=["Share: by mail, by post"]),
                "Share: by mail, by post",
                Category.SHARE,
                0.49,
            ),
            Case(
                "a colon of full width",
                text(within=["Related：Who pays for the second ferry?"]),
                "Related：Who pays for the second ferry?",
                Category.RELATED,
            ),
        ),
        silent=(
            Case(
                "a list of tags of a page that the score keeps",
                page(below="<p>Tags: ferries, harbours, islands</p>"),
                "Tags: ferries, harbours, islands",
                STORY_BLOCK,
                0.5,
            ),
            Case(
                "one row of a box of facts in a text",
                text(within=["Language: Old Varnish"]),
                "Language: Old Varnish",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "a word of sharing on a page that the score keeps",
                page(within="<p>Share: what the word means to islanders</p>"),
                "Share: what the word means to islanders",
                STORY_BLOCK,
                0.5,
            ),
            Case(
                "a paragraph that opens so",
                text(
                    within=[
                        "Related: that is the word of the council for the two bills, "
                        + "one for the ferry, " * 8
                        + "and one more."
                    ]
                ),
                "Related: that is the word of the council for the two bills, " + "one for the ferry, " * 8 + "and one more.",
                STORY_BLOCK,
            ),
            Case(
                "a crosshead that begins with a word of adverts",
                page(within="<h2>Advertising: what the harbour earns</h2>"),
                "Advertising: what the harbour earns",
                Kind.CROSSHEAD,
            ),
            Case("a label over the list", text(below=["Tags:"]), "Tags:", Category.NAVIGATION),
            Case(
                "a crosshead that speaks of newsletters",
                page(within="<h2>The newsletter of the council: a history</h2>"),
                "The newsletter of the council: a history",
                Kind.CROSSHEAD,
            ),
            Case(
                "a crosshead with a colon",
                page(within="<h2>Harbour: too shallow for a second ferry</h2>"),
                "Harbour: too shallow for a second ferry",
                Kind.CROSSHEAD,
            ),
            Case(
                "brackets in a text, whose model knows no such label",
                text(within=["[Related] was the button that the harbour master pressed when the ferry came in."]),
                "[Related] was the button that the harbour master pressed when the ferry came in.",
                STORY_BLOCK,
            ),
            Case(
                "what somebody said",
                text(within=["“Read more: that was all the harbour master told us,” she said."]),
                "“Read more: that was all the harbour master told us,” she said.",
                STORY_BLOCK,
            ),
        ),
    ),
    "find_sections": Cases(
        "section",
        speaks=(
            Case("a teaser", text(below=["Top stories", BUOY, BAKER, CHESS]), BAKER, Category.RELATED),
            Case(
                "a paragraph of an appeal",
                text(
                    within=[
                        "Your support helps us to tell the story",
                        "At such a critical moment we need you on our side more than ever before, wherever you live.",
                        "Your donation allows us to keep sending our reporters to the islands.",
                    ]
                ),
                "At such a critical moment we need you on our side more than ever before, wherever you live.",
                Category.DONATION,
            ),
            Case(
                "a teaser in a box of the story",
                page(within=f"<div><h3>Related stories</h3><p>{BUOY}</p><p>{BAKER}</p></div>"),
                BUOY,
                Category.RELATED,
            ),
            Case(
                "a teaser of a text that opens as a sentence would go on in another language",
                text(within=["Leggi anche", "Il pane a forma di riccio", "“Almeno viene”: un'orata in consiglio"]),
                "“Almeno viene”: un'orata in consiglio",
                Category.RELATED,
            ),
            Case(
                "a teaser that shares words with the story, between two headings",
                text(within=["Top stories", LOTTERY, BUOY, "Related stories", BAKER, CHESS]),
                LOTTERY,
                Category.RELATED,
            ),
        ),
        silent=(
            Case(
                "the story between two lists",
                text(within=["Top stories", BUOY, BAKER, AFLOAT, "Related stories", CHESS, OUTING]),
                AFLOAT,
                STORY_BLOCK,
            ),
            Case(
                "a paragraph behind another prompt",
                text(within=["Top stories", BUOY, BAKER, "Sign up for our newsletter", CHESS, "Related stories"]),
                CHESS,
                STORY_BLOCK,
            ),
            Case(
                "a line of another kind behind the teasers",
                text(below=["Top stories", BUOY, BAKER, "Our mailing list"]),
                "Our mailing list",
                Category.NEWSLETTER,
            ),
            Case(
                "a prompt behind the teasers",
                text(below=["Top stories", BUOY, BAKER, "Sign up for our newsletter today."]),
                "Sign up for our newsletter today.",
                Category.NEWSLETTER,
            ),
            Case(
                "a crosshead behind the teasers",
                page(within=f"<h3>Related stories</h3><p>{BUOY}</p><p>{BAKER}</p><h2>Nobody slept</h2>"),
                "Nobody slept",
                Kind.CROSSHEAD,
            ),
            Case(
                "what somebody said, behind the teasers",
                text(within=["Top stories", BUOY, BAKER, f"“I am tired,” said a porter. {PORTER}"]),
                f"“I am tired,” said a porter. {PORTER}",
                STORY_BLOCK,
            ),
            Case(
                "a sentence that leans on what came before the teasers",
                text(within=["Top stories", BUOY, BAKER, f"But he was tired. {PORTER}"]),
                f"But he was tired. {PORTER}",
                STORY_BLOCK,
            ),
            Case(
                "a paragraph behind the box of the teasers",
                page(within=f"<div><h3>Related stories</h3><p>{BUOY}</p><p>{BAKER}</p></div><p>{CHESS}</p>"),
                CHESS,
                STORY_BLOCK,
            ),
            Case(
                "a paragraph behind headlines",
                text(within=["Top stories", OUTING, "A medal for a hedgehog of bread", CHESS, BAKER]),
                CHESS,
                STORY_BLOCK,
            ),
            Case(
                "a paragraph of the outlet that mentions donations",
                text(within=[f"Your donation allows us to keep this page. {PORTER} And that is all that we have to say to you."]),
                f"Your donation allows us to keep this page. {PORTER} And that is all that we have to say to you.",
                STORY_BLOCK,
            ),
            Case(
                "paragraphs behind a line that announces nothing",
                text(within=["Read the full story", BUOY, BAKER]),
                BUOY,
                STORY_BLOCK,
            ),
            Case("the story behind the teasers", text(within=["Top stories", BUOY, BAKER]), STORY[3], STORY_BLOCK),
            Case("one lone paragraph behind a heading", text(within=["Related stories", BUOY]), BUOY, STORY_BLOCK),
            Case(
                "a story about an appeal",
                text(within=["Make a donation to the ferry fund: that was the sign in the harbour for two winters of repairs."]),
                "Make a donation to the ferry fund: that was the sign in the harbour for two winters of repairs.",
                STORY_BLOCK,
            ),
            Case(
                "a paragraph that speaks to you behind the box whose button asks for money",
                page(within=f"<div><p>A word from the four of us</p><a href='/give'>Donate now</a></div><p>{BAKERY}</p>"),
                BAKERY,
                STORY_BLOCK,
            ),
            Case(
                "the reporter's own words behind the appeal",
                text(within=["Your support helps us to tell the story", BAKER]),
                BAKER,
                STORY_BLOCK,
            ),
        ),
    ),
    "find_threads": Cases(
        "thread",
        speaks=(
            Case("the heading", text(below=["3 comments", *THREAD]), "3 comments", Category.COMMENTS, 0.99),
            Case("a comment, whatever the score", text(below=["Comments", *THREAD]), THREAD[1], Category.COMMENTS, 0.99),
            Case("who wrote it, with a date", text(below=["Kommentare", *THREAD]), THREAD[0], Category.COMMENTS, 0.99),
        ),
        silent=(
            Case("the story behind a bar of links", text(under=["Comments", "Reply", "Report"]), STORY[0], STORY_BLOCK),
            Case(
                "a short story between two bars of links",
                f"{HEADLINE}\n\nComments\n\n{STORY[0]}\n\n{STORY[1]}\n\nComments\n\nReply",
                STORY[1],
                STORY_BLOCK,
            ),
            Case(
                "the story behind a prompt between two paragraphs",
                text(within=["Join the conversation"], below=["Comments", "Leave a reply"]),
                STORY[4],
                STORY_BLOCK,
            ),
            Case(
                "the story between prompts",
                f"{HEADLINE}\n\n{STORY[0]}\n\nComments\n\nComments\n\n{STORY[1]}\n\nComments\n\n{STORY[2]}",
                STORY[1],
                STORY_BLOCK,
            ),
            Case(
                "the story between prompts, with a credit at its end",
                f"{HEADLINE}\n\n{STORY[0]}\n\nComments\n\nComments\n\n{BAKER}\n\nAdditional reporting by A. Berg\n\nComments",
                BAKER,
                STORY_BLOCK,
            ),
            Case("a lone mark", text(below=["Comments", BAKER, CHESS]), BAKER, STORY_BLOCK),
            Case(
                "what stands far behind",
                text(below=["Comments", *THREAD, *("Fog " * 9).split(), CHESS]),
                CHESS,
                STORY_BLOCK,
                0.99,
            ),
            Case("on a page", page(below="".join(f"<p>{line}</p>" for line in THREAD)), THREAD[1], STORY_BLOCK, 0.99),
        ),
    ),
    "find_captions": Cases(
        "caption",
        speaks=(
            Case(
                "within the story",
                page(within="<figure><img src='a.jpg'><figcaption>The Halcyon at the quay</figcaption></figure>"),
                "The Halcyon at the quay",
                Kind.CAPTION,
            ),
            Case(
                "between headline and story",
                page(under="<div class='wp-caption-text'><a href='a.jpg'>A storm over the harbour</a></div>"),
                "A storm over the harbour",
                Kind.CAPTION,
            ),
        ),
        silent=(
            Case(
                "outside the story",
                page(outside="<figure><figcaption>A hedgehog of bread</figcaption></figure>"),
                "A hedgehog of bread",
                Category.OTHER,
            ),
            Case(
                "in a box of another story",
                page(within="<aside class='related'><figure><figcaption>A hedgehog of bread</figcaption></figure></aside>"),
                "A hedgehog of bread",
                Category.RELATED,
            ),
            Case(
                "in a gallery that is not open",
                page(within="<figure hidden><figcaption>The Halcyon at the quay</figcaption></figure>"),
                "The Halcyon at the quay",
                Category.OTHER,
            ),
        ),
    ),
    "find_updates": Cases(
        "update",
        speaks=(
            Case("the first of three times", live_page("15:02", "14:32", "13:17"), "15:02", Kind.UPDATE),
            Case("the last of four times", live_page("15:02", "14:32", "13:17", "12:05"), "12:05", Kind.UPDATE),
        ),
        silent=(
            Case(
                "one of two times",
                live_page("15:02", "14:32"),
                "14:32",
                Kind.UPDATE,
            ),
            Case(
                "a time outside the story",
                live_page("15:02", "14:32", "13:17").replace("</article>", "</article><div><time>07:58</time></div>"),
                "07:58",
                Category.OTHER,
            ),
            Case(
                "a time in a crosshead",
                live_page("15:02", "14:32", "13:17").replace("<div><time>13:17</time></div>", "<h2>13:17, all on board</h2>"),
                "13:17, all on board",
                Kind.CROSSHEAD,
            ),
            Case(
                "a time of the list of other stories",
                live_page("15:02", "14:32", "13:17").replace(
                    "</article>", f"<aside class='latest'><div><time>07:58</time></div><p>{BAKER}</p></aside></article>"
                ),
                "07:58",
                Category.RELATED,
            ),
        ),
    ),
    "find_opening_lines": Cases(
        "opening",
        speaks=(
            Case(
                "a line behind the summary",
                text(under=["Islanders waited on the quay for the ferry since dawn", "By Mara Quill", "Pass it on to a friend"]),
                "Pass it on to a friend",
                Category.OTHER,
                0.99,
            ),
            Case(
                "a line in no box of its own on a page, if the score agrees",
                page(under="<p class='standfirst'>Islanders had waited for the ferry since dawn.</p><div>North quay</div>"),
                "North quay",
                Category.OTHER,
                0.49,
            ),
        ),
        silent=(
            Case(
                "a line in no box of its own on a page that the score keeps",
                page(under="<p class='standfirst'>Islanders had waited for the ferry since dawn.</p><div>North quay</div>"),
                "North quay",
                STORY_BLOCK,
                0.5,
            ),
            Case(
                "a heading over the first paragraph of a page",
                page(under="<p class='standfirst'>Islanders had waited for the ferry since dawn.</p><h2>North quay</h2>"),
                "North quay",
                Kind.CROSSHEAD,
            ),
            Case(
                "a prompt behind the summary",
                text(
                    under=["Islanders waited on the quay for the ferry since dawn", "By Mara Quill", "Sign up for our newsletter"]
                ),
                "Sign up for our newsletter",
                Category.NEWSLETTER,
            ),
            Case(
                "a line in the words of the story behind the summary",
                text(under=["Islanders waited on the quay for the ferry since dawn", "By Mara Quill", "From our north quay"]),
                "From our north quay",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "one of many lines behind the summary",
                text(under=["Islanders waited on the quay for the ferry since dawn", "By Mara Quill", *("Fog " * 5).split()]),
                "Fog",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "a sentence behind the summary",
                text(
                    under=[
                        "Islanders waited on the quay for the ferry since dawn",
                        "By Mara Quill",
                        "The ferry is home in Sandwick harbour.",
                    ]
                ),
                "The ferry is home in Sandwick harbour.",
                STORY_BLOCK,
            ),
            Case(
                "a crosshead of a text",
                text(
                    under=["Islanders waited on the quay for the ferry since dawn", "By Mara Quill"],
                    within=["North quay"],
                ),
                "North quay",
                STORY_BLOCK,
            ),
        ),
    ),
    "find_prompts": Cases(
        "prompt",
        speaks=(
            Case(
                "a letter, whatever the score",
                page(within="<p>Sign up for our newsletter</p>"),
                "Sign up for our newsletter",
                Category.NEWSLETTER,
                0.99,
            ),
            Case(
                "places to share, whatever the score",
                page(within="<p>Share on Facebook</p>"),
                "Share on Facebook",
                Category.SHARE,
                0.99,
            ),
            Case(
                "a line of a few words about a letter",
                page(within="<p>Our mailing list</p>"),
                "Our mailing list",
                Category.NEWSLETTER,
                0.99,
            ),
        ),
        silent=(
            Case(
                "a letter in a text",
                text(within=["Sign up for our newsletter"]),
                "Sign up for our newsletter",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "a crosshead about a letter",
                page(within="<h2>The mailing list of the council</h2>"),
                "The mailing list of the council",
                Kind.CROSSHEAD,
                0.99,
            ),
            Case("a name of a place to share", page(within="<p>Facebook</p>"), "Facebook", STORY_BLOCK, 0.99),
            Case("an advert, as the score has it", page(within="<p>Advertisement</p>"), "Advertisement", STORY_BLOCK, 0.99),
            Case(
                "a sentence about a letter",
                page(within="<p>Islanders have a mailing list.</p>"),
                "Islanders have a mailing list.",
                STORY_BLOCK,
                0.99,
            ),
            Case(
                "a paragraph that quotes a prompt",
                page(within=f"<p>Sign up for our newsletter: {PORTER} {LOTTERY}</p>"),
                f"Sign up for our newsletter: {PORTER} {LOTTERY}",
                STORY_BLOCK,
                0.99,
            ),
        ),
    ),
    "find_headings_of_links": Cases(
        "heading",
        speaks=(
            Case(
                "a heading that no phrase tells",
                page(below=f"<h3>On the beach</h3><ul><li><a href='/r'>{OUTING}</a></li></ul>"),
                "On the beach",
                Category.RELATED,
                0.49,
            ),
            Case(
                "a line in a box that says the same",
                page(outside=f"<aside class='related'><h3>On the beach</h3><p><a href='/r'>{OUTING}</a></p></aside>"),
                "On the beach",
                Category.RELATED,
            ),
            Case(
                "a line within the story",
                page(within=f"<p>From the other side of the island</p><p><a href='/r'>{OUTING}</a></p>"),
                "From the other side of the island",
                Category.RELATED,
                0.49,
            ),
        ),
        silent=(
            Case(
                "a heading that the score keeps",
                page(within=f"<h3>On the beach</h3><ul><li><a href='/r'>{OUTING}</a></li></ul>"),
                "On the beach",
                Kind.CROSSHEAD,
                0.5,
            ),
            Case("a crosshead", page(within="<h2>What the yard found</h2>"), "What the yard found", Kind.CROSSHEAD),
            Case(
                "a crosshead longer than a heading",
                page(
                    within=f"<h2>What the council decided in the matter of the second ferry</h2><p><a href='/r'>{OUTING}</a></p>"
                ),
                "What the council decided in the matter of the second ferry",
                Kind.CROSSHEAD,
            ),
            Case(
                "a prompt over a link",
                page(below=f"<p>Share this article</p><p><a href='/r'>{OUTING}</a></p>"),
                "Share this article",
                Category.SHARE,
            ),
            Case(
                "a line in a box for something else",
                page(outside=f"<div class='comments'><p>Jory Pell, Varn</p><p><a href='/r'>{OUTING}</a></p></div>"),
                "Jory Pell, Varn",
                Category.COMMENTS,
            ),
            Case(
                "the first of two links",
                page(below=f"<p><a href='/r'>{OUTING}</a></p><p><a href='/b'>A loaf in the shape of a hedgehog</a></p>"),
                OUTING,
                Category.RELATED,
            ),
            Case(
                "a crosshead over links as short as menu entries",
                page(within="<h2>Where to read the bills</h2><ul><li><a href='/a'>The first bill</a></li></ul>"),
                "Where to read the bills",
                Kind.CROSSHEAD,
            ),
            Case(
                "a sentence over a link",
                page(within=f"<p>All the drawings can be seen now.</p><p><a href='/r'>{OUTING}</a></p>"),
                "All the drawings can be seen now.",
                STORY_BLOCK,
            ),
        ),
    ),
    "name_copyright_lines": Cases(
        "copyright",
        speaks=(
            Case("the sign", text(below=["© 2026 The Tidewater Gazette"]), "© 2026 The Tidewater Gazette", Category.LEGAL),
            Case(
                "the sign in letters, before a year",
                page(outside="<div>(c) 2026 Mara Quill</div>"),
                "(c) 2026 Mara Quill",
                Category.LEGAL,
            ),
        ),
        silent=(
            Case("the third option", text(below=["Plan (c) was chosen"]), "Plan (c) was chosen", Category.OTHER),
            Case(
                "a sentence on the right to copy",
                text(within=["In 1962 the copyright of the drawings went to the yard, and nobody has seen them since."]),
                "In 1962 the copyright of the drawings went to the yard, and nobody has seen them since.",
                STORY_BLOCK,
            ),
        ),
    ),
    "name_menu_lines": Cases(
        "menu",
        speaks=(
            Case(
                "entries with bars between them",
                text(above=["World | Islands | Weather | Letters"]),
                "World | Islands | Weather | Letters",
                Category.NAVIGATION,
            ),
            Case(
                "a path through the site",
                page(outside="<div>Islands › Ferries › Halcyon</div>"),
                "Islands › Ferries › Halcyon",
                Category.NAVIGATION,
            ),
        ),
        silent=(
            Case("one bar", text(below=["Halcyon / Tern"]), "Halcyon / Tern", Category.OTHER),
            Case(
                "the bars of an address",
                text(below=["[The buoy of Upper Varn and its ship](/news/varn/)"]),
                "[The buoy of Upper Varn and its ship](/news/varn/)",
                Category.RELATED,
            ),
            Case(
                "a sentence with bars",
                page(outside="<div>Two crowns | one for children | nothing for dogs.</div>"),
                "Two crowns | one for children | nothing for dogs.",
                Category.OTHER,
            ),
            Case(
                "a cell of a table with sentences in it",
                page(outside="<div>Fares | Two crowns. One for children | Dogs</div>"),
                "Fares | Two crowns. One for children | Dogs",
                Category.OTHER,
            ),
        ),
    ),
    "name_menus": Cases(
        "menu",
        speaks=(
            Case("the first of three lines", text(above=["World", "Islands", "Weather"]), "World", Category.NAVIGATION),
            Case(
                "the last of three lines",
                page(outside="<div><p>Impressions</p><p>Letters</p><p>Puzzles</p></div>"),
                "Puzzles",
                Category.NAVIGATION,
            ),
        ),
        silent=(
            Case("one of two lines", text(below=["Letters", "Puzzles"]), "Puzzles", Category.OTHER),
            Case(
                "a short sentence behind two lines",
                text(below=["Letters", "Puzzles", "It rains."]),
                "It rains.",
                Category.OTHER,
            ),
        ),
    ),
    "name_phrases": Cases(
        "phrase",
        speaks=(
            Case(
                "a phrase that knows better than the box",
                page(outside="<div class='share'><p>Advertisement</p></div>"),
                "Advertisement",
                Category.ADVERTISEMENT,
            ),
            Case(
                "the longer of two phrases",
                text(below=["We use cookies, so sign up for our newsletter"]),
                "We use cookies, so sign up for our newsletter",
                Category.NEWSLETTER,
            ),
            Case(
                "the strong phrase behind a weak one",
                text(below=["Newsletter readers can manage them any time in browser settings"]),
                "Newsletter readers can manage them any time in browser settings",
                Category.NOTIFICATION,
            ),
        ),
        silent=(
            Case(
                "a phrase in quotation marks",
                text(within=["“Sign up for our newsletter” was all that the page of the ferry line said for two winters."]),
                "“Sign up for our newsletter” was all that the page of the ferry line said for two winters.",
                STORY_BLOCK,
            ),
            Case(
                "words of a phrase, with others between",
                text(below=["Share none of this boat with another article"]),
                "Share none of this boat with another article",
                Category.OTHER,
            ),
        ),
    ),
    "name_short_lines": Cases(
        "phrase",
        speaks=(
            Case("a phrase with nothing else", text(below=["Our mailing list"]), "Our mailing list", Category.NEWSLETTER),
            Case(
                "a phrase in a box that is less exact",
                page(outside="<nav><p>Privacy policy of the Gazette</p></nav>"),
                "Privacy policy of the Gazette",
                Category.LEGAL,
            ),
        ),
        silent=(
            Case("no phrase at all", text(below=["Our list of moorings"]), "Our list of moorings", Category.OTHER),
            Case(
                "a sentence of the box",
                page(outside="<nav><p>The privacy policy is long.</p></nav>"),
                "The privacy policy is long.",
                Category.NAVIGATION,
            ),
            Case(
                "a longer line of the box",
                page(outside="<nav><p>What the privacy policy of the harbour means for guests who moor for one night</p></nav>"),
                "What the privacy policy of the harbour means for guests who moor for one night",
                Category.NAVIGATION,
            ),
        ),
    ),
    "name_weak_phrases": Cases(
        "phrase",
        speaks=(
            Case(
                "a longer line of a page",
                page(outside="<div>What the privacy policy of the harbour means for guests who moor for one night</div>"),
                "What the privacy policy of the harbour means for guests who moor for one night",
                Category.LEGAL,
            ),
            Case(
                "a longer line of a text",
                text(below=["Home", "Weather", "All that our mailing list has told its subscribers of the tides so far"]),
                "All that our mailing list has told its subscribers of the tides so far",
                Category.NEWSLETTER,
            ),
        ),
        silent=(
            Case(
                "a link to another story",
                page(outside="<div><a href='/p'>What the privacy policy of the harbour means for guests who moor here</a></div>"),
                "What the privacy policy of the harbour means for guests who moor here",
                Category.RELATED,
            ),
            Case(
                "no phrase at all",
                text(below=["Home", "Weather", "All that our list of moorings has to say of the tides so far"]),
                "All that our list of moorings has to say of the tides so far",
                Category.OTHER,
            ),
        ),
    ),
    "name_neighbours": Cases(
        "neighbour",
        speaks=(
            Case(
                "beside a button",
                page(outside="<div><p>Only what is needed</p><p>Accept all cookies</p></div>"),
                "Only what is needed",
                Category.CONSENT,
            ),
            Case(
                "over a prompt in a box of its own",
                page(outside="<section><p>Every Friday, by mail</p><div><p>Sign up for our newsletter</p></div></section>"),
                "Every Friday, by mail",
                Category.NEWSLETTER,
            ),
        ),
        silent=(
            Case(
                "cues that disagree",
                page(outside="<div><p>All of the islands</p><p>Accept all cookies</p>Share this article</div>"),
                "All of the islands",
                Category.NAVIGATION,
            ),
            Case(
                "a box that holds more than a prompt",
                page(
                    outside="<div><p>Nothing of note has happened in Varn</p>"
                    + "".join(f"<p>{7 + n} boats lay in the harbour of Varn</p>" for n in range(8))
                    + "<p>Accept all cookies</p></div>"
                ),
                "Nothing of note has happened in Varn",
                Category.OTHER,
            ),
            Case(
                "a link",
                page(outside="<div><p><a href='/w'>Weather</a></p><p>Accept all cookies</p></div>"),
                "Weather",
                Category.NAVIGATION,
            ),
        ),
    ),
    "name_boxes": Cases(
        "box",
        speaks=(
            Case(
                "the name of the box",
                page(outside="<div class='newsletter-box'><p>Every Friday, the harbour in a letter</p></div>"),
                "Every Friday, the harbour in a letter",
                Category.NEWSLETTER,
            ),
            Case(
                "the element",
                page(outside="<aside><p>Every Friday, the harbour in a letter</p></aside>"),
                "Every Friday, the harbour in a letter",
                Category.RELATED,
            ),
        ),
        silent=(
            Case(
                "the frame of the page",
                page().replace("<body>", "<body class='comments-open has-sidebar'>"),
                STORY[0],
                STORY_BLOCK,
            ),
            Case(
                "the letters of a word in another one",
                page(outside="<div class='badge-adrift'><p>Every Friday, the harbour in a letter</p></div>"),
                "Every Friday, the harbour in a letter",
                Category.OTHER,
            ),
        ),
    ),
    "name_link_lines": Cases(
        "link_line",
        speaks=(
            Case("a long link", page(outside=f"<div><a href='/r'>{OUTING}</a></div>"), OUTING, Category.RELATED),
            Case("a short link", page(outside="<div><a href='/w'>Tides</a></div>"), "Tides", Category.NAVIGATION),
        ),
        silent=(
            Case(
                "a link in a line",
                page(outside="<div>The weather of the week, as <a href='/w'>Joris Venn</a> sees it</div>"),
                "The weather of the week, as Joris Venn sees it",
                Category.OTHER,
            ),
            Case(
                "a link in a paragraph",
                page(within="<p><a href='/v'>Joris Venn</a>, who steered her home, has not slept for two days, and says so.</p>"),
                "Joris Venn, who steered her home, has not slept for two days, and says so.",
                STORY_BLOCK,
            ),
        ),
    ),
}


class Verdict(NamedTuple):
    """What was said about a line, and the rule that decided or named it."""

    says: Says
    rule: str


def verdict_on(case: Case) -> Verdict:
    """The verdict on the last block that says the line."""
    seen = newsclean.explain(case.source)
    order = max(block.order for block in seen.document.blocks if block.text == case.line)
    chances = np.array(seen.probabilities)
    if case.chance is not None:
        chances[order] = case.chance
    verdict = decide(seen.document, chances, seen.hints, lambda blocks: [""] * len(blocks))[order]
    if isinstance(verdict, Kept):
        return Verdict(verdict.role or seen.document.blocks[order].kind, verdict.rule)
    return Verdict(verdict.category, verdict.rule)


speaks = [(name, case) for name, cases in CASES.items() for case in cases.speaks]
silent = [(name, case) for name, cases in CASES.items() for case in cases.silent]


@pytest.fixture(autouse=True)
def _no_trained_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a rule says must not depend on what the trained weights make of an invented document.

    Story is what stands in its region, open to see, outside boxes of other things and outside links.
    """

    def score_region(document: Document, features: Features, _hints: Sequence[Hint]) -> Score:
        plain = np.array([box is None and not block.hidden for box, block in zip(features.boxes, document.blocks, strict=True)])
        chances = features.in_region * plain * (1 - features.link_share) * (0.6 + 0.3 * features.prose)
        return Score(chances, chances, lambda blocks: [""] * len(blocks))

    monkeypatch.setattr(pipeline, "score", score_region)


def label(argument: str | Case) -> str:
    return argument.name if isinstance(argument, Case) else argument


def test_every_rule_has_its_cases() -> None:
    assert {rule.__name__ for rule in RULES} <= set(CASES)
    assert all(len(cases.speaks) >= 2 and len(cases.silent) >= 2 for cases in CASES.values())


@pytest.mark.parametrize(("name", "case"), speaks, ids=label)
def test_rule_speaks(name: str, case: Case) -> None:
    verdict = verdict_on(case)
    assert verdict == (case.says, CASES[name].rule)


@pytest.mark.parametrize(("name", "case"), silent, ids=label)
def test_rule_is_silent(name: str, case: Case) -> None:
    verdict = verdict_on(case)
    assert verdict.says is case.says
    assert verdict.rule != CASES[name].rule
