"""Threads of readers' comments in a text."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.front import SHORT, is_chrome, is_paragraph, is_plainly_story
from newsclean.lexicon import Lexicon, Strength
from newsclean.verdict import Hint

FAR: Final = 8  # blocks from one 'Reply' to the next: a name, a time and a comment of some paragraphs
MARKS: Final = 3  # lines that say so, the first of them included


def find_threads(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """Behind the story 'Comments', 'Reply', 'Reply' frame what readers wrote, which reads like prose and is about the story.

    Of 917 lines in such threads of texts 8 were body by the gold. The tempting wrong case is a bar of links that names the
    comments, over a story that is as short as a comment, or a prompt to comment between its paragraphs: so a paragraph has to
    stand before the first mark, none that is plainly of the story between it and the next, and over the sentences between
    two marks a name. On a page the boxes tell.
    """
    if document.is_html:
        return
    marks = [order for order in range(len(document.blocks)) if _is_mark(features, order)]
    begun = _begins(features)
    thread: list[int] = []
    for order, following in pairwise([*marks, len(document.blocks) + FAR + 1]):
        if not thread and not _may_open(features, begun, order, following):
            continue
        thread.append(order)
        if not _goes_on(features, order, following):
            if len(thread) >= MARKS:
                for inside in range(thread[0], order + 1):
                    yield Hint(inside, Category.COMMENTS, True, "thread", "it stands among lines that frame readers' comments")
            thread = []


def _is_mark(features: Features, order: int) -> bool:
    """Whether a line says nothing but that readers write here."""
    return any(cue.category is Category.COMMENTS and cue.strength >= Strength.WHOLE_BLOCK for cue in features.cues[order])


def _begins(features: Features) -> int:
    """Order behind the first paragraph under the headline; the number of blocks if there is none."""
    orders = range(features.topic.headline or 0, len(features.words))
    return next((order + 1 for order in orders if is_paragraph(features, order)), len(features.words))


def _may_open(features: Features, begun: int, order: int, following: int) -> bool:
    """Whether a thread may begin with a mark: behind the story, and with no paragraph of it right behind."""
    if order < begun:
        return False
    return not any(is_plainly_story(features, each) for each in range(order + 1, min(following, len(features.words))))


def _goes_on(features: Features, order: int, following: int) -> bool:
    """Whether what stands between two marks may be comments: not too much, and a name over the sentences."""
    between = range(order + 1, following)
    if len(between) >= FAR:
        return False
    sentences = [each for each in between if features.ends_sentence[each]]
    return not sentences or any(_may_name(features, each) for each in range(order + 1, sentences[0]))


def _may_name(features: Features, order: int) -> bool:
    """Whether a line may say who wrote a comment: short, no sentence, and no prompt of another kind."""
    return bool(features.length[order] <= SHORT) and not features.ends_sentence[order] and not is_chrome(features, order)
