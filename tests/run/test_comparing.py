from collections import Counter
from pathlib import Path

import pytest

from sayso.store.view import View
from tests.run.reports import REPORTS, lines_of, read, write


def test_each_report_is_brought_from_the_case_once_to_be_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: Counter[str] = Counter()
    document = View.document

    def counted(self: View, id: str):
        fetched[id] += 1
        return document(self, id)

    monkeypatch.setattr(View, "document", counted)
    read(write(tmp_path / "reports"), tmp_path / "case.sayso")
    assert len(fetched) == len(REPORTS)
    assert set(fetched.values()) == {1}


def test_few_at_hand_or_many_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = "On 3 May 2021 Ana Ruiz met Omar Haddad in Porto. The union of Porto grew stronger.\n"
    other = "On 3 May 2021 Ana Ruiz met Omar Haddad in Lisbon. The union of Porto grew weaker.\n"
    told = {f"{n}.txt": f"Digest {n}\n\n{(one, other)[n % 2]}Saleh came {n}.\n" for n in range(6)}
    folder = write(tmp_path / "reports", told)
    read(folder, tmp_path / "many.sayso")
    monkeypatch.setattr("sayso.analysis.statements.find._AT_HAND", 1)
    monkeypatch.setattr("sayso.run.whole.comparing.AT_HAND", 1)
    read(folder, tmp_path / "few.sayso")
    many = lines_of(tmp_path / "many.sayso")
    assert '"kind": "conflict"' in many or '"kind":"conflict"' in many
    assert lines_of(tmp_path / "few.sayso") == many
