"""The checks of the project, one session each: `nox -s lint types layers tests docs`."""

import os

import nox

nox.needs_version = ">=2026.10.20"
nox.options.sessions = ["lint", "types", "layers", "tests", "docs"]

TESTS_FAILED = 1  # what pytest exits with


@nox.session
def lint(session: nox.Session) -> None:
    """Style and likely mistakes."""
    session.install("ruff>=0.17")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types of the library, the tests and the benchmarks."""
    session.install(".[dev]")
    session.run("mypy")


@nox.session
def layers(session: nox.Session) -> None:
    """Which module may import which."""
    session.install(".", "import-linter>=2.16")
    session.run("lint-imports")


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Tests, the examples of the documentation among them, with coverage of branches."""
    session.install(".[test]")
    session.run("pytest", "--cov", "--cov-report=term", *session.posargs)


@nox.session
def rules(session: nox.Session) -> None:
    """The tests without each rule in turn: a run that stays green shows a rule that nothing tests."""
    session.install(".[test]")
    listing = "from newsclean.rules import RULES; print(*(rule.__name__ for rule in RULES))"
    names = session.run("python", "-c", listing, silent=True)
    files = ("tests/test_rules.py", "tests/test_golden.py", "tests/test_properties.py")
    session.run("pytest", "-x", "-q", *files)  # green with all of them, or red would mean nothing
    for name in str(names).split():
        session.run("pytest", "--without-rule", name, "-x", "-q", *files, success_codes=[TESTS_FAILED])


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, every warning an error."""
    session.install(".[docs]")
    session.run("mkdocs", "build", "--strict")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """The floors, on the pages that NEWSCLEAN_DATA names."""
    session.install(".[bench]")
    session.run("python", "benchmarks/floors.py", *session.posargs)


@nox.session
def train(session: nox.Session) -> None:
    """The weights of the model, from the sets in the folder that NEWSCLEAN_DATA names."""
    session.install(".[train]")
    paths = os.pathsep.join(("benchmarks", "tests"))
    one_core = {"OMP_NUM_THREADS": "1", "PYTHONPATH": paths}  # sums of several threads differ in the last digit
    session.run("python", "training/train.py", os.environ["NEWSCLEAN_DATA"], env=one_core)
    session.run("python", "training/field_confidence.py", os.environ["NEWSCLEAN_DATA"], env=one_core)
