"""`sayso when`: what words mean, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from sayso.cli.main import sayso


def run(*arguments: str) -> Result:
    return CliRunner().invoke(sayso, ["when", *arguments])


def test_words_are_told_with_days_rule_and_anchor() -> None:
    """Interval, EDTF, the rule and what it was counted from."""
    done = run("two weeks before 3 May", "--anchor", "2020-06-01")
    assert done.exit_code == 0
    for shown in ("two weeks", "2020-04-19", "units before", "2020-05-03", "report date"):
        assert shown in done.output


def test_programs_get_all_fields() -> None:
    """JSON has the value, the grain, and the parts of a list."""
    (found,) = json.loads(run("5 and 7 May", "--anchor", "2020-06-01", "--json").stdout)
    assert found["edtf"] == "{2020-05-05,2020-05-07}"
    assert [part["value"] for part in found["parts"]] == ["2020-05-05", "2020-05-07"]
    assert (found["grain"], found["anchor"]) == ("day", "report date")


def test_words_without_a_time_are_told_so() -> None:
    """Nothing is not an error."""
    done = run("the harbour")
    assert (done.exit_code, "No time" in done.output) == (0, True)


def test_an_anchor_that_is_no_date_is_refused_with_advice() -> None:
    """What a date looks like is said."""
    done = run("yesterday", "--anchor", "soon")
    assert done.exit_code == 1
    assert "not a date" in str(done.exception)


def test_a_pack_settles_conventions(tmp_path: Path) -> None:
    """times.yaml of a pack changes what words mean."""
    (tmp_path / "pack.yaml").write_text("name: south\n")
    (tmp_path / "times.yaml").write_text("seasons: southern\nfiscal year: october\n")
    found = json.loads(run("summer 2018", "--pack", str(tmp_path), "--json").stdout)
    assert (found[0]["earliest"], found[0]["latest"]) == ("2018-12-01", "2019-02-28")


def test_a_wrong_convention_is_named_with_its_line(tmp_path: Path) -> None:
    """A slip in times.yaml stops the command and says what was meant."""
    (tmp_path / "pack.yaml").write_text("name: south\n")
    (tmp_path / "times.yaml").write_text("season: southern\nfiscal year: smarch\n")
    done = run("summer 2018", "--pack", str(tmp_path))
    assert done.exit_code == 1
    said = str(done.exception)
    assert "times.yaml:1" in said and "did you mean 'seasons'?" in said
    assert "times.yaml:2" in said and "october" in said
