"""The HTML of pages, checked by html-validate."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

STIJL = Path(__file__).parents[2] / "stijl"


def keur_html(map_: Path) -> None:
    """Fails on whatever is wrong in the .html files of this folder."""
    pad = os.pathsep.join([os.environ["PATH"], str(Path(sys.executable).parent)])
    node = shutil.which("node", path=pad)
    assert node, "Er is geen Node; `make stijl` zet die neer."
    regel = [node, "node_modules/html-validate/bin/html-validate.mjs", "--config", "html-validate.json"]
    uitkomst = subprocess.run(
        [*regel, "--formatter", "text", map_], cwd=STIJL, capture_output=True, text=True, check=False
    )
    assert uitkomst.returncode == 0, uitkomst.stdout + uitkomst.stderr
