"""The command `newsclean`: arguments and printing only."""

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import click
from rich.console import Console
from rich.progress import track
from rich.text import Text

import newsclean
from newsclean.article import Byline, Dateline, Image, Timestamp
from newsclean.category import Category
from newsclean.fields.candidate import Candidate
from newsclean.schema import ArticleDict
from newsclean.verdict import Hint, Kept, Removed
from newsclean.write.collection import Format, write_collection

STANDARD: Final = "-"
"""The name of standard input and of standard output."""
SUFFIXES: Final = (".html", ".htm", ".xhtml", ".txt")
"""What is taken from a folder."""
PROGRESS_FROM: Final = 5
"""So many files are worth a progress bar."""
CONTROLS: Final = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "�")
"""What a page must not send to a terminal, where it moves the cursor or worse; tabs and line ends may stand."""


def main() -> None:
    """Run the command and leave with its status; arguments that begin with no subcommand are those of `clean`."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] not in {*commands.commands, "--help", "--version"}:
        arguments.insert(0, "clean")
    _set_up_output()
    try:
        status = commands(arguments, prog_name="newsclean", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except click.Abort:  # Ctrl-C
        status = 130
    except OSError as error:
        click.echo(f"Error: cannot write: {error.strerror}", err=True)
        # What is still in the buffer cannot be written either, and Python would try once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)


def _set_up_output() -> None:
    """UTF-8 for files and pipes, the terminal's own encoding for a terminal; line ends as they are."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace", newline="")


@click.group(no_args_is_help=False, invoke_without_command=True, context_settings={"max_content_width": 100})
@click.version_option(package_name="newsclean")
@click.pass_context
def commands(context: click.Context) -> int:
    """Clean news articles: HTML pages or extracted plain text in, one typed article out.

    Without the name of a command it is `clean`; for a file that is named like a command write ./explain.

    \b
    Examples:
      newsclean story.html
      newsclean --format json pages/ > articles.jsonl
      newsclean explain story.html "Subscribe to our newsletter"
      newsclean strip --only donation,related story.txt
    """  # noqa: D301 - \b is how click is told not to wrap the lines that follow
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return 2
    return 0


@commands.command()
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How the articles are written.",
)
@click.option("-o", "--output", metavar="OUT", default=STANDARD, help="Write to this file, not to standard output.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def clean(form: str, output: str, files: Sequence[str]) -> int:
    """Write the articles of the files.

    FILE is a page, a text, a folder (its .html, .htm, .xhtml and .txt files, those of its folders too, hidden names
    left out) or - for standard input.

    Several articles make one file. text: '==> FILE <==' before each. markdown: 'File: FILE' before each, a rule
    between. json, schema-org: one object a line, always. html: one page of several <article data-file="FILE">. tei:
    one <teiCorpus> of several <TEI n="FILE">.

    The status is 1 if a file could not be read; the others are still done.

    \b
    Examples:
      newsclean clean story.html
      newsclean clean --format markdown -o story.md story.html
      newsclean clean --format json pages/ > articles.jsonl
    """  # noqa: D301 - as above
    failures: list[str] = []
    names = _find_files(files, failures)
    _refuse_overwriting(names, output)
    with _open_output(output) as out:
        watched = len(names) >= PROGRESS_FROM and sys.stderr.isatty() and not out.isatty()
        todo = track(names, "Cleaning", console=Console(stderr=True), transient=True) if watched else names
        for piece in write_collection(Format(form), _clean_each(todo, failures), several=len(names) > 1):
            out.write(piece)
    return 1 if failures else 0


@commands.command()
@click.argument("file", metavar="FILE")
@click.argument("sentence", metavar="[SENTENCE]", required=False)
def explain(file: str, sentence: str | None) -> int:
    """Show why each block of a file was kept or removed.

    For each block: its number, what became of it ('body', the role of another kept block, or the category of a removed
    one), the probability that it is part of the story, the rule that decided and why.

    Then, for each field, the values that it could have had: the first is the one it has, and with each stands where it was
    read and what gave it its place.

    With SENTENCE only the blocks that hold it, and what each rule says about them.

    \b
    Examples:
      newsclean explain story.html
      newsclean explain story.html "Subscribe to our newsletter"
    """  # noqa: D301 - as above
    seen = newsclean.explain(_read_or_end(file))
    _warn(file, seen.article.warnings)
    wanted = _fold(sentence or "")
    found = [block for block in seen.document.blocks if wanted in _fold(block.text)]
    if sentence and not found:
        raise click.ClickException(f"no block of {file} holds: {sentence}")
    with _open_output(STANDARD) as out:
        console = Console(file=out)
        for block in found:
            verdict, probability = seen.verdicts[block.order], seen.probabilities[block.order]
            hints = [hint for hint in seen.hints if sentence and hint.block == block.order]
            console.print(_draw_verdict(block.order, verdict, probability), soft_wrap=True)
            console.print(_draw_text(block.text, verdict), *map(_draw_hint, hints), "", sep="\n", soft_wrap=True)
        for name, candidates in () if sentence else seen.fields.candidates.items():
            console.print(Text(name, style="bold cyan"), *_draw_candidates(candidates), "", sep="\n", soft_wrap=True)
    return 0


def _parse_categories(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[Category, ...]:
    """The categories of `--only`; all of them where it is not given."""
    if value is None:
        return tuple(Category)
    names = [name.strip() for name in value.split(",")]
    for name in names:
        if name not in set(Category):
            raise click.BadParameter(f"{name!r} is none of {', '.join(Category)}", context, parameter)
    return tuple(Category(name) for name in names)


@commands.command()
@click.option(
    "--only",
    "categories",
    metavar="CATEGORY,...",
    callback=_parse_categories,
    help=f"Take out these alone: {', '.join(Category)}.",
)
@click.argument("file", metavar="FILE")
def strip(categories: Iterable[Category], file: str) -> int:
    """Write a file less its chrome, and keep all else.

    A text comes out as it was, byte for byte, but for the blocks taken out; a page as text, with a blank line between
    blocks. Without --only all chrome goes.

    \b
    Examples:
      newsclean strip story.txt
      newsclean strip --only donation,related story.txt
    """  # noqa: D301 - as above
    source = _read_or_end(file)
    with _open_output(STANDARD) as out:
        out.write(newsclean.strip(source, categories))
    return 0


def _find_files(arguments: Iterable[str], failures: list[str]) -> list[str]:
    """The files to read, folders walked in the order of their paths."""
    names: list[str] = []
    for argument in arguments:
        if argument != STANDARD and Path(argument).is_dir():
            inside = sorted(_walk(argument, failures), key=lambda name: Path(name).parts)
            if not inside:
                _fail(argument, f"no {', '.join(SUFFIXES)} file in this folder", failures)
            names += inside
        else:
            names.append(argument)
    return names


def _walk(folder: str, failures: list[str]) -> Iterator[str]:
    """The pages and texts below a folder; a folder that cannot be listed fails by itself."""
    for where, folders, names in os.walk(folder, onerror=lambda error: _fail_to_read(error.filename, error, failures)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.join(where, name)  # noqa: PTH118 - a Path would lose the './' that was given


def _clean_each(names: Iterable[str], failures: list[str]) -> Iterator[tuple[str, ArticleDict]]:
    """The article of each file that can be read."""
    for name in names:
        try:
            source = _read(name)
        except OSError as error:
            _fail_to_read(name, error, failures)
            continue
        article = newsclean.clean(source)
        _warn(name, article.warnings)
        yield name, article.to_dict()


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD else Path(name).read_bytes()


def _read_or_end(name: str) -> bytes:
    """The bytes of the only file there is to read."""
    try:
        return _read(name)
    except OSError as error:
        raise click.ClickException(f"{name}: {error.strerror}") from None


def _refuse_overwriting(names: Iterable[str], output: str) -> None:
    """Stop before a file is emptied that is to be read."""
    out = Path(output)
    if output == STANDARD or not out.is_file():
        return
    for name in names:
        if name != STANDARD and Path(name).exists() and out.samefile(name):
            raise click.BadParameter(f"{name} is to be read and would be overwritten", param_hint="-o")


@contextmanager
def _open_output(name: str) -> Iterator[IO[str]]:
    """A file, or standard output, which is flushed here so that a broken pipe shows while somebody listens."""
    if name == STANDARD:
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        out = Path(name).open("w", encoding="utf-8", errors="replace", newline="")  # noqa: SIM115 - closed below
    except OSError as error:
        raise click.BadParameter(f"cannot write {name}: {error.strerror}", param_hint="-o") from None
    with out:
        yield out


def _fail_to_read(name: str, error: OSError, failures: list[str]) -> None:
    _fail(name, error.strerror or str(error), failures)


def _fail(name: str, why: str, failures: list[str]) -> None:
    """Say why a file is not done, and remember that one was not."""
    failures.append(name)
    click.echo(f"Error: {name}: {why}", err=True)


def _warn(name: str, warnings: Iterable[str]) -> None:
    for warning in warnings:
        click.echo(f"Warning: {name}: {warning}", err=True)


def _fold(text: str) -> str:
    """Text as it is compared: whatever its case and its spaces."""
    return " ".join(text.split()).casefold()


def _draw_verdict(order: int, verdict: Kept | Removed, probability: float) -> Text:
    """The line above a block."""
    if isinstance(verdict, Removed):
        name, colour = verdict.category.value, "red"
    elif verdict.role:
        name, colour = verdict.role.value, "cyan"
    else:
        name, colour = "body", "green"
    return Text.assemble(
        (f"{order:4} ", "dim"),
        (f"{name:13}", f"bold {colour}"),
        f" {probability:.2f}  ",
        f"{verdict.rule}: {verdict.because}".translate(CONTROLS),
    )


def _draw_text(text: str, verdict: Kept | Removed) -> Text:
    """A block's text, less bright where it was removed."""
    return Text(f"     {text.translate(CONTROLS)}", style="dim" if isinstance(verdict, Removed) else "")


def _draw_hint(hint: Hint) -> Text:
    """What one rule says about a block."""
    strength = "certain" if hint.certain else "names"
    return Text(f"     {strength} {hint.says or 'body'}: {hint.rule}: {hint.because}".translate(CONTROLS), style="dim")


def _draw_candidates(candidates: Iterable[Candidate[object]]) -> Iterator[Text]:
    """The values that a field could have, a line each; all but the first less bright."""
    for number, each in enumerate(candidates):
        because = f"{each.source}: {each.because}" if each.because else each.source
        yield Text(f"     {_as_line(each.value)}  ({because})".translate(CONTROLS), style="dim" if number else "")


def _as_line(value: object) -> str:
    """The value of a field as a line."""
    match value:
        case Byline():
            return ", ".join((*(person.name for person in value.people), *value.organisations))
        case Timestamp():
            return value.value.isoformat()
        case Dateline():
            return value.raw
        case Image():
            return value.url
        case _:
            return " ".join(str(value).split())
