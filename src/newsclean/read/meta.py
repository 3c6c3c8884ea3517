"""What a page says of itself to machines: JSON-LD, as it is really written."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

WRAPPING: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\]\]>\*/)\s*;?\s*$")
TRAILING_COMMA: Final = re.compile(r",(\s*[}\]])")
DEEPEST: Final = 12  # levels of @graph and lists that are opened; real pages have three


def read_json_ld(scripts: Iterable[str]) -> tuple[Mapping[str, object], ...]:
    """All objects of the page's JSON-LD scripts, `@graph` and lists flattened, in page order.

    Broken scripts are read as far as they go: CDATA and comment wrappers, trailing commas, raw line ends in strings, escaped
    quotes and several objects behind one another all occur; what is still no JSON is passed over.
    """
    return tuple(found for script in scripts for value in _json_values(script) for found in _objects(value, 0))


def _json_values(script: str) -> list[object]:
    bare = WRAPPING.sub("", WRAPPING.sub("", script.strip()))
    for attempt in (bare, TRAILING_COMMA.sub(r"\1", bare), html.unescape(bare)):
        values = _values_in(attempt)
        if values:
            return values
    return []


def _values_in(text: str) -> list[object]:
    """The JSON values that stand behind one another in a text, up to the first thing that is none."""
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = 0
    while at < len(text):
        while at < len(text) and (text[at].isspace() or text[at] in ",;"):
            at += 1
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
    return values


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
