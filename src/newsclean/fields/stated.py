"""What the page states to machines: JSON-LD, meta tags, microdata and its own address."""

import html
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final
from urllib.parse import urljoin, urlsplit

from newsclean.category import Source
from newsclean.document import PageMeta
from newsclean.entities import Entity, Item, entities_of, find_articles, items_by_id
from newsclean.fields.candidate import Candidate
from newsclean.lexicon import words_of

OPEN_GRAPH: Final = ("og:", "article:", "twitter:")
ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
LONGEST_NAME: Final = 80  # code points; a longer 'publisher' is the text of a footer
TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")


# No slots: the cached properties need a place.
@dataclass(frozen=True)
class Stated:
    """The metadata of a page, read the same way for every field.

    Attributes:
        written: as it is written in the page.
        url: the page's address, if the caller knows it.
        headlines: the printed headlines, by which the page's article is told from others that are described on it.
    """

    written: PageMeta
    url: str | None = None
    headlines: Collection[str] = ()

    def json_ld(self, *names: str) -> Iterator[Candidate[str]]:
        """What the JSON-LD says of the article in these properties."""
        values = (article.get(name) for article in self.articles for name in names)
        return _candidates((entity.text for value in values for entity in self.entities(value)), Source.JSON_LD)

    def meta(self, *names: str) -> Iterator[Candidate[str]]:
        """What the meta tags of these names say, in the order of the names."""
        found = [(name, contents) for name in names if (contents := self._contents.get(name))]
        for name, contents in found:
            yield from _candidates(contents, Source.OPEN_GRAPH if name.startswith(OPEN_GRAPH) else Source.META)

    def microdata(self, *names: str) -> Iterator[Candidate[str]]:
        """What the microdata says in these properties."""
        return _candidates((value for name, value in self.written.microdata if name in names), Source.MICRODATA)

    def entities(self, value: object) -> Iterator[Entity]:
        """What a value of the JSON-LD names, references followed."""
        return entities_of(value, self._items_by_id)

    @cached_property
    def articles(self) -> tuple[Item, ...]:
        """The JSON-LD objects that describe the page's article, best first."""
        headlines = {tuple(words_of(headline)) for headline in self.headlines}
        addresses = {self._bare(address) for address in self.addresses}

        def is_this_page(item: Item) -> bool:
            links = (item.get("url"), item.get("@id"), item.get("mainEntityOfPage"))
            named = {self._bare(str(link.get("@id") if isinstance(link, dict) else link)) for link in links} - {None}
            titles = {tuple(words_of(plain(entity.text))) for entity in self.entities(item.get("headline"))}
            return not (titles.isdisjoint(headlines) and named.isdisjoint(addresses))

        return find_articles(self.written.json_ld, is_this_page)

    @cached_property
    def publishers(self) -> tuple[Candidate[str], ...]:
        """Names of the outlet, best first. Its address at a social network is none."""
        found = [*self.json_ld("publisher"), *self.meta("og:site_name", "application-name", "dc.publisher", "publisher")]
        found += self.microdata("publisher")
        names = (each for each in found if len(each.value) <= LONGEST_NAME and not ADDRESS.match(each.value))
        return tuple(dict.fromkeys(names))

    @cached_property
    def site_names(self) -> frozenset[str]:
        """What the site is called, in lower-case words: its publisher, its host and the parts of the host's name."""
        labels = (self.host or "").removeprefix("www.").split(".")
        names = {" ".join(words_of(each.value)) for each in self.publishers}
        return frozenset((*names, *labels, " ".join(labels))) - {""}

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The page's addresses, as the caller and the page itself give them."""
        written = (self.url, self.written.canonical, *(each.value for each in self.meta("og:url")))
        return tuple(address for address in written if address)

    def absolute(self, written: str) -> str | None:
        """An address with scheme and host, or None where it can't be made one. Broken addresses occur and are passed over.

        Where the caller gives no address of the page, a relative one is read against that which the page gives of itself.
        """
        return _absolute(self._base, written.strip())

    @cached_property
    def _base(self) -> str:
        own = (self.written.canonical or "", *(each.value for each in self.meta("og:url")))
        return self.url or next((address for each in own if (address := _absolute("", each.strip()))), "")

    @cached_property
    def host(self) -> str | None:
        """The name of the site's host, where an address is known."""
        return next((host for address in self.addresses if (host := self._host_of(address))), None)

    def is_of_site(self, href: str) -> bool:
        """Whether a link may be one to the same site: none is known to lead away where the page's own address is unknown."""
        host = self._host_of(href)
        return host is None or self.host in (None, host)

    def _host_of(self, written: str) -> str | None:
        return urlsplit(self.absolute(written) or "").hostname

    def _bare(self, written: str) -> str | None:
        """An address as far as it tells pages apart: without scheme, 'www.', fragment and last slash."""
        address = self.absolute(written)
        if address is None:
            return None
        parts = urlsplit(address)
        return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"

    @cached_property
    def _contents(self) -> Mapping[str, Sequence[str]]:
        contents: dict[str, list[str]] = {}
        for name, content in self.written.pairs:
            contents.setdefault(name, []).append(content)
        return contents

    @cached_property
    def _items_by_id(self) -> Mapping[str, Item]:
        return items_by_id(self.written.json_ld)


@lru_cache(maxsize=32)  # a page gives the same address in many places, and asks for it again and again
def _absolute(page: str, written: str) -> str | None:
    if not written:  # which would be the page itself
        return None
    try:
        parts = urlsplit(written)
        if not (parts.scheme and parts.netloc):  # most are whole, and to join them takes several times as long
            parts = urlsplit(urljoin(page, written))
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None


def plain(raw: str) -> str:
    """A value as text. Many systems write the metadata from the page's HTML, with its entities and tags still in it."""
    text = html.unescape(raw) if "&" in raw else raw
    return " ".join((TAG.sub("", text) if "<" in text else text).split())


def _candidates(raws: Iterable[str], source: Source) -> Iterator[Candidate[str]]:
    return (Candidate(text, source, raw) for raw in raws if (text := plain(raw)))
