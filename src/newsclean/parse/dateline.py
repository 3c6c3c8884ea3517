"""The place and agency that open a story: 'MOSCOW (Sputnik) – ...'."""

import re
from typing import Final

from newsclean.article import Dateline
from newsclean.lexicon import Lexicon, words_of

LOOKED_AT: Final = 120  # code points from the beginning; no dateline is longer
DASH: Final = r"\s{0,2}\.?\s?(?:[–—―]|--|-(?=\s))\s{0,2}"
PLACE: Final = r"[^\W\d_][^\d()\n:;!?–—|]{1,58}?"
CAPITALS: Final = r"(?:[^\W\d_a-zß-öø-ÿа-яёα-ω]|[ .'’/-]){3,40}"
# 'Feb. 14, 2015', '14 фев', '12 de mayo', '14.2.2015'
DATE: Final = r"(?:\d{1,2}[./]\d{1,2}[./](?:\d{4})?|[^\W_\d]{0,9}\.?\s?\d{1,2}\.?(?:\s?[^\W\d_]{2,12}\.?){0,2}(?:,?\s\d{4})?)\.?"
AGENCY: Final = r"[^()\n/–—]{2,40}"
ENCLOSED: Final = rf"(?:\((?P<agency>{AGENCY})\)|/(?P<slashed>{AGENCY})/)"
# 'MOSCOW (Sputnik) – ', 'LONDON, Feb 14 (Reuters) - ', 'Puerto Caldera, 12 may (Austral).- ', 'МОСКВА, 14 февраля. /ТАСС/. '
PLACE_AGENCY: Final = re.compile(rf"(?P<place>{PLACE})(?P<date>,\s{DATE})?\s{{0,2}}{ENCLOSED}(?:{DASH}|\.\s)")
# '(ANSA) - ROMA, 14 FEB - ', '(AP) — '
AGENCY_PLACE: Final = re.compile(rf"\((?P<agency>{AGENCY})\){DASH}(?:(?P<place>{CAPITALS})(?:,\s{DATE})?{DASH})?")
# 'ЗАРЕЧНОЕ, 14 фев — Север-Пресс. '
PLACE_DATE_AGENCY: Final = re.compile(rf"(?P<place>{CAPITALS}),\s{DATE}{DASH}(?P<agency>[^\W\d_][^\n.,:()]{{1,30}})\.\s")
# 'WASHINGTON — ', 'SAN JOSÉ, Costa Rica — ', 'ROMA, 14 FEB - '
PLACE_ONLY: Final = re.compile(rf"(?P<place>{CAPITALS}(?:,\s[^\W\d_][^\d()\n:;!?–—,]{{1,24}})?)(?P<date>,\s{DATE})?{DASH}")
# 'PanARMENIAN.Net - '
AGENCY_ONLY: Final = re.compile(rf"(?P<agency>[^\n–—:()]{{2,40}}?){DASH}")
# '新华社北京2月14日电', '【ワシントン共同】', '（中央社台北14日電）'
HAN: Final = r"[\u4e00-\u9fff]"
CHINESE: Final = re.compile(
    rf"[（(【]?(?P<agency>{HAN}{{1,6}}[社网網])(?:记者{HAN}{{2,4}}|記者{HAN}{{2,4}})?(?P<place>{HAN}{{2,6}}?)(?:\d{{1,2}}月)?\d{{1,2}}日[电電][）)】]?"
)
JAPANESE: Final = re.compile(rf"【(?P<place>[\u30a1-\u30fc\u4e00-\u9fff]{{2,12}}?)[=＝]?(?P<agency>{HAN}{{2,4}})】")


def read_dateline(paragraph: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline that opens a paragraph, or None.

    An agency has to be one that the lexicon knows, unless a date or a place in capitals vouches for it. A place alone has to
    be in capitals, and a sentence has to follow it: 'The vote - close as it was -' and 'NASA - the agency -' open with a
    dash as well.
    """
    text = paragraph[:LOOKED_AT]
    return _with_agency(text, lexicon) or _asian(text, lexicon) or _alone(text, lexicon)


def _with_agency(text: str, lexicon: Lexicon) -> Dateline | None:
    if found := PLACE_AGENCY.match(text):
        agency = found["agency"] or found["slashed"]
        is_vouched = (found["date"] or found["place"].isupper()) and agency[0].isupper() and _opens(text, found)
        if found["place"][0].isupper() and (is_vouched or _is_agency(agency, lexicon)):
            return _dateline(found, found["place"], agency)
    if (found := AGENCY_PLACE.match(text)) and _is_agency(found["agency"], lexicon):
        return _dateline(found, found["place"], found["agency"])
    if found := PLACE_DATE_AGENCY.match(text):
        return _dateline(found, found["place"], found["agency"])
    return None


def _asian(text: str, lexicon: Lexicon) -> Dateline | None:
    found = CHINESE.match(text) or JAPANESE.match(text)
    if found and (_is_agency(found["agency"], lexicon) or found.re is CHINESE):
        return _dateline(found, found["place"], found["agency"])
    return None


def _alone(text: str, lexicon: Lexicon) -> Dateline | None:
    """A dateline of an agency or a place alone. The story begins behind it, so no small letter may follow."""
    if (found := AGENCY_ONLY.match(text)) and _is_agency(found["agency"], lexicon) and _opens(text, found):
        return _dateline(found, None, found["agency"])
    if (found := PLACE_ONLY.match(text)) and _opens(text, found):
        words = tuple(words_of(found["place"]))
        letters = found["place"].partition(",")[0].strip(" .")
        if letters.isupper() and len(letters) > 3 and words not in lexicon.names["labels"] and words not in lexicon.blocks:
            return _dateline(found, found["place"], None)
    return None


def _opens(text: str, found: re.Match[str]) -> bool:
    return found.end() < len(text) and not text[found.end()].islower()


def _dateline(found: re.Match[str], place: str | None, agency: str | None) -> Dateline:
    return Dateline(place.strip(" ,-") if place else None, agency.strip() if agency else None, found.group().strip())


def _is_agency(name: str, lexicon: Lexicon) -> bool:
    return tuple(words_of(name)) in lexicon.agencies
