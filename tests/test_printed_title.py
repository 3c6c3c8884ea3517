"""The title of a text: where it stands, what must not be taken for it, and that many texts have none."""

import pytest

import newsclean

TITLE = "Ferry to Penhallow runs again after the ice"
STORY = (
    (
        "The ferry to Penhallow ran again on Monday, after the ice on the sound had kept it in the harbour for eleven days and "
        "the island had been supplied by sledge."
    ),
    (
        "On the first crossing the ferry carried forty passengers, a cow and the post of the week, said its captain, who had "
        "spent the days of ice painting the engine room."
    ),
    "The island council wants a second ferry with a stronger bow, so that Penhallow is not cut off whenever the sound freezes.",
)
APPEAL = (
    "Independent reporting costs money, and every reader who gives something keeps the newsroom open for all the others.",
    "Whoever joins our circle of friends before Sunday receives the calendar of tides as a present, with our warmest thanks.",
)
APPEAL_ENDS = (
    "No owner and no advertiser decides what our journalists look into, and none of them may call before something is printed.",
    "Four years without a price rise end this spring, as paper, postage and power have become dearer for small publishers too.",
)
MENU = ("Start", "Coast", "Harbour life", "Weather", "Tide tables", "Jobs at the pier", "Search", "Sign in")


def headline(*lines: str) -> str | None:
    return newsclean.clean_text("\n".join(lines)).headline


@pytest.mark.parametrize(
    "front",
    [
        (TITLE,),
        (*MENU, TITLE),
        (*MENU, TITLE, "By Suvi Tamm", "14 February 2015"),
        (f"{TITLE} - The Tidewater Gazette", *MENU, f"Start / Coast / {TITLE}", TITLE, "14 February 2015"),
        (*MENU, TITLE, TITLE),
        (*MENU, "Shipping", TITLE, "Eleven days of sledges have ended."),
        (*APPEAL, *APPEAL_ENDS, TITLE),
    ],
    ids=["alone", "under a menu", "over a byline", "said three times", "twice", "with kicker and summary", "under an appeal"],
)
def test_the_title_is_found(front: tuple[str, ...]) -> None:
    assert headline(*front, *STORY) == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        STORY,
        (STORY[0], "A ferry for the ice", *STORY[1:]),
        (STORY[0], STORY[1], "What the island council wants", STORY[2]),
        (),
        ("Start", "Search"),
    ],
    ids=["story alone", "crosshead", "late crosshead", "nothing", "menu alone"],
)
def test_a_text_without_a_title_has_none(lines: tuple[str, ...]) -> None:
    assert headline(*lines) is None


def test_a_breadcrumb_glued_to_the_title_is_not_the_title() -> None:
    assert headline(*MENU, f"StartCoast{TITLE}", TITLE, *STORY) == TITLE


def test_titles_of_other_stories_in_a_list_are_not_the_title() -> None:
    others = [f"Story number {number} of the week about the sound and its ice" for number in range(12)]
    assert headline(*MENU, TITLE, *STORY, *others) == TITLE
    assert headline(*MENU, *others, "Share", "Print", "Listen", "Save", TITLE, *STORY) == TITLE


def test_a_title_in_a_script_without_spaces_is_found() -> None:
    story = "北港的渡船星期一恢复通航，此前海峡结冰十一天，渡船一直停在港口，岛上的物资全靠雪橇运送。"
    assert headline("首页", "天气", "搜索", "北港渡船恢复通航", "2015年2月14日", story, story[::-1]) == "北港渡船恢复通航"
