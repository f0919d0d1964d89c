"""The handbook in the admin: the Markdown of docs/handleiding/, the same text that GitHub shows."""

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

MAP = Path(settings.BASE_DIR) / "docs" / "handleiding"
HOOFDSTUKKEN = {
    "redactie": "Schrijven voor je kern",
    "communicatie": "Goedkeuren en plannen",
    "beheer": "Andere sites aansluiten",
}
# How a picture is named on GitHub; here it is served under its own, hashed name.
_BEELD = re.compile(r'src="(?:\.\./)+static/([^"]+)"')


def handleiding(request: HttpRequest, hoofdstuk: str = "redactie") -> HttpResponse:
    if hoofdstuk not in HOOFDSTUKKEN:
        raise Http404
    tekst = (MAP / f"{hoofdstuk}.md").read_text(encoding="utf-8")
    html = _BEELD.sub(lambda beeld: f'src="{static(beeld[1])}"', MarkdownIt().render(tekst))
    return render(
        request,
        "werkplek/handleiding.html",
        # Our own text, from the repository.
        {"inhoud": mark_safe(html), "hoofdstukken": HOOFDSTUKKEN, "huidig": hoofdstuk},  # noqa: S308
    )
