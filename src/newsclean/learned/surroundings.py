"""What the second pass of the model sees besides: the answers of the first pass around each block."""

from typing import Final

import numpy as np

from newsclean.features import Column
from newsclean.learned.inputs import FAR, LEVELS, shift, sums
from newsclean.learned.layout import Indices, Layout

BODY: Final = 0.5
NEAR: Final = (1, 2, 3, 4)  # blocks before and behind
WINDOWS: Final = (4, 10)  # blocks to each side


def measure_surroundings(words: Column, layout: Layout, first: Column) -> dict[str, Column]:
    """The columns of the second pass, by name.

    Args:
        words: the words of each block.
        layout: where the blocks stand.
        first: p(story) of each block, as the first pass has it.
    """
    around = {f"p{at:+d}": shift(first, at) for near in NEAR for at in (-near, near)}
    return (
        {"p": first}
        | around
        | _place_columns(words, first)
        | _box_columns(words, layout, first)
        | _path_columns(words, layout, first)
    )


def _place_columns(words: Column, first: Column) -> dict[str, Column]:
    """How much of the story stands before and behind a block, and how far off it is."""
    count = len(first)
    order = np.arange(count)
    body = first > BODY
    story, whole, number = sums(words * first), sums(words), sums(body.astype(float))
    total = max(1.0, float(story[-1]))
    found = np.flatnonzero(body)
    start, end = (int(found[0]), int(found[-1])) if len(found) else (0, 0)
    before = np.maximum.accumulate(np.concatenate(([-FAR], np.where(body, order, -FAR)[:-1])))
    behind = np.minimum.accumulate(np.concatenate(([count + FAR], np.where(body, order, count + FAR)[:0:-1])))[::-1]
    columns = {
        "story_before": story[:-1] / total,
        "story_after": 1 - story[1:] / total,
        "story_words": np.full(count, total),
        "story_share": np.full(count, total / max(1.0, float(whole[-1]))),
        "since_story": np.minimum(order - before, FAR).astype(float),
        "until_story": np.minimum(behind - order, FAR).astype(float),
        "blocks_before": number[:-1],
        "blocks_after": number[-1] - number[1:],
        "from_start": np.clip(order - start, -FAR, 200).astype(float),
        "to_end": np.clip(end - order, -200, 200).astype(float),
    }
    for window in WINDOWS:
        low, high = np.maximum(0, order - window), np.minimum(count, order + window + 1)
        columns[f"within_{window}"] = (story[high] - story[low]) / np.maximum(1.0, whole[high] - whole[low])
    return columns


def _box_columns(words: Column, layout: Layout, first: Column) -> dict[str, Column]:
    """How much of the boxes around each block is story."""
    order = np.arange(len(first))
    story, whole, number = sums(words * first), sums(words), sums(first)
    total = max(1.0, float(story[-1]))
    columns: dict[str, Column] = {}
    box = layout.shared
    for level in range(LEVELS):
        start, end = layout.first[box], layout.last[box]
        held = story[end] - story[start]
        columns |= {
            f"box{level}_story": held / np.maximum(1.0, whole[end] - whole[start]),
            f"box{level}_mean": (number[end] - number[start]) / np.maximum(1, end - start),
            f"box{level}_of_story": held / total,
            f"box{level}_before": number[order] - number[start],
            f"box{level}_behind": number[end] - number[np.minimum(order + 1, end)],
        }
        box = layout.wider[box]
    return columns


def _path_columns(words: Column, layout: Layout, first: Column) -> dict[str, Column]:
    """How much of what is laid out alike is story."""

    def mean(paths: Indices) -> Column:
        return np.asarray((np.bincount(paths, words * first) / np.maximum(1.0, np.bincount(paths, words)))[paths])

    return {"tags_story": mean(layout.by_tags), "names_story": mean(layout.by_names)}
