"""The history of the site says in Dutch what was done: every action that is registered, by whom it may be."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from inwoners.houders import Wie
from inwoners.models import Adres, Reden
from inwoners.wissen import wis
from kernpagina.models import KernPage
from tests.home.conftest import ria  # noqa: F401 - a fixture
from tests.home.mijn import EMAIL

registry.scan_for_actions()
ACTIES = sorted(registry.formatters)
# One for all: what each says, it finds in here.
PAGINA = {"id": 1, "title": "Beesd"}
GEGEVENS = {
    "title": {"old": "Oud", "new": "Nieuw"}, "source": PAGINA, "destination": PAGINA, "source_locale": {"language_code": "nl"},
    "page": PAGINA, "comment": {"id": 1, "contentpath": "title", "text": "Klopt dit?"}, "reply": {"id": 2, "text": "Ja"},
    "revision": {"id": 1, "created": "2026-06-15T10:00:00Z", "go_live_at": "2026-06-16T10:00:00Z", "has_live_version": True},
    "restriction": {"type": "login", "title": "Ingelogd"}, "workflow": {
        "id": 1, "title": "Goedkeuring", "status": "approved", "next": {"title": "Klaar"}, "task": {"id": 1, "title": "Communicatie"},
    },
    "reden": "op verzoek", "groep": "Redactie Beesd", "rol": "Redactie Beesd", "hoe": "erbij", "wat": "Mensen", "vorm": "csv",
}  # fmt: skip
ENGELS = ("the", "from", "with", "page", "draft", "approved", "rejected", "deleted", "created", "comment")


def zin(actie: str, taal: str) -> tuple[str, str]:
    """The label of this action and what it says of one time, in this language."""
    regel = SimpleNamespace(
        action=actie, data=GEGEVENS, label="Beesd", page=SimpleNamespace(specific_class=KernPage),
        timestamp=datetime(2026, 6, 15, tzinfo=UTC),
    )  # fmt: skip
    with override(taal):
        maker = registry.get_formatter(regel)
        return str(maker.label), str(maker.format_message(regel))


@pytest.mark.parametrize("actie", ACTIES)
def test_elke_handeling_heeft_een_nederlandse_zin(actie: str) -> None:
    label, bericht = zin(actie, "nl")
    assert label
    assert bericht
    if not actie.startswith(("bloei.", "volgen.")):
        # What a library registered is in English at its own; ours has no other language.
        engels = zin(actie, "en")
        assert label != engels[0] or label == "Workflow: start"
        assert bericht != engels[1]
    woorden = set(bericht.lower().replace(":", " ").split()) | set(label.lower().split())
    assert not woorden & set(ENGELS), (label, bericht)


def test_een_uitgevoerde_lijst_staat_in_de_geschiedenis(beheer, beheerder, home) -> None:
    for vorm in ("csv", "xlsx"):
        antwoord = beheer.get(reverse("werkplek:register"), {"export": vorm})
        b"".join(antwoord.streaming_content)
    regels = ModelLogEntry.objects.filter(action="bloei.uitgevoerd", user=beheerder).order_by("pk")
    assert [regel.message for regel in regels] == [
        "Uitgevoerd als csv: Register van verwerkingen",
        "Uitgevoerd als xlsx: Register van verwerkingen",
    ]
    beheer.get(reverse("werkplek:register"))
    assert regels.count() == 2


def test_wie_gewist_is_staat_er_zonder_naam(ria) -> None:  # noqa: F811
    wis(Wie.van(Adres.objects.get()), Reden.VERZOEK)
    regel = ModelLogEntry.objects.get(action="bloei.gewist")
    assert regel.message.startswith("Gegevens gewist: ")
    alles = f"{regel.label} {regel.data} {regel.message}".lower()
    assert EMAIL not in alles
    assert "ria" not in alles
