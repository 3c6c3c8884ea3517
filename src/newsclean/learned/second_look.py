"""What the model of texts sees of each line when it looks once more: its own first answers, and the story that they make.

A line may read like prose and be foreign to the story all the same, and which lines are the story is known only after a first
answer. Pages do without: there it took on some sets what it gave on others (decisions 0009 and 0018).
"""

from typing import Final

import numpy as np

from newsclean.features import Column, Features
from newsclean.learned.block_inputs import Columns, lines_since, means_around, sums, with_neighbours
from newsclean.learned.lexical_cohesion import measure_lexical_cohesion

STORY: Final = 0.5
NEIGHBOURS: Final = {"chance": (-3, -2, -1, 1, 2, 3), "story_lexical_afar": (-1, 1)}
WINDOWS: Final = (1, 2, 5, 12)  # lines to each side


def measure_second_look(features: Features, chances: Column) -> Columns:
    """The columns, by name.

    Args:
        features: those of a text with one line or more.
        chances: p(story) of each line by the first answer, 0 to 1.
    """
    is_story = chances > STORY
    words = sums(features.length * is_story)
    whole = max(1.0, float(words[-1]))
    lexical = measure_lexical_cohesion(features.topic.stems, is_story)
    columns = {
        "chance": chances,
        "story_words": np.full(len(chances), words[-1]),
        "story_before": words[:-1] / whole,
        "story_after": 1 - words[1:] / whole,
        "since_story": lines_since(is_story[None])[0],
        "until_story": lines_since(is_story[None, ::-1])[0, ::-1],
    } | {f"story_{name}": column for name, column in lexical.items()}
    return with_neighbours(columns, NEIGHBOURS) | means_around({"chance": chances}, WINDOWS)
