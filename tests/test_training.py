"""Training: labels, the worth of names, and trees that say what LightGBM's own say."""

# ruff: noqa: ANN401 - what is imported where LightGBM is, and its own answers, have no types
import gzip
import importlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, Final

import lxml.html
import numpy as np
import pytest

import grafts
import mixes
from labels import label_blocks
from mixes import mix, parts_of
from names import learn_names
from newsclean import lexicon
from newsclean.features import measure
from newsclean.learned.trees import Trees
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from samples import PARTS, Sample, part_of, strip_markup
from sets import Truth
from splice import Language, Passage, Story, read_languages
from texts import find_pieces

NOT_KNOWN: Final = None
BLOCKS: Final = ("Home", "The ferry sailed in.", "Islanders stood on the quay.", "Related stories")


# Labels


@pytest.mark.parametrize(
    ("truth", "expected"),
    [
        pytest.param({"body": "The ferry sailed in.\n\nIslanders stood on the quay."}, [0, 1, 1, 0], id="a gold body"),
        pytest.param({"body": "The ferry sailed in.", "must_have": ["Home"]}, [0, 1, 0, 0], id="a gold body says all"),
        pytest.param(
            {"must_have": ["ferry sailed"], "must_not": ["Related"]}, [NOT_KNOWN, 1, NOT_KNOWN, 0], id="snippets say something"
        ),
        pytest.param({"must_have": ["on\n the   quay"]}, [NOT_KNOWN, NOT_KNOWN, 1, NOT_KNOWN], id="other spaces"),
        pytest.param({"must_have": ["the"]}, [NOT_KNOWN, NOT_KNOWN, 1, NOT_KNOWN], id="another case"),
        pytest.param({"must_have": ["e"]}, [NOT_KNOWN] * 4, id="a snippet of several blocks"),
        pytest.param({"must_not": ["no such thing"]}, [NOT_KNOWN] * 4, id="a snippet of none"),
        pytest.param({"must_have": ["quay"], "must_not": ["quay"]}, [NOT_KNOWN, NOT_KNOWN, 1, NOT_KNOWN], id="both are said"),
        pytest.param({"body": "", "must_not": ["Home"]}, [0, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN], id="an empty body says nothing"),
        pytest.param({"body": None}, [NOT_KNOWN] * 4, id="nothing is known"),
        pytest.param({}, [NOT_KNOWN] * 4, id="nothing is said"),
    ],
)
def test_labels(truth: Truth, expected: list[float | None]) -> None:
    assert [None if np.isnan(label) else label for label in label_blocks(BLOCKS, truth)] == expected


def test_labels_of_no_blocks() -> None:
    assert label_blocks([], {"body": "The ferry"}).tolist() == []
    assert label_blocks([], {"must_have": ["The ferry"]}).tolist() == []


# Trees


@pytest.fixture(scope="module")
def trees() -> Any:
    pytest.importorskip("lightgbm")
    return importlib.import_module("trees")


def random_rows(count: int = 800) -> tuple[Any, Any, Any]:
    """Rows of four columns: normal ones, few values, one value, many halves; labels that hang on two of them."""
    random = np.random.default_rng(11)
    matrix = np.column_stack(
        [random.normal(size=count), random.integers(0, 3, count), np.full(count, 7), random.integers(-99, 99, count) / 2]
    ).astype(np.float32)
    noise = random.normal(scale=0.5, size=count)
    labels = ((matrix[:, 0] > 0) ^ (matrix[:, 1] == 1) | (matrix[:, 3] + noise > 40)).astype(float)
    return matrix, labels, random.uniform(0.5, 3, count)


def own_answer(trees: Any, matrix: Any, labels: Any, counts: Any, shape: Any) -> tuple[Any, Any]:
    """What the written trees say of the rows they were trained on, and what LightGBM's own model says."""
    models: list[Any] = []
    train = trees.lightgbm.train

    def train_and_keep(*given: Any, **options: Any) -> Any:
        models.append(train(*given, **options))
        return models[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trees.lightgbm, "train", train_and_keep)
        written = trees.train(matrix, labels, counts, [f"c{at}" for at in range(matrix.shape[1])], shape)
    return Trees.from_dict(written).probabilities(matrix), models[0].predict(matrix)


@pytest.mark.parametrize(("count", "leaves", "depth"), [(1, 2, 1), (20, 15, 6), (12, 31, 3)])
def test_written_trees_say_what_those_of_lightgbm_say(trees: Any, count: int, leaves: int, depth: int) -> None:
    shape = trees.Shape(trees=count, leaves=leaves, depth=depth, rate=0.15, rows=30)
    found, own = own_answer(trees, *random_rows(), shape)
    assert np.ptp(own) > 0.03
    assert found == pytest.approx(own, abs=1e-5 * count)


def test_neighbours_in_single_precision_go_the_ways_they_were_trained_on(trees: Any) -> None:
    """The threshold lies between two numbers that have none between them; to the nearest one it would be rounded up."""
    one = np.float32(1)
    low = np.nextafter(one, np.float32(2))
    high = np.nextafter(low, np.float32(2))
    assert np.float32((float(low) + float(high)) / 2) == high
    matrix = np.repeat(np.array([low, high], dtype=np.float32), 100)[:, None]
    labels = np.repeat([0.0, 1.0], 100)
    found, own = own_answer(trees, matrix, labels, np.ones(200), trees.Shape(trees=10, leaves=2, depth=1, rate=0.5, rows=30))
    assert [found[0] < 0.1, found[-1] > 0.9] == [True, True]
    assert found == pytest.approx(own, abs=1e-4)


def test_counts_weigh(trees: Any) -> None:
    """All rows are alike, three in four of the counts are for body."""
    matrix = np.zeros((100, 1), dtype=np.float32)
    labels = np.repeat([0.0, 1.0], 50)
    written = trees.train(
        matrix, labels, np.where(labels > 0, 3.0, 1.0), ["c"], trees.Shape(trees=3, leaves=4, depth=2, rate=0.1, rows=30)
    )
    assert Trees.from_dict(written).probabilities(matrix) == pytest.approx([0.75] * 100, abs=1e-4)


def test_same_rows_give_the_same_file(trees: Any) -> None:
    shape = trees.Shape(trees=5, leaves=7, depth=4, rate=0.2, rows=30)
    names = ["a", "b", "c", "d"]
    assert trees.train(*random_rows(), names, shape) == trees.train(*random_rows(), names, shape)


def test_written_trees_keep_to_their_shape(trees: Any) -> None:
    written = trees.train(*random_rows(), ["a", "b", "c", "d"], trees.Shape(trees=5, leaves=7, depth=4, rate=0.2, rows=30))
    assert written["names"] == ["a", "b", "c", "d"]
    assert len(written["roots"]) == 5
    assert written["depth"] <= 4
    ends = [*written["roots"][1:], len(written["left"])]
    leaves = [written["thresholds"][start:end].count(None) for start, end in zip(written["roots"], ends, strict=True)]
    assert max(leaves) <= 7
    assert 2 not in {column for column, each in zip(written["columns"], written["thresholds"], strict=True) if each is not None}


def test_value_of_an_inner_node_lies_between_those_of_the_two_below(trees: Any) -> None:
    """All are scaled by the rate alike, so that each step adds what it tells."""
    written = trees.train(*random_rows(), ["a", "b", "c", "d"], trees.Shape(trees=5, leaves=7, depth=4, rate=0.2, rows=30))
    values = written["values"]
    for value, left, threshold in zip(values, written["left"], written["thresholds"], strict=True):
        if threshold is not None:
            low, high = sorted(values[left : left + 2])
            assert low - 0.01 < value < high + 0.01


def test_contributions_tell_which_column_it_was(trees: Any) -> None:
    """Body hangs on the first column alone, so that this is what speaks against the rows that are not."""
    matrix, _, counts = random_rows()
    labels = (matrix[:, 0] > 0).astype(float)
    shape = trees.Shape(trees=20, leaves=4, depth=3, rate=0.2, rows=30)
    written = trees.train(matrix, labels, counts, ["a", "b", "c", "d"], shape)
    added = Trees.from_dict(written).contributions(matrix[labels == 0])
    assert (added.argmin(axis=1) == 0).all()
    assert (added[:, 0] < -1).all()


# Samples and names


PAGE: Final = "<body><div class='{}'><h1>Ferries</h1><p>{}</p><ul><li>{}</li></ul></div></body>"


def test_page_without_markup_has_the_same_blocks_in_a_row() -> None:
    page = read_html(PAGE.format("story", "The ferry", "The quay"))
    bare = strip_markup(page)
    assert [(block.text, block.tag, block.kind) for block in bare.blocks] == [
        (block.text, block.tag, block.kind) for block in page.blocks
    ]
    assert [(box.parent, box.tag, box.tokens, box.first, box.last) for box in bare.containers] == [
        (-1, "html", "", 0, 3),
        (0, "body", "", 0, 3),
        (1, "h1", "", 0, 1),
        (1, "p", "", 1, 2),
        (1, "li", "", 2, 3),
    ]
    assert [bare.containers[block.container].tag for block in bare.blocks] == [block.tag for block in bare.blocks]


def sample(site: str, html: str, labels: Sequence[float], counts: Sequence[float]) -> Sample:
    document = read_html(html)
    return Sample(
        page=f"set/{site}",
        site=site,
        fold=0,
        document=document,
        features=measure(document, lexicon.load()),
        hints=(),
        labels=np.array(labels),
        counts=np.array(counts),
    )


def boxes(*named: tuple[str, str]) -> str:
    return "<body>" + "".join(f"<div class='{name}'>{text}</div>" for name, text in named) + "</body>"


def test_worth_of_names_by_hand() -> None:
    """A box 'story' is all body on three sites and a quarter of it on the fourth; 'menu' is never body; 'own' is of three.

    A page with passages put in says nothing of names.
    """
    page = boxes(("story own", "x" * 30), ("menu", "y" * 10))
    found = learn_names(
        [
            *[sample(f"site{number}", page, [1, 0], [1, 1]) for number in range(3)],
            # of two pages of one site the characters are added up: 10 of 40; what is not known of is passed over
            sample("site3", boxes(("story", "x" * 10), ("menu", "y" * 10)), [1, 0], [1, 1]),
            sample("site3", boxes(("story", "x" * 30), ("story menu", "y" * 99)), [0, 1], [2, 0]),
            *[replace(sample(f"site{number}", page, [0, 1], [1, 1]), is_made=True) for number in range(5)],
        ]
    )
    assert found == {
        "menu": round(float(np.log(1 / 5)), 3),
        "story": round(float(np.log((3.25 + 1) / (0.75 + 1))), 3),
    }


# Pages that are made to learn from


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one set of twenty pages, of twenty sites, with a body of four paragraphs each."""
    folder = tmp_path / "fundus-dev"
    (folder / "pages").mkdir(parents=True)
    body = [f"Paragraph {number} of the story about the ferry." for number in range(4)]
    html = PAGE.format("story", "</p><p>".join(body), "Home")
    truths = [{"id": f"{at:04}", "url": f"https://site{at}.example/", "lang": "en", "body": "\n".join(body)} for at in range(20)]
    for truth in truths:
        (folder / "pages" / f"{truth['id']}.html.gz").write_bytes(gzip.compress(html.encode()))
    (folder / "truth.jsonl").write_text("\n".join(map(json.dumps, truths)), encoding="utf-8")
    monkeypatch.setattr(grafts, "SETS", ("fundus-dev",))
    return tmp_path


def test_passages_in_a_page_are_no_body_and_the_rest_is_what_it_was(pages: Path) -> None:
    """Their long lines count most, shorter ones less, what was there before a little."""
    english = next(each for each in read_languages(mixes.PASSAGES) if each.code == "en")
    passages = {line for passage in english.passages for line in passage.lines}
    found = list(grafts.read_grafts(pages))
    assert len({each.page for each in found}) == len(found) == 20 * 3
    counted: Counter[int] = Counter()
    for each in found:
        texts = [block.text for block in each.document.blocks]
        assert each.is_made
        assert [text for text, label in zip(texts, each.labels, strict=True) if label] == texts_of_body(texts)
        foreign = np.array([text in passages for text in texts])
        assert foreign.any()
        assert {text for text, there in zip(texts, foreign, strict=True) if not there} == {
            "Ferries",
            *texts_of_body(texts),
            "Home",
        }
        roots = np.sqrt(each.features.length + 1)
        boxed = np.array([text.startswith(("Paragraph ", "Home")) for text in texts]) & (each.counts == 0.5 * roots)
        assert each.counts[~foreign & ~boxed] == pytest.approx(0.08 * roots[~foreign & ~boxed])
        assert each.counts[foreign] == pytest.approx(0.7 * np.minimum(1, each.features.length / 20)[foreign] * roots[foreign])
        own = [passage.lines for passage in english.passages if part_of(" ".join(passage.lines)) == part_of(each.site)]
        assert {text for text, there in zip(texts, foreign, strict=True) if there} <= {line for lines in own for line in lines}
        counted[int(boxed.sum())] += 1
    assert set(counted) == {0, 1, 2}  # what stands in a box of its own
    assert 8 <= sum(len(each.document.containers) == len(each.document.blocks) + 2 for each in found) <= 24  # without markup
    made = [[each.document.blocks for each in found if each.site == site] for site in {each.site for each in found}]
    assert all(one != other for three in made for one, other in combinations(three, 2))


def test_boxed_paragraph_is_the_same_block_in_a_box_of_its_own() -> None:
    tree = lxml.html.fromstring("<div><p>One <i>line</i>.</p> tail<p>Two.</p></div>")
    assert grafts.box_in(tree[0], Random("a")) == "One line."  # noqa: S311 - the name decides
    assert tree[0].tag in {"div", "aside", "section"}
    assert [each.tag for each in tree[0]] == ["p"]
    assert [each.tail for each in (tree[0], tree[0][0])] == [" tail", None]


def test_box_of_an_unclosed_tag_holds_what_follows_too() -> None:
    taken = set()
    for name in "abcdefghijkl":
        tree = lxml.html.fragment_fromstring("<div><p>One.</p><p>Two.</p> tail<table></table></div>")
        assert grafts.box_in(tree[0], Random(name)) == "One."  # noqa: S311 - the name decides
        assert "".join(tree.itertext()) == "One.Two. tail"
        taken.add(tuple(each.tag for each in tree[0]))
    assert taken == {("p",), ("p", "p", "table")}


def test_tables_quotes_and_lists_behind_a_paragraph_may_be_boxed() -> None:
    tree = lxml.html.fromstring("<div><p>One.</p><table></table><p>Two.</p><ul></ul><ul></ul><p>Three.</p><aside></aside></div>")
    paragraphs = tree.findall("p")
    assert [each.tag for each in grafts.find_boxable(paragraphs)] == ["p", "p", "p", "table", "ul"]


def texts_of_body(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if text.startswith("Paragraph ")]


def test_page_of_another_language_or_without_a_body_gets_no_passage(pages: Path) -> None:
    path = pages / "fundus-dev" / "truth.jsonl"
    truths = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    changed = [truths[0] | {"lang": "fi"}, truths[1] | {"body": None}, truths[2] | {"body": "Paragraph"}]
    path.write_text("\n".join(map(json.dumps, changed)), encoding="utf-8")
    assert list(grafts.read_grafts(pages)) == []


# Texts that are made to learn from


STORY: Final = Story(("The quay", "By Mara Quill"), ("The ferry sailed in.", "Islanders saw her.", "She sailed on."))
PASSAGES: Final = (("Chip in", "We are seven."), ("Read more",))
MIXES: Final = [mix(str(name), parts_of(STORY), PASSAGES) for name in range(200)]


def test_mix_is_the_story_with_whole_passages_between_its_parts() -> None:
    """The front is never parted, nor is a passage; the story keeps its order and its labels."""
    for mixed in MIXES:
        assert [line for line, label in mixed if label == 1] == list(STORY.paragraphs)
        text = "\n".join(line for line, _ in mixed)
        assert "The quay\nBy Mara Quill" in text
        assert text.count("Chip in") == text.count("Chip in\nWe are seven.")
        foreign = [line for line, label in mixed if label == 0 and line not in STORY.front]
        assert set(foreign) <= {line for passage in PASSAGES for line in passage}


def test_mixes_have_up_to_three_passages_anywhere() -> None:
    counts = [sum(line in {"Chip in", "Read more"} for line, _ in mixed) for mixed in MIXES]
    assert set(counts) == {0, 1, 2, 3}
    assert {mixed[0][0] for mixed in MIXES} == {"The quay", "Chip in", "Read more"}
    assert {mixed[-1][0] for mixed in MIXES} == {"She sailed on.", "We are seven.", "Read more"}


def test_pieces_are_of_the_menu_alone_and_of_the_story_alone() -> None:
    lines = [("Home", 0.0), ("News", 0.0), ("Sign up!", 0.0), *[(f"Paragraph {number}.", 1.0) for number in range(9)]]
    for name in range(50):
        menu, story = find_pieces(str(name), lines)
        assert "".join(line for line, _ in menu) in {"Home", "News", "HomeNews"}
        assert 1 <= len(story) <= 4
        first = lines.index(story[0])
        assert story == lines[first : first + len(story)]
        assert {label for _, label in story} == {1.0}


def test_text_without_a_story_gives_no_piece_of_one() -> None:
    assert list(find_pieces("a", [("Home", 0.0), ("A teaser.", 0.0)])) == [[("Home", 0.0)]]
    assert list(find_pieces("a", [("A teaser.", 0.0)])) == []


def text_of(name: str, lines: dict[str, float]) -> Sample:
    document = read_text("\n".join(lines))
    features = measure(document, lexicon.load())
    labels = np.array([*lines.values()])
    return Sample(name, name, 0, document, features, (), labels, np.ones(len(labels)))


@pytest.fixture(scope="module")
def words() -> Any:
    pytest.importorskip("sklearn")
    return importlib.import_module("words")


def test_words_of_stories_and_of_chrome_are_told_apart(words: Any) -> None:
    """'Sites' that all say the same: a word that both say is worth nothing much, one of a single site is not learned."""
    texts = [
        text_of(f"{name}.example", {"She said the ferry sailed": 1, f"Please give to the ferry {name}": 0})
        for name in ("alder", "birch", "cedar", "dogwood")
    ]
    worth = words.learn_words(texts, ())
    assert worth["said"] > 0 > worth["give"]
    assert worth["she said"] > 0 > worth["please give"]
    assert abs(worth.get("ferry", 0)) < min(worth["said"], -worth["give"])
    assert not {"alder", "birch", "cedar", "dogwood"} & worth.keys()


def test_a_part_of_the_passages_can_be_left_out(words: Any) -> None:
    """A passage teaches words of its own, unless it is in the part that is left out."""
    lines = [f"alms {number}" for number in range(40)]
    assert {part_of(line) for line in lines} == set(range(PARTS))
    of_first = Language("en", tuple(Passage("donation", (line,)) for line in lines if part_of(line) == 0), (), ())
    texts = [text_of(f"{name}.example", {"She said": 1, "Home": 0}) for name in "abcd"]
    assert words.learn_words(texts, [of_first])["alms"] < 0
    assert words.learn_words(texts, [of_first], without=1)["alms"] < 0
    assert "alms" not in words.learn_words(texts, [of_first], without=0)
