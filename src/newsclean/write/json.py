"""An object as one line of JSON."""

import json
import re
from collections.abc import Mapping
from typing import Final

_FRAGILE: Final = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


def write_json(data: Mapping[str, object]) -> str:
    """JSON on one line, readable in every language, without a line end.

    Two kinds of characters are written as escapes. Lone surrogates could not be encoded as UTF-8 later, where nobody
    expects it. And NEL, LS and PS end a line for `str.splitlines` and some other readers of JSON lines.
    """
    return _FRAGILE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(data, ensure_ascii=False))
