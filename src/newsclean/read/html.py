"""HTML to a Document, in one pass. The only module that knows the parser.

No tree is built: the parser tells of elements and text as it comes by them, which costs little more than parsing alone.

What is no block: comments, `script`, `style`, `template`, `svg`, `iframe` and their like, and `noscript`, whose text readers with
a modern browser never see and which repeats lazy images. All other text becomes a block, hidden text too (it is marked): some
pages hide the story until a script shows it.
"""

from typing import cast

from lxml import etree

from newsclean.document import Document
from newsclean.read.page import PageReader


def read_html(text: str, warnings: tuple[str, ...] = (), utf8: bytes | None = None) -> Document:
    """Read a page. Broken markup is read as browsers read it; an input without any element gives a document without blocks.

    Args:
        text: the page, decoded.
        warnings: what was not clean about it.
        utf8: the same text in UTF-8, which is what the parser wants; None if it has still to be encoded.
    """
    # By the HTML standard a NUL in the text is left out, and `</br>` breaks the line; not all versions of libxml2 do so.
    source = (text.encode("utf-8") if utf8 is None else utf8).replace(b"\0", b"").replace(b"</br>", b"<br>")
    page = PageReader()
    etree.fromstring(source, etree.HTMLParser(encoding="utf-8", huge_tree=True, target=cast("etree.ParserTarget", page)))
    blocks, containers, meta = page.read()
    return Document(blocks, containers, meta, is_html=True, source=text, warnings=warnings)
