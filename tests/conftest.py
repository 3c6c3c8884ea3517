"""Settings that hold for all tests."""

import os

import pytest
from hypothesis import settings

from newsclean import rules

# No deadline: on a busy machine an example takes as long as it takes, and a test that fails for that says nothing. Where CI is
# set, the examples are the same each time, so that chance lets no change in or out; elsewhere each run looks for new ones.
settings.register_profile("newsclean", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("newsclean")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--without-rule NAME`: run without one of the rules. A rule whose absence leaves all tests green is not tested."""
    parser.addoption("--without-rule", metavar="NAME", help="run without the rule of this name, such as find_repeats")


def pytest_configure(config: pytest.Config) -> None:
    """Take the rule out for the whole run."""
    name: str | None = config.getoption("--without-rule")
    if name is None:
        return
    rest = tuple(rule for rule in rules.RULES if rule.__name__ != name)
    if len(rest) == len(rules.RULES):
        raise pytest.UsageError(f"no rule is named {name}; there are {', '.join(rule.__name__ for rule in rest)}")
    patch = pytest.MonkeyPatch()
    patch.setattr(rules, "RULES", rest)
    config.add_cleanup(patch.undo)
