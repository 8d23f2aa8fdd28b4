"""What is shipped is whole, and starts without the packages of developers."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--no-index", "--wheel-dir", str(folder), str(ROOT)],
        check=True,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_all_data(wheel: Path) -> None:
    """Packs, templates and the typing marker travel with the code."""
    names = zipfile.ZipFile(wheel).namelist()
    source = ROOT / "src"
    wanted = {
        str(path.relative_to(source))
        for path in (source / "sayso").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert wanted <= set(names)


def test_the_wheel_starts(wheel: Path) -> None:
    """The command runs from the wheel alone, beside its dependencies."""
    program = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); from sayso.cli.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(wheel), "--version"],
        capture_output=True, text=True, check=True, cwd=wheel.parent,
    )  # fmt: skip

    assert done.stdout.startswith("sayso 0.")


def test_help_loads_nothing_heavy() -> None:
    """`sayso --help` answers before a model or a database could have been loaded."""
    program = (
        "import sys; from sayso.cli.main import sayso; sayso(['--help'], standalone_mode=False);"
        "print(sorted({'spacy','sqlalchemy','trafilatura','rich','jinja2','yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip().endswith("[]")
