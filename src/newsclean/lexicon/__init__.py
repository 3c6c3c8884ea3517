"""The words: cue phrases, byline words, month names, one data file a language, joined into one table.

Matching never asks for the language, since it is read only at the end, from the story. So one table serves all, and an entry
that means something harmless in another language does not stand in it, or only where it has to be the whole block.
"""

from newsclean.lexicon.lexicon import Cue, Lexicon, Strength
from newsclean.lexicon.tables import load
from newsclean.lexicon.words import WORD, fold, words_of, words_of_each

__all__ = ["WORD", "Cue", "Lexicon", "Strength", "fold", "load", "words_of", "words_of_each"]
