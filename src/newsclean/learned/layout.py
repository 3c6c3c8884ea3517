"""Where each block of a page stands: the boxes around it, and the path of tags that leads to it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclean.document import Container, Document

Indices = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes of a page as columns.

    Attributes:
        first: of each box, order of its first block.
        last: of each box, order after its last block.
        wider: of each box, the nearest box around it that holds more blocks; the root is its own.
        depth: of each box, how many boxes are around it.
        own: of each block, the box it stands in.
        shared: of each block, the smallest box that holds it and others.
        by_tags: of each block, a number for the tags on the way to it: two paragraphs of one story have the same.
        by_names: likewise for tags with their names.
        paths: of each box, the number for the tags with names on the way to it.
        steps: of each such number, that of the way to the box around, -1 for none, and the last name on it. A page has half as
            many ways as boxes, and those around come first.
    """

    first: Indices
    last: Indices
    wider: Indices
    depth: Indices
    own: Indices
    shared: Indices
    by_tags: Indices
    by_names: Indices
    paths: Indices
    steps: Sequence[tuple[int, str]]


def lay_out(document: Document) -> Layout:
    """The layout of a page with one block or more."""
    boxes = document.containers
    first = np.array([box.first for box in boxes], dtype=np.intp)
    last = np.array([box.last for box in boxes], dtype=np.intp)
    parents = [box.parent for box in boxes]
    wider, depth = _climb(parents, (last - first).tolist())
    own = np.array([block.container for block in document.blocks], dtype=np.intp)
    tags, paths, steps = _paths(document.containers)
    by_names = paths[own]
    return Layout(
        first=first,
        last=last,
        wider=wider,
        depth=depth,
        own=own,
        shared=np.where((last - first)[own] == 1, wider[own], own),
        by_tags=tags[by_names],
        by_names=by_names,
        paths=paths,
        steps=steps,
    )


def _climb(parents: list[int], sizes: list[int]) -> tuple[Indices, Indices]:
    """The wider box of each, and its depth. Parents come before their children, so one pass does."""
    wider, depth = [0] * len(parents), [0] * len(parents)
    for box in range(1, len(parents)):
        parent = parents[box]
        wider[box] = parent if sizes[parent] > sizes[box] else wider[parent]
        depth[box] = depth[parent] + 1
    return np.array(wider, dtype=np.intp), np.array(depth, dtype=np.intp)


def _paths(boxes: Sequence[Container]) -> tuple[Indices, Indices, Sequence[tuple[int, str]]]:
    """A number for the tags of each path of tags with names; such a path's number for each box; the steps of each path."""
    tags: list[int] = []
    steps: list[tuple[int, str]] = []
    tag_paths: dict[tuple[int, str], int] = {}
    name_paths: dict[tuple[int, str, str], int] = {}
    paths: list[int] = []
    for box in boxes:
        above = paths[box.parent] if box.parent >= 0 else -1
        key = (above, box.tag, box.tokens)
        path = name_paths.get(key)
        if path is None:
            path = name_paths[key] = len(steps)
            steps.append((above, box.tokens))
            tags.append(tag_paths.setdefault((tags[above] if above >= 0 else -1, box.tag), len(tag_paths)))
        paths.append(path)
    return np.array(tags, dtype=np.intp), np.array(paths, dtype=np.intp), steps
