"""Small trained encoders that label words and tell names apart, run by onnxruntime; their weights
come with sayso."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.engines.pieces import Pieces
from sayso.engines.protocols import Stretch
from sayso.engines.windows import windows
from sayso.records.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEADS = Path(__file__).parent / "heads"
_FILES = ("model.onnx", "vocabulary.txt")
# How many words around its names are read of a long sentence, and how many at most.
AROUND, _MOST_WORDS = 9, 60


class OnnxHead:
    """An encoder in a folder: ``model.onnx``, ``vocabulary.txt`` and ``head.json``.

    ``what`` it is and what is done ``without`` it are told where it cannot be used. Nothing is
    loaded before the first word is asked for.
    """

    what, without = "the encoder", ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        # A worker loads its own model: the name travels, the weights do not.
        return type(self), (self.folder,)

    @cached_property
    def hash(self) -> str:
        """The digest of the weights; raises EngineError where they are missing or damaged."""
        told = self._head["sha256"]
        digest = hashlib.sha256()
        for name in _FILES:
            digest.update(self._bytes(name))
        if digest.hexdigest() != told:
            raise self._unusable("its files are damaged or do not belong together")
        return str(told)

    @cached_property
    def _head(self) -> dict[str, Any]:
        try:
            head: dict[str, Any] = json.loads(self._bytes("head.json"))
        except ValueError as error:
            raise self._unusable("head.json is damaged") from error
        return head

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise self._unusable(f"{name} cannot be read") from error

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # noqa: PLC0415 - half a second that only a reading run should pay

        options = onnxruntime.SessionOptions()
        # One thread: each worker has its own core, and sums come out the same every time.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        try:
            return onnxruntime.InferenceSession(
                str(self.folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's errors have no common base
            raise self._unusable("onnxruntime cannot load model.onnx") from error

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._bytes("vocabulary.txt").decode("utf-8").split("\n"))

    def _unusable(self, why: str) -> EngineError:
        return EngineError(
            f"{self.what} cannot be used: {why}",
            where=str(self.folder),
            hint=f"install sayso anew; until then {self.without}",
        )


class OnnxTagger(OnnxHead):
    """Labels words. The same words give the same labels, whatever else is labelled in the run."""

    what, without = "the attribution tagger", "attributions are read by rules alone"

    def __init__(self, folder: Path = HEADS / "attribution") -> None:
        super().__init__(folder)

    def label(self, stretch: Stretch) -> list[int]:
        """A label for each word of a document. Raises EngineError where the model cannot run."""
        pieces = [self._pieces.of(word) for word in stretch.words]
        sizes = [len(one) for one in pieces]
        labels = [0] * len(pieces)
        for start, end in windows(sizes, stretch.blocks, stretch.sentences):
            scores = self._run(pieces[start:end], stretch.columns[start:end])
            labels[start:end] = self._chain.best(scores)
        return labels

    def _run(
        self, pieces: Sequence[Sequence[int]], rows: Sequence[Sequence[int]]
    ) -> NDArray[np.float32]:
        """The scores of some words, each from its first piece.

        Windows go in one by one: padded to one length they take longer.
        """
        import numpy as np  # noqa: PLC0415 - loaded with the model, not with the command line

        nothing = [0] * len(self._head["columns"])
        firsts: list[int] = []
        flat: list[int] = [self._pieces.begin]
        columns: list[Sequence[int]] = [nothing]
        for cut, row in zip(pieces, rows, strict=True):
            firsts.append(len(flat))
            flat += cut
            columns += [row] * len(cut)
        ids = np.array([[*flat, self._pieces.end]], dtype=np.int64)
        table = np.array([[*columns, nothing]], dtype=np.int64)
        given = {"pieces": ids, "mask": np.ones_like(ids), "columns": table}
        scores: NDArray[np.float32] = self._session.run(None, given)[0][0, firsts]
        return scores

    @cached_property
    def _chain(self) -> Any:
        import numpy as np  # noqa: PLC0415

        from sayso.engines.chain import Chain  # noqa: PLC0415 - needs numpy

        first, between = (
            np.array(self._head[key], dtype=np.float32) for key in ("first", "between")
        )
        return Chain(first, between)


class OnnxTyper(OnnxHead):
    """Tells what names are the names of, each from its sentence and its letters."""

    what, without = "the reader of names", "the types of unknown names are guessed by grammar"

    def __init__(self, folder: Path = HEADS / "names") -> None:
        super().__init__(folder)

    def types(
        self, words: Sequence[str], names: Sequence[tuple[int, int]]
    ) -> list[tuple[float, ...]]:
        """For each name (words from, to) of a sentence the log-likelihoods of ``TYPES``. Raises
        EngineError where the model cannot run."""
        import numpy as np  # noqa: PLC0415 - loaded with the model, not with the command line

        first = max(0, min(start for start, _ in names) - AROUND)
        last = min(len(words), max(end for _, end in names) + AROUND, first + _MOST_WORDS)
        flat, shapes, at = [self._pieces.begin], [0], {}
        for place in range(first, last):
            at[place] = len(flat)
            cut = self._pieces.of(words[place])
            flat += cut
            shapes += [shape(words[place])] * len(cut)
        at[last] = len(flat)
        spans = np.zeros((1, len(names), len(flat) + 1), dtype=np.float32)
        for number, (start, end) in enumerate(names):
            start, end = at[min(start, last - 1)], at[min(end, last)]
            spans[0, number, start:end] = 1 / (end - start)
        ids = np.array([[*flat, self._pieces.end]], dtype=np.int64)
        given = {
            "pieces": ids, "mask": np.ones_like(ids),
            "shapes": np.array([[*shapes, 0]], dtype=np.int64), "spans": spans,
        }  # fmt: skip
        scores = self._session.run(None, given)[0][0]
        return [tuple(float(one) for one in row) for row in scores]


def shape(word: str) -> int:
    """A word in capitals, with one, or with none: the encoder's pieces have lost that."""
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[:1].isupper() else 1
