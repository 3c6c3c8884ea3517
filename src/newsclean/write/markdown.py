"""An article as Markdown: CommonMark, with the tables of GitHub's."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from newsclean.category import Kind
from newsclean.schema import ArticleDict, BodyBlockDict
from newsclean.write.blocks import find_byline, find_depths, find_heading_level, group_lists, is_web_address
from newsclean.write.characters import replace_forbidden

_INLINE: Final = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w+;)|#(?=#*\s*\Z)")
_LINE_START: Final = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|[-+](?=\s|$|[-+])|=(?==*\s*$)|[-:|](?=[-:| \t]*$)|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE
)

_URL_SIGNS: Final = "/:?#[]@!$&'()*+,;=%-._~"


def write_markdown(article: ArticleDict) -> str:
    """The headline as the only heading of level 1, the other fields around it, then the story and its credits."""
    parts = [
        _emphasise("*", article["kicker"]),
        article["headline"] and f"# {escape(article['headline'])}",
        _emphasise("**", article["standfirst"]),
        escape(find_byline(article["byline"]) or ""),
        *(escape(moment["raw"]) for moment in (article["published"], article["modified"]) if moment),
        _write_image(article),
        *(_write_group(group) for group in group_lists(article["body"])),
        *(_emphasise("*", line) for line in article["credits"]),
    ]
    text = "\n\n".join(filter(None, parts))
    return f"{replace_forbidden(text)}\n" if text else ""


def escape(text: str) -> str:
    """The text such that Markdown shows it as it is: 'No. *1*' has no emphasis, '1986. A year' is no list, ':-' no table."""
    return _LINE_START.sub(_escape_line_start, _INLINE.sub(r"\\\g<0>", text))


def _escape_line_start(found: re.Match[str]) -> str:
    """A number keeps its digits and has its dot escaped; any other sign is escaped itself."""
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def _emphasise(marker: str, text: str | None) -> str | None:
    return text and f"{marker}{escape(text)}{marker}"


def _write_image(article: ArticleDict) -> str | None:
    image = article["image"]
    if image is None or not is_web_address(image["url"]):
        return None
    caption = escape(" ".join(filter(None, (image["caption"], image["credit"]))))
    return f"![{caption}](<{quote(image['url'], safe=_URL_SIGNS, errors='replace')}>)"


def _write_group(group: Sequence[BodyBlockDict]) -> str:
    """A list, or one block that is no list item."""
    if group[0]["kind"] != Kind.LIST_ITEM:
        return _write_block(group[0])
    return "\n".join(
        _indent(f"- {_indent(escape(item['text']), '  ', first='')}", "  " * (depth - 1))
        for depth, item in zip(find_depths(group), group, strict=True)
    )


def _write_block(block: BodyBlockDict) -> str:
    text = escape(block["text"])
    match block["kind"]:
        case Kind.CROSSHEAD:
            text = f"{'#' * find_heading_level(block)} {text}"
        case Kind.QUOTE:
            text = _indent(text, "> ")
        case Kind.PREFORMATTED:
            text = _fence(block["text"])
        case Kind.TABLE if block["rows"]:
            text = _write_table(block["rows"])
        case Kind.CAPTION:
            text = f"*{text}*"
        case Kind.UPDATE:
            text = f"**{text}**"
    return text


def _indent(text: str, margin: str, first: str | None = None) -> str:
    """The text with a margin before each line, another one before the first if it is given."""
    start = margin if first is None else first
    return start + text.replace("\n", f"\n{margin}")


def _fence(text: str) -> str:
    """A code block whose fence is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _write_table(rows: Sequence[Sequence[str]]) -> str:
    """The first row is the heading, since a Markdown table must have one; short rows are filled up."""
    width = max(len(row) for row in rows)
    lines = [[*(_write_cell(cell) for cell in row), *[""] * (width - len(row))] for row in rows]
    lines.insert(1, ["---"] * width)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _write_cell(cell: str) -> str:
    return "\\|".join(map(escape, " ".join(cell.split()).split("|")))
