"""What a caller can set."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one call.

    Attributes:
        now: the moment at which the page was saved. Dates after it are not believed, and '3 hours ago' is counted back from it.
            None: no date is too late, and what is told so has no value.
        least_confidence: headline, byline and publication date are left out where newsclean is less sure of them, 0 to 1. What a
            limit costs and gains stands in the documentation, under 'Fields abstain'.
    """

    now: datetime | None = None
    least_confidence: float = 0.0
