"""JSON-LD, as it is really written."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

# What stands around values and between them: commas, and the CDATA and comment marks that scripts were once wrapped in.
BETWEEN: Final = re.compile(r"(?:[\s,;\ufeff]|<!(?:--|\[CDATA\[)?|(?:--|\]\])?>|//|/\*|\*/)*")
TRAILING_COMMA: Final = re.compile(r",(?=\s*[}\]])")
ESCAPE: Final = re.compile(r"""\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?""")

DEEPEST: Final = 12  # levels of @graph and lists that are opened; real pages have three


def read_json_ld(scripts: Iterable[str]) -> tuple[Mapping[str, object], ...]:
    r"""All objects of the page's JSON-LD scripts, `@graph` and lists flattened, in page order.

    Broken scripts are read as far as they go: wrappers of CDATA or comments, raw line ends in strings, trailing commas, escapes
    that JSON does not have (`\'`), quotes written as `&quot;` and several objects behind one another all occur; what is still no
    JSON is passed over.
    """
    return tuple(found for script in scripts for value in _values(script) for found in _objects(value, 0))


def _values(script: str) -> list[object]:
    """The JSON values of a script: as it is written if all of it can be read, else after the repair that gives the most."""
    text = script
    most: list[object] = []
    for repair in (str, _without_trailing_commas, _without_bad_escapes, html.unescape):
        text = repair(text)
        values, is_all = _read(text)
        if is_all:
            return values
        most = max(most, values, key=len)
    return most


def _without_trailing_commas(text: str) -> str:
    return TRAILING_COMMA.sub("", text)


def _without_bad_escapes(text: str) -> str:
    return ESCAPE.sub(lambda escape: escape.group() if escape.group(1) else "", text)


def _read(text: str) -> tuple[list[object], bool]:
    """The values that stand behind one another in a text, and whether there is nothing else in it."""
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = 0
    while (at := _after_separators(text, at)) < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values, False
        values.append(value)
    return values, True


def _after_separators(text: str, at: int) -> int:
    between = BETWEEN.match(text, at)
    return between.end() if between else at


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
