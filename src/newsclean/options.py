"""What a caller can set."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one call.

    Attributes:
        now: the moment at which the page was saved. Dates after it are not believed. None: no date is too late.
    """

    now: datetime | None = None
