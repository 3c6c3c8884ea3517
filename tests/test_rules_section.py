"""Sections of chrome in texts end where the story resumes, whatever stands between two of them, in several languages."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import pytest

import newsclean
from newsclean.verdict import Removed
from seed_documents import FRENCH, GERMAN, JAPANESE, RUSSIAN, SEED_000, SEED_002, SEED_004, SourceDocument, folded


class Teasers(NamedTuple):
    """What another list of the outlet's stories would be.

    Attributes:
        host: the story that it is put into.
        heading: what announces it.
        lines: sentences about other things.
    """

    host: SourceDocument
    heading: str
    lines: tuple[str, ...]


ENGLISH_LINES: Final = (
    "A red buoy was found on the beach of Upper Varn, and nobody knows which ship had lost it.",
    "The baker of Eider Street has won a medal for a loaf in the shape of a hedgehog.",
    "Chess players from eleven towns met in a disused cinema and forgot to go home.",
)
LISTS: Final = (
    *(Teasers(host, "Top stories", ENGLISH_LINES) for host in (SEED_000, SEED_002, SEED_004)),
    Teasers(
        FRENCH,
        "À lire aussi",
        (
            "Un boulanger de Port-Halder a reçu une médaille pour un pain en forme de hérisson.",
            "Onze clubs d'échecs se sont retrouvés dans un cinéma désaffecté.",
            "Une bouée rouge dérive depuis lundi au large de Saint-Orban, et personne ne la réclame.",
        ),
    ),
    Teasers(
        GERMAN,
        "Meistgelesen",
        (
            "Ein Bäcker aus Elmstedt hat mit einem Brot in Form eines Igels eine Medaille gewonnen.",
            "Elf Schachvereine trafen sich in einem stillgelegten Kino und vergaßen die Zeit.",
            "Ein Storch hat sein Nest auf dem Blitzer an der Bundesstraße gebaut.",
        ),
    ),
    Teasers(
        RUSSIAN,
        "Читайте также",
        (
            "Пекарь из Верхнего Яра получил медаль за хлеб в виде ежа.",
            "Одиннадцать шахматных клубов встретились в закрытом кинотеатре.",
            "На пляже нашли красный буй, и никто не знает, чей он.",
        ),
    ),
    Teasers(
        JAPANESE,
        "関連記事",
        (
            "はりねずみの形をしたパンが金賞に選ばれた。",
            "将棋の愛好家が閉館した映画館に集まった。",
            "赤いブイが浜に流れ着いた。",
        ),
    ),
)


def documents(teasers: Teasers) -> Iterator[tuple[str, str]]:
    """Stories with the list behind each paragraph and again one, two or no paragraphs later, with a name for each."""
    story = [folded(part.text) for part in teasers.host.story]
    section = (teasers.heading, *teasers.lines)
    front = [line for part in teasers.host.head for line in part.lines]
    for first in range(1, len(story) + 1):
        for second in range(first, min(first + 2, len(story)) + 1):
            lines = [*front, *story[:first], *section, *story[first:second], *section, *story[second:]]
            yield f"behind {first} and {second}", "\n\n".join(lines)


def taken_by_sections(text: str) -> list[str]:
    """The lines that the rule removes."""
    verdicts = newsclean.explain(text).verdicts
    return [each.text for each in verdicts if isinstance(each, Removed) and each.rule == "section"]


@pytest.mark.parametrize("teasers", LISTS, ids=lambda each: each.host.name)
def test_two_lists_take_their_own_lines_and_no_paragraph(teasers: Teasers) -> None:
    wrong = {name: taken for name, text in documents(teasers) if (taken := _others(taken_by_sections(text), teasers))}
    assert not wrong


@pytest.mark.parametrize("teasers", LISTS, ids=lambda each: each.host.name)
def test_all_lines_of_two_lists_go(teasers: Teasers) -> None:
    section = [teasers.heading, *teasers.lines]
    kept = {name: newsclean.clean_text(text) for name, text in documents(teasers)}
    wrong = {name: left for name, article in kept.items() if (left := [line for line in section if line in article.text])}
    assert not wrong


def _others(taken: Sequence[str], teasers: Teasers) -> list[str]:
    return [line for line in taken if line not in (teasers.heading, *teasers.lines)]
