"""How an article is written out: one module a format, each a plain function of the article's dict form."""
