"""The place and agency that open a story: 'MOSCOW (Sputnik) – ...'."""

import re
from typing import Final

from newsclean.article import Dateline
from newsclean.lexicon import Lexicon, words_of

DASH: Final = r"\s*(?:[–—―]|--|-)\s+"
PLACE: Final = r"[^\W\d_][^\d()\n:;!?–—]{1,58}?"
# 'MOSCOW (Sputnik) – ', 'Berlin (dpa) - ', 'LONDON, Feb 14 (Reuters) - ', 'BERLIN/PARIS (AFP) — '
PLACE_AGENCY: Final = re.compile(rf"(?P<place>{PLACE})(?:,\s*[^()\n]{{2,24}})?\s*\((?P<agency>[^()\n]{{2,40}})\){DASH}")
# 'WASHINGTON — ', 'SAN JOSÉ, Costa Rica — ': capitals, so that 'Prices rose – slowly' is none
PLACE_ONLY: Final = re.compile(rf"(?P<place>(?:[^\W\d_a-zà-öø-ÿа-я]|[ .'’/-]){{3,40}}(?:, [^\W\d_][^\d()\n:;!?–—.]{{1,24}})?){DASH}")
# 'PanARMENIAN.Net - '
AGENCY_ONLY: Final = re.compile(rf"(?P<agency>[^\n–—:()]{{2,40}}?){DASH}")
# '新华社北京2月14日电'
CHINESE: Final = re.compile(r"(?P<agency>[\u4e00-\u9fff]{2,5}社)(?P<place>[\u4e00-\u9fff]{2,6}?)(?:\d{1,2}月)?\d{1,2}日[电電]")


def read_dateline(paragraph: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline that opens a paragraph, or None.

    An agency alone has to be one that the lexicon knows, and a place alone has to be in capitals: 'The vote - close as it was -'
    opens with a dash as well.
    """
    if found := CHINESE.match(paragraph):
        return Dateline(found["place"], found["agency"], found.group().strip())
    if found := PLACE_AGENCY.match(paragraph):
        if _is_agency(found["agency"], lexicon) or found["place"].isupper():
            return Dateline(found["place"].strip(" ,"), found["agency"].strip(), found.group().strip())
    if found := AGENCY_ONLY.match(paragraph):
        if _is_agency(found["agency"], lexicon):
            return Dateline(None, found["agency"].strip(), found.group().strip())
    if found := PLACE_ONLY.match(paragraph):
        if found["place"].split(",")[0].isupper():
            return Dateline(found["place"].strip(), None, found.group().strip())
    return None


def _is_agency(name: str, lexicon: Lexicon) -> bool:
    return tuple(words_of(name)) in lexicon.agencies
