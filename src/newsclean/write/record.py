"""Dataclasses as plain dicts, lists and strings, and back.

Both ways follow the dataclasses themselves, so that a field is named in one place only. Written by hand, the two would
drift apart field by field.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from reprlib import repr as shorten
from types import UnionType
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Value = TypeVar("Value")


def write_record(value: object) -> object:
    """A value as `json.dumps` takes it: dataclasses as dicts, tuples as lists, enums and moments as strings."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, tuple):
        return [write_record(each) for each in value]
    if isinstance(value, Mapping):
        return {name: write_record(each) for name, each in value.items()}
    if is_dataclass(value):
        return {field.name: write_record(getattr(value, field.name)) for field in fields(value)}
    return value


def read_record(kind: type[Record], data: Mapping[str, object], where: str = "") -> Record:
    """The inverse of `write_record` for a dataclass; a tuple of (name, value) pairs is read from a dict.

    Keys that the dataclass does not have are passed over: files hold more than it needs, such as the name of a file.

    Args:
        kind: the dataclass to make.
        data: what was written.
        where: the place of `data` in the whole, for messages.

    Raises:
        ValueError: a key is missing or a value is of another type than the annotation; the message says where.
    """
    values = {}
    for name, hint in _hints(cast("type", kind)).items():
        place = f"{where}.{name}" if where else name
        if name not in data:
            raise ValueError(f"{place} is missing")
        values[name] = _read(hint, data[name], place)
    return kind(**values)


@cache
def _hints(kind: type) -> dict[str, object]:
    """The annotations of a class, resolved; kept, since resolving them takes longer than reading the values."""
    return get_type_hints(kind)


def _read(hint: object, data: object, where: str) -> object:
    """One value of the annotated type."""
    if get_origin(hint) is UnionType and type(None) in get_args(hint):
        return None if data is None else _read(get_args(hint)[0], data, where)
    if hint == datetime | date:
        return _read_value(_parse_moment, data, where, "a moment such as 2015-02-14T07:15:00-05:00")
    if get_origin(hint) is tuple:
        members = get_args(hint)
        return _read_many(members[0], data, where) if members[-1] is Ellipsis else _read_tuple(members, data, where)
    return _read_kind(cast("type", hint), data, where)


def _read_kind(kind: type, data: object, where: str) -> object:
    """One value of a class."""
    if is_dataclass(kind):
        return read_record(kind, _expect(Mapping, data, where, "an object"), where)
    if issubclass(kind, tuple):  # a NamedTuple
        make: Callable[..., object] = kind
        return make(*_read_tuple(tuple(_hints(kind).values()), data, where))
    if issubclass(kind, Enum):
        return _read_value(kind, data, where, f"one of {', '.join(each.value for each in kind)}")
    if kind is float:
        return float(_expect(int | float, data, where, "a number"))
    return _expect(kind, data, where, {str: "a string", int: "a whole number"}[kind])


def _read_many(member: object, data: object, where: str) -> tuple[object, ...]:
    """The members of a `tuple[X, ...]`; where X is a pair of a name and something, they stand in a dict."""
    pair = get_args(member)
    if pair[:1] == (str,) and pair[-1] is not Ellipsis:
        named = _expect(Mapping, data, where, "an object")
        return tuple((name, _read(pair[1], value, f"{where}.{name}")) for name, value in named.items())
    return tuple(_read(member, each, f"{where}[{at}]") for at, each in enumerate(_expect(list, data, where, "a list")))


def _read_tuple(members: Sequence[object], data: object, where: str) -> tuple[object, ...]:
    """The members of a tuple of a fixed length."""
    values = _expect(list, data, where, f"a list of {len(members)}")
    if len(values) != len(members):
        raise ValueError(f"{where} is {shorten(values)}, not a list of {len(members)}")
    return tuple(_read(hint, each, f"{where}[{at}]") for at, (hint, each) in enumerate(zip(members, values, strict=True)))


def _parse_moment(text: str) -> datetime | date:
    """A day, or a day and a time, in ISO 8601; a time at midnight is not the same as none."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _read_value(parse: Callable[[str], object], data: object, where: str, expected: str) -> object:
    """What `parse` makes of a string."""
    try:
        return parse(_expect(str, data, where, expected))
    except ValueError:
        raise ValueError(f"{where} is {shorten(data)}, not {expected}") from None


def _expect(kind: type[Value] | UnionType, data: object, where: str, expected: str) -> Value:
    """The value itself, if it is of the type; JSON's true is no number, although Python says so."""
    if not isinstance(data, kind) or isinstance(data, bool):
        raise ValueError(f"{where} is {shorten(data)}, not {expected}")  # noqa: TRY004 - what is wrong is the file
    return data
