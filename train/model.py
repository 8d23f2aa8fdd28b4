"""The tagger: MiniLM with columns of features beside the word pieces, and a chain of labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertModel

from sayso.extract.attributions.tagging.features import COLUMNS, LABELS


class Tagger(nn.Module):
    """Scores of the labels for the first piece of each word."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False)
        size = self.encoder.config.hidden_size
        self.columns = nn.ModuleList(nn.Embedding(n, size) for n in COLUMNS.values())
        for table in self.columns:
            nn.init.normal_(table.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.scores = nn.Linear(size, len(LABELS))
        self.chain = Chain(len(LABELS))

    def forward(self, pieces: Tensor, mask: Tensor, columns: Tensor) -> Tensor:
        """``columns`` is (batch, pieces, columns); gives (batch, pieces, labels)."""
        words = self.encoder.embeddings.word_embeddings(pieces)
        for number, table in enumerate(self.columns):
            words = words + table(columns[..., number])
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.scores(self.drop(hidden))

    def groups(self, rate: float) -> list[dict[str, Any]]:
        """Parameters with their learning rates; what is new learns ten times as fast.

        The word and place vectors stay as they were: they cost a third of the time, and words
        that the corpus lacks keep company with those it has.
        """
        embeddings = self.encoder.embeddings
        embeddings.word_embeddings.requires_grad_(False)
        embeddings.position_embeddings.requires_grad_(False)
        old = [one for one in self.encoder.parameters() if one.requires_grad]
        new = [one for name, one in self.named_parameters() if not name.startswith("encoder")]
        return [{"params": old, "lr": rate}, {"params": new, "lr": 10 * rate}]


def at_words(scores: Tensor, firsts: Tensor) -> Tensor:
    """The scores of the first piece of each word: (batch, words, labels)."""
    return torch.gather(scores, 1, firsts.unsqueeze(2).expand(-1, -1, scores.shape[2]))


class Chain(nn.Module):
    """A linear-chain conditional random field over labels (Lafferty et al., 2001)."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.between = nn.Parameter(torch.zeros(labels, labels))
        self.first = nn.Parameter(torch.zeros(labels))

    def loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood a word; ``mask`` is true for words, padding at the end."""
        batch = torch.arange(len(labels))
        total = self.first + scores[:, 0]
        told = self.first[labels[:, 0]] + scores[batch, 0, labels[:, 0]]
        for t in range(1, scores.shape[1]):
            here = mask[:, t]
            ahead = torch.logsumexp(total.unsqueeze(2) + self.between, 1) + scores[:, t]
            total = torch.where(here.unsqueeze(1), ahead, total)
            step = self.between[labels[:, t - 1], labels[:, t]] + scores[batch, t, labels[:, t]]
            told = told + step * here
        return (torch.logsumexp(total, 1) - told).sum() / mask.sum()
