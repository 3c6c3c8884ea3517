"""Trains the models of pages and of texts: `python training/train.py DATA`, DATA the folder of the sets.

Writes the weights that the package ships, and for the benchmarks one file a fold: the weights that have not seen its sites. The
same data, code and versions give the same bytes on one kind of processor.
"""

import argparse
import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import lightgbm
import numpy as np
import sklearn

from confidence import Chances, calibrate, read_bodies
from fit import Table, Words, fit, fit_words
from folds import FOLDS
from folds import WEIGHTS as FOLD_WEIGHTS
from grafts import read_grafts
from newsclean.learned.model import PAGES, TEXTS, WORDS, Model
from newsclean.learned.words import Worth
from samples import BARE, SETS, Sample, read_samples
from texts import TEXT_SETS, read_texts

ROOT: Final = Path(__file__).parents[1]
SHIPPED: Final = ROOT / "src" / "newsclean" / "learned"
LICENCES: Final = (
    "Trained on page sets with hand-made truth, among them the development pages of WCXB, (c) 2026 Murrough Foley, "
    "CC-BY-4.0; see training/README.md. No text of a page is in this file."
)


UNCALIBRATED: Final = {"confidence": [[0.0, 1.0], [0.0, 1.0]]}
_FORKED: Final[
    list[tuple[list[Sample], Table, Sequence[Words]]]
] = []  # what the processes that train share; set before they start


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description="Train the models of pages and of texts.")
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of the sets")
    data = parser.parse_args(arguments).data
    texts = list(read_texts(data))
    words = train_words(texts, data)
    train_model(TEXTS, texts, words, TEXT_SETS, data)
    train_model(PAGES, [*read_samples(data), *read_grafts(data)], words, SETS, data)


def train_words(texts: list[Sample], data: Path) -> Sequence[Words]:
    """Learns what words are worth and writes it: without each fold, then of all texts."""
    _FORKED[:] = [(texts, Table(()), ())]
    with get_context("fork").Pool() as pool:  # forked, so that the samples need not be sent
        words = pool.map(_fit_words_without, (*range(FOLDS), None), chunksize=1)
    for fold, each in enumerate(words[:-1]):
        _write(FOLD_WEIGHTS / WORDS / f"{fold}.json", _about_fold(fold) | {"worth": each[None]})
    _write(SHIPPED / f"{WORDS}.json", _origin(TEXT_SETS, data) | {"worth": words[-1][None]})
    return words


def train_model(name: str, samples: list[Sample], words: Sequence[Words], sets: Sequence[str], data: Path) -> None:
    """Trains one model and writes its weights.

    Args:
        name: PAGES or TEXTS.
        samples: what it learns from.
        words: what words are worth, without each fold, then by all texts.
        sets: the sets that the samples come from.
        data: the folder of the sets.
    """
    _FORKED[:] = [(samples, Table(samples), words)]
    with get_context("fork").Pool() as pool:
        *fold_weights, weights = pool.map(_fit_without, (*range(FOLDS), None), chunksize=1)
    known = [Worth.of(each[None]) for each in words[:-1]]
    models = [Model.from_dict(each | UNCALIBRATED, worth) for each, worth in zip(fold_weights, known, strict=True)]
    unseen = {sample.page: _ask(models[sample.fold], sample) for sample in samples}
    bodies = read_bodies(data, sets)
    for fold, each in enumerate(fold_weights):
        others = [sample for sample in samples if sample.fold != fold]
        confidence = {"confidence": calibrate(others, unseen, bodies)}
        _write(FOLD_WEIGHTS / name / f"{fold}.json", _about_fold(fold) | confidence | each)
    measured = {"scores": score(samples, unseen), "confidence": calibrate(samples, unseen, bodies)}
    _write(SHIPPED / f"{name}.json", _origin(sets, data) | measured | weights)


def _fit_words_without(fold: int | None) -> Words:
    """What words are worth by the texts of all folds but one."""
    ((texts, _, _),) = _FORKED
    return fit_words(sample for sample in texts if sample.fold != fold)


def _fit_without(fold: int | None) -> dict[str, Any]:
    """The weights of all samples but those of one fold."""
    ((samples, table, words),) = _FORKED
    return fit([sample for sample in samples if sample.fold != fold], table, words[-1 if fold is None else fold])


def _about_fold(fold: int) -> dict[str, Any]:
    return {"about": f"{LICENCES} Not trained on the sites of fold {fold}."}


def _origin(sets: Sequence[str], data: Path) -> dict[str, Any]:
    """What a file of weights says of where it comes from."""
    return {
        "about": LICENCES,
        "data": {name: _digest(data / name) for name in sets},
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scikit-learn": sklearn.__version__,
            "lightgbm": lightgbm.__version__,
        },
    }


def _ask(model: Model, sample: Sample) -> Chances:
    answer = model.ask(sample.document, sample.features, sample.hints)
    return answer.chances, answer.alone


def score(samples: Sequence[Sample], unseen: Mapping[str, Chances]) -> dict[str, float]:
    """How well blocks of sites that were not trained on are told apart; each counts by its characters."""
    kept_body = kept = body = 0.0
    for sample in (each for each in samples if BARE not in each.page and not each.is_made):
        characters = np.array([len(block.text) for block in sample.document.blocks]) * (sample.counts > 0)
        is_kept = unseen[sample.page][0] >= 0.5
        kept_body += float((characters * sample.labels * is_kept).sum())
        kept += float((characters * is_kept).sum())
        body += float((characters * sample.labels).sum())
    precision, recall = kept_body / kept, kept_body / body
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
    }


def _digest(folder: Path) -> str:
    """One number for all that is learned from a set: its truth and its pages."""
    digest = hashlib.sha256((folder / "truth.jsonl").read_bytes())
    for page in sorted(path for path in folder.rglob("*/*") if path.is_file()):
        digest.update(page.name.encode() + page.read_bytes())
    return digest.hexdigest()


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
