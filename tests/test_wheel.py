"""The wheel holds every file that the packages have: SQL, tables of facts, weights, templates."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("expectations", "flows", "report", "sql", "transforms", "warehouse", "weights")
# what `make build` does, less a process
BUILD = "from setuptools.build_meta import build_wheel; build_wheel('made')"


def list_files() -> list[str]:
    """The files that git has, or is about to have, in the packages."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *PACKAGES]
    named = subprocess.run(
        listing, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [name for name in named if (ROOT / name).exists()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of what is in it; it is built from a copy, as building leaves things behind."""
    source = tmp_path_factory.mktemp("source")
    for name in (*list_files(), "pyproject.toml", "README.md", "LICENSE"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    subprocess.run([sys.executable, "-c", BUILD], cwd=source, capture_output=True, check=True)
    with ZipFile(next(source.glob("made/*.whl"))) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_what_the_packages_have_and_nothing_else(wheel: set[str]) -> None:
    assert wheel == set(list_files())


def test_the_version_has_one_place() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "version"
    ]
    changes = re.findall(
        r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version("onrecord") == stated == changes[0]
    assert not [
        name
        for name in list_files()
        if name.endswith(".py") and f'"{stated}"' in (ROOT / name).read_text(encoding="utf-8")
    ]


def test_the_container_holds_every_package() -> None:
    copied = re.findall(
        r"^COPY (\S+) \1$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE
    )
    let_in = re.findall(
        r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert copied == sorted(PACKAGES)
    assert {*PACKAGES, "requirements.lock", "pyproject.toml", "README.md", "LICENSE"} == set(let_in)
