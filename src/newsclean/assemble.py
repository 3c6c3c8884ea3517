"""Verdicts and fields to one Article."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from newsclean.article import Article, BodyBlock, FrontBlock
from newsclean.category import Kind, Role
from newsclean.document import Block, Document
from newsclean.fields import Fields
from newsclean.fields.candidate import Candidate
from newsclean.makers import quick_maker
from newsclean.verdict import Kept, Removed

PAID: Final = "The page says that its text is not free to read: what it holds may be a part of it."

Value = TypeVar("Value")

make_body_block = quick_maker(BodyBlock)


def assemble(
    document: Document, verdicts: Sequence[Kept | Removed], fields: Fields, sureness: float | None, url: str | None
) -> Article:
    """Put the article together. Each block goes where its verdict says, once, so the account is complete by construction."""
    kept = [(block, verdict.role) for block, verdict in zip(document.blocks, verdicts, strict=True) if isinstance(verdict, Kept)]
    body = tuple([_body_block(block) for block, role in kept if role is None])
    front = tuple([FrontBlock(role, block.text, block.span) for block, role in kept if role is not None])
    return Article(
        headline=_value(fields.headlines),
        kicker=_value(fields.kickers),
        standfirst=_value(fields.standfirsts),
        byline=_value(fields.bylines),
        dateline=_value(fields.datelines),
        published=_value(fields.published),
        modified=_value(fields.modified),
        publisher=_value(fields.publishers),
        section=_value(fields.sections),
        tags=fields.tags,
        language=_value(fields.languages),
        url=url,
        canonical_url=fields.canonical_url,
        image=_value(fields.images),
        credits=tuple(block.text for block in front if block.role is Role.CREDIT),
        body=body,
        front=front,
        removed=tuple([verdict for verdict in verdicts if isinstance(verdict, Removed)]),
        provenance=fields.provenance,
        confidence=replace(fields.confidence, body=sureness if body else None),
        warnings=(*document.warnings, *_warnings(document, body), *((PAID,) if fields.is_free is False else ())),
    )


def _body_block(block: Block) -> BodyBlock:
    level = max(2, block.level) if block.level and block.kind is Kind.CROSSHEAD else block.level
    return make_body_block(block.kind, block.text, level, block.rows, block.span)


def _value(candidates: Sequence[Candidate[Value]]) -> Value | None:
    return candidates[0].value if candidates else None


def _warnings(document: Document, body: Sequence[BodyBlock]) -> tuple[str, ...]:
    if body or document.warnings:
        return ()
    if not document.blocks:
        return ("The input is empty: no text in it." if not document.source.strip() else "The page has markup but no text.",)
    return ("No story was found: no block reads like running text.",)
