"""Cuts blocks in which two things are mixed: a paragraph with a prompt glued to its end.

Everything after this treats a block as one thing, so this is the only place where one is taken apart. It cuts at the end of a
sentence, where the last or the first sentence of a long block proves to be chrome.
"""

import re
from dataclasses import replace
from itertools import accumulate, chain
from typing import Final

from newsclean.category import Kind
from newsclean.document import Block, Container, Document, Span
from newsclean.lexicon import Lexicon, Strength, words_of

# One set of characters opens the pattern, which is searched for several times faster than two alternatives.
BOUNDARY: Final = re.compile(r"[.!?…。！？](?:(?<![。！？])[)\]\"”’»]*\s+(?=\S)|(?<=[。！？])[」』]?\s*(?=\S))")
NEAR: Final = 160  # code points from either end of the block in which the cut is looked for
PROMPT_WORDS: Final = 16  # a longer sentence is not a prompt that somebody glued on
PARAGRAPH_WORDS: Final = 12  # what has to be left; of two short sentences neither is the paragraph
LINKED: Final = 0.6  # share of the sentence
WHOLE: Final = frozenset({Kind.TABLE, Kind.PREFORMATTED, Kind.CAPTION})


def split(document: Document, lexicon: Lexicon) -> Document:
    """Cut mixed blocks; the others stay as they are. Spans, marks and the boxes' slices follow."""
    cuts = [_cut_at(block, lexicon) for block in document.blocks]
    if not any(cuts):
        return document
    pieces = [_cut(block, at, document.source) if at else (block,) for block, at in zip(document.blocks, cuts, strict=True)]
    start = [0, *accumulate(map(len, pieces))]
    blocks = tuple(
        piece if piece.order == order else replace(piece, order=order) for order, piece in enumerate(chain.from_iterable(pieces))
    )
    containers = tuple(
        Container(box.parent, box.tag, box.tokens, start[box.first], start[box.last]) for box in document.containers
    )
    return replace(document, blocks=blocks, containers=containers)


def _cut(block: Block, at: int, source: str) -> tuple[Block, Block]:
    """The two parts of a block."""
    first, second = block.text[:at].rstrip(), block.text[at:]
    return _part(block, 0, len(first), source), _part(block, len(block.text) - len(second), len(block.text), source)


def _cut_at(block: Block, lexicon: Lexicon) -> int | None:
    """Where the second part begins, or None. 'The bridge opens in May. READ MORE: How it was built' is cut before 'READ'."""
    text = block.text
    if len(text) < NEAR / 2 or block.kind in WHOLE:
        return None
    if not (":" in text or "：" in text or any(mark.tag == "a" for mark in block.marks)):
        return None  # nothing in it can open with a label or be a link, which is cheaper to see than where its sentences end
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
    label, colon, _ = sentence.replace("：", ":").partition(":")
    is_link = _linked(block, start, end) >= LINKED * len(sentence)
    if not (colon or is_link):
        return False
    words = words_of(sentence)
    if not 2 <= len(words) <= PROMPT_WORDS:
        return False
    if colon and lexicon.whole_cue(tuple(words_of(label))):
        return True
    return is_link and any(cue.strength >= Strength.STRONG for cue in lexicon.cues_in(words))


def _linked(block: Block, start: int, end: int) -> int:
    """How many characters of a stretch are in links."""
    return sum(
        min(mark.end, end) - max(mark.start, start)
        for mark in block.marks
        if mark.tag == "a" and mark.end > start and mark.start < end
    )


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
