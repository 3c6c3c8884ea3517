"""The texts that the model of texts learns from: documents with labelled lines, and stories with foreign passages."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from folds import fold_of, site_of, site_of_page
from newsclean import lexicon
from newsclean.features import measure
from newsclean.read.decode import decode
from newsclean.read.text import read_text
from newsclean.rules import find_hints
from newsclean.split import split
from samples import Column, Sample, part_of
from sets import read_set
from splice import RENDERINGS, Language, Negative, Place, Story, as_document, read_languages, splice

TEXT_SETS: Final = ("wcxb-dev-text", "fundus-dev-text", "zh-dev-text")
STORY_SETS: Final = ("fundus-dev", "zh-dev", "wcxb-dev")
PASSAGES: Final = Path(__file__).with_name("passages")
STORIES: Final = 100  # of a language at most; English would have seven hundred
PARAGRAPHS: Final = range(4, 81)  # of a story that passages are put into
SPLICED: Final = 240  # documents of a language, at least: the languages with few stories use each more than once


def read_texts(data: Path) -> Iterator[Sample]:
    """All texts, in the order of the sets; then the stories with passages."""
    words = lexicon.load()
    for name in TEXT_SETS:
        for page in read_set(data / name).pages():
            text = decode(page.read()).text
            labels = [np.nan if label is None else float(label) for label in page.truth["lines"]]
            yield from _sample(f"{name}/{page.truth['id']}", site_of_page(page), text, labels, words)
    yield from (replace(sample, is_spliced=True) for sample in _spliced(data, words))


def _spliced(data: Path, words: lexicon.Lexicon) -> Iterator[Sample]:
    """Stories of each language with a passage in them, and the lines that only look like chrome in their stories."""
    stories = _read_stories(data)
    for language in read_languages(PASSAGES):
        own = [(f"passages/{language.code}/{at}", each.story) for at, each in enumerate(language.negatives)]
        hosts = [*islice(stories[language.code], STORIES), *own]
        for at in range(max(SPLICED, len(hosts))):
            site, story = hosts[at % len(hosts)]
            yield from _with_passage(f"{language.code} {at} {site}", site, story, language, words)
        for (site, _), negative in zip(own, language.negatives, strict=True):
            yield from _negative(site, negative, words)


def _read_stories(data: Path) -> dict[str, list[tuple[str, Story]]]:
    """The gold bodies by language, each with its site."""
    stories = defaultdict(list)
    for name in STORY_SETS:
        for page in read_set(data / name).pages():
            truth = page.truth
            paragraphs = tuple(" ".join(line.split()) for line in (truth.get("body") or "").split("\n") if line.strip())
            if truth.get("lang") and len(paragraphs) in PARAGRAPHS:
                front = (truth.get("headline"), ", ".join(truth.get("authors") or ()), (truth.get("published") or "")[:10])
                story = Story(tuple(" ".join(line.split()) for line in front if line), paragraphs)
                stories[truth["lang"]].append((site_of(name, truth), story))
    return stories


def _with_passage(identity: str, site: str, story: Story, language: Language, words: lexicon.Lexicon) -> Iterator[Sample]:
    """One passage at one place, chosen by the name of the document.

    Story and passage are in the same part of the training data: what words are worth is learned from the other parts, so that
    the trees see it as they will, for words of passages that nobody has seen.
    """
    number = int.from_bytes(hashlib.sha256(identity.encode()).digest()[:8])
    passages = [each for each in language.passages if part_of(" ".join(each.lines)) == part_of(site)]
    passage, place = passages[number % len(passages)], tuple(Place)[number // 1000 % len(Place)]
    between = tuple(RENDERINGS.values())[number // 10_000 % len(RENDERINGS)]
    document = splice(story, passage.lines, place, between)
    labels = [float(at >= document.front and at not in document.foreign) for at in range(len(document.lines))]
    yield from _sample(f"{identity} spliced", site, document.text, labels, words)


def _negative(site: str, negative: Negative, words: lexicon.Lexicon) -> Iterator[Sample]:
    for between in RENDERINGS.values():
        document = as_document(negative, between)
        labels = [float(at >= document.front) for at in range(len(document.lines))]
        yield from _sample(f"{site} {between!r}", site, document.text, labels, words)


def _sample(identity: str, site: str, text: str, labels: Sequence[float], words: lexicon.Lexicon) -> Iterator[Sample]:
    """One text; a block has the label of the line in which it begins."""
    document = split(read_text(text), words)
    if not document.blocks:
        return
    features = measure(document, words)
    told = _labels_of([block.span.start for block in document.blocks if block.span], text, labels)
    yield Sample(
        page=identity,
        site=site,
        fold=fold_of(site),
        document=document,
        features=features,
        hints=find_hints(document, features, words),
        labels=np.nan_to_num(told),
        counts=np.where(np.isnan(told), 0.0, 1.0),
    )


def _labels_of(starts: Sequence[int], text: str, labels: Sequence[float]) -> Column:
    """The labels of the lines that begin last before or at some places of the text."""
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append(at)
        at += len(line)
    if len(lines) != len(labels):
        raise ValueError(f"{len(labels)} labels for {len(lines)} lines")
    return np.array(labels)[np.searchsorted(lines, starts, side="right") - 1]
