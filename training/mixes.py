"""Stories with chrome put in: gold bodies and invented stories with invented passages, and the seeds with each other's chrome."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from typing import Final, NamedTuple, TypeAlias

from folds import site_of
from newsclean.category import Category
from samples import part_of
from seed_documents import SEEDS, SourceDocument
from sets import read_set
from splice import Language, Story, gold_story, read_languages

STORY_SETS: Final = ("fundus-dev", "zh-dev", "wcxb-dev")
PASSAGES: Final = Path(__file__).with_name("passages")
MIXES: Final = 1600  # documents of a language: each story is used several times, each passage in many places
MIXES_OF_SEEDS: Final = 900
MOST: Final = 3  # passages in a story

Line: TypeAlias = tuple[str, float]
"""A line and its label: 1 for body, 0 for anything else, NaN where nothing is known."""


class Counts(NamedTuple):
    """What each line counts.

    Attributes:
        body: of the story.
        chrome: of anything else.
    """

    body: float
    chrome: float


MIXED: Final = Counts(1.0, 5.0)  # few of the lines of such a document are chrome
ALONE: Final = Counts(6.0, 6.0)  # a story with nothing put in has to come out whole, above all one that looks like chrome
EXACT: Final = Counts(6.0, 6.0)  # and the seeds with anything put in


class Mix(NamedTuple):
    """A document.

    Attributes:
        name: of it.
        site: of the story.
        lines: as printed.
        counts: what they count.
    """

    name: str
    site: str
    lines: Sequence[Line]
    counts: Counts


def read_mixes(data: Path) -> Iterator[Mix]:
    """All of them, language by language; then those of the seeds."""
    stories = _read_stories(data)
    for language in read_languages(PASSAGES):
        yield from _of_language(language, stories[language.code])
    yield from _of_seeds()


def mix(name: str, parts: Sequence[Sequence[Line]], passages: Sequence[Sequence[str]]) -> list[Line]:
    """Up to MOST of the passages before, between and behind the parts of a story; the name decides.

    Half of them stand at its head or behind it, as most chrome does.
    """
    chance = Random(name)
    put_in: Mapping[int, list[Line]] = defaultdict(list)
    for _ in range(chance.randint(0, MOST)):
        anywhere, at_an_end = chance.randint(0, len(parts)), chance.choice((0, 1, len(parts) - 1, len(parts)))
        put_in[chance.choice((anywhere, at_an_end))] += [(line, 0.0) for line in chance.choice(passages)]
    return [line for at, part in enumerate((*parts, ())) for line in (*put_in[at], *part)]


def parts_of(story: Story) -> list[tuple[Line, ...]]:
    """What chrome does not go between: the front, and each paragraph."""
    return [tuple((line, 0.0) for line in story.front), *(((line, 1.0),) for line in story.paragraphs)]


def _read_stories(data: Path) -> Mapping[str, list[tuple[str, Story]]]:
    """The gold bodies by language, each with its site."""
    stories: dict[str, list[tuple[str, Story]]] = defaultdict(list)
    for name in STORY_SETS:
        for page in read_set(data / name).pages():
            story, language = gold_story(page.truth), page.truth.get("lang")
            if story and language:
                stories[language].append((site_of(name, page.truth), story))
    return stories


def _of_language(language: Language, stories: Sequence[tuple[str, Story]]) -> Iterator[Mix]:
    """Stories with passages of their language, and the lines that only look like chrome in their own stories.

    Story and passage are in the same part of the training data: what words are worth is learned from the other parts, so that
    the trees see it as they will, for words of passages that nobody has seen.
    """
    hosts = [*stories, *language.invented]
    for at in range(max(MIXES, len(hosts))):
        site, story = hosts[at % len(hosts)]
        passages = [each.lines for each in language.passages if part_of(" ".join(each.lines)) == part_of(site)]
        name = f"{language.code} {at} {site} mixed"
        yield Mix(name, site, mix(name, parts_of(story), passages), MIXED)
    for site, story in language.invented:
        yield Mix(site, site, list(chain.from_iterable(parts_of(story))), ALONE)


def _of_seeds() -> Iterator[Mix]:
    """The seeds with sections of chrome of all three, which are one site."""
    sections = [part.lines for seed in SEEDS for part in seed.chrome if Category.REPEAT not in part.categories]
    for at in range(MIXES_OF_SEEDS):
        seed = SEEDS[at % len(SEEDS)]
        name = f"{seed.name} {at} mixed"
        yield Mix(name, "seeds", mix(name, _parts_of_seed(seed), sections), EXACT)


def _parts_of_seed(seed: SourceDocument) -> list[tuple[Line, ...]]:
    front, paragraphs, below = (
        tuple(line for part in parts for line in part.lines) for parts in (seed.head, seed.story, seed.credits)
    )
    return [*parts_of(Story(front, paragraphs)), tuple((line, 0.0) for line in below)]
