"""What is said about a block: hints by rules, then one verdict."""

from dataclasses import dataclass
from typing import NamedTuple

from newsclean.category import Category, Role
from newsclean.document import Span


class Hint(NamedTuple):
    """What one rule says about one block. A page has hundreds, hence a tuple.

    Attributes:
        block: order of the block.
        says: the role it has, the category it would be removed with, or None for 'this is body'.
        certain: True if the rule decides alone; False if it only names what the score has left out.
        rule: the rule's name, a noun.
        because: the reason, a phrase that a reader of the page can check.
    """

    block: int
    says: Role | Category | None
    certain: bool
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A block that is part of the article.

    Attributes:
        role: what it is; None for body.
        rule: the name of the rule that decided, or "score".
        because: the reason.
        probability: p(story) that the score gave the block, 0 to 1.
    """

    role: Role | None
    rule: str
    because: str
    probability: float


@dataclass(frozen=True, slots=True)
class Removed:
    """A block that was left out, and why.

    Attributes:
        text: the block as it was, whitespace folded.
        category: what kind of chrome it is.
        rule: the name of the rule that decided, or "score".
        because: the reason, a phrase that a reader of the page can check.
        span: where it stood in the decoded text; None for HTML.
    """

    text: str
    category: Category
    rule: str
    because: str
    span: Span | None
