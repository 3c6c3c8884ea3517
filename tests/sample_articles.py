"""Articles made by hand, for the tests of what is done with an article."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from newsclean.article import (
    Article,
    BodyBlock,
    Byline,
    Confidence,
    Dateline,
    FrontBlock,
    Image,
    Person,
    Provenance,
    Timestamp,
)
from newsclean.category import Category, Kind, Precision, Role, Source, Zone
from newsclean.document import Span
from newsclean.verdict import Removed

FULL: Final = Article(
    headline="Ferry <Marie & Anne> sails again",
    kicker="Harbour",
    standfirst="After two years in dock, the *old* ship is back.",
    byline=Byline(
        raw="By Ada Quill and Tom Harrow, Coastal Press",
        people=(Person("Ada Quill", "Harbour reporter", "https://tidewater.example/quill"), Person("Tom Harrow")),
        organisations=("Coastal Press",),
    ),
    dateline=Dateline("PORT ELLERY", "Coastal Press", "PORT ELLERY (Coastal Press) -"),
    published=Timestamp(
        datetime(2024, 3, 5, 7, 15, tzinfo=timezone(timedelta(hours=-5))),
        Precision.MINUTE,
        Zone.STATED,
        "5 March 2024 07:15 EST",
    ),
    modified=Timestamp(date(2024, 3, 6), Precision.DAY, Zone.UNKNOWN, "Updated 6 March 2024"),
    publisher="The Tidewater Gazette",
    section="Local",
    tags=("ferries", "harbour"),
    language="en",
    url="https://tidewater.example/ferry?page=1",
    canonical_url="https://tidewater.example/ferry",
    image=Image("https://tidewater.example/ferry.jpg", "The ship on Tuesday", "Photo: Lin Ode"),
    credits=("Additional reporting by Mo Pell",),
    body=(
        BodyBlock(Kind.PARAGRAPH, "PORT ELLERY (Coastal Press) - The ferry sailed at noon.", span=Span(120, 175)),
        BodyBlock(Kind.CROSSHEAD, "What it cost", level=2),
        BodyBlock(Kind.TABLE, "Item | Crowns\nEngine | 40", rows=(("Item", "Crowns"), ("Engine", "40"))),
        BodyBlock(Kind.LIST_ITEM, "the hull", level=1),
        BodyBlock(Kind.LIST_ITEM, "its paint", level=2),
        BodyBlock(Kind.LIST_ITEM, "the engine", level=1),
        BodyBlock(Kind.CROSSHEAD, "Who paid", level=3),
        BodyBlock(Kind.QUOTE, "We all did."),
        BodyBlock(Kind.PREFORMATTED, "noon   out\nsix    back"),
        BodyBlock(Kind.CAPTION, "The harbour master waves"),
        BodyBlock(Kind.CROSSHEAD, "As it happened", level=2),
        BodyBlock(Kind.UPDATE, "12:04"),
        BodyBlock(Kind.PARAGRAPH, "The ropes are off."),
    ),
    front=(FrontBlock(Role.HEADLINE, "Ferry <Marie & Anne> sails again", Span(0, 32)),),
    removed=(Removed("Give today", Category.DONATION, "appeal", "asks for money", Span(40, 50)),),
    provenance=(
        ("headline", Provenance(Source.JSON_LD, "Ferry <Marie & Anne> sails again")),
        ("published", Provenance(Source.META, "2024-03-05T07:15-05:00")),
    ),
    confidence=Confidence(body=0.98, headline=1.0),
    warnings=("the page ends in the middle of a tag",),
)

EMPTY: Final = Article(warnings=("the input is empty",))

HOSTILE: Final = Article(
    headline="</title><script>alert(1)</script>",
    byline=Byline(None, (Person("A\x00B", url="javascript:alert(1)"),)),
    published=Timestamp(datetime(2024, 1, 1, tzinfo=UTC), Precision.SECOND, Zone.STATED, "\x1b[31m\ud800"),
    url="javascript:alert(2)",
    canonical_url='data:text/html,"><script>',
    image=Image("javascript:alert(3)", "]]>"),
    tags=('"quoted"',),
    body=(
        BodyBlock(Kind.PARAGRAPH, "bell \x07, lone \udc80, last \uffff, tag <img src=x onerror=alert(4)>"),
        BodyBlock(Kind.LIST_ITEM, "deep at once", level=4),
        BodyBlock(Kind.LIST_ITEM, "deeper", level=9),
        BodyBlock(Kind.LIST_ITEM, "no level"),
        BodyBlock(Kind.CROSSHEAD, "level 1", level=1),
        BodyBlock(Kind.CROSSHEAD, "no level"),
        BodyBlock(Kind.TABLE, "a table without cells"),
        BodyBlock(Kind.TABLE, "a | b\nc", rows=(("a|a", "b"), ("c",))),
        BodyBlock(Kind.PREFORMATTED, "``` fence"),
        BodyBlock(Kind.QUOTE, "one\n1. two"),
    ),
)
"""Text that means something else in the formats it is written to."""
