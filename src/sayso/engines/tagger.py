"""A small trained encoder that labels words, run by onnxruntime; its weights come with sayso."""

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


class OnnxTagger:
    """The tagger in a folder: ``model.onnx``, ``vocabulary.txt`` and ``head.json``.

    Nothing is loaded before the first word is labelled. The same words give the same labels,
    whatever else is labelled in the same run.
    """

    def __init__(self, folder: Path = HEADS / "attribution") -> None:
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
            raise _unusable(self.folder, "its files are damaged or do not belong together")
        return str(told)

    @cached_property
    def _head(self) -> dict[str, Any]:
        try:
            head: dict[str, Any] = json.loads(self._bytes("head.json"))
        except ValueError as error:
            raise _unusable(self.folder, "head.json is damaged") from error
        return head

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise _unusable(self.folder, f"{name} cannot be read") from error

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
            raise _unusable(self.folder, "onnxruntime cannot load model.onnx") from error

    @cached_property
    def _chain(self) -> Any:
        import numpy as np  # noqa: PLC0415

        from sayso.engines.chain import Chain  # noqa: PLC0415 - needs numpy

        first, between = (
            np.array(self._head[key], dtype=np.float32) for key in ("first", "between")
        )
        return Chain(first, between)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._bytes("vocabulary.txt").decode("utf-8").split("\n"))


def _unusable(folder: Path, why: str) -> EngineError:
    return EngineError(
        f"the attribution tagger cannot be used: {why}",
        where=str(folder),
        hint="install sayso anew; until then attributions are read by rules alone",
    )
