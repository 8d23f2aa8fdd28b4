"""Writes a trained encoder as the files that sayso ships: ONNX, eight-bit where it costs nothing.

The matrix products are quantised a channel at a time and the word vectors a row at a time;
everything else stays as trained.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn.functional import embedding

from sayso.engines.protocols import TYPES
from sayso.extract.attributions.tagging.features import COLUMNS, LABELS
from train.model import Tagger


class Exported(nn.Module):
    """The tagger with its word vectors in eight bits and its column tables in one."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.encoder, self.scores = tagger.encoder, tagger.scores
        vectors, scale = _in_eight_bits(tagger.encoder)
        self.register_buffer("vectors", vectors)
        self.register_buffer("scale", scale)
        tables = [table.weight.detach() for table in tagger.columns]
        self.register_buffer("table", torch.cat(tables))
        sizes = torch.tensor([0, *(len(table) for table in tables[:-1])])
        self.register_buffer("offsets", sizes.cumsum(0))

    def forward(self, pieces: Tensor, mask: Tensor, columns: Tensor) -> Tensor:
        """As the tagger's own."""
        words = embedding(pieces, self.vectors).float() * embedding(pieces, self.scale)
        words = words + embedding(columns + self.offsets, self.table).sum(2)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.scores(hidden)


class ExportedNames(nn.Module):
    """The reader of names with its word vectors in eight bits."""

    def __init__(self, encoder: Any, shapes: nn.Embedding, scores: nn.Linear) -> None:
        super().__init__()
        self.encoder, self.scores = encoder, scores
        vectors, scale = _in_eight_bits(encoder)
        self.register_buffer("vectors", vectors)
        self.register_buffer("scale", scale)
        self.register_buffer("shapes", shapes.weight.detach())

    def forward(self, pieces: Tensor, mask: Tensor, shapes: Tensor, spans: Tensor) -> Tensor:
        """Log-likelihoods of the types: (batch, names, types)."""
        words = embedding(pieces, self.vectors).float() * embedding(pieces, self.scale)
        words = words + embedding(shapes, self.shapes)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return torch.log_softmax(self.scores(spans @ hidden), -1)


def _in_eight_bits(encoder: Any) -> tuple[Tensor, Tensor]:
    """Word vectors in eight bits, and a scale a row."""
    vectors = encoder.embeddings.word_embeddings.weight.detach()
    scale = vectors.abs().amax(1, keepdim=True) / 127
    return (vectors / scale.clamp_min(1e-12)).round().to(torch.int8), scale


def export_names(namer: Any, vocabulary: Path, folder: Path) -> None:
    """Write the reader of names: ``model.onnx``, ``vocabulary.txt`` and ``head.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    namer.encoder.set_attn_implementation("eager")
    model = ExportedNames(namer.encoder, namer.shapes, namer.scores).eval()
    ones, spans = torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 3, 16)
    names = ["pieces", "mask", "shapes"]
    free = {name: {0: "sentences", 1: "length"} for name in names}
    free |= {"spans": {0: "sentences", 1: "names", 2: "length"}}
    free |= {"scores": {0: "sentences", 1: "names"}}
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            model, (ones, ones, ones, spans), str(whole), input_names=[*names, "spans"],
            output_names=["scores"], dynamic_axes=free, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "model.onnx", per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )  # fmt: skip
    (folder / "vocabulary.txt").write_bytes(vocabulary.read_bytes())
    _write(folder, {"types": list(TYPES)})


def export(tagger: Tagger, vocabulary: Path, folder: Path) -> None:
    """Write ``model.onnx``, ``vocabulary.txt`` and ``head.json`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    tagger.encoder.embeddings.word_embeddings.requires_grad_(False)
    # Written out, attention is a shape that onnxruntime knows how to speed up.
    tagger.encoder.set_attn_implementation("eager")
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _to_onnx(Exported(tagger.eval()), whole)
        quantize_dynamic(
            whole, folder / "model.onnx", per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )  # fmt: skip
    (folder / "vocabulary.txt").write_bytes(vocabulary.read_bytes())
    _write_head(tagger, folder)


def _to_onnx(model: nn.Module, path: Path) -> None:
    ones = torch.ones(2, 16, dtype=torch.long)
    columns = torch.zeros(2, 16, len(COLUMNS), dtype=torch.long)
    names = ["pieces", "mask", "columns"]
    free = {name: {0: "windows", 1: "length"} for name in [*names, "scores"]}
    torch.onnx.export(
        model, (ones, ones, columns), str(path), input_names=names, output_names=["scores"],
        dynamic_axes=free, opset_version=17, dynamo=False,
    )  # fmt: skip


def _write_head(tagger: Tagger, folder: Path) -> None:
    told = {
        "labels": list(LABELS),
        "columns": COLUMNS,
        "first": _numbers(tagger.chain.first),
        "between": [_numbers(row) for row in tagger.chain.between],
    }
    _write(folder, told)


def _write(folder: Path, told: dict[str, Any]) -> None:
    """What else is told of a head, behind the digest of its files."""
    digest = hashlib.sha256()
    for name in ("model.onnx", "vocabulary.txt"):
        digest.update((folder / name).read_bytes())
    text = json.dumps({"sha256": digest.hexdigest(), **told}, indent=1, ensure_ascii=False)
    (folder / "head.json").write_text(text + "\n", encoding="utf-8")


def _numbers(row: Tensor) -> list[float]:
    return [round(float(one), 5) for one in row.detach()]
