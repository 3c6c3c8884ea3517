"""Cuts blocks in which two things are mixed: a paragraph with a prompt glued to its end.

Everything after this treats a block as one thing, so this is the only place where one is taken apart. It cuts at the end of a
sentence, where the last or the first sentence of a long block proves to be chrome.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from newsclean.category import Kind
from newsclean.document import Block, Document, Span
from newsclean.lexicon import Lexicon, Strength, words_of

BOUNDARY: Final = re.compile(r"[.!?…][)\]\"”’»]*\s+(?=\S)|[。！？][」』]?\s*(?=\S)")
NEAR: Final = 160  # code points from either end of the block in which the cut is looked for
PROMPT_WORDS: Final = 16  # a longer sentence is not a prompt that somebody glued on
PARAGRAPH_WORDS: Final = 12  # what has to be left; of two short sentences neither is the paragraph
LINKED: Final = 0.6  # share of the sentence


def split(document: Document, lexicon: Lexicon) -> Document:
    """Cut mixed blocks; the others stay as they are. Spans, marks and the boxes' slices follow."""
    pieces = [tuple(_cut(block, document.source, lexicon)) for block in document.blocks]
    if len(pieces) == sum(map(len, pieces)):
        return document
    start = [0, *accumulate(map(len, pieces))]
    blocks = tuple(
        replace(piece, order=start[order] + at) for order, group in enumerate(pieces) for at, piece in enumerate(group)
    )
    containers = tuple(replace(box, first=start[box.first], last=start[box.last]) for box in document.containers)
    return replace(document, blocks=blocks, containers=containers)


def _cut(block: Block, source: str, lexicon: Lexicon) -> Iterator[Block]:
    """The block, or the two parts of it."""
    at = _cut_at(block, lexicon)
    if at is None:
        yield block
        return
    first, second = block.text[:at].rstrip(), block.text[at:]
    yield _part(block, 0, len(first), source)
    yield _part(block, len(block.text) - len(second), len(block.text), source)


def _cut_at(block: Block, lexicon: Lexicon) -> int | None:
    """Where the second part begins, or None. 'The bridge opens in May. READ MORE: How it was built' is cut before 'READ'."""
    text = block.text
    if len(text) < NEAR / 2 or block.kind in (Kind.TABLE, Kind.PREFORMATTED, Kind.CAPTION):
        return None
    last = [found.end() for found in BOUNDARY.finditer(text, max(0, len(text) - NEAR))]
    if last and _is_prompt(block, last[-1], len(text), lexicon) and len(words_of(text[: last[-1]])) >= PARAGRAPH_WORDS:
        return last[-1]
    first = BOUNDARY.search(text, 0, NEAR)
    if first and _is_prompt(block, 0, first.end(), lexicon) and len(words_of(text[first.end() :])) >= PARAGRAPH_WORDS:
        return first.end()
    return None


def _is_prompt(block: Block, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence of a block is chrome: a label opens it, or it is a link and says so.

    Words alone prove nothing: 'Your donation allows us to go on' is part of the appeal that it stands in, and 'Subscribe to
    continue, the notices say' of a story about notices.
    """
    sentence = block.text[start:end]
    words = words_of(sentence)
    if not 2 <= len(words) <= PROMPT_WORDS:
        return False
    label, colon, _ = sentence.replace("：", ":").partition(":")
    if colon and any(cue.strength >= Strength.WHOLE_BLOCK for cue in lexicon.cues_in(words_of(label))):
        return True
    links = sum(
        min(mark.end, end) - max(mark.start, start)
        for mark in block.marks
        if mark.tag == "a" and mark.end > start and mark.start < end
    )
    return links >= LINKED * len(sentence) and any(cue.strength >= Strength.STRONG for cue in lexicon.cues_in(words))


def _part(block: Block, start: int, end: int, source: str) -> Block:
    """A stretch of a block as a block of its own."""
    marks = tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in block.marks
        if mark.start < end and mark.end > start
    )
    return replace(
        block,
        text=block.text[start:end],
        marks=marks,
        link_characters=min(end - start, sum(mark.end - mark.start for mark in marks if mark.tag == "a")),
        gap=block.gap if start == 0 else 0,
        span=block.span and _span_within(block.text, block.span, start, end, source),
    )


def _span_within(text: str, span: Span, start: int, end: int, source: str) -> Span:
    """The place in the source of a stretch of the folded text. Both have the same characters; only the white space differs."""
    printed = [at for at in range(span.start, span.end) if not source[at].isspace()]
    first = sum(not character.isspace() for character in text[:start])
    last = sum(not character.isspace() for character in text[:end])
    return Span(printed[first], printed[last - 1] + 1)
