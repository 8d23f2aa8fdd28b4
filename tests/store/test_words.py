"""Both stores take a text apart into the same words, and find the same passages."""

import random
import sqlite3
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import SQLAlchemyError

from sayso.records.documents import Block, Document
from sayso.records.errors import CaseError
from sayso.store.case import open_case
from sayso.store.postgres.words import excerpt, vector_of, words_of
from sayso.store.rows.terms import terms
from sayso.store.where import Where
from tests.servers import Postgres

SCRIPTS = st.text(
    st.one_of(
        st.characters(max_codepoint=0x24F, exclude_characters="\0Ǡǡ"),
        st.sampled_from("ΩμςΣσάЖйёאבعربيةقاآني漢字日本ﬁẞßİıſ²½①٣\u0301\u0308_-'’.́"),
    ),
    max_size=30,
)


def tokens_of_sqlite(text: str) -> list[str]:
    """The words that FTS5 sees, in order."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        'CREATE VIRTUAL TABLE t USING fts5(x, tokenize = "unicode61 remove_diacritics 2")'
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    connection.execute("INSERT INTO t VALUES (?)", (text,))
    found = connection.execute("SELECT term FROM v ORDER BY offset").fetchall()
    connection.close()
    return [term for (term,) in found]


@given(SCRIPTS)
@settings(max_examples=400, deadline=None)
def test_words_are_those_of_sqlite(text: str) -> None:
    """Case, accents, scripts and signs: SQLite is the oracle (but for one letter of Sámi)."""
    assert [word.text for word in words_of(text)] == tokens_of_sqlite(text)


TEXTS = [
    "The mayor's visit to Al-Qa'im, said Gazette.",
    "Ruíz met RUIZ and ruiz in Zürich; İzmir is not Izmir.",
    "قال الوزير إن الميناء سيبقى مفتوحا",
    "Об этом сообщил Жуков, ЖУКОВ подтвердил",
    "port port port of Velm",
    "no such harbour, port of call",
    "",
    "…",
    "Straße, strasse; ΟΔΟΣ οδος; 3rd 3 rd; e-mail@velm.example",
]
ASKED = [
    "ruiz", "Ruíz", "qa'im", "al-qa'im", "mayor's", "mayors", "port", '"port of"', "por*", '"port of c"*',
    "الميناء", "жуков", "port velm", "strasse", "οδος", "3rd", "rd", "velm.example", "zurich", "izmir",
    '"of port"', "-", "'", "\\", "a & b | !c <-> :*", "'; DROP TABLE event; --", "port:*", '"', "*", "o*",
]  # fmt: skip


def test_both_stores_find_the_same_passages(tmp_path, postgres: Postgres) -> None:
    """Whatever is asked, however it is written."""
    found = []
    for where in (tmp_path / "c.sayso", postgres.fresh()):
        with open_case(where, create=True) as case, case.writer() as writer:
            for place, text in enumerate(TEXTS):
                writer.put_document(Document(f"d-{place}", f"{place}", "", "txt", text), b"")
            view = case.view()
            found.append(
                [sorted(hit.document for hit in view.search(asked, 99)) for asked in ASKED]
            )
    assert dict(zip(ASKED, found[0], strict=True)) == dict(zip(ASKED, found[1], strict=True))
    assert sum(map(bool, found[0])) > 15


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Passages of a few words each, many of them alike."""
    path = tmp_path_factory.mktemp("many") / "many.sayso"
    fill(path)
    return path


def fill(where: Where) -> None:
    chance = random.Random(7)
    with open_case(where, create=True) as case, case.writer() as writer:
        for place in range(120):
            lines = [" ".join(chance.choices("abcde", k=chance.randint(1, 6))) for _ in range(3)]
            text = "\n".join(lines)
            ends = list(accumulate(len(line) + 1 for line in lines))
            blocks = tuple(
                Block("paragraph", end - 1 - len(line), end - 1)
                for line, end in zip(lines, ends, strict=True)
            )
            document = Document(f"d-{place * 37 % 120:03}", f"{place}", "", "txt", text, blocks)
            writer.put_document(document, b"")


@given(st.lists(st.sampled_from("abcde"), min_size=1, max_size=3), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_the_best_are_those_of_one_question(many: Path, words: list[str], limit: int) -> None:
    """Scores, order and excerpts are what SQLite itself says of all passages that fit."""
    asked = " ".join(f'"{word}"' for word in words)
    bare = sqlite3.connect(many)
    expected = bare.execute(
        "SELECT bm25(passage_words), snippet(passage_words, 0, '[', ']', '…', 24), document, start"
        " FROM passage_words JOIN passage ON row = passage_words.rowid WHERE passage_words MATCH ?"
        " ORDER BY bm25(passage_words), document, start",
        (asked,),
    ).fetchall()
    bare.close()
    scores = {(document, start): (score, shown) for score, shown, document, start in expected}
    with open_case(many) as case:
        hits = case.view().search(" ".join(words), limit)
    found = [(hit.document, hit.span.start) for hit in hits]

    assert [scores[place][0] for place in found] == [row[0] for row in expected[:limit]]
    assert [hit.snippet for hit in hits] == [scores[place][1] for place in found]
    assert found == sorted(found, key=lambda place: (scores[place][0], place))


def test_of_a_word_that_stands_everywhere_the_last_read_are_weighed(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No search takes longer the larger the case is."""
    monkeypatch.setattr("sayso.store.sqlite.dialect._RANKED", 30)
    with open_case(many) as case:
        found = {hit.document for hit in case.view().search("a", 500)}
    bare = sqlite3.connect(many)
    last = bare.execute(
        "SELECT document FROM passage_words JOIN passage ON row = passage_words.rowid"
        " WHERE passage_words MATCH 'a' ORDER BY row DESC LIMIT 30"
    ).fetchall()
    bare.close()

    assert found == {document for (document,) in last}


@pytest.mark.parametrize("fetched", [0, 30, 10_000])
def test_a_server_weighs_the_same_passages_as_a_file(
    many: Path, postgres: Postgres, monkeypatch: pytest.MonkeyPatch, fetched: int
) -> None:
    """Of a word that stands everywhere too, and so often as one asks; how it goes about it is the
    connection's own affair, and over when it is done."""
    where = postgres.fresh()
    fill(where)
    for dialect in ("sqlite", "postgres"):
        monkeypatch.setattr(f"sayso.store.{dialect}.dialect._RANKED", 30)
    monkeypatch.setattr("sayso.store.postgres.dialect._FETCHED", fetched)
    with open_case(many) as one, open_case(where) as other:
        for asked in ("a", "a b", '"a b"', "e*", "a b c d"):
            found = [
                {(hit.document, hit.span.start) for hit in case.view().search(asked, 500)}
                for case in (one, other)
            ]
            assert found[0] == found[1]
            assert 0 < len(found[0]) <= 30
        ways = "SELECT current_setting('enable_bitmapscan'), current_setting('enable_seqscan')"
        assert other._connection.exec_driver_sql(ways).one() == ("on", "on")


def test_a_search_that_fails_leaves_the_connection_as_it_was(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = postgres.fresh()
    fill(where)
    monkeypatch.setattr("sayso.store.postgres.dialect._FETCHED", 30)
    with open_case(where) as case:
        with monkeypatch.context() as broken:
            broken.setattr("sayso.store.postgres.dialect._BEST", "SELECT 1/0 FROM passage{apart}")
            with pytest.raises((CaseError, SQLAlchemyError)):
                case.view().search("a", 5)
        assert case.view().search("a", 5)
        found = case._connection.exec_driver_sql("SHOW enable_seqscan").scalar_one()
    assert found == "on"


@pytest.mark.parametrize(
    ("text", "asked", "shown"),
    [
        ("The port is open.", "port", "The [port] is open."),
        ("The port of Velm is open.", '"port of"', "The [port of] Velm is open."),
        ("a " * 40 + "port " + "b " * 40, "port", "…"),
        ("nothing", "port", "nothing"),
        ("Ports, PORT and harbour", "port*", "[Ports], [PORT] and harbour"),
    ],
)
def test_an_excerpt_shows_what_was_found(text: str, asked: str, shown: str) -> None:
    """Found words stand in brackets; a long passage is cut around them."""
    found = excerpt(text, list(terms(asked)))
    assert shown in found
    assert ("[port]" in found) == ("[port]" in shown or "…" in shown)
    assert len(found.split()) <= 27


def test_a_passage_too_large_for_the_index_is_cut_not_refused(postgres: Postgres) -> None:
    """Words without end, a word without end."""
    large = " ".join(f"w{n}" for n in range(200_000))
    assert len(vector_of(large)) < 4_000_000
    with open_case(postgres.fresh(), create=True) as case, case.writer() as writer:
        writer.put_document(Document("d-1", "1", "", "txt", large), b"")
        writer.put_document(Document("d-2", "2", "", "txt", "x" * 5000), b"")
        writer.put_document(Document("d-3", "3", "", "txt", "word " * 40_000), b"")
        assert [hit.document for hit in case.view().search("w17")] == ["d-1"]
        assert [hit.document for hit in case.view().search("x" * 5000)] == ["d-2"]
        assert [hit.document for hit in case.view().search("word")] == ["d-3"]
