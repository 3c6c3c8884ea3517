"""Parts of the answer: an input less some of its chrome, or one field alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsclean.article import Byline, Timestamp
from newsclean.category import Category
from newsclean.document import Span
from newsclean.options import Options
from newsclean.pipeline import Explanation, clean, explain
from newsclean.read.text import LINE_END
from newsclean.verdict import Removed

EVERY_CATEGORY: Final = frozenset(Category)


def strip(source: str | bytes, categories: Iterable[Category]) -> str:
    """The input less the blocks that were removed with one of the categories.

    All other blocks stay, menus and captions included. Of a text they stay byte for byte, and the gap that a removed run leaves
    is folded to the wider of its two ends; HTML comes back as text with a blank line between blocks.

    Args:
        source: HTML or plain text, as str or bytes.
        categories: what is to go.

    Raises:
        TypeError: source is neither str nor bytes.
    """
    seen = explain(source)
    going = frozenset(categories)
    stays = [not (isinstance(verdict, Removed) and verdict.category in going) for verdict in seen.verdicts]
    if seen.document.is_html:
        return "\n\n".join(block.text for block, kept in zip(seen.document.blocks, stays, strict=True) if kept)
    return _cut(seen, stays)


def strip_chrome(source: str | bytes) -> str:
    """The input less all that is not the article."""
    return strip(source, EVERY_CATEGORY)


def strip_donation_banners(source: str | bytes) -> str:
    """The input less appeals for money."""
    return strip(source, {Category.DONATION})


def strip_related_stories(source: str | bytes) -> str:
    """The input less teasers of other stories and 'read more' lines."""
    return strip(source, {Category.RELATED})


def pull_headline(source: str | bytes, url: str | None = None, options: Options | None = None) -> str | None:
    """The headline alone."""
    return clean(source, url, options).headline


def pull_byline(source: str | bytes, url: str | None = None, options: Options | None = None) -> Byline | None:
    """The byline alone."""
    return clean(source, url, options).byline


def pull_date(source: str | bytes, url: str | None = None, options: Options | None = None) -> Timestamp | None:
    """The time of publication alone."""
    return clean(source, url, options).published


def _cut(seen: Explanation, stays: Sequence[bool]) -> str:
    """The source less the spans of the blocks that go."""
    text = seen.document.source
    spans = [block.span for block in seen.document.blocks if block.span is not None]
    if all(stays):
        return text
    return "".join(_pieces(text, spans, stays))


def _pieces(text: str, spans: Sequence[Span], stays: Sequence[bool]) -> Iterator[str]:
    """The blocks that stay, each after its gap; around a removed run the wider of its two ends, none at the text's ends."""
    read_to, gaps, cut = 0, list[str](), False
    begun = False
    for span, kept in zip(spans, stays, strict=True):
        gaps.append(text[read_to : span.start])
        read_to = span.end
        if not kept:
            cut = True
            continue
        if begun or not cut:
            yield max((gaps[0], gaps[-1]), key=_line_ends)
        yield text[span.start : span.end]
        gaps, cut, begun = [], False, True
    if begun and not cut:
        yield text[read_to:]


def _line_ends(gap: str) -> int:
    return len(LINE_END.findall(gap))
