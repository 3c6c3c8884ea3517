"""The language of the story."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading
from newsclean.lexicon import words_of

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

CODE: Final = re.compile(r"([a-z]{2,3})(?:[-_,].*)?$", re.IGNORECASE)  # 'en', 'de_AT', 'fr, en'
NO_LANGUAGE: Final = ("und", "mul", "zxx", "mis")  # codes for 'undetermined', 'several', 'none', 'none of the coded ones'
LOOKED_AT: Final = 80  # words of the story among which function words are counted
READ: Final = 500  # code points that are looked at; more does not change the answer
ENOUGH: Final = 60  # code points below which a guess is worth nothing; a third of it in scripts without spaces
WORDS: Final = 40  # function words are a third of so long a text, and a tenth of one in another language
LEAST: Final = 0.1
CLEAR: Final = 0.33  # with this share and this much more than any other, 1,559 of 1,560 pages were of that language
FARTHER: Final = 1.6
# Texts in the style of notes have fewer. Russian, Swedish and Dutch share theirs with languages whose words are not known here.
APART: Final = frozenset({"de", "en", "es", "fr", "it", "pl", "pt", "tr"})
CLEAR_APART: Final = 0.18  # with this share, and this many times that of any other, all of 157 pages were of that language
FARTHER_APART: Final = 3.0
SHOWN: Final = 80  # code points of the story that are told as where the guess came from
SCRIPTS: Final = {
    "ja": re.compile(r"[\u3041-\u3096\u30a1-\u30fa]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "th": re.compile(r"[\u0e01-\u0e4e]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u05d0-\u05ea]"),
}
SEED: Final = 0  # langdetect samples; with a fixed seed for each text it always samples the same


def find_languages(reading: Reading) -> tuple[Candidate[str], ...]:
    """Candidates: what the page declares, unless the story speaks against it, else what the kept story reads like.

    Templates declare their own language: a page that says 'en-US' and holds no English function word is not English. The
    detector is slow, so it is asked only then.
    """
    declared = _codes_in(reading.languages)
    if declared and not _is_contradicted(declared[0].value, reading):
        return declared
    return tuple(dict.fromkeys((*_codes_in(_detected(reading)), *declared)))


def _is_contradicted(code: str, reading: Reading) -> bool:
    """Whether a story of some length has hardly a function word of a language whose function words are known."""
    known = reading.lexicon.function_words.get(code)
    if known is None:
        return False
    words = list(islice(chain.from_iterable(reading.words[block.order] for block in reading.body()), LOOKED_AT))
    return len(words) >= WORDS and sum(map(known.__contains__, words)) < LEAST * len(words)


def _codes_in(written: Iterable[Candidate[str]]) -> tuple[Candidate[str], ...]:
    """The codes of the languages, without those of the countries; what is no code of a language is left out."""
    found = ((each, CODE.match(each.value)) for each in written)
    codes = ((each, code.group(1).lower()) for each, code in found if code)
    return tuple(dict.fromkeys(each._replace(value=code) for each, code in codes if code not in NO_LANGUAGE))


def _detected(reading: Reading) -> Iterator[Candidate[str]]:
    text = " ".join(block.text for block in reading.body())[:READ]
    letters = sum(3 if letter > "\u3000" else 1 for letter in text if letter.isalpha())
    if letters < ENOUGH:
        return
    if code := _told_by_script(text) or _told_by_function_words(text, reading):
        yield Candidate(code, reading.printed_source, text[:SHOWN])
        return
    from langdetect.lang_detect_exception import LangDetectException

    detector = _profiles().create()
    detector.seed = SEED
    detector.append(text)
    try:
        code = detector.detect()  # or the word 'unknown'
    except LangDetectException:  # no character in it that the profiles know
        return
    yield Candidate(code, reading.printed_source, text[:SHOWN])


def _told_by_script(text: str) -> str | None:
    """The language of a text in a script that only one language of the news uses, or None: faster than a guess, and sure."""
    if text.isascii():
        return None
    found = {code: len(letters.findall(text)) for code, letters in SCRIPTS.items()}
    if 10 * found["ja"] > found["zh"]:  # Japanese writes with Chinese characters too
        found["ja"] += found.pop("zh")
    code = max(found, key=lambda each: found[each])
    return code if 2 * found[code] > sum(map(str.isalpha, text)) else None


def _told_by_function_words(text: str, reading: Reading) -> str | None:
    """The language whose function words make a third of a text or so, and far more than any other's; None where none does.

    A fifth is enough where no other known language has more than a few, and none unknown is much like it.
    """
    words = words_of(text)
    known = reading.lexicon.function_words
    shares = sorted(((sum(map(known[code].__contains__, words)), code) for code in known), reverse=True)
    (most, code), (next_most, _) = shares[:2]
    is_clear = most >= CLEAR * len(words) and most >= FARTHER * next_most
    is_apart = code in APART and most >= CLEAR_APART * len(words) and most >= FARTHER_APART * next_most
    return code if len(words) >= WORDS and (is_clear or is_apart) else None


@cache
def _profiles() -> "DetectorFactory":
    """The profiles of langdetect. They are constant, and take a third of a second to load."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    return factory
