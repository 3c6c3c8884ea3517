"""What the words of each line are worth, as learned: 'your inbox' and 'copyright' speak against a story, 'she said' for one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from newsclean.learned.block_inputs import Columns, means_around, with_neighbours

LOOKED_AT: Final = 80  # words of a line; enough to tell what a paragraph is about
REACHES: Final = (1, 3, 8)  # lines to each side: an appeal of several paragraphs is one thing
NEIGHBOURS: Final = {"worth": (-2, -1, 1, 2)}

HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
HIRAGANA: Final = re.compile(r"[\u3040-\u309f]")  # which stand between the others in every Japanese sentence
MOSTLY: Final = 0.5  # of the words of a Chinese block

NO_PAIR: Final = np.iinfo(np.int64).max

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Worth:
    """What words and pairs of words are worth: what each adds to the logit of a line being story.

    Words have numbers, so that a page asks once for each word it says and no pair has to be put together to be looked up.

    Attributes:
        numbers: of each word that is worth something, alone or in a pair; from 1 on.
        pairs: the numbers of two words in one, `first * (len(numbers) + 1) + second`, in order; last a higher one, of no pair.
        values: of no word, which is 0, of each word by its number, and of each pair in the order of `pairs`.
    """

    numbers: Mapping[str, int]
    pairs: Numbers
    values: npt.NDArray[np.float64]

    @classmethod
    def of(cls, worth: Mapping[str, float]) -> Self:
        """The worth of words, and of pairs of them with a space between."""
        parted = [(tuple(gram.split(" ")), value) for gram, value in worth.items()]
        numbers = {word: number for number, word in enumerate(dict.fromkeys(chain(*(words for words, _ in parted))), start=1)}
        alone = np.zeros(len(numbers) + 1)
        together: dict[int, float] = {}
        for words, value in parted:
            if len(words) == 1:
                alone[numbers[words[0]]] = value
            else:
                together[numbers[words[0]] * len(alone) + numbers[words[1]]] = value
        pairs = sorted(together)
        return cls(numbers, np.array([*pairs, NO_PAIR]), np.append(alone, [together[pair] for pair in pairs]))

    def find(self, lines: Sequence[Sequence[str]]) -> tuple[Numbers, Numbers]:
        """The words and pairs of the lines that are worth something, each once a line.

        Returns:
            For each the order of the line, and its place in `values`.
        """
        sizes = [len(line) for line in lines]
        order = np.repeat(np.arange(len(lines)), sizes)
        words = np.fromiter(map(self.numbers.get, chain.from_iterable(lines), repeat(0)), dtype=np.int64, count=len(order))
        (firsts,) = ((order[:-1] == order[1:]) & (words[:-1] > 0) & (words[1:] > 0)).nonzero()
        pairs = words[firsts] * (len(self.numbers) + 1) + words[firsts + 1]
        places = np.searchsorted(self.pairs, pairs)
        is_known = self.pairs[places] == pairs
        worths = np.concatenate((words, places[is_known] + len(self.numbers) + 1))
        keys = np.concatenate((order, order[firsts[is_known]])) * len(self.values) + worths
        keys = np.sort(keys[self.values[worths] != 0])
        return np.divmod(keys[np.diff(keys, prepend=-1) > 0], len(self.values))


NOTHING: Final = Worth.of({})


def is_chinese(lines: Sequence[Sequence[str]]) -> bool:
    """Whether the longest of the lines is Chinese, of which each character is a word here."""
    words = max(lines, key=len)[:LOOKED_AT]
    return sum(map(bool, map(HAN.match, words))) > MOSTLY * len(words) and not any(map(HIRAGANA.match, words))


def grams_of(words: Sequence[str]) -> list[str]:
    """The first words of a line and each two of them that stand side by side, each once: 'your', 'inbox', 'your inbox'.

    In the order of the line, so that what is learned from them is the same in every process.
    """
    words = words[:LOOKED_AT]
    return [*dict.fromkeys(chain(words, map(" ".join, pairwise(words))))]


def score_words(words: Sequence[tuple[str, ...]], worth: Worth) -> Columns:
    """The worth of the words in and around each line.

    Args:
        words: of each line, as the lexicon compares them.
        worth: what they are worth; the sum over a line is divided by the root of how many are known. None is worth 0.
    """
    lines = [each[:LOOKED_AT] for each in words]
    found, places = worth.find(lines)
    count = np.bincount(found, minlength=len(lines))
    own = np.bincount(found, worth.values[places], minlength=len(lines)) / np.sqrt(np.maximum(count, 1))
    grams = np.array([max(1, 2 * len(line) - 1) for line in lines])
    columns = {"worth": own, "worth_known": count / grams}
    return with_neighbours(columns, NEIGHBOURS) | means_around({"worth": own}, REACHES)
