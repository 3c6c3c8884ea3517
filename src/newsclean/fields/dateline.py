"""The dateline of the story."""

from newsclean.article import Dateline
from newsclean.category import Kind
from newsclean.fields.candidate import Candidate
from newsclean.fields.reading import Reading
from newsclean.parse.dateline import read_dateline


def find_datelines(reading: Reading) -> tuple[Candidate[Dateline], ...]:
    """What opens the story's first paragraph, if it is a dateline. Later paragraphs have none, whatever they open with."""
    first = next((block for block in reading.body() if block.kind is Kind.PARAGRAPH), None)
    dateline = read_dateline(first.text, reading.lexicon) if first else None
    return (Candidate(dateline, reading.printed_source, dateline.raw),) if dateline else ()
