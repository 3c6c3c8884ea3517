"""Passages put into pages as markup, and what tools leave of them."""

from pathlib import Path
from random import Random
from typing import Final

import pytest

import graft
from graft import FEWEST, Form, Grafted, find_paragraphs, measure, parse
from newsclean.read.html import read_html
from peers import Output, Tool
from sets import Page, Truth
from splice import Passage, Place, Words

PARAGRAPHS: Final = ("The ferry sailed in.", "Islanders stood on the quay.", "The bell was rung.", "She sails again on Friday.")
HTML: Final = (
    "<html><head><meta charset='iso-8859-1'></head><body><div class='menu'><a href='/'>Home</a></div><div class='story'>"
    "<h1>Ferry</h1>"
    + "".join(f"<p class='text'> {each.replace(' ', ' <i> </i>', 1)}</p>\n" for each in PARAGRAPHS)
    + "</div></body></html>"
)
PASSAGE: Final = Passage("donation", ("Half-way there", "Readers pay for this paper, and café owners too.", "Become number 764"))


def page(html: str = HTML, body: str = "\n\n".join(PARAGRAPHS)) -> Page:
    truth: Truth = {"id": "0001", "url": "https://tidewater.example/ferry", "lang": "en", "body": body}
    return Page(truth, Path("fundus-dev", "pages", "0001.html.gz"), is_text=False, days_off=0, changed=html.encode("iso-8859-1"))


def chance(name: str) -> Random:
    return Random(name)  # noqa: S311 - the name decides


def grafted(place: Place, form: Form, name: str = "a") -> Grafted:
    found = graft.graft(page(), PASSAGE, place, form, chance(name))
    assert found
    return found


def texts_of(found: Grafted) -> list[str]:
    return [block.text for block in read_html(found.page.read().decode(), ()).blocks]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(("place", "behind"), [(Place.HEAD, {0}), (Place.MIDDLE, {1, 2}), (Place.TAIL, {3})])
def test_passage_stands_in_one_piece_behind_a_paragraph(place: Place, behind: set[int], form: Form) -> None:
    found = set()
    for name in map(str, range(20)):
        texts = texts_of(grafted(place, form, name))
        first = texts.index(PASSAGE.lines[0])
        assert texts[first : first + 3] == list(PASSAGE.lines)
        assert texts[:first] + texts[first + 3 :] == ["Home", "Ferry", *PARAGRAPHS]
        found.add(first - 3)
    assert found == behind


def test_plain_passage_is_marked_up_as_the_story_is_and_a_box_tells_nothing() -> None:
    """What is short at the end is a button, at the start of a box a heading."""
    plain = parse(grafted(Place.HEAD, Form.PLAIN).page)
    lines = plain.xpath("//p[@class='text']")
    assert len(lines) == len(PARAGRAPHS) + 3
    assert [link.text for link in lines[3].iter("a")] == ["Become number 764"]
    for form in (Form.BOX, Form.HASHED):
        boxes = [
            parse(grafted(Place.HEAD, form, str(name)).page).xpath("//div[@class='story']/p[1]/following-sibling::*[1]")[0]
            for name in range(9)
        ]
        assert {box.tag for box in boxes} <= {"div", "aside", "section"}
        assert {box[0].tag for box in boxes} > {"p"}
        assert {tuple(box.attrib) for box in boxes} == {() if form is Form.BOX else ("class",)}
        assert all(len(box) == 3 and "class" not in box[1].attrib for box in boxes)


def test_only_elements_that_are_a_line_of_the_body_count_as_its_paragraphs() -> None:
    """Not the box around them, nor what the body has not."""
    tree = parse(page(HTML.replace("<h1>", "<p>Sign up</p><h1>")))
    assert [" ".join(each.text_content().split()) for each in find_paragraphs(tree, page().truth)] == list(PARAGRAPHS)


def test_page_of_few_paragraphs_is_passed_over() -> None:
    few = page(body="\n".join(PARAGRAPHS[: FEWEST - 1]))
    assert graft.graft(few, PASSAGE, Place.HEAD, Form.BOX, chance("a")) is None


def test_words_are_counted_by_whose_they_are() -> None:
    """A tool that keeps a button of three words and two paragraphs; one that raises keeps nothing."""

    def fail(_: Page) -> Output:
        raise ValueError

    cut = grafted(Place.HEAD, Form.BOX)
    tool = Tool("few", None, lambda _: Output("\n".join((*PARAGRAPHS[:2], "Become  number 764!", "Home"))))
    (result,) = measure([cut], tool)
    assert result.words == Words(spliced=15, spliced_left=3, story=18, story_kept=9)
    assert (result.kind, result.language, result.place, result.rendering) == ("donation", "en", "head", "box")
    assert next(measure([cut], Tool("none", None, fail))).words == Words(spliced=15, story=18)


def test_command_prints_a_table_a_tool_and_three_more_of_newsclean(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graft, "read_grafted", lambda _: [grafted(Place.HEAD, Form.BOX)])
    assert graft.main(["anywhere", "--tool", "trafilatura"]) == 0
    printed = capsys.readouterr().out.splitlines()
    headings = [line.split()[0] for line in printed if "story words" in line]
    assert headings == ["newsclean", "trafilatura", "kind", "language", "place"]
    assert [line.split()[0] for line in printed if line and "story words" not in line] == [
        "1",
        "box",
        "all",
        "box",
        "all",
        "donation",
        "all",
        "en",
        "all",
        "head",
        "all",
    ]
