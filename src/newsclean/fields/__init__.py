"""The fields of an article: each module reads one, from the verdicts, the printed lines and the metadata. None judges a block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsclean.article import Byline, Confidence, Dateline, Image, Provenance, Timestamp
from newsclean.category import Role
from newsclean.fields.byline import find_bylines
from newsclean.fields.candidate import Candidate
from newsclean.fields.confidence import find_chance, signals_of_byline, signals_of_headline, signals_of_published
from newsclean.fields.dateline import find_datelines
from newsclean.fields.headline import find_headlines
from newsclean.fields.images import find_images
from newsclean.fields.language import find_languages
from newsclean.fields.metadata import find_canonical_url, find_free_access, find_publishers, find_sections, find_tags
from newsclean.fields.reading import Reading
from newsclean.fields.timestamps import find_published_and_modified


@dataclass(frozen=True, slots=True)
class Fields:
    """The candidates of each field, best first; the first one is the article's value.

    Attributes:
        headlines: of the headline.
        bylines: of the byline.
        datelines: of the dateline; one at most.
        published: of the time of publication.
        modified: of the time of the last change.
        publishers: of the outlet's name.
        sections: of the section.
        languages: of the language.
        images: of the lead image.
        kickers: of the kicker.
        standfirsts: of the standfirst.
        tags: the keywords; a list, so there is nothing to choose.
        canonical_url: the page's own address, or None.
        is_free: whether the page says that all of its text can be read without paying; None where it says nothing.
    """

    headlines: tuple[Candidate[str], ...]
    bylines: tuple[Candidate[Byline], ...]
    datelines: tuple[Candidate[Dateline], ...]
    published: tuple[Candidate[Timestamp], ...]
    modified: tuple[Candidate[Timestamp], ...]
    publishers: tuple[Candidate[str], ...]
    sections: tuple[Candidate[str], ...]
    languages: tuple[Candidate[str], ...]
    images: tuple[Candidate[Image], ...]
    kickers: tuple[Candidate[str], ...]
    standfirsts: tuple[Candidate[str], ...]
    tags: tuple[str, ...]
    canonical_url: str | None
    is_free: bool | None

    @property
    def confidence(self) -> Confidence:
        """How sure the values are that were taken; None where there is none, and of the body nothing."""
        return Confidence(
            headline=find_chance("headline", signals_of_headline(self.headlines)),
            byline=find_chance("byline", signals_of_byline(self.bylines)),
            published=find_chance("published", signals_of_published(self.published, self.modified)),
        )

    def without_unsure(self, least: float) -> "Fields":
        """The fields without the values of which newsclean is less sure than that."""
        if least <= 0:
            return self
        sure = self.confidence
        return replace(
            self,
            headlines=self.headlines if (sure.headline or 0.0) >= least else (),
            bylines=self.bylines if (sure.byline or 0.0) >= least else (),
            published=self.published if (sure.published or 0.0) >= least else (),
        )

    @property
    def candidates(self) -> Mapping[str, Sequence[Candidate[object]]]:
        """The candidates of the fields that have some, by the field's name in the article and in its order."""
        fields: Mapping[str, Sequence[Candidate[object]]] = {
            "headline": self.headlines,
            "kicker": self.kickers,
            "standfirst": self.standfirsts,
            "byline": self.bylines,
            "dateline": self.datelines,
            "published": self.published,
            "modified": self.modified,
            "publisher": self.publishers,
            "section": self.sections,
            "language": self.languages,
            "image": self.images,
        }
        return {name: candidates for name, candidates in fields.items() if candidates}

    @property
    def provenance(self) -> tuple[tuple[str, Provenance], ...]:
        """Where the values that were taken came from, by field name, in the order of the article."""
        return tuple((name, candidates[0].provenance) for name, candidates in self.candidates.items())


def find_fields(reading: Reading) -> Fields:
    """Read all fields of a page, from what was decided about it."""
    published, modified = find_published_and_modified(reading)
    return Fields(
        headlines=find_headlines(reading),
        bylines=find_bylines(reading),
        datelines=find_datelines(reading),
        published=published,
        modified=modified,
        publishers=find_publishers(reading),
        sections=find_sections(reading),
        languages=find_languages(reading),
        images=find_images(reading),
        kickers=_printed(reading, Role.KICKER),
        standfirsts=_printed(reading, Role.STANDFIRST),
        tags=find_tags(reading),
        canonical_url=find_canonical_url(reading),
        is_free=find_free_access(reading),
    )


def _printed(reading: Reading, role: Role) -> tuple[Candidate[str], ...]:
    return tuple(Candidate(block.text, reading.printed_source, block.text) for block in reading.printed(role))
