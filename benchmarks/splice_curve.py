"""What is left of foreign passages for each share of the story that may go: `python benchmarks/splice_curve.py DATA`.

The passages of `splice.py` in the gold bodies of the sets, cleaned with weights that have not seen their site. `splice.py` says
what comes out at the cut-off that is shipped, in 26 stories: one paragraph more or less moves it by what a better model gains.
Hundreds of stories and all cut-offs tell two models apart.
"""

import argparse
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

import numpy as np
import numpy.typing as npt

import newsclean
from folds import unseen_weights
from newsclean.decide import STORY
from newsclean.lexicon import words_of
from sets import read_set
from splice import PASSAGES, RENDERINGS, Language, Passage, Place, Spliced, Story, gold_story, read_languages, splice

SETS: Final = ("wcxb-dev", "fundus-dev", "zh-dev")
TIMES: Final = 2  # documents that are made of a story
SHARES: Final = (0.9995, 0.999, 0.998, 0.995, 0.99, 0.98)

Column = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of documents that are story or passage.

    Attributes:
        scores: p(story) of each, 0 where a rule leaves it out whatever its score.
        words: of each.
        is_foreign: whether each is of a passage.
    """

    scores: Column
    words: Column
    is_foreign: npt.NDArray[np.bool_]

    def cut_off(self, share: float) -> float:
        """The highest cut-off that keeps this share of the story's words."""
        scores, words = self.scores[~self.is_foreign], self.words[~self.is_foreign]
        order = np.argsort(-scores, kind="stable")
        enough = int(np.searchsorted(np.cumsum(words[order]), share * words.sum()))
        return float(scores[order[min(enough, len(order) - 1)]])

    def kept(self, cut_off: float) -> float:
        """The share of the story's words that is kept at a cut-off."""
        return self._share(cut_off, ~self.is_foreign)

    def left(self, cut_off: float) -> float:
        """The share of the passages' words that is left at a cut-off."""
        return self._share(cut_off, self.is_foreign)

    def _share(self, cut_off: float, those: npt.NDArray[np.bool_]) -> float:
        return float(self.words[those & (self.scores >= cut_off)].sum() / self.words[those].sum())


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what is left of the passages at the cut-off that is shipped, and for each share of the story that is kept."""
    parser = argparse.ArgumentParser(description="What is left of foreign passages for each share of the story that may go.")
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of the sets")
    found = list(measure(parser.parse_args(arguments).data))
    lines = Lines(*(np.concatenate([getattr(each, name) for each in found]) for name in ("scores", "words", "is_foreign")))
    print(f"{len(found)} documents, {lines.words[lines.is_foreign].sum():.0f} foreign words")
    print(f"as shipped: story kept {lines.kept(STORY):.4f}  left {lines.left(STORY):.3f}")
    print("\n".join(f"story kept {share:.4f}  left {lines.left(lines.cut_off(share)):.3f}" for share in SHARES))
    return 0


def measure(data: Path) -> Iterator[Lines]:
    """The documents of all stories whose language has passages; a name decides which passage goes where."""
    languages: Mapping[str, Language] = {language.code: language for language in read_languages(PASSAGES)}
    for name in SETS:
        for page in read_set(data / name).pages():
            story, language = gold_story(page.truth), languages.get(page.truth.get("lang") or "")
            if story and language:
                with unseen_weights(page):
                    for time in range(TIMES):
                        yield score(document_of(f"{name}/{page.truth['id']} {time}", story, language.passages))


def document_of(name: str, story: Story, passages: Sequence[Passage]) -> Spliced:
    """A story with one of the passages in it."""
    chance = Random(name)
    between = chance.choice(tuple(RENDERINGS.values()))
    return splice(story, chance.choice(passages).lines, chance.choice(tuple(Place)), between)


def score(document: Spliced) -> Lines:
    """What newsclean thinks of each line of a document that is story or passage."""
    seen = newsclean.explain(document.text)
    certain = {hint.block for hint in seen.hints if hint.certain}
    starts = list(line_starts(document))
    scores = np.zeros(len(starts))
    for block, chance in zip(seen.document.blocks, seen.probabilities, strict=True):
        if block.span and block.order not in certain:
            scores[bisect_right(starts, block.span.start) - 1] = chance
    is_foreign = np.isin(np.arange(len(starts)), document.foreign)
    words = np.array([len(words_of(line)) for line in document.lines], dtype=float)
    return Lines(scores[document.front :], words[document.front :], is_foreign[document.front :])


def line_starts(document: Spliced) -> Iterator[int]:
    """Where each line begins in the text."""
    at = 0
    for line in document.lines:
        at = document.text.index(line, at)
        yield at
        at += len(line)


if __name__ == "__main__":
    sys.exit(main())
