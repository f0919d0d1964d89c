"""Too much comes in at once: whoever is refused hears that, and keeps what was typed. Of an address nothing is told."""

import pytest
from django.urls import reverse

from berichten.models import Bericht
from inwoners import grenzen
from meedoen.models import Reactie
from tests.meedoen.aanmeldhulp import avond_in
from tests.meedoen.hulp import IDEE, RIA, VAN_HIER, lees_bewijs, oproep_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("grens", ["net", "site"])
def test_too_much_at_once_is_said_and_the_same_form_may_be_sent_again(
    client, oproep, time_machine, monkeypatch, settings, grens
):
    if grens == "net":
        monkeypatch.setattr(grenzen, "PER_NET", 0)
    else:
        settings.INWONERMAIL_PER_UUR = 0
    pad = f"{oproep.url}reageer/"
    gegevens = RIA | IDEE | {"bewijs": lees_bewijs(client, pad)}
    time_machine.shift(10)
    # More often than an address may be mailed: none of these was a mail.
    for _ in range(grenzen.PER_ADRES + 1):
        antwoord = client.post(pad, gegevens, **VAN_HIER)
        assert (antwoord.status_code, antwoord["Retry-After"]) == (429, "3600")
        pagina = antwoord.content.decode()
        assert "Je reactie is niet verstuurd, je tekst staat er nog." in pagina
        assert IDEE["tekst"] in pagina
    assert not Reactie.objects.exists()
    monkeypatch.undo()
    settings.INWONERMAIL_PER_UUR = 100
    time_machine.shift(3601)
    assert client.post(pad, gegevens, **VAN_HIER).status_code == 302
    assert Bericht.objects.filter(adres=RIA["email"]).count() == 1


def test_each_page_that_says_a_mail_comes_says_when_none_does(client, dorp, oproep, project):
    voorstel = oproep_in(dorp.beesd, soort="uitdaagrecht", title="Neem het over", slug="over")
    verstuurd = {
        oproep: "reageer",
        project: "vraag",
        voorstel: "uitdagen",
        avond_in(dorp): "aanmelden",
    }
    paden = [f"{pagina.url}{formulier}/verstuurd/" for pagina, formulier in verstuurd.items()]
    for pad in [*paden, reverse("mijn-gestuurd")]:
        pagina = client.get(pad).content.decode()
        assert "Kreeg je er vandaag al drie, en drukte je daarin nog niet op de knop?" in pagina, pad
        assert "We stuurden je een mail" not in pagina, pad
