"""An article as plain text."""

from newsclean.schema import ArticleDict


def write_text(article: ArticleDict) -> str:
    """The headline, a blank line and the story; nothing at all where neither was found."""
    parts = [part for part in (article["headline"], article["text"]) if part]
    return "\n\n".join(parts) + "\n" if parts else ""
