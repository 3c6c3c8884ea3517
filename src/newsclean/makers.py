"""Frozen values, made quickly."""

from collections.abc import Callable
from dataclasses import field, fields, make_dataclass
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


def quick_maker(public: Callable[P, T]) -> Callable[P, T]:
    """What makes the same values as a frozen, slotted dataclass does, in a quarter of the time.

    The dataclass has to go round its own lock, with a call for each field. Here the fields are set on an object of a class that
    has the same slots and is not frozen, and the object then becomes one of the public class. A page has eight hundred of them.
    """

    def __post_init__(draft: object) -> None:  # noqa: N807  # the name that dataclasses look for
        draft.__class__ = public  # type: ignore[assignment]

    columns = [(each.name, each.type, field(default=each.default)) for each in fields(public)]  # type: ignore[arg-type]
    draft = make_dataclass("Draft", columns, slots=True, namespace={"__post_init__": __post_init__})
    return cast("Callable[P, T]", draft)
