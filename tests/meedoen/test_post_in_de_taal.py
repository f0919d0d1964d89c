"""Whoever took part in Polish is written in Polish, in every mail that there is about a reaction."""

import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from berichten.models import Bericht
from core.models import GemeenteInstellingen
from core.tijd import vandaag
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from kernpagina.models import Uitkomstpunt
from meedoen import post
from meedoen.keuzes import Reden, Soort, Stand
from meedoen.models import Besluit, Melding, Reactie
from tests.meedoen.hulp import IDEE, RIA

pytestmark = pytest.mark.django_db
SJABLONEN = sorted(
    pad.stem
    for soort in ("reactie", "melding")
    for pad in (Path(settings.BASE_DIR) / "templates/berichten").glob(f"{soort}-*.txt")
)
# What somebody wrote stays in the language in which they did.
VAN_MENSEN = {*IDEE.values(), "Uitleg."}
EIGEN_WOORDEN = "Własnymi słowami mieszkańców lub gminy, po niderlandzku:"


def besluit(reactie: Reactie, soort: Soort, reden: str = "") -> Besluit:
    return Besluit.objects.create(reactie=reactie, besluit=soort, reden=reden, toelichting="Uitleg.")


def melding(reactie: Reactie) -> Melding:
    return Melding.objects.create(
        reactie=reactie, waarom="reclame", email="kees@example.org", te_goeder_trouw=True, taal=reactie.taal
    )


# How each mail comes about, by its template; a new one has to be here.
MAAK = {
    "reactie-bevestig": lambda r: post.vraag_bevestiging(r, r.inwoner.adres, 1),
    "reactie-klopt": lambda r: post.vraag_of_het_klopt(r, r.inwoner.adres),
    "reactie-namen": lambda r: post.te_veel_namen(r.inwoner.adres, r.oproep, uuid.uuid4(), r.taal),
    "reactie-ideeen": lambda r: post.te_veel_ideeen(r.inwoner.adres, r.oproep, uuid.uuid4(), r.taal),
    "reactie-ontvangen": lambda r: post.ontvangen(r, vervangt=True),
    "reactie-geplaatst": post.geplaatst,
    "reactie-aanpassen": lambda r: post.aanpassen(r, besluit(r, Soort.AANPASSEN)),
    "reactie-niet-geplaatst": lambda r: [
        post.niet_geplaatst(r, besluit(r, soort, reden), gemeld=gemeld)
        for soort, reden, gemeld in (
            (Soort.AFGEWEZEN, Reden.DUBBEL, False),
            (Soort.VERBORGEN, Reden.ANDERS, False),
            (Soort.VERBORGEN, Reden.GEGEVENS, True),
        )
    ],
    "reactie-herzien": lambda r: [
        post.herzien(r, besluit(r, soort)) for soort in (Soort.HERZIEN, Soort.GEHANDHAAFD)
    ],
    "reactie-uitkomst": lambda r: post.uitkomst(
        r, Uitkomstpunt(oproep=r.oproep, titel="plein", antwoord="Uitleg.", besluit="over")
    ),
    "reactie-te-laat": post.te_laat,
    "melding-ontvangen": lambda r: post.melding_ontvangen(melding(r)),
    "melding-besloten": lambda r: [
        post.melding_besloten(melding(r), besluit(r, soort, Reden.RECLAME))
        for soort in (Soort.BLIJFT, Soort.VERBORGEN)
    ],
}


@pytest.fixture
def reactie(oproep) -> Reactie:
    GemeenteInstellingen.objects.update_or_create(
        pk=GemeenteInstellingen.load().pk, defaults={"telefoon": "0345 728 800", "email": "bloei@example.nl"}
    )
    inwoner = zorg_voor_inwoner(zorg_voor_adres(RIA["email"]), RIA["naam"])
    bevestig(inwoner, timezone.now())
    return Reactie.objects.create(
        oproep=oproep,
        inwoner=inwoner,
        stand=Stand.GEPLAATST,
        geplaatst_op=timezone.now(),
        aanpassen_voor=vandaag(),
        naam_getoond="Ria V.",
        **IDEE,
    )


def regels(reactie: Reactie, sjabloon: str, taal: str) -> list[str]:
    """What the mails of this kind say in this language, line by line, and their subjects."""
    Bericht.objects.all().delete()
    Reactie.objects.filter(pk=reactie.pk).update(taal=taal)
    reactie.refresh_from_db()
    MAAK[sjabloon](reactie)
    mails = list(Bericht.objects.order_by("pk"))
    assert {mail.soort for mail in mails} == {sjabloon}
    assert all(f'lang="{taal}"' in mail.html for mail in mails)
    assert all(mail.onderwerp == mail.onderwerp.strip() and "\n\n\n" not in mail.tekst for mail in mails)
    return [regel for mail in mails for regel in (mail.onderwerp, *mail.tekst.splitlines()) if regel]


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_not_a_line_of_ours_is_dutch_for_who_took_part_in_polish(reactie, sjabloon):
    nederlands, pools = (regels(reactie, sjabloon, taal) for taal in ("nl", "pl"))
    met_uitleg = nederlands.count("Uitleg.")
    assert pools.count(EIGEN_WOORDEN) == met_uitleg, "what somebody here wrote is announced as Dutch"
    pools = [regel for regel in pools if regel != EIGEN_WOORDEN]
    assert len(nederlands) == len(pools)
    assert {een for een, ander in zip(nederlands, pools, strict=True) if een == ander} <= VAN_MENSEN
    assert all("0345 728 800" in taal[-1] for taal in (nederlands, pools))
    links = [regel for regel in pools if regel.startswith("http")]
    assert all("/pl/" in link for link in links), links
    assert not any(maand in regel for regel in pools for maand in (" juni ", " juli ", " augustus "))
