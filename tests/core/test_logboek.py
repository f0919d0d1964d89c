"""A line of the log opens nothing and names nobody."""

import io
import logging

import pytest
from django.conf import settings

from core.logboek import Zonder, maskeer

SLEUTEL = "aB3_-" * 9


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        (f"Not Found: /mijn/open/{SLEUTEL}/", "Not Found: /mijn/open/…/"),
        ("Mail aan ria@example.nl", "Mail aan …@…"),
        ("/zoeken/?q=ria+verhoef&kern=beesd mislukt", "/zoeken/?… mislukt"),
        ("Pagina 12 kon niet online. Hoe kan dat?", "Pagina 12 kon niet online. Hoe kan dat?"),
    ],
)
def test_masked(regel, verwacht):
    assert maskeer(regel) == verwacht


def test_what_went_wrong_is_masked_too():
    uit = io.StringIO()
    handler = logging.StreamHandler(uit)
    handler.setFormatter(Zonder())
    logger = logging.getLogger("proef.logboek")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        raise ValueError("ria@example.nl", SLEUTEL)
    except ValueError:
        logger.exception("Mis: %s", "jan@example.nl")
    assert "ValueError" in uit.getvalue()
    assert "example.nl" not in uit.getvalue()
    assert SLEUTEL not in uit.getvalue()


def test_the_site_writes_its_log_that_way():
    assert settings.LOGGING["handlers"]["console"]["formatter"] == "zonder"
    assert settings.LOGGING["formatters"]["zonder"] == {"()": "core.logboek.Zonder"}
