"""The result: one typed article, and the account of what was left out of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from newsclean import write
from newsclean.category import Category, Kind, Precision, Role, Source, Zone
from newsclean.document import Span
from newsclean.schema import SCHEMA, ArticleDict
from newsclean.verdict import Removed
