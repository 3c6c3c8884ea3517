"""What a few words in a byline are: the name of a person, of an organisation, a role, a place, a degree."""

import re
from typing import Final

from newsclean.lexicon import Lexicon, fold, words_of

# Letters with their marks; inside a name also apostrophes, dots and hyphens
MARKS: Final = r"\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u200c\u200d"
NAME_WORD: Final = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}'’ʼ.\u2010\u2011-])*")
NAME_LENGTHS: Final = range(2, 7)  # words
LONGEST_CREDENTIAL: Final = 6  # letters
SHORTEST_END: Final = 6  # letters
LONGEST_ROLE: Final = 5  # words
LONGEST_WORD: Final = 5  # words of an organisation word: '编辑部' has three, one a character
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+-?")
ROMAN: Final = re.compile(r"I{2,3}|IV|VI*")  # 'Suvi Tamm III'
SCOTTISH: Final = re.compile(r"^(Mc)(\w)")
INSIDE_NAME: Final = re.compile(r"(?<=-)\w|(?<=\b[DLO]['’])\w")  # 'Anna-Lena', 'O'Tamm'; behind more letters it may be anything
HAN: Final = r"\u3005\u3400-\u4dbf\u4e00-\u9fff"
KANA: Final = r"\u3041-\u3096\u30a1-\u30fa\u30fc"
HANGUL: Final = r"\uac00-\ud7a3"
CJK: Final = re.compile(rf"[{HAN}{KANA}{HANGUL}]")
CHINESE: Final = re.compile(rf"[{HAN}]{{2,4}}")
JAPANESE: Final = re.compile(rf"[{HAN}]{{1,3}} ?[{HAN}{KANA}]{{1,4}}")
KOREAN: Final = re.compile(rf"[{HANGUL}]{{2,4}}")
FOREIGN: Final = re.compile(r"[\u30a1-\u30fa\u30fc]{2,10}(?:[・＝][\u30a1-\u30fa\u30fc]{1,12}){1,3}")  # 'スヴィ・タム'
CJK_PEN_NAME: Final = re.compile(rf"[{HAN}{KANA}{HANGUL}]{{2,5}}|[{HAN}]{{1,3}} [{HAN}{KANA}]{{1,4}}")
PEN_NAME: Final = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*")
LONGEST_TITLE: Final = 8  # words of the name of an organisation
# A name has no sign of a sentence, and in Japanese none of the letters that join words
NOT_IN_TITLES: Final = re.compile(r"[:?!©#*=“”《》。\u3041-\u3096]")
LONGEST_CJK_TITLE: Final = 14  # characters
DOMAIN: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,3}|info|news)", re.IGNORECASE)
SHORT_CAPITALS: Final = re.compile(r"[^\W\d_a-zß-öø-ÿа-яё]{2,6}")  # 'NDR' signs as an outlet; nobody is called so


def is_person_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a text has the form of a person's name: two to six words with capitals, or characters behind a surname.

    Particles may be lower case ('Marna van der Berg'). A function word closes a name out ('About Us'), unless it is a name
    itself: 'Till', 'Will' and 'Jan' are. So does being a known line of a page ('Full Bio') or a job ('Trade Coordinator').
    """
    if CJK.search(name):
        return _is_cjk_name(name, lexicon)
    words = name.split()
    if len(words) not in NAME_LENGTHS or not all(NAME_WORD.fullmatch(word) for word in words):
        return False
    key = words_of(name)
    if not key or words[0].islower() or words[-1].islower() or tuple(key) in lexicon.blocks or _is_prompt(key[0], lexicon):
        return False
    if tuple(key[-1:]) in lexicon.jobs or all((word,) in lexicon.blocks for word in key):  # 'LinkedIn Twitter Facebook'
        return False
    fits = all(_fits_name(word, lexicon, is_first=at == 0) for at, word in enumerate(words))
    return fits and not (is_organisation(name, lexicon) or is_place(name, lexicon))


def is_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is one of an agency, a desk or an outlet: it is known, or a word of it says so, or an article opens it.

    'Learn about our editorial policies' has such a word too, and is no name: lower-case words that carry meaning stand in it.
    """
    words = words_of(name)
    if not words or words[0].isdigit() or NOT_IN_TITLES.search(name) or _is_prompt(words[0], lexicon):
        return False
    if is_agency(name, lexicon) or DOMAIN.fullmatch(name):
        return True
    printed = name.split()
    if len(printed) > LONGEST_TITLE or not all(fits_title(word, lexicon) for word in printed):
        return False
    if CJK.search(name) and (len(name) > LONGEST_CJK_TITLE or any(letter.isdigit() for letter in name)):
        return False
    openers = lexicon.organisation_openers
    starts = [start for start, word in enumerate(words) if word in openers]
    phrases = (" ".join(words[start : start + size]) for start in starts for size in range(1, LONGEST_WORD + 1))
    return (
        any(phrase in lexicon.organisation_words and _is_whole(phrase, printed) for phrase in phrases)
        or any(_is_compound(word, lexicon) for word in words)
        or any(_is_wire(word, name, lexicon) for word in printed)
        or _is_by_article(words, printed, lexicon)
    )


def _is_whole(phrase: str, printed: list[str]) -> bool:
    """Whether a character that is a word of organisations ends one: 社 does in '朝日新聞社', and opens another word in '社会'."""
    return len(phrase) > 1 or any(word.endswith(phrase) for word in printed)


def _is_compound(word: str, lexicon: Lexicon) -> bool:
    """Whether an organisation word ends another one, as in German 'Hafenverband'; short ones end surnames too: 'Wagstaff'."""
    return any(word[at:] in lexicon.organisation_words for at in range(2, len(word) - SHORTEST_END + 1))


def _is_by_article(words: list[str], printed: list[str], lexicon: Lexicon) -> bool:
    """Whether an article makes an outlet of a name: 'Le Courlis' is one, while 'Le Thi Hoa' is a person; 'The' needs no more."""
    by_article = (words[0],) in lexicon.names["articles"] and len(words) == 2
    return (by_article or _is_after_the(words, lexicon)) and not printed[-1].islower()


def _is_after_the(words: list[str], lexicon: Lexicon) -> bool:
    return 1 < len(words) < 5 and (words[0],) in lexicon.names["always_articles"]


def _is_prompt(word: str, lexicon: Lexicon) -> bool:
    return (word,) in lexicon.names["prompts"]


def is_agency(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is exactly one of a known news agency, a desk's code behind it left out: 'dpa/lno'."""
    agency, has_code, _ = name.partition("/")
    return tuple(words_of(name)) in lexicon.agencies or bool(has_code and tuple(words_of(agency)) in lexicon.agencies)


def is_pen_name(name: str, lexicon: Lexicon) -> bool:
    """Whether one word can be a name where the line says that a name follows: 'By Cortyn', but not 'By Monday'."""
    pattern = CJK_PEN_NAME if CJK.search(name) else PEN_NAME
    if not pattern.fullmatch(name) or name[0].islower() or is_place(name, lexicon):
        return False
    word = fold(name).strip(".")
    known = (lexicon.weekdays, lexicon.published, lexicon.modified, lexicon.blocks)
    return not (_is_function_word(word, lexicon) or any((word,) in group for group in known) or has_role(name, lexicon))


def is_login(name: str, lexicon: Lexicon) -> bool:
    """Whether small letters can be the name of somebody whom metadata calls the author: 'suvitamm', 'suvi tamm'."""
    words = name.split()
    if len(words) > 2 or not words or not (name.islower() or words[-1].islower()):
        return False
    if not all(word.isalpha() and len(word) > 3 for word in words):
        return False
    return not any(_says_something(word, lexicon) for word in words_of(name))


def _says_something(word: str, lexicon: Lexicon) -> bool:
    return _is_function_word(word, lexicon) or (word,) in lexicon.blocks or word in lexicon.organisation_words


def is_place(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is one of the cities that stand behind names in bylines."""
    return tuple(words_of(name)) in lexicon.names["places"]


def is_credential(text: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether words behind a name are degrees or licences: 'MD', 'Ph.D.', or capitals like 'E-RYT 200'.

    Behind 'SUVI TAMM' unknown capitals may be the next name.
    """
    words = text.split()
    return bool(words) and all(
        tuple(words_of(word)) in lexicon.names["credentials"]
        or (not behind.isupper() and ((word.isupper() and len(word) <= LONGEST_CREDENTIAL) or word.isdigit()))
        for word in words
    )


def has_role(text: str, lexicon: Lexicon) -> bool:
    """Whether some words say what a person does: 'Print Managing Editor', 'Trial Attorney at Osk & Tamm'."""
    words, openers = words_of(text), lexicon.job_openers
    starts = [start for start, word in enumerate(words) if word in openers]
    return any(tuple(words[start : start + size]) in lexicon.jobs for start in starts for size in range(1, LONGEST_ROLE + 1))


def is_desk(text: str, lexicon: Lexicon) -> bool:
    """Whether a role stands for whoever has it: 'Staff Writer', but not 'No Author' and not 'Correspondent' alone."""
    words = words_of(text)
    opens = _is_function_word(words[0], lexicon) or _is_prompt(words[0], lexicon) if words else True
    return len(words) > 1 and not opens and has_role(text, lexicon)


def split_role(text: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """A name less the role that stands beside it without a comma, and that role: 'Reporter Anna Berg', 'Anna Berg Redakteurin'.

    'Senior Staff Writer' is all role: what is left of a name must not be a word of one.
    """
    if CJK.search(text) and " " not in text:
        return _split_cjk_role(text, lexicon)
    words = text.split()
    if len(words) <= 2 or not (_is_of_role(words[0], lexicon) or _is_of_role(words[-1], lexicon)):
        return text, None
    is_of_role = [_is_of_role(word, lexicon) for word in words]
    for size in range(2, len(words)):
        for name, role, parts in (
            (words[:size], words[size:], is_of_role),
            (words[-size:], words[:-size], is_of_role[::-1]),
        ):
            if any(parts[:size]) or not all(parts[size:]) or not has_role(" ".join(role), lexicon):
                continue
            rest = " ".join(name)
            if is_person_name(rest, lexicon):
                return rest, " ".join(role)
    return text, None


def _split_cjk_role(text: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """'山田花子記者' is a name and a role, where the rest begins with a surname and has a given name."""
    for at in range(len(text) - 1, 1, -1):
        if tuple(words_of(text[at:])) in lexicon.jobs and _is_cjk_name(text[:at], lexicon):
            return text[:at], text[at:].rstrip("。")
    return text, None


def split_outlet(name: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """A name less the outlet behind it, and that outlet: 'Anna Berg AFP', 'Anna Berg The Gazette', 'Anna Berg THE GAZETTE'."""
    words = name.split()
    if not words or words[0].islower():  # no person's name does so
        return name, None
    for size in range(min(len(words) - 1, NAME_LENGTHS[-1]), 1, -1):
        person, outlet = " ".join(words[:size]), " ".join(words[size:])
        is_outlet = is_agency(outlet, lexicon) or _is_after_the(words_of(outlet), lexicon)
        shouts = outlet.isupper() and len(words) - size > 1 and not person.isupper()
        if (is_outlet or shouts) and is_person_name(person, lexicon):
            return person, outlet
    return name, None


def _is_of_role(word: str, lexicon: Lexicon) -> bool:
    bare = fold(word)
    is_known = bare in lexicon.role_words or any(bare[at:] in lexicon.role_words for at in range(4, len(bare) - SHORTEST_END + 1))
    return (is_known and bare not in lexicon.particles) or (bare,) in lexicon.names["professions"]  # 'landespolitische'


def without_credentials(name: str, lexicon: Lexicon) -> str:
    """A name less the degrees that stand behind it without a comma: 'Anna Berg PhD'."""
    words = name.split()
    while len(words) > 2 and tuple(words_of(words[-1])) in lexicon.names["credentials"]:
        words.pop()
    return " ".join(words)


def in_small_letters(name: str, lexicon: Lexicon) -> str:
    """A name in capitals as names are written: 'SUVI VAN DER O'TAMM' is 'Suvi van der O'Tamm'. A word alone stays as it is."""
    words = name.split()
    return " ".join(_in_small_letters(word, lexicon) for word in words) if len(words) > 1 else name


def _in_small_letters(word: str, lexicon: Lexicon) -> str:
    if INITIALS.fullmatch(word) or ROMAN.fullmatch(word):
        return word
    if fold(word) in lexicon.particles:
        return word.lower()
    small = SCOTTISH.sub(lambda m: m[1] + m[2].upper(), word.lower().capitalize())
    return INSIDE_NAME.sub(lambda m: m[0].upper(), small)


def split_cjk(text: str, lexicon: Lexicon) -> list[str]:
    """The names in a run of characters with spaces: '林若溪 何北川' are two people, '山田 太郎' is one."""
    parts = text.split()
    if len(parts) != 2 or KOREAN.fullmatch(parts[0]):
        return parts
    are_names = all(len(part) > 1 for part in parts) and any(_begins(part, "zh", lexicon) for part in parts)
    return parts if are_names and parts[0] not in lexicon.surnames["ja"] else [text]


def _is_cjk_name(name: str, lexicon: Lexicon) -> bool:
    words = tuple(words_of(name))
    if is_organisation(name, lexicon) or is_place(name, lexicon) or words in lexicon.blocks or words in lexicon.jobs:
        return False
    forms = ((CHINESE, "zh"), (JAPANESE, "ja"), (KOREAN, "ko"))
    known = any(form.fullmatch(name) and _begins(name, script, lexicon) for form, script in forms)
    return known or FOREIGN.fullmatch(name) is not None


def _begins(name: str, script: str, lexicon: Lexicon) -> bool:
    """Whether a surname, of one to three characters, begins a name and leaves something of it."""
    return any(name[:size] in lexicon.surnames[script] for size in range(1, min(4, len(name))))


def _is_function_word(word: str, lexicon: Lexicon) -> bool:
    is_word = word in lexicon.stop_words or word in lexicon.months or (word,) in lexicon.weekdays
    return is_word and (word,) not in lexicon.names["also_words"]


def _fits_name(word: str, lexicon: Lexicon, *, is_first: bool) -> bool:
    bare = fold(word).strip(".'")
    if bare in lexicon.particles or len(bare) == 1 or INITIALS.fullmatch(word):
        return True
    closes = lexicon.names["title_words"] if not is_first else frozenset()
    is_day = (bare,) in lexicon.weekdays and len(bare) > 3 and (bare,) not in lexicon.names["also_words"]
    return not word.islower() and not is_day and (bare,) not in closes and not (is_first and _is_function_word(bare, lexicon))


def fits_title(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand in the name of an organisation: with a capital, or small and of no meaning, or its own kind."""
    if not word.islower() or DOMAIN.fullmatch(word):
        return True
    bare = (fold(word).strip(".,'"),)
    small = (lexicon.joiners, lexicon.outlets, lexicon.places, lexicon.names["articles"], lexicon.names["always_articles"])
    own = bare[0] in lexicon.organisation_words or bare in lexicon.agencies
    return own or bare[0] in lexicon.particles or any(bare in known for known in small)


def _is_wire(word: str, name: str, lexicon: Lexicon) -> bool:
    """Whether a word of a name is an agency by its capitals: 'AFP Berlin'. 'Ani' is a given name, and 'ANI' in 'ANI TAMM'."""
    return word.isupper() and not name.isupper() and (fold(word),) in lexicon.agencies
