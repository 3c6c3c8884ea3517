"""The examples of README.md and docs/ do what they say, and README.md has its two commands where .ci/run looks."""

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import newsclean

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]

FENCE = re.compile(r"^```(?P<language>\S*)\n(?P<code>.*?)^```$(?:\n+```text\n(?P<output>.*?)^```$)?", re.MULTILINE | re.DOTALL)
LANGUAGES = {"python", "console", "text", "sh", "toml", "html"}
MARKED_COMMAND = re.compile(r"^<!-- command: (?P<name>\w+) -->\n```sh\n(?P<command>.+?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)(?P<target>[^)#]+)")


@dataclass(frozen=True)
class Example:
    """A fenced block, with the printed output that the page shows for it."""

    language: str
    code: str
    line: int
    output: str


def read_examples(page: Path) -> Iterator[Example]:
    """Yield the fenced blocks of a page; a `text` block right after a `python` block is what the latter prints."""
    text = page.read_text(encoding="utf-8")
    for fence in FENCE.finditer(text):
        line = text.count("\n", 0, fence.start()) + 1
        yield Example(fence["language"], fence["code"], line, fence["output"] or "")


def assert_prints(wanted: str, printed: str, where: str) -> None:
    """Compare output as doctest does, where `...` stands for anything; a page can't show a missing line end."""
    ended = printed if printed.endswith("\n") or not printed else f"{printed}\n"
    assert doctest.OutputChecker().check_output(wanted, ended, doctest.ELLIPSIS), f"{where}\nshows:\n{wanted}\nprints:\n{printed}"


def run_python(example: Example, names: dict[str, object], where: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example.code, where, "exec"), names)  # noqa: S102 - the documentation is our own
    assert_prints(example.output, printed.getvalue(), where)


def run_console(example: Example, where: str) -> None:
    """Run each `$ command` of the block in a shell; the lines below it are what it prints."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for step in re.split(r"^\$ ", example.code, flags=re.MULTILINE)[1:]:
        command, _, wanted = step.partition("\n")
        done = subprocess.run(  # noqa: S602 - as above, and examples use pipes
            command,
            shell=True,
            check=False,
            capture_output=True,
            encoding="utf-8",
            env=environment,
        )
        assert done.returncode == 0, f"{where}: {command}\n{done.stderr}"
        assert_prints(wanted, done.stdout, f"{where}: {command}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_print_what_the_page_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "example"}
    for example in read_examples(page):
        where = f"{page.relative_to(ROOT)}, line {example.line}"
        assert example.language in LANGUAGES, where
        if example.language == "python":
            run_python(example, names, where)
        elif example.language == "console":
            run_console(example, where)


def test_the_reference_has_every_public_name() -> None:
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert [name for name in newsclean.__all__ if not re.search(rf"newsclean\.(\w+\.)?{name}\b", reference)] == []


def test_the_glossary_has_every_category() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert [each.value for each in newsclean.Category if f"| {each.value} |" not in glossary] == []


def test_every_page_with_examples_is_among_the_pages() -> None:
    with_examples = {page.name for page in PAGES for each in read_examples(page) if each.language == "python"}
    assert {"README.md", "tutorial.md", "how-to.md"} <= with_examples


def test_a_wrong_output_is_noticed() -> None:
    with pytest.raises(AssertionError, match="somewhere"):
        run_python(Example("python", "print(1)", line=1, output="2\n"), {}, "somewhere")


def test_readme_has_its_two_commands() -> None:
    commands = {found["name"]: found["command"] for found in MARKED_COMMAND.finditer(README.read_text(encoding="utf-8"))}
    assert list(commands) == ["try", "test"]
    assert commands["try"].rstrip().endswith("newsclean seeds")
    assert commands["test"].rstrip().endswith("pytest")


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")), ids=lambda page: page.name)
def test_links_of_the_pages_outside_docs_lead_somewhere(page: Path) -> None:
    targets = [found["target"] for found in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []
