"""The data files, one a language and some for all, joined into one lexicon."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, TypeAlias

from newsclean.category import Category
from newsclean.lexicon.lexicon import Lexicon, Meaning, Phrase, Strength
from newsclean.lexicon.words import fold, words_of_each

Table: TypeAlias = Mapping[str, Any]  # what a data file holds; the loader is what knows its shape

INSIDE: Final = frozenset({Strength.WEAK, Strength.STRONG})


@cache
def load() -> Lexicon:
    """The lexicon of all languages. Read on first use, the same for the whole process."""
    files = {name.removesuffix(".toml"): _table(name) for name in sorted(_file_names())}
    tables = files.values()
    languages = [table for table in tables if "byline" in table]  # `more.toml` too, which has no function words
    shared = {key: value for table in tables if "byline" not in table for key, value in table.items()}
    stop_words = _words(_listed(languages, "stop_words"))
    cues = _phrases(languages, INSIDE)
    return Lexicon(
        cues=cues,
        cue_keys=_by_key(cues, stop_words),
        blocks=_phrases(languages, frozenset(Strength) - INSIDE),
        stop_words=stop_words,
        function_words={code: _words(_listed([table], "stop_words")) for code, table in files.items() if "stop_words" in table},
        weekdays=frozenset(_listed(languages, "weekdays")),
        months=_months(languages),
        published=frozenset(_listed(languages, "timestamps", "published")),
        modified=frozenset(_listed(languages, "timestamps", "modified")),
        between=frozenset(_listed(languages, "timestamps", "between")),
        relative=frozenset(_listed(languages, "timestamps", "relative")),
        by=frozenset(_listed(languages, "byline", "by")),
        joiners=frozenset(_listed(languages, "byline", "and")),
        places=frozenset(_listed(languages, "byline", "in")),
        outlets=frozenset(_listed(languages, "byline", "for")),
        not_author=frozenset(_listed(languages, "byline", "not_author")),
        roles=frozenset(_listed(languages, "byline", "roles")),
        role_words=frozenset(word for entry in _listed(languages, "byline", "roles") for word in entry),
        organisation_words=_words(_listed(languages, "byline", "organisation_words")),
        particles=_words(_listed(languages, "byline", "particles")),
        credit_openers=frozenset(_listed(languages, "credits", "opens")),
        credit_closers=frozenset(_each_language(shared["credit_closers"])),
        agencies=frozenset(words_of_each(shared["agencies"])),
        names={kind: frozenset(words_of_each(entries)) for kind, entries in shared["names"].items()},
        surnames={script: frozenset(names.split()) for script, names in shared["surnames"].items()},
        clock={kind: frozenset(words_of_each(entries)) for kind, entries in shared["clock"].items()},
        zones={fold(name): minutes for name, minutes in shared["zones"].items()},
        reader_words=_words(_each_language(shared["reader_words"])),
        continuers=_words(_each_language(shared["continuers"])),
        boxes={word: Category(name) for name, words in shared["boxes"].items() for word in words},
        elements={word: Category(name) for name, words in shared["elements"].items() for word in words},
    )


def _file_names() -> Iterator[str]:
    return (entry.name for entry in resources.files(__package__).iterdir() if entry.name.endswith(".toml"))


def _table(name: str) -> Table:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _words(entries: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Entries of one word each, as a set of words; one of several words stays one string."""
    return frozenset(" ".join(entry) for entry in entries)


def _listed(languages: Iterable[Table], *path: str) -> Iterator[tuple[str, ...]]:
    """The entries of one list in all languages; a language may lack it."""
    for table in languages:
        entries: Any = table
        for key in path:
            entries = entries.get(key, {})
        yield from (entry for entry in words_of_each(entries) if entry)


def _each_language(lists: Table) -> Iterator[tuple[str, ...]]:
    """The entries of a shared table that has one list a language."""
    for entries in lists.values():
        yield from words_of_each(entries)


def _months(languages: Iterable[Table]) -> dict[str, int]:
    return {fold(name): number for table in languages for name, number in table["months"].items()}


def _phrases(languages: Iterable[Table], strengths: Collection[Strength]) -> dict[Phrase, Meaning]:
    """The cue phrases of these strengths. The stronger reading wins, then the first in the order of the files.

    There are thousands, and what the garbage collector has to look at again and again is slow: a tuple of words is nothing to
    it, and a meaning is the same object for all the phrases of one list.
    """
    phrases: dict[Phrase, Meaning] = {}
    for category, lists in ((Category(name), lists) for table in languages for name, lists in table.get("cues", {}).items()):
        for strength in sorted(strengths):
            meaning = Meaning(category, strength)
            for words in words_of_each(lists.get(strength.name.lower(), ())):
                if words and (words not in phrases or phrases[words].strength < strength):
                    phrases[words] = meaning
    return phrases


def _by_key(phrases: Iterable[Phrase], stop_words: Collection[str]) -> dict[str, dict[str, tuple[tuple[int, Phrase], ...]]]:
    """The phrases by their first word that is no function word, if they have one, and the word behind it."""
    groups: dict[str, dict[str, tuple[tuple[int, Phrase], ...]]] = {}
    for phrase in phrases:
        offset = next((at for at, word in enumerate(phrase) if word not in stop_words), 0)
        key, following = (*phrase[offset:], "")[:2]
        group = groups.setdefault(key, {})
        group[following] = (*group.get(following, ()), (offset, phrase))
    # A phrase that ends with its key may stand before any word.
    return {
        key: {following: (*found, *group.get("", ())) if following else found for following, found in group.items()}
        for key, group in groups.items()
    }
