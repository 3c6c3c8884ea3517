"""Bylines as they are printed in thirteen languages, and lines that only look like them. All people and outlets are invented."""

import time

import pytest

from newsclean import lexicon
from newsclean.article import Person
from newsclean.lexicon import words_of
from newsclean.parse.byline import is_organisation, is_person_name, may_open, read_author, read_byline
from newsclean.parse.name import in_small_letters

WORDS = lexicon.load()
HOSTILE = [
    *(
        "A",
        "A ",
        "AaBb",
        "By ",
        "a",
        " ",
        "(",
        "((",
        "(A",
        "A(A) ",
        "A, ",
        "A-",
        "'",
        "@",
        "a@",
        "a.",
        "http://",
        "www.",
        "/",
        " – ",
        "|",
    ),
    *(
        "記者",
        "取",
        "王 ",
        "14.02.2015 ",
        "1 ",
        "12:30 ",
        "\x1f",
        "\n",
        "\u0301",
        "İ",
        "von ",
        "and ",
        "in ",
        "By A and ",
        "1日电",
    ),
]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        # English
        ("By Suvi Tamm", ["Suvi Tamm"]),
        ("By: Suvi Tamm", ["Suvi Tamm"]),
        ("Von Suvi Tamm Landespolitische Korrespondentin", ["Suvi Tamm"]),
        ("Words: Suvi Tamm Photos: Rafe Ollerton", ["Suvi Tamm"]),
        ("Text and photos by Suvi Tamm", ["Suvi Tamm"]),
        ("Guest post by Suvi Tamm, baker on the island", ["Suvi Tamm"]),
        ("By Suvi Tamm and 2 others", ["Suvi Tamm"]),
        ("14 February 2015 by Suvi Tamm Leave a Comment", ["Suvi Tamm"]),
        # Languages of which only these words are known
        ("Af Suvi Tamm og Ferdinand Osk", ["Suvi Tamm", "Ferdinand Osk"]),
        ("Skrevet av Suvi Tamm", ["Suvi Tamm"]),
        ("Teksti: Suvi Tamm Kuvat: Rafe Ollerton", ["Suvi Tamm"]),
        ("Oprac. Suvi Tamm", ["Suvi Tamm"]),
        ("بقلم: سامي النجار", ["سامي النجار"]),
        ("نویسنده: مریم رستمی", ["مریم رستمی"]),
        ("글 김하늘 기자 · 사진 박바다", ["김하늘"]),
        ("文・山田花子", ["山田花子"]),
        ("取材・文＝山田花子　写真＝鈴木太郎", ["山田花子"]),
        ("文/林若溪 图/何北川", ["林若溪"]),
        ("记者林若溪/台北报导", ["林若溪"]),
        ("By Suvi Tamm and Ferdinand Osk", ["Suvi Tamm", "Ferdinand Osk"]),
        ("By Suvi Tamm, Ferdinand Osk & Rafe Ollerton in Paris", ["Suvi Tamm", "Ferdinand Osk", "Rafe Ollerton"]),
        ("By Suvi Tamm in Paris and Ferdinand Osk in New York", ["Suvi Tamm", "Ferdinand Osk"]),
        ("By Suvi Tamm, Ferdinand Osk, and Rafe Ollerton", ["Suvi Tamm", "Ferdinand Osk", "Rafe Ollerton"]),
        ("By Suvi Tamm for Daily Tidewater", ["Suvi Tamm"]),
        ("By Suvi Tamm Special to The Tidewater Gazette", ["Suvi Tamm"]),
        ("By Suvi Tamm, San Francisco", ["Suvi Tamm"]),
        ("Written by Ferdinand Osk on 21 October 2009 at 14:05", ["Ferdinand Osk"]),
        ("By Suvi Tamm 5 min read", ["Suvi Tamm"]),
        ("by Suvi Tamm 4 hours ago", ["Suvi Tamm"]),
        ("Posted on 14 February 2015 by Suvi Tamm 12 Comments", ["Suvi Tamm"]),
        ("By Suvi Tamm Published in Harbour Life February 14, 2015", ["Suvi Tamm"]),
        ("by Suvi Tamm | Feb 14, 2015 | Harbour Life", ["Suvi Tamm"]),
        ("By Suvi Tamm @suvitamm", ["Suvi Tamm"]),
        ("By Suvi Tamm suvi.tamm@tidewater.example", ["Suvi Tamm"]),
        ("By Suvi Tamm, MS, RD", ["Suvi Tamm"]),
        ("By Suvi Tamm PhD and Ferdinand Osk, M.D.", ["Suvi Tamm", "Ferdinand Osk"]),
        ("By Suvi Tamm.", ["Suvi Tamm"]),
        ("By Ferdinand Osk Jr.", ["Ferdinand Osk Jr."]),
        ("By Suvi M. Tamm and J. R. Osk", ["Suvi M. Tamm", "J. R. Osk"]),
        ("By SUVI TAMM AND RAFE OLLERTON", ["SUVI TAMM", "RAFE OLLERTON"]),
        ("BY SUVI TAMM, MD, AND RAFE OSK", ["SUVI TAMM", "RAFE OSK"]),
        ("By Suvi Tamm, E-RYT 200", ["Suvi Tamm"]),
        ("By Kazım TÜRKAN", ["Kazım TÜRKAN"]),
        ("By Ana E Bergas and Suvi I Tamm", ["Ana E Bergas", "Suvi I Tamm"]),
        ("By Suvi Tamm USA HERALD", ["Suvi Tamm"]),
        ("By Suvi O’Tamm and Anna-Lena Osk", ["Suvi O’Tamm", "Anna-Lena Osk"]),
        ("By Cortyn", ["Cortyn"]),
        ("By Suvi Tamm Suvi Tamm", ["Suvi Tamm"]),
        ("Story by Suvi Tamm, photos by Ferdinand Osk and Rafe Ollerton", ["Suvi Tamm"]),
        ("By Suvi Tamm with agencies", ["Suvi Tamm"]),
        ("Authors: Suvi Tamm1, Ferdinand Osk2", ["Suvi Tamm", "Ferdinand Osk"]),
        # German
        ("Von Anna Berg und Tom Ode", ["Anna Berg", "Tom Ode"]),
        ("Text: Anna Berg / Foto: Tom Ode", ["Anna Berg"]),
        ("Text: Anna Berg Foto: Tom Ode", ["Anna Berg"]),
        ("Text von Anna Berg, Fotos von Tom Ode und Suvi Tamm", ["Anna Berg"]),
        ("Interview: Anna Berg", ["Anna Berg"]),
        ("Ein Kommentar von Anna von der Berg", ["Anna von der Berg"]),
        ("14.02.2015, 10:15 Uhr von Anna Berg", ["Anna Berg"]),
        ("14. Februar 2015, 23:39 · von Tobi", ["Tobi"]),
        # French
        ("Par Anne Bergé et Thomas d’Ode", ["Anne Bergé", "Thomas d’Ode"]),
        ("Par Anne Bergé(Bruxelles, bureau européen)", ["Anne Bergé"]),
        ("Par Bruno OSKARD, le samedi 14 février 2015 à 13h48", ["Bruno OSKARD"]),
        ("Propos recueillis par Anne Bergé", ["Anne Bergé"]),
        # Spanish
        ("Por Ana Bergas y Tomás Oderno", ["Ana Bergas", "Tomás Oderno"]),
        ("Por Ana María de la Bergas Publicado Feb 14, 2015", ["Ana María de la Bergas"]),
        ("POR ANA E BERGAS Y TOMÁS ODERNO", ["ANA E BERGAS", "TOMÁS ODERNO"]),
        ("Texto: Ana Bergas | Fotos: Tomás Oderno", ["Ana Bergas"]),
        # Italian
        ("Di Anna Bergotti e Tommaso Odelli", ["Anna Bergotti", "Tommaso Odelli"]),
        ("di Anna Bergotti, 14 febbraio 2015", ["Anna Bergotti"]),
        # Portuguese
        ("Por Ana Bergues e João da Odeira, de São Paulo", ["Ana Bergues", "João da Odeira"]),
        # Dutch
        ("Door Anna van den Berg en Tom Odemans", ["Anna van den Berg", "Tom Odemans"]),
        # Swedish
        ("Av Anna Berglund och Tom Odén", ["Anna Berglund", "Tom Odén"]),
        ("Text: Anna Berglund Foto: Tom Odén", ["Anna Berglund"]),
        # Polish
        ("Autor: Anna Bergowska, Tomasz Odecki", ["Anna Bergowska", "Tomasz Odecki"]),
        ("Tekst: Anna Bergowska / Zdjęcia: Tomasz Odecki", ["Anna Bergowska"]),
        # Russian
        ("Автор: Анна Бергова", ["Анна Бергова"]),
        ("Текст: Анна Бергова и Иван Одинов Фото: Пётр Осков", ["Анна Бергова", "Иван Одинов"]),
        # Turkish
        ("Yazan: Ayşe Bergoğlu", ["Ayşe Bergoğlu"]),
        ("Haber: Ayşe Bergoğlu / Fotoğraf: Ali Odemiş", ["Ayşe Bergoğlu"]),
        # Japanese
        ("取材・文：山田太郎", ["山田太郎"]),
        ("執筆：山田 太郎", ["山田 太郎"]),
        ("文／山田太郎 写真／鈴木花子", ["山田太郎"]),
        ("取材・文／山田太郎 撮影／鈴木花子", ["山田太郎"]),
        # Chinese
        ("记者：李明 张伟", ["李明", "张伟"]),
        ("記者 王小明", ["王小明"]),
        ("作者：茉莉", ["茉莉"]),
        ("2015-02-14 阅读：8169 来源：转载 作者：王小明", ["王小明"]),
        ("本报记者 李明 摄影 张伟", ["李明"]),
        # Pages that have lost their spaces
        ("BySuvi Tamm 14 February 2015", ["Suvi Tamm"]),
        ("By Suvi TammPublished: Feb 14, 2015", ["Suvi Tamm"]),
        ("By Suvi TammFerdinand Osk", ["Suvi Tamm", "Ferdinand Osk"]),
        ("By Suvi McTamm and Ronald DeOsk", ["Suvi McTamm", "Ronald DeOsk"]),
        ("By Suvi TammHarbour", ["Suvi TammHarbour"]),
        ("By Suvi TammTwitter", ["Suvi Tamm"]),
        # Names that are words of one language or another
        ("By Till Osk, Jan Tamm, Will Berg and May Ollerton", ["Till Osk", "Jan Tamm", "Will Berg", "May Ollerton"]),
        ("By Rui Ma and Uwe Freitag", ["Rui Ma", "Uwe Freitag"]),
    ],
)
def test_lines_that_open_as_bylines(line: str, people: list[str]) -> None:
    read = read_byline(line, WORDS)
    assert read is not None
    assert [person.name for person in read.byline.people] == people
    assert not read.byline.organisations
    assert read.opened
    assert read.byline.raw == line
    assert may_open(line, tuple(words_of(line)), WORDS)


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("14 February 2015By Suvi Tamm", True),
        ("HarbourBy Suvi Tamm", True),
        ("Written (in Paris) by Suvi Tamm", True),
        ("Standing by", True),
        ("Suvi Tamm", False),
        ("Harbour Life", False),
        ("Nearby harbours", False),
    ],
)
def test_a_quick_look_tells_lines_without_a_label(line: str, may: bool) -> None:
    assert may_open(line, tuple(words_of(line)), WORDS) is may


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Suvi Tamm", ["Suvi Tamm"]),
        ("Rafe Ollerton (now) and Suvi Tamm (earlier)", ["Rafe Ollerton", "Suvi Tamm"]),
        ("Tamm, Suvi", ["Suvi Tamm"]),
        ("Osk, Ferdinand J.", ["Ferdinand J. Osk"]),
        ("Suvi Tamm am 14. Februar 2015", ["Suvi Tamm"]),
        ("Suvi Tamm Zuletzt geändert am 14.02.2015", ["Suvi Tamm"]),
        ("Suvi Tamm | The Tidewater Gazette", ["Suvi Tamm"]),
        ("Tidewater News 2/14/2015 Suvi Tamm", ["Suvi Tamm"]),
        ("Suvi Tamm2 hours ago", ["Suvi Tamm"]),
        ("14 February 2015 · 30 min · 6279 words · Suvi Tamm", ["Suvi Tamm"]),
        ("Ali bin Saleh al-Tamm", ["Ali bin Saleh al-Tamm"]),
        ("Marna van der Osk", ["Marna van der Osk"]),
        ("林若溪 何北川", ["林若溪", "何北川"]),
        ("山田 太郎", ["山田 太郎"]),
        ("佐藤 文子", ["佐藤 文子"]),
        ("スヴィ・タム", ["スヴィ・タム"]),
        ("文小明", ["文小明"]),
        ("Politics by Suvi Tamm", ["Suvi Tamm"]),
        ("Suvi TammThe Tidewater Gazette", ["Suvi Tamm"]),
        ("赵小明、阳明月", ["赵小明", "阳明月"]),
    ],
)
def test_names_without_an_opener_need_somebody_to_vouch(line: str, people: list[str]) -> None:
    read = read_byline(line, WORDS)
    assert read is not None
    assert [person.name for person in read.byline.people] == people
    assert not read.opened


@pytest.mark.parametrize(
    ("line", "organisations"),
    [
        ("Staff", ["Staff"]),
        ("By Staff Reporter", ["Staff Reporter"]),
        ("Redaktion", ["Redaktion"]),
        ("Von Redaktion, 24. Januar 2015", ["Redaktion"]),
        ("dpa/lno", ["dpa/lno"]),
        ("Von dpa", ["dpa"]),
        ("Reuters", ["Reuters"]),
        ("SID", ["SID"]),
        ("By Reuters Staff", ["Reuters Staff"]),
        ("By HBG, in News, Harbour", ["HBG"]),
        ("AFP Nordhafen", ["AFP Nordhafen"]),
        ("Par Le Tamm et AFP", ["Le Tamm", "AFP"]),
        ("The Tidewater Gazette", ["The Tidewater Gazette"]),
        ("Centre for Harbour Research and Safety", ["Centre for Harbour Research and Safety"]),
        ("By Tidewater News with agencies", ["Tidewater News"]),
        ("Redaktion Nordhafen Kurier", ["Redaktion Nordhafen Kurier"]),
        ("nordhafen.de", ["nordhafen.de"]),
        ("来源：潮汐日报", ["潮汐日报"]),
    ],
)
def test_agencies_desks_and_outlets_are_no_people(line: str, organisations: list[str]) -> None:
    read = read_byline(line, WORDS)
    assert read is not None
    assert not read.byline.people
    assert list(read.byline.organisations) == organisations


@pytest.mark.parametrize(
    ("line", "people", "organisations"),
    [
        ("By Suvi Tamm and Reuters", ["Suvi Tamm"], ["Reuters"]),
        ("By Suvi Tamm AFP", ["Suvi Tamm"], ["AFP"]),
        ("By Suvi Tamm The Tidewater Gazette", ["Suvi Tamm"], []),
        ("By Suvi Tamm, Tidewater News Service", ["Suvi Tamm"], ["Tidewater News Service"]),
        ("By Suvi Tamm | Tidewater News Service", ["Suvi Tamm"], []),
        ("By Suvi Tamm, Ferdinand Osk, The Associated Press", ["Suvi Tamm", "Ferdinand Osk"], ["The Associated Press"]),
        ("Von Anna Berg (dpa)", ["Anna Berg"], ["dpa"]),
        ("Von Anna Berg mit dpa", ["Anna Berg"], []),
        ("新华社记者李明", ["李明"], ["新华社"]),
    ],
)
def test_an_agency_signs_beside_people_and_a_workplace_does_not(line: str, people: list[str], organisations: list[str]) -> None:
    read = read_byline(line, WORDS)
    assert read is not None
    assert [person.name for person in read.byline.people] == people
    assert list(read.byline.organisations) == organisations


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("By Suvi Tamm, Defence Correspondent", ["Defence Correspondent"]),
        (
            "By Suvi Tamm, Senior Harbour Reporter, and Ferdinand Osk, Print Managing Editor",
            ["Senior Harbour Reporter", "Print Managing Editor"],
        ),
        ("By Suvi Tamm, Trial Attorney at Osk & Berg", ["Trial Attorney"]),
        ("Suvi Tamm Redakteurin", ["Redakteurin"]),
        ("Reporter Suvi Tamm", ["Reporter"]),
        ("By Suvi TammStaff Writer", ["Staff Writer"]),
        ("By Suvi Tamm ⋅ Senior Review Analyst ⋅ Updated March 5, 2015", ["Senior Review Analyst"]),
        ("Анна Бергова, корреспондент", ["корреспондент"]),
        ("By Suvi Tamm, Paris", [None]),
    ],
)
def test_roles_go_to_the_person_they_stand_behind(line: str, roles: list[str | None]) -> None:
    read = read_byline(line, WORDS)
    assert read is not None
    assert [person.role for person in read.byline.people] == roles


@pytest.mark.parametrize(
    "line",
    [
        # Prose that opens with 'by' in one language or another
        "By the time he arrived the harbour was empty",
        "By Monday",
        "By Monday morning",
        "By law",
        "By Newsletter",
        "Von Berlin",
        "Von der Nordsee bis zum Hafen",
        "Par exemple",
        "Por la mañana",
        "Di notte",
        "Av de skäl som nämnts",
        "Door de storm",
        # Others who did something
        "Photo by Suvi Tamm",
        "Foto: Suvi Tamm",
        "Photo: Suvi Tamm / Tidewater News",
        "Reviewed by Suvi Tamm, Trial Attorney at Osk & Berg, on December 9, 2014.",
        "Updated by Suvi Tamm",
        "Editing by Suvi Tamm",
        "Additional reporting by Suvi Tamm",
        "Reporting by Suvi Tamm; editing by Ferdinand Osk",
        "View all posts by Suvi Tamm",
        "責任編輯：王小明",
        "摄影：李明",
        "撮影：山田太郎",
        "Fotoğraf: Ali Odemiş",
        "Фото: Пётр Осков",
        # Lines of a page
        "About Us",
        "Author Archive",
        "Full Bio",
        "Read More Stories",
        "Follow Suvi Tamm",
        "Middle East",
        "New York",
        "South Africa",
        "Learn about our editorial policies",
        "Senior Staff Writer",
        "Marketing Director",
        "National Harbour Reporter",
        "Death by Chocolate",
        "Monday",
        "14 February 2015",
        "Cortyn",
        "suvitamm",
        "@suvitamm",
        "suvi.tamm@tidewater.example",
        "https://tidewater.example/suvi-tamm",
        "",
        # Prose
        "Suvi Tamm is a member of the editorial staff.",
        "Suvi Tamm in the news for what she said",
        "The harbour office said on Friday that Suvi Tamm had left.",
        "投稿邮箱",
        "近日，本刊记者经历了近4个小时的车程赶赴潮汐县",
        "他当过记者",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line, WORDS) is None


def test_a_line_as_long_as_prose_is_none() -> None:
    assert read_byline("By Suvi Tamm" + ", Suvi Tamm" * 5, WORDS) is not None
    assert read_byline("By Suvi Tamm" + ", Suvi Tamm" * 50, WORDS) is None
    assert read_byline("By Suvi Tamm" + ", Updated at" * 12, WORDS) is not None
    assert read_byline("By Suvi Tamm" + ", Updated at" * 13, WORDS) is None
    assert read_author("Suvi Tamm" + ", Suvi Tamm" * 50, WORDS) == ((), ())


def test_a_line_with_mostly_small_words_is_prose() -> None:
    assert read_byline("By Suvi Tamm, a professor of history at the University of Nordhafen", WORDS) is not None
    assert read_byline("By Suvi Tamm, who was at the harbour when it was opened again", WORDS) is None


def test_a_sentence_that_ends_inside_a_line_makes_it_prose() -> None:
    assert read_byline("记者林若溪报道。", WORDS) is not None
    assert read_byline("记者林若溪报道。何北川摄", WORDS) is None


@pytest.mark.parametrize("line", ["记者林若溪报道", "记者林若溪报道。"])
def test_the_full_stop_of_a_line_is_not_of_the_role(line: str) -> None:
    read = read_byline(line, WORDS)
    assert read is not None
    assert read.byline.people == (Person("林若溪", "报道"),)


def test_letters_that_make_no_word_are_no_names() -> None:
    assert read_byline("By ʼ ʼ", WORDS) is None  # a letter to Unicode, an apostrophe to newsclean


@pytest.mark.parametrize(
    ("value", "people", "organisations"),
    [
        ("Suvi Tamm", ["Suvi Tamm"], []),
        ("By Suvi Tamm", ["Suvi Tamm"], []),
        ("Suvi Tamm, Ferdinand Osk", ["Suvi Tamm", "Ferdinand Osk"], []),
        ("Suvi Tamm & Ferdinand Osk", ["Suvi Tamm", "Ferdinand Osk"], []),
        ("Suvi Tamm og Ferdinand Osk", ["Suvi Tamm", "Ferdinand Osk"], []),
        ("Osk, Ferdinand J.", ["Ferdinand J. Osk"], []),
        ("Osk, Ferdinand; Tamm, Suvi", ["Ferdinand Osk", "Suvi Tamm"], []),
        ("View all posts by Suvi Tamm", ["Suvi Tamm"], []),
        ("Suvi Tamm (st)", ["Suvi Tamm"], []),
        ("Suvi Tamm - The Tidewater Gazette", ["Suvi Tamm"], []),
        ("Suvi Tamm, MD; Ferdinand Osk, DVM & Rafe Ollerton, BA", ["Suvi Tamm", "Ferdinand Osk", "Rafe Ollerton"], []),
        ("Suvi Tamm, who has sailed the harbour for years", ["Suvi Tamm"], []),
        # One word, since the metadata has said that it is a name
        ("Cortyn", ["Cortyn"], []),
        ("suvitamm", ["suvitamm"], []),
        ("suvi tamm", ["suvi tamm"], []),
        ("suvitamm - Suvi Tamm", ["Suvi Tamm"], []),
        ("茉莉", ["茉莉"], []),
        ("구현모", ["구현모"], []),
        ("大渡 美咲", ["大渡 美咲"], []),
        # No people
        ("NDR", [], ["NDR"]),
        ("nordhafen.de", [], ["nordhafen.de"]),
        ("Tidewater News Team", [], ["Tidewater News Team"]),
        ("Staff Writer", [], ["Staff Writer"]),
        ("dpa/lno", [], ["dpa/lno"]),
        ("AFP/The Tidewater", [], ["AFP", "The Tidewater"]),
        ("Foto: Suvi Tamm", [], []),
        ("suvi.tamm", [], []),
        ("suvi_tamm", [], []),
        ("105092", [], []),
        ("@suvitamm", [], []),
        ("https://tidewater.example/authors/suvi-tamm", [], []),
        ("suvi.tamm@tidewater.example", [], []),
        ("Your friendly harbour guide", [], []),
        ("Tales from the Harbour", [], []),
        ("Harbour in the Fog", [], []),
        ("editorial policies", [], []),
        ("newsletter", [], []),
        ("No Author", [], []),
        ("", [], []),
    ],
)
def test_what_metadata_calls_the_author(value: str, people: list[str], organisations: list[str]) -> None:
    found, others = read_author(value, WORDS)
    assert ([person.name for person in found], list(others)) == (people, organisations)


@pytest.mark.parametrize(
    "name",
    [
        *("Suvi Tamm", "Anna-Lena Osk", "J. R. Osk", "Suvi O'Tamm", "SUVI TAMM", "Marna van der Berg", "Ali bin Saleh al-Tamm"),
        *(
            "Jan Osk",
            "Till Osk",
            "Will Osk",
            "Hans Berg",
            "Dan Tamm",
            "Sina Osk",
            "April Tamm",
            "Rui Ma",
            "Uwe Freitag",
            "Jörg Bergmann",
        ),
        *("Анна Бергова", "Ayşe Bergoğlu", "Łucja Bergowska", "Ángela Bergas", "Lê Thị Bergâm", "Suvi Tamm Jr.", "Dr. Suvi Tamm"),
        *("王小明", "李明", "欧阳明月", "山田太郎", "山田 太郎", "佐々木健", "김민준", "スヴィ・タム"),
    ],
)
def test_names_of_people(name: str) -> None:
    assert is_person_name(name, WORDS)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Suvi",
            "suvi tamm",
            "About Us",
            "The Harbour",
            "Read More",
            "What To Know",
            "Suvi Is Here",
            "Black Friday",
            "Sunday Monday",
        ),
        *(
            "New York",
            "Middle East",
            "Los Angeles",
            "Tidewater News",
            "Marketing Director",
            "Follow Suvi Tamm",
            "Suvi Tamm 2",
            "Suvi, Tamm",
        ),
        *(
            "Über Uns",
            "Alle Artikel",
            "Más Noticias",
            "Le Tamm",
            "北京",
            "東京",
            "编辑部",
            "ニュース",
            "今天天气很好",
            "お問い合わせ",
            "連絡先",
        ),
    ],
)
def test_what_is_no_name_of_a_person(name: str) -> None:
    assert not is_person_name(name, WORDS)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Staff",
            "Redaktion",
            "Reuters",
            "dpa",
            "dpa/lno",
            "Agence France-Presse",
            "The Associated Press",
            "Tidewater News",
            "Le Tamm",
        ),
        *(
            "Редакция",
            "La redacción",
            "Rédaction",
            "De Redactie",
            "Redakcja",
            "编辑部",
            "潮汐日报",
            "潮汐新聞社",
            "編集部",
            "共同通信",
            "Haber Merkezi",
        ),
        *("AFP Nordhafen", "University of Tidewater", "nordhafen.de", "The Tidewater Gazette", "Hafenverband Nordhafen"),
    ],
)
def test_organisations(name: str) -> None:
    assert is_organisation(name, WORDS)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Suvi Tamm",
            "Suvi Wagstaff",
            "Ani Tamm",
            "ANI TAMM",
            "Hina Osk",
            "Le Thi Berg",
            "Learn about our editorial policies",
            "Why the press is late",
        ),
        *(
            "Is this the news?",
            "© Tidewater News",
            "王小明",
            "山田太郎",
            "潮汐日报的读者说他们今天没有收到报纸",
            "社会",
            "",
            "2015",
        ),
    ],
)
def test_what_is_no_organisation(name: str) -> None:
    assert not is_organisation(name, WORDS)


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    for size in (300, 100_000):
        text = unit * (size // len(unit))
        read_byline(text, WORDS)
        read_author(text, WORDS)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("name", "small"),
    [
        ("SUVI TAMM", "Suvi Tamm"),
        ("SUVI VAN DER BERG", "Suvi van der Berg"),
        ("ANNA-LENA O'TAMM III", "Anna-Lena O'Tamm III"),
        ("J.R. MCTAMM", "J.R. McTamm"),
        ("PAUL D’ORMONT", "Paul D’Ormont"),
        ("АННА ЗИМИНА", "Анна Зимина"),
        ("CORTYN", "CORTYN"),
    ],
)
def test_names_in_capitals(name: str, small: str) -> None:
    assert in_small_letters(name, WORDS) == small
