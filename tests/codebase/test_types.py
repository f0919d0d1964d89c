"""Which files the type checker lets off some of its rules: a list that only gets shorter."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
TY = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ty"]
# Goes down with every file that comes off the list, and never up: what is new has its types in order.
AT_MOST = 2


def listed() -> list[str]:
    (only,) = TY["overrides"]
    return only["include"]


def with_errors(tmp_path: Path) -> set[str]:
    """The files of the list that fall short when nothing is let off; of the others `ty check` itself tells (`make lint`)."""
    config = tmp_path / "ty.toml"
    config.write_text(f"[src]\ninclude = {listed()}\n")
    ty = [
        Path(sys.executable).with_name("ty"),
        "check",
        "--config-file",
        config,
        "--output-format",
        "concise",
    ]
    version = ["--python-version", TY["environment"]["python-version"], "--python", sys.prefix]
    done = subprocess.run([*ty, *version], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return set(re.findall(r"^([^:\n]+\.py):\d+:\d+: ", done.stdout, re.MULTILINE))


def test_all_rules_hold_for_what_is_not_on_the_list():
    """`ty check` itself fails for a file that falls short and isn't listed; here is what could get round that."""
    assert "rules" not in TY
    assert TY["terminal"]["error-on-warning"] is True
    assert [path for path in listed() if not re.fullmatch(r"[\w/]+\.py", path)] == []
    assert [path for path in listed() if path.startswith(("core/goedkeuring/", "api/"))] == []


def test_the_list_only_gets_shorter(tmp_path):
    names = listed()
    assert names == sorted(set(names)), "In order, and each once."
    short = with_errors(tmp_path)
    assert set(names) - short == set(), "These are in order: take them off the list in pyproject.toml."
    assert len(names) == AT_MOST, (
        "Set AT_MOST to the length of the list when that is less, never when it is more."
    )
