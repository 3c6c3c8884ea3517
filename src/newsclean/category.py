"""The closed vocabularies: what a block can be, and why one was left out."""

from enum import StrEnum


class Kind(StrEnum):
    """The form of a block of the body, as the page gives it."""

    PARAGRAPH = "paragraph"
    """Running prose."""
    CROSSHEAD = "crosshead"
    """A subheading inside the story; its level is 2 to 6."""
    LIST_ITEM = "list_item"
    """One item of a list; its level is the depth, from 1."""
    QUOTE = "quote"
    """A quotation set apart from the running text, embedded posts included."""
    PREFORMATTED = "preformatted"
    """Text whose line breaks matter, such as code."""
    TABLE = "table"
    """A table of data; its cells are in `rows`."""
    CAPTION = "caption"
    """The caption of one of the story's images; not part of `Article.text`."""
    UPDATE = "update"
    """The time line of an entry of a live blog."""


class Role(StrEnum):
    """What a kept block is when it is not body."""

    HEADLINE = "headline"
    """The article's printed title."""
    KICKER = "kicker"
    """The label above the headline."""
    STANDFIRST = "standfirst"
    """The summary under the headline; the dek, in American newsrooms."""
    BYLINE = "byline"
    """The printed line that names who wrote the article."""
    TIMESTAMP = "timestamp"
    """A printed line that says when the article was published or changed."""
    CREDIT = "credit"
    """'Additional reporting by ...', 'Edited by ...' at the end."""


class Category(StrEnum):
    """Why a block was left out."""

    NAVIGATION = "navigation"
    """Menus, breadcrumbs, tag lists, skip links, pagination."""
    CONSENT = "consent"
    """Cookie and privacy notices that ask for agreement."""
    NOTIFICATION = "notification"
    """Prompts to switch browser or app notifications on."""
    DONATION = "donation"
    """Appeals for money for the outlet or for a cause, charity banners included."""
    SUBSCRIPTION = "subscription"
    """Offers to pay for access, paywall notices included."""
    NEWSLETTER = "newsletter"
    """Prompts to receive mail."""
    REGISTRATION = "registration"
    """Prompts to sign in or to make an account, and their answers."""
    ADVERTISEMENT = "advertisement"
    """Adverts, sponsored links and their labels."""
    RELATED = "related"
    """Teasers of other stories, with their headings; 'read more' lines inside the story."""
    SHARE = "share"
    """Share bars, 'follow us', copy-link, print and save lines."""
    COMMENTS = "comments"
    """Readers' comments, their counts, forms and rules."""
    AUTHOR_BIO = "author_bio"
    """Who the author is, apart from the byline."""
    ABOUT = "about"
    """Stock text about the company or the outlet, contact lines included."""
    LEGAL = "legal"
    """Copyright, disclaimers, terms, imprint."""
    REPEAT = "repeat"
    """Text that the page already gave: the headline or a paragraph a second time."""
    OTHER = "other"
    """None of these, or not told which."""


class Source(StrEnum):
    """Where the value of a field was read."""

    JSON_LD = "json_ld"
    OPEN_GRAPH = "open_graph"
    META = "meta"
    MICRODATA = "microdata"
    HTML = "html"
    TEXT = "text"
    URL = "url"


class Precision(StrEnum):
    """The smallest part of a timestamp that was printed."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Zone(StrEnum):
    """Whether a timestamp says which zone it is in."""

    STATED = "stated"
    """An offset or the name of a zone stands with it."""
    ASSUMED = "assumed"
    """Another statement of the same page gives the offset."""
    UNKNOWN = "unknown"
    """Nothing says; the value has no offset."""
