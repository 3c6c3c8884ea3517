"""Learns what the words of stories and of chrome are worth."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from newsclean.lexicon import words_of
from samples import Sample
from splice import Language

VOICES: Final = 4  # sites and passages; a word of fewer may be the name of one of them
PRIOR: Final = 0.03  # of the sites or passages of a language that may have any word by chance
TELLING: Final = 0.4  # a worth nearer to nothing is left out

Shares = Mapping[str, float]


def learn_words(samples: Iterable[Sample], languages: Iterable[Language]) -> dict[str, float]:
    """The logarithm of how much more often stories have a word than chrome does.

    How often is a share of the sites, and in each language a share of the passages besides, so that a language with many passages
    and few stories is not taken for chrome itself.

    Args:
        samples: texts; those that passages were put into are passed over, as their parts are here already.
        languages: the passages.
    """
    story, chrome = _by_site(samples)
    sources = [(story, chrome), *(_by_passage(language) for language in languages)]
    said: dict[str, float] = defaultdict(float)
    against: dict[str, float] = defaultdict(float)
    voices: dict[str, int] = defaultdict(int)
    for stories, others in sources:
        for groups, shares in ((stories, said), (others, against)):
            for words in groups:
                for word in words:
                    shares[word] += 1 / len(groups)
                    voices[word] += 1
    worth = {word: math.log((said[word] + PRIOR) / (against[word] + PRIOR)) for word in sorted(voices) if voices[word] >= VOICES}
    return {word: round(value, 2) for word, value in worth.items() if abs(value) >= TELLING and not word.isdigit()}


def _by_site(samples: Iterable[Sample]) -> tuple[list[set[str]], list[set[str]]]:
    """The words of the stories and of the chrome of each site."""
    story: dict[str, set[str]] = defaultdict(set)
    chrome: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        if not sample.is_made:
            for words, label, count in zip(sample.features.words, sample.labels.tolist(), sample.counts.tolist(), strict=True):
                if count:
                    (story if label else chrome)[sample.site].update(words)
    return [*story.values()], [*chrome.values()]


def _by_passage(language: Language) -> tuple[list[set[str]], list[set[str]]]:
    """The words of the small stories and of the passages of a language."""
    stories = [*(each.story for each in language.negatives), *language.stories]
    return (
        [{word for line in story.paragraphs for word in words_of(line)} for story in stories],
        [{word for line in passage.lines for word in words_of(line)} for passage in language.passages],
    )
