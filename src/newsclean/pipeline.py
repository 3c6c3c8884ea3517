"""The way through the house, on one screen."""

from dataclasses import dataclass

from newsclean import lexicon, second_opinion
from newsclean.article import Article
from newsclean.assemble import assemble
from newsclean.decide import choose, decide
from newsclean.document import Document
from newsclean.features import measure
from newsclean.fields import Fields, find_fields
from newsclean.fields.reading import Reading
from newsclean.learned.confidence import find_confidence
from newsclean.learned.score import score
from newsclean.live import tell_updates
from newsclean.options import Options
from newsclean.read.decode import Decoded, decode
from newsclean.read.html import read_html
from newsclean.read.sniff import looks_like_html
from newsclean.read.text import read_text
from newsclean.rules import find_hints
from newsclean.second_opinion import doubt
from newsclean.split import split
from newsclean.verdict import Hint, Kept, Removed


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with everything that led to it.

    Attributes:
        article: the result.
        document: the input as blocks.
        verdicts: one a block of the document, in order.
        hints: what the rules said, in the order they were asked.
        probabilities: p(story) of each block, 0 to 1.
        fields: the candidates of each field, best first; the losers are the rest.
    """

    article: Article
    document: Document
    verdicts: tuple[Kept | Removed, ...]
    hints: tuple[Hint, ...]
    probabilities: tuple[float, ...]
    fields: Fields


def clean(source: str | bytes, url: str | None = None, options: Options | None = None) -> Article:
    """Read one article out of a page or a text.

    Args:
        source: HTML or plain text, as str or bytes; which of the two is told by looking.
        url: the address of the page, if known.
        options: settings; None for the defaults.

    Returns:
        The article. Bad input gives an empty one, with the reason in `warnings`.

    Raises:
        TypeError: source is neither str nor bytes.
    """
    return explain(source, url, options).article


def clean_html(html: str | bytes, url: str | None = None, options: Options | None = None) -> Article:
    """As `clean`, for an input that is known to be HTML, such as a fragment that does not look like a page."""
    decoded = _decoded(html)
    return _explain(read_html(decoded.text, decoded.warnings, decoded.utf8), url, options).article


def clean_text(text: str | bytes, url: str | None = None, options: Options | None = None) -> Article:
    """As `clean`, for an input that is known to be plain text, such as a text about HTML that is full of tags."""
    decoded = _decoded(text)
    return _explain(read_text(decoded.text, decoded.warnings), url, options).article


def explain(source: str | bytes, url: str | None = None, options: Options | None = None) -> Explanation:
    """As `clean`, with the verdict on each block and all that led to it."""
    decoded = _decoded(source)
    if looks_like_html(decoded.text):
        return _explain(read_html(decoded.text, decoded.warnings, decoded.utf8), url, options)
    return _explain(read_text(decoded.text, decoded.warnings), url, options)


def _decoded(source: str | bytes) -> Decoded:
    if not isinstance(source, str | bytes):
        raise TypeError(f"source has to be str or bytes, not {type(source).__name__}; read the file first")
    return decode(source)


def _explain(page: Document, url: str | None, options: Options | None) -> Explanation:
    words, options = lexicon.load(), options or Options()
    document = split(page, words)
    features = measure(document, words)
    hints = find_hints(document, features, words)
    first = score(document, features, hints)
    chances = choose(document, first.chances, doubt(document, first.alone), hints, second_opinion.ask)
    verdicts = decide(document, chances, hints, first.reasons)
    document, verdicts = tell_updates(document, verdicts, chances, features.is_date)
    fields = find_fields(Reading(document, verdicts, features.words, words, features.bylines, options.now, url))
    sure = fields.without_unsure(options.least_confidence)
    article = assemble(document, verdicts, sure, find_confidence(document, verdicts, first.chances), url)
    return Explanation(article, document, verdicts, hints, tuple(chances.tolist()), fields)
