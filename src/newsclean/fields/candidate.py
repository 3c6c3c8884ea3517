"""What a field is chosen from: values with their place, best first."""

from typing import Generic, NamedTuple, TypeVar

from newsclean.article import Provenance
from newsclean.category import Source

Value_co = TypeVar("Value_co", covariant=True)


class Candidate(NamedTuple, Generic[Value_co]):
    """One value that a field could have.

    Attributes:
        value: as the field would hold it.
        source: the kind of place it was read from.
        raw: the words it was read from.
        because: what gave it its place among the others; empty where that is no more than the order of the kinds of places.
    """

    value: Value_co
    source: Source
    raw: str
    because: str = ""

    @property
    def provenance(self) -> Provenance:
        """Where it came from, as the article says it."""
        return Provenance(self.source, self.raw)
