"""Verdicts and fields to one Article."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from newsclean.article import Article, BodyBlock, Confidence, FrontBlock
from newsclean.category import Kind, Role
from newsclean.document import Block, Document
from newsclean.fields import Fields
from newsclean.fields.byline import names_of
from newsclean.fields.candidate import Candidate
from newsclean.fields.printed_timestamps import day_of
from newsclean.lexicon import words_of
from newsclean.makers import quick_maker
from newsclean.verdict import Kept, Removed

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
        confidence=Confidence(
            body=sureness if body else None,
            headline=_agreement(fields.headlines, words_of),
            byline=_agreement(fields.bylines, names_of),
            published=_agreement(fields.published, day_of),
        ),
        warnings=(*document.warnings, *_warnings(document, body)),
    )


def _body_block(block: Block) -> BodyBlock:
    level = max(2, block.level) if block.level and block.kind is Kind.CROSSHEAD else block.level
    return make_body_block(block.kind, block.text, level, block.rows, block.span)


def _value(candidates: Sequence[Candidate[Value]]) -> Value | None:
    return candidates[0].value if candidates else None


def _agreement(candidates: Sequence[Candidate[Value]], compared: Callable[[Value], object]) -> float | None:
    """Share of the places that give the field that agree with the value that was taken, in what matters of it.

    It is not calibrated: it ranks pages, no more.
    """
    if not candidates:
        return None
    values = [compared(each.value) for each in candidates]
    return round(values.count(values[0]) / len(values), 3)


def _warnings(document: Document, body: Sequence[BodyBlock]) -> tuple[str, ...]:
    if body or document.warnings:
        return ()
    if not document.blocks:
        return ("The input is empty: no text in it." if not document.source.strip() else "The page has markup but no text.",)
    return ("No story was found: no block reads like running text.",)
