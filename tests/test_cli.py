"""The command, mostly run as a process, as its users do."""

import io
import json
import os
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import newsclean
from newsclean import cli
from newsclean.category import Category

SEEDS: Final = Path(__file__).parents[1] / "seeds"
STORY: Final = next(SEEDS.glob("004_*.txt"))
COMMAND: Final = [sys.executable, "-m", "newsclean"]
LOCALE: Final = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
BARE: Final = {**os.environ, **LOCALE, "PYTHONUNBUFFERED": ""}
"""An environment in which nothing is UTF-8 but by what the command decides, and output waits in a buffer as it does."""


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, check=False, cwd=cwd, env=BARE)


class Outcome(NamedTuple):
    """What the command left when it was called inside this process, which is quicker."""

    status: object
    out: str
    err: str


Caller = Callable[..., Outcome]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Calls the command inside this process."""
    monkeypatch.setenv("COLUMNS", "200")

    def call_with(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["newsclean", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return Outcome(ended.value.code, *capsys.readouterr())

    return call_with


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages and texts in a folder, with much that is to be left out."""
    story = "<html><body><article><h1>{}</h1>" + "<p>The ferry sailed, the harbour master said.</p>" * 3
    names = ("b.html", "a/z.HTM", "a-b/y.txt", "a/k.xhtml", "c.pdf", ".hidden.html", ".git/x.html", "a/.cache/w.txt")
    for name in names:
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(story.format(name), "utf-8")
    return tmp_path / "pages"


# --- whole runs ---


def test_bad_inputs_are_told_and_the_others_done(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (tmp_path / "half.txt").write_bytes(STORY.read_text("utf-8").encode("utf-16")[:4001])
    (tmp_path / "line.txt").write_bytes(b"the ferry sailed at noon. " * 800_000)
    names = ["missing.html", "void", "empty.txt", "picture.html", "half.txt", "line.txt", str(STORY)]
    ended = run("--format", "json", *names, cwd=tmp_path)
    articles = {line["file"]: line for line in map(json.loads, ended.stdout.decode().splitlines())}
    complaints = ended.stderr.decode().splitlines()
    assert ended.returncode == 1
    assert list(articles) == names[2:]
    assert [line for line in complaints if line.startswith("Error")] == [
        "Error: void: no .html, .htm, .xhtml, .txt file in this folder",
        "Error: missing.html: No such file or directory",
    ]
    for name in ("empty.txt", "picture.html"):
        assert articles[name]["body"] == []
        assert articles[name]["warnings"]
    assert "Ayatollah Ali Khamenei" in articles["half.txt"]["text"]
    assert articles["half.txt"]["warnings"]
    assert articles[str(STORY)]["headline"].startswith("Iran's Supreme Leader exchanges")
    told = [f"Warning: {name}: {line}" for name in articles for line in articles[name]["warnings"]]
    assert [line for line in complaints if line.startswith("Warning")] == told


@pytest.mark.parametrize("output", ["-", "story.txt"])
def test_standard_input_is_read_and_written_as_utf_8(tmp_path: Path, output: str) -> None:
    ended = run("-", "-o", output, stdin=STORY.read_bytes(), cwd=tmp_path)
    written = ended.stdout if output == "-" else (tmp_path / output).read_bytes()
    article = newsclean.clean(STORY.read_bytes())
    assert ended.returncode == 0
    assert written.decode() == f"{article.headline}\n\n{article.text}\n"
    assert "’" in article.text


def test_a_broken_pipe_is_quiet() -> None:
    with subprocess.Popen([*COMMAND, SEEDS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BARE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([*COMMAND, STORY], stdout=full, stderr=subprocess.PIPE, check=False, env=BARE)
    assert ended.returncode == 1
    assert ended.stderr.decode() == "Error: cannot write: No space left on device\n"


@pytest.fixture
def heeds_interrupts() -> Iterator[None]:
    """A job in the background ignores interrupts, and so does what it starts."""
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, ours)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an interrupt cannot be sent to one process")
@pytest.mark.usefixtures("heeds_interrupts")
def test_an_interrupt_ends_with_130() -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, "missing.html", "-"], stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stderr is not None
        process.stderr.readline()  # it has said that the first is missing, and waits for standard input
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read().strip() == b""


@pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals elsewhere")
@pytest.mark.parametrize("count", [cli.PROGRESS_FROM, cli.PROGRESS_FROM - 2])
def test_progress_of_many_files_is_shown_on_a_terminal(tmp_path: Path, count: int) -> None:
    for at in range(count - 1):
        (tmp_path / f"{at}.txt").touch()
    ours, theirs = os.openpty()
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen([*COMMAND, tmp_path, "missing.html"], stdout=out, stderr=theirs)
    os.close(theirs)
    shown = b"".join(read_terminal(ours)).decode()
    os.close(ours)
    assert process.wait(30) == 1
    assert ("Cleaning" in shown, "100%" in shown) == (count == cli.PROGRESS_FROM,) * 2
    assert "Error: missing.html: No such file or directory\r\n" in shown
    assert (tmp_path / "out").read_bytes().count(b"==>") == count - 1


def test_progress_is_shown_on_a_terminal_only(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for at in range(cli.PROGRESS_FROM):
        (tmp_path / f"{at}.txt").touch()
    assert all(line.startswith("Warning: ") for line in call(tmp_path).err.splitlines())


def read_terminal(descriptor: int) -> Iterator[bytes]:
    """What is written to a terminal until nobody has it open."""
    with suppress(OSError):  # how Linux says that it is closed
        while data := os.read(descriptor, 4096):
            yield data


# --- arguments ---


def test_without_arguments_it_shows_its_help(call: Caller) -> None:
    ended = call()
    assert ended.status == 2
    assert ended.out == ""
    assert "newsclean story.html" in ended.err


def test_it_tells_the_version_that_is_installed(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    metadata = tmp_path / "newsclean-9.8.7.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text("Metadata-Version: 2.4\nName: newsclean\nVersion: 9.8.7\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert call("--version") == Outcome(0, "newsclean, version 9.8.7\n", "")


@pytest.mark.parametrize("command", [[], ["clean"], ["explain"], ["strip"]])
def test_each_help_has_examples(call: Caller, command: list[str]) -> None:
    ended = call(*command, "--help")
    assert ended.status == 0
    assert "  Examples:\n    newsclean " + " ".join(command) in ended.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["clean"], "Missing argument 'FILE...'"),
        (["--format", "pdf", "x.html"], "'pdf' is not one of 'text', 'markdown'"),
        (["--colour", "x.html"], "--colour"),
        (["strip"], "Missing argument 'FILE'"),
        (["strip", "--only", "donation,weather", "x.html"], "'weather' is none of navigation, consent"),
        (["strip", "--only", "", "x.html"], "'' is none of navigation, consent"),
        (["explain"], "Missing argument 'FILE'"),
        (["-o", "no/such/folder", str(STORY)], "Invalid value for -o: cannot write no/such/folder: No such file"),
    ],
)
def test_wrong_usage_ends_with_2(call: Caller, arguments: list[str], message: str) -> None:
    ended = call(*arguments)
    assert ended.status == 2
    assert message in ended.err
    assert ended.out == ""


def test_clean_is_the_command_where_none_is_named(call: Caller) -> None:
    ended = call("--format", "markdown", STORY)
    assert ended.out == call("clean", "--format", "markdown", STORY).out
    assert ended.out == newsclean.clean(STORY.read_bytes()).to_markdown()


@pytest.mark.parametrize("arguments", [["./strip"], ["--", "strip"], ["clean", "strip"]])
def test_a_file_may_be_named_like_a_command(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    (tmp_path / "strip").write_bytes(STORY.read_bytes())
    monkeypatch.chdir(tmp_path)
    ended = call(*arguments)
    assert ended.status == 0
    assert ended.out.startswith("Iran's Supreme Leader exchanges")
    assert call("strip").status == 2


# --- files and folders ---


def files_of(ended: Outcome) -> list[str]:
    return [json.loads(line)["file"] for line in ended.out.splitlines()]


def test_folders_are_walked_in_order_and_hidden_names_left_out(
    call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    expected = ["a/k.xhtml", "a/z.HTM", "a-b/y.txt", "b.html"]
    for given in ("pages", "./pages"):
        ended = call("--format", "json", given)
        assert ended.status == 0
        assert files_of(ended) == [f"{given}/{name}" for name in expected]


def test_a_file_is_read_whatever_its_name(call: Caller, folder: Path) -> None:
    names = [str(folder / name) for name in (".hidden.html", "c.pdf", "b.html")]
    assert files_of(call("--format", "json", *names)) == names


def test_a_folder_that_cannot_be_listed_fails_by_itself(call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list_folder = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ended = call("--format", "json", folder)
    assert ended.status == 1
    assert files_of(ended) == [str(folder / "a-b/y.txt"), str(folder / "b.html")]
    assert ended.err.splitlines()[0] == f"Error: {folder / 'a'}: Permission denied"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name has to be text")
def test_a_name_that_is_no_text_can_be_written(call: Caller, tmp_path: Path) -> None:
    name = tmp_path / os.fsdecode(b"caf\xe9.txt")
    name.write_bytes(STORY.read_bytes())
    assert files_of(call("--format", "json", name)) == [str(name)]
    assert call(name, name).out.startswith(f"==> {tmp_path}/caf?.txt <==\nIran")


def test_an_empty_article_is_no_failure(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ended = call(tmp_path / "empty.txt")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err.startswith(f"Warning: {tmp_path / 'empty.txt'}: ")


# --- output ---


def test_several_texts_have_their_names_above(call: Caller) -> None:
    ended = call(SEEDS)
    names = sorted(map(str, SEEDS.glob("*.txt")))
    assert [line for line in ended.out.splitlines() if line.startswith("==>")] == [f"==> {name} <==" for name in names]


def test_tei_of_a_folder_is_one_corpus(call: Caller) -> None:
    root = ET.fromstring(call("--format", "tei", SEEDS).out)  # noqa: S314 - it is our own
    assert [child.get("n") for child in root][1:] == sorted(map(str, SEEDS.glob("*.txt")))


def test_output_goes_to_a_file_as_utf_8(call: Caller, tmp_path: Path) -> None:
    out = tmp_path / "story.html"
    out.write_text("what stood there before")
    ended = call("--format", "html", "-o", out, STORY)
    assert (ended.status, ended.out) == (0, "")
    assert out.read_bytes() == newsclean.clean(STORY.read_bytes()).to_html().encode()


def test_an_input_is_not_overwritten(call: Caller, folder: Path) -> None:
    out = folder / "b.html"
    before = out.read_bytes()
    for inputs in ([folder], ["-", folder / "missing.html", folder / "a" / ".." / "b.html"]):
        ended = call("-o", out, *inputs)
        assert ended.status == 2
        assert "is to be read and would be overwritten" in ended.err
        assert out.read_bytes() == before


def test_it_writes_to_whatever_standard_output_is(call: Caller) -> None:
    with redirect_stdout(io.StringIO()) as out:
        ended = call(STORY)
    assert (ended.status, ended.out) == (0, "")
    assert out.getvalue() == call(STORY).out


# --- strip ---


def test_strip_takes_out_the_named_categories_alone(call: Caller) -> None:
    ended = call("strip", "--only", "donation, registration", STORY)
    assert ended.status == 0
    assert ended.out == newsclean.strip(STORY.read_bytes(), {Category.DONATION, Category.REGISTRATION})
    assert "Your donation allows us" not in ended.out
    assert "Stay up to date with notifications" in ended.out


def test_strip_takes_out_all_chrome_by_default(call: Caller) -> None:
    ended = call("strip", STORY)
    assert ended.out == newsclean.strip_chrome(STORY.read_bytes())
    assert "Stay up to date with notifications" not in ended.out


@pytest.mark.parametrize("command", ["strip", "explain"])
def test_a_missing_file_ends_with_1(call: Caller, command: str) -> None:
    ended = call(command, "missing.html")
    assert (ended.status, ended.err) == (1, "Error: missing.html: No such file or directory\n")
    assert call(command, SEEDS).err == f"Error: {SEEDS}: Is a directory\n"


# --- explain ---

PAGE_WITH_LOSERS: Final = f"""<html><head><meta property="og:title" content="Ferry waits">
<meta name="author" content="Harbour Gazette"><script type="application/ld+json">{{"@type": "NewsArticle",
"author": {{"name": "Suvi Tamm"}}, "datePublished": "2015-02-16T08:00:00Z", "publisher": {{"name": "Harbour Gazette"}}}}</script>
</head><body><article><h1>Ferry waits for the ice</h1><p>By Suvi Tamm</p><p>Published 13 February 2015</p>
{
    "".join(
        f"<p>The ferry to the {name} islands will not run before the ice is gone, said the harbour office.</p>"
        for name in ("outer", "northern", "smaller")
    )
}</article></body></html>"""


def test_explain_tells_of_each_block(call: Caller) -> None:
    seen = newsclean.explain(STORY.read_bytes())
    entries = call("explain", STORY).out.rstrip("\n").split("\n\n")[: len(seen.document.blocks)]
    for entry, block, verdict, probability in zip(entries, seen.document.blocks, seen.verdicts, seen.probabilities, strict=True):
        name = verdict.category if isinstance(verdict, newsclean.Removed) else verdict.role or "body"
        head, text = entry.splitlines()
        assert head.split(None, 3)[:3] == [str(block.order), name, f"{probability:.2f}"]
        assert head.endswith(f"  {verdict.rule}: {verdict.because}")
        assert text == f"     {block.text}"


def test_explain_tells_what_each_field_could_have_been_and_why(call: Caller, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE_WITH_LOSERS, "utf-8")
    fields = call("explain", page).out.rstrip("\n").split("\n\n")[len(newsclean.explain(PAGE_WITH_LOSERS).document.blocks) :]
    shown = {name: values for name, *values in (entry.splitlines() for entry in fields)}
    assert shown["headline"] == [
        "     Ferry waits for the ice  (html: it is printed as the headline)",
        "     Ferry waits  (open_graph: metadata counts only where no headline is printed)",
    ]
    assert shown["byline"] == [
        "     Suvi Tamm  (json_ld: 3 places agree)",
        "     Suvi Tamm  (html: 3 places agree)",
        "     Suvi Tamm  (html: 3 places agree)",
        "     Harbour Gazette  (meta: it is the name of the site)",
    ]
    assert shown["published"] == [
        "     2015-02-13  (html: a printed day before the stated one, which is printed nowhere)",
        "     2015-02-16T08:00:00+00:00  (json_ld: the metadata states it)",
    ]
    assert shown["publisher"] == ["     Harbour Gazette  (json_ld)"]


def test_explain_shows_the_blocks_that_hold_a_sentence(call: Caller) -> None:
    seen = newsclean.explain(STORY.read_bytes())
    (block,) = (block for block in seen.document.blocks if "Your donation allows us" in block.text)
    said = [hint for hint in seen.hints if hint.block == block.order]
    (entry,) = call("explain", STORY, "your  DONATION allows us").out.rstrip("\n").split("\n\n")
    _head, text, *hints = entry.splitlines()
    assert text.strip() == block.text
    assert said
    assert hints == [
        f"     {'certain' if hint.certain else 'names'} {hint.says or 'body'}: {hint.rule}: {hint.because}" for hint in said
    ]


def test_explain_tells_that_no_block_holds_a_sentence(call: Caller) -> None:
    ended = call("explain", STORY, "the moon")
    assert (ended.status, ended.err) == (1, f"Error: no block of {STORY} holds: the moon\n")


def test_explain_has_colours_on_a_terminal(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    out = call("explain", STORY).out
    for name, colour in (("donation", 31), ("headline", 36), ("body", 32)):
        assert f"\x1b[1;{colour}m{name}" in out


def test_explain_sends_no_control_characters_of_the_page(call: Caller, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Red \x9b31m and \x7f a bell</p><p>[b]not markup[/b]</p>", "utf-8")
    ended = call("explain", page)
    assert "Red \ufffd31m and \ufffd a bell" in ended.out
    assert "[b]not markup[/b]" in ended.out


def test_explain_passes_warnings_on(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ended = call("explain", tmp_path / "empty.txt")
    (warning,) = newsclean.clean(b"").warnings
    assert (ended.status, ended.out, ended.err) == (0, "", f"Warning: {tmp_path / 'empty.txt'}: {warning}\n")
