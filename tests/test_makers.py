"""Values made quickly are the same as those made by their class."""

import copy
from dataclasses import FrozenInstanceError

import pytest

from newsclean.category import Kind
from newsclean.document import Block, Container, Mark
from newsclean.makers import quick_maker

MARK = (3, 6, "a", "/ada", "author", "name", "", "byline")
VALUES = [
    (Mark, MARK),
    (Mark, (0, 1, "b")),
    (Block, (2, "One", "p", Kind.CROSSHEAD, 4, 2, (("a", "b"),), (Mark(*MARK),), 3, True, 0, None)),
    (Block, (2, "One", "p", Kind.PARAGRAPH)),
    (Container, (0, "div", "story", 1, 3)),
]


@pytest.mark.parametrize(("public", "values"), VALUES)
def test_a_value_made_quickly_is_one_of_its_class(public: type, values: tuple[object, ...]) -> None:
    quick, usual = quick_maker(public)(*values), public(*values)
    assert type(quick) is public
    assert (quick, hash(quick), repr(quick)) == (usual, hash(usual), repr(usual))
    assert copy.copy(quick) == usual


@pytest.mark.parametrize(("public", "values"), VALUES)
def test_a_value_made_quickly_is_frozen(public: type, values: tuple[object, ...]) -> None:
    quick = quick_maker(public)(*values)
    with pytest.raises(FrozenInstanceError):
        setattr(quick, public.__match_args__[0], 7)  # type: ignore[attr-defined]
