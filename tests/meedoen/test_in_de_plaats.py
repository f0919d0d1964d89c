"""Of who takes part twice in one thing counts what they sent last, in whatever order the buttons were pressed."""

from uuid import uuid4

import pytest

from meedoen import stappen, tafel
from meedoen.keuzes import Bron, Stand
from meedoen.models import Reactie
from meedoen.van_tafel import Afzender
from tests.meedoen.aanmeldhulp import mail
from tests.meedoen.hulp import (
    RIA,
    VAN_HIER,
    bevestigd,
    druk,
    keuzevraag,
    laatste_link,
    lees_bewijs,
    met_vragen,
    oproep_in,
    verstuur,
)

pytestmark = pytest.mark.django_db
NIEUWERE = "Deze reactie telt niet mee: je nieuwere reactie op deze oproep kwam ervoor in de plaats."


@pytest.mark.parametrize("soort", ["reageren op plan", "peiling"])
def test_what_was_sent_last_counts_when_its_button_was_pressed_first(client, dorp, time_machine, soort):
    oproep = oproep_in(dorp.beesd, soort)
    veld, woorden = "tekst", ("Het eerst.", "Het laatst.")
    if soort == "peiling":
        met_vragen(oproep, keuzevraag())
        veld, woorden = f"vraag-{oproep.vragen.get().kenmerk}", ("0", "1")
    links = []
    for woord in woorden:
        verstuur(client, oproep, time_machine, RIA | {veld: woord})
        links.append(laatste_link())
    oude_tab = lees_bewijs(client, links[0])
    druk(client, links[1], time_machine)
    gelezen = client.get(links[0]).content.decode()
    gedrukt = client.post(links[0], {"bewijs": oude_tab}, **VAN_HIER).content.decode()
    for pagina in (gelezen, gedrukt):
        assert pagina.count(NIEUWERE) == 1
        assert "Dit schreef je" in pagina, "to copy it"
        assert "<button" not in pagina.partition("<main")[2].partition("</main")[0]
        assert "Je deed al mee" not in pagina
    eerste, laatste = Reactie.objects.order_by("pk")
    assert (eerste.stand, laatste.stand in (Stand.BEVESTIGD, Stand.GEPLAATST)) == (Stand.CONCEPT, True)
    # Taken back, it stands in the way of nothing.
    stappen.trek_in(laatste.pk)
    druk(client, links[0], time_machine)
    eerste.refresh_from_db()
    assert eerste.stand in (Stand.BEVESTIGD, Stand.GEPLAATST)


def test_what_was_sent_after_the_sheet_stays_when_its_address_is_confirmed(client, dorp, time_machine):
    oproep = oproep_in(dorp.beesd, "reageren op plan")
    velden = {"tekst": "Van papier.", "antwoorden": {}, "bron": Bron.PAPIER, "taal": "nl"}
    afzender = Afzender(naam=RIA["naam"], email=RIA["email"])
    van_papier, _ = tafel.voer_in(oproep, dorp.gebruikers["redactie-beesd"], uuid4(), afzender, velden)
    klopt = "/reactie/klopt/" + mail(RIA["email"]).tekst.partition("/reactie/klopt/")[2].split()[0]
    van_de_site = bevestigd(client, oproep, time_machine, {"tekst": "Later, op de site."})
    ontvangen = mail(RIA["email"]).pk
    druk(client, klopt, time_machine)
    assert NIEUWERE in client.get(klopt).content.decode()
    van_papier.refresh_from_db()
    van_de_site.refresh_from_db()
    assert (van_papier.stand, van_papier.tekst) == (Stand.INGETROKKEN, "")
    assert (van_de_site.stand, van_de_site.tekst) == (Stand.BEVESTIGD, "Later, op de site.")
    assert mail(RIA["email"]).pk == ontvangen, "no receipt of what doesn't count"
