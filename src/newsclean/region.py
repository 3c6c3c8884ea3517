"""Where the story is: one box of a page, one run of lines of a text."""

from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.document import Document

Column = npt.NDArray[np.float64]

MOST: Final = 0.8  # a child box that holds this share of its parent's prose holds the story
LONGEST: Final = 500  # words of a block that count: a page in one block must not outweigh all others
LEFT_OUT: Final = (
    0.05  # of its prose that the region may lose on the way down: unclosed tags nest each paragraph in the one before
)
PARAGRAPHS: Final = frozenset({"p", "li", "blockquote", "pre", "dd"})
LINE_COST: Final = 0.25  # prose that a line has to bring to be worth being in the run
CHROME_COST: Final = 0.12  # the same for lines that are known as chrome: prompts between paragraphs don't end the story


def region_of(document: Document, evidence: Column, length: Column, chrome: npt.NDArray[np.bool_]) -> Column:
    """1 for the blocks of the region, else 0.

    HTML: from the root down into the child that holds most of the prose, as long as there is one; what is left is the smallest
    box with the story in it. Text: the run of lines with the largest sum of prose less a cost for each line, which is maximum
    subsequence segmentation (Pasternack and Roth, WWW 2009) with this evidence instead of a learned one.

    Args:
        document: the input.
        evidence: how much each block is running text of the story, 0 to 1.
        length: words of each block.
        chrome: whether a strong cue or the box around it says that a block is chrome.
    """
    if not len(evidence):
        return np.zeros(0)
    return (
        _box_region(document, evidence * np.minimum(length, LONGEST))
        if document.is_html
        else _run_region(evidence - np.where(chrome, CHROME_COST, LINE_COST))
    )


def _box_region(document: Document, weight: Column) -> Column:
    before = np.concatenate(([0.0], np.cumsum(weight))).tolist()
    own = _own_prose(document, weight)
    region = document.containers[0]
    at, whole = 0, before[-1]
    for index, box in enumerate(document.containers):
        # In pre-order the children of the region come after it, so one pass goes all the way down.
        if box.parent == at and before[box.last] - before[box.first] >= MOST * whole > 0 and own[at] <= LEFT_OUT * whole:
            at, region = index, box
            whole = before[box.last] - before[box.first]
    inside = np.zeros(len(weight))
    inside[region.first : region.last] = 1.0
    return inside


def _own_prose(document: Document, weight: Column) -> list[float]:
    """The prose that stands in each box itself or in a paragraph of it, rather than in a box inside."""
    own = [0.0] * len(document.containers)
    for block, prose in zip(document.blocks, weight.tolist(), strict=True):
        box = document.containers[block.container]
        own[box.parent if box.tag in PARAGRAPHS and box.parent >= 0 else block.container] += prose
    return own


def _run_region(gains: Column) -> Column:
    """1 for the run of lines with the largest sum of gains."""
    total, start = 0.0, 0
    best, best_run = 0.0, (0, 0)
    for order, value in enumerate(gains.tolist()):
        if total <= 0:
            total, start = 0.0, order
        total += value
        if total > best:
            best, best_run = total, (start, order + 1)
    inside = np.zeros(len(gains))
    inside[best_run[0] : best_run[1]] = 1.0
    return inside
