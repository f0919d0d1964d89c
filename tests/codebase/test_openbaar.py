"""What public means stands in one place: whoever asks Wagtail itself forgets a rule of ours, and pays a query for it."""

import re

from .test_files import TEMPLATES, files, relative
from .test_layers import layers

HIER = "core/openbaar.py"
VAN_WAGTAIL = re.compile(
    r"\b(public|not_public|private)\(\)|\bget_view_restrictions\b|\bPageViewRestriction\.objects\b"
)


def test_only_one_module_says_what_is_public() -> None:
    code = [pad for pad in files("*.py") if relative(pad).split("/")[0] in layers()]
    assert VAN_WAGTAIL.search(next(pad for pad in code if relative(pad) == HIER).read_text())
    sjablonen = [*TEMPLATES.rglob("*.html")]
    elders = [relative(pad) for pad in [*code, *sjablonen] if VAN_WAGTAIL.search(pad.read_text())]
    assert elders == [HIER]
