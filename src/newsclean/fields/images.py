"""The lead image, with what is printed under it."""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.article import Image
from newsclean.category import Kind, Source
from newsclean.entities import DEEPEST, Item
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading
from newsclean.lexicon import Lexicon
from newsclean.parse.name import is_agency
from newsclean.parse.part import words_in

LONGEST_LABEL: Final = 4  # words
CREDIT_PROPERTIES: Final = ("creditText", "copyrightNotice")
SIGN: Final = re.compile(r"[©℗]")
ONE_PHRASE: Final = re.compile(r"[\w'’ -]+")
BEFORE_CREDIT: Final = " \t|/–—-·•(["
AGENCY: Final = re.compile(r"\(([^()]+)\)\s*$")  # 'The harbour of Penhallow (AFP)'


def find_images(reading: Reading) -> tuple[Candidate[Image], ...]:
    """The lead image, as Open Graph, JSON-LD and microdata give it; the first one with its caption and who made it.

    Both are read from the data of the same image, else from the caption that is printed before the story's first paragraph: that
    of a picture further down would be another one's.
    """
    stated = reading.stated
    found = [*stated.meta("og:image", "og:image:url", "twitter:image")]
    objects = [each for article in stated.articles for each in _objects(article.get("image"))]
    found += [Candidate(raw, Source.JSON_LD, raw) for raw, _ in objects]
    found += stated.microdata("image")
    images = [Candidate(Image(url), each.source, each.raw) for each in found if (url := stated.absolute(each.value))]
    if images:
        described = {stated.absolute(raw): item for raw, item in reversed(objects)}
        images[0] = images[0]._replace(value=_described(images[0].value.url, described.get(images[0].value.url, {}), reading))
    return tuple(dict.fromkeys(images))


def split_credit(caption: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """A caption as printed, and the part of it that says who made the picture: 'The mole. Photo: Ada Fernsby', '... (AFP)'."""
    start = _start_of_credit(caption, lexicon)
    text = caption[:start].rstrip(BEFORE_CREDIT)
    return text or None, caption[start:].strip(" ()[]") or None


def _start_of_credit(caption: str, lexicon: Lexicon) -> int:
    if sign := SIGN.search(caption):
        return sign.start()
    words = words_in(caption)
    for at, word in enumerate(words):
        for last in range(at, min(at + LONGEST_LABEL, len(words))):
            phrase = tuple(each.folded for each in words[at : last + 1])
            if phrase not in lexicon.not_author or not ONE_PHRASE.fullmatch(caption, word.start, words[last].end):
                continue
            has_colon = caption[words[last].end :].lstrip().startswith((":", "："))
            if has_colon or (last > at and phrase[-1] in lexicon.stop_words and caption[word.start].isupper()):
                return word.start
    agency = AGENCY.search(caption)
    return agency.start() if agency and is_agency(agency[1], lexicon) else len(caption)


def _described(url: str, item: Item, reading: Reading) -> Image:
    """An image with its caption and its credit."""
    caption = next((each.text for each in reading.stated.entities(item.get("caption"))), None)
    credit = next((each.text for name in CREDIT_PROPERTIES for each in reading.stated.entities(item.get(name))), None)
    if caption is None and (printed := _printed_caption(reading)):
        caption, printed_credit = split_credit(printed, reading.lexicon)
        credit = credit or printed_credit
    return Image(url, caption, credit)


def _printed_caption(reading: Reading) -> str | None:
    for block in reading.body():
        if block.kind is Kind.CAPTION:
            return block.text
        if block.kind is Kind.PARAGRAPH:
            return None
    return None


def _objects(value: object, depth: int = 0) -> Iterator[tuple[str, Item]]:
    """The images in a value of the JSON-LD, each as its address and its object: a string, an ImageObject, or a list of them."""
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        yield value, {}
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        for address, _ in _objects(value.get("url") or value.get("contentUrl"), depth + 1):
            yield address, value
