"""The checks of the project, one session each: `nox -s lint types layers tests docs`."""

import nox

nox.needs_version = ">=2026.10.20"
nox.options.sessions = ["lint", "types", "layers", "tests", "docs"]


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
def docs(session: nox.Session) -> None:
    """The documentation, every warning an error."""
    session.install(".[docs]")
    session.run("mkdocs", "build", "--strict")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """The floors, on the pages that NEWSCLEAN_DATA names."""
    session.install(".[bench]")
    session.run("python", "benchmarks/floors.py", *session.posargs)
