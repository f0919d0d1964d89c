"""The HTML of every page in every language, checked by html-validate."""

import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import APIRequestContext, Playwright

from tests.browser.paginas import PAGINAS

TALEN = ("", "/en", "/pl")
STIJL = Path(__file__).parents[2] / "stijl"


def test_geen_fouten_in_de_html(playwright: Playwright, base_url: str, tmp_path: Path) -> None:
    verzoek: APIRequestContext = playwright.request.new_context(base_url=base_url)
    for (naam, adres), taal in product(PAGINAS.items(), TALEN):
        (tmp_path / f"{naam}{taal.replace('/', '-')}.html").write_text(verzoek.get(taal + adres).text())
    verzoek.dispose()
    pad = os.pathsep.join([os.environ["PATH"], str(Path(sys.executable).parent)])
    node = shutil.which("node", path=pad)
    assert node, "Er is geen Node; `make stijl` zet die neer."
    uitkomst = subprocess.run(
        [
            node,
            "node_modules/html-validate/bin/html-validate.mjs",
            "--config",
            "html-validate.json",
            "--formatter",
            "text",
            tmp_path,
        ],
        cwd=STIJL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stdout + uitkomst.stderr
