"""Who starts a translation knows what comes next, and who approves it sees what it is a translation of."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from berichten.models import Bericht
from tests.talen.vertaler import begin, besluit, haal_op, publiceer, vul_in
from tests.werkplek.hulp import na_de_rust
from vertalen.indienen import dien_in
from vertalen.zinnen import schrijf, zinnen_van
from werkplek.bureau import bureau_van


@pytest.fixture
def avond(paginas):
    return paginas["/beesd/agenda/avond/"]


def tekst(antwoord) -> str:
    return " ".join(BeautifulSoup(antwoord.content, "html.parser").get_text(" ").split())


@pytest.mark.parametrize("talen", [["pl"], ["en", "pl"]])
def test_wie_een_vertaling_begint_leest_waar_het_verder_gaat(als, dorp, avond, talen):
    redacteur = als("redactie-beesd")
    adres = reverse("wagtail_localize:submit_page_translation", args=[avond.pk])
    assert "Er gaat niets vanzelf naar een vertaler" in tekst(redacteur.get(adres))
    nummers = list(Locale.objects.filter(language_code__in=talen).values_list("pk", flat=True))
    antwoord = redacteur.post(adres, {"locales": nummers}, follow=True)
    (melding,) = antwoord.context["messages"]
    for taal in talen:
        vertaling = avond.get_translation(Locale.objects.get(language_code=taal))
        assert reverse("wagtailadmin_pages:edit", args=[vertaling.pk]) in str(melding)
    assert "&lt;a href" not in antwoord.content.decode()
    begonnen = bureau_van(dorp.gebruikers["redactie-beesd"], timezone.localdate()).concepten
    assert len(begonnen) == len(talen)
    assert "(vertaling: Polski)" in tekst(redacteur.get(reverse("wagtailadmin_home")))
    # Whoever wrote a sentence of it works on it, too.
    ander = dorp.gebruikers["redactie-beesd-2"]
    assert not bureau_van(ander, timezone.localdate()).concepten
    vertaling = begin(avond, talen[0])
    schrijf(zinnen_van(vertaling)[0], "Wieczór", ander)
    assert len(bureau_van(ander, timezone.localdate()).concepten) == 1


def test_wie_goedkeurt_ziet_welke_taal_en_het_nederlands(als, dorp, avond):
    redacteur = dorp.gebruikers["redactie-beesd"]
    vertaling = begin(avond, "pl", redacteur)
    vul_in(vertaling, redacteur, hoe=lambda zin: zin.replace("§", "pl:"))
    dien_in(vertaling, redacteur)
    communicatie = als("communicatie")
    assert "vertaling (Polski) van een agenda-item" in tekst(communicatie.get(reverse("wagtailadmin_home")))
    na_de_rust()
    mail = Bericht.objects.get(adres="communicatie@example.nl")
    assert "heeft de vertaling (Polski) van een agenda-item ingediend: pl: Avond." in mail.tekst
    pagina = vertaling.get_target_instance()
    scherm = tekst(communicatie.get(reverse("werkplek:veranderd", args=[pagina.pk])))
    assert "Dit is een vertaling (Polski) van “§ Avond”" in scherm
    assert "pl: Praten" in scherm
    assert "§ Praten" in scherm
    # Sent back, it is with who wrote it.
    besluit(communicatie, pagina, "reject", "Kijk de namen na.")
    op_het_bureau = tekst(als("redactie-beesd").get(reverse("wagtailadmin_home")))
    assert "Teruggestuurd: graag aanpassen pl: Avond (vertaling: Polski)" in op_het_bureau
    na = tekst(communicatie.get(reverse("wagtailadmin_home")))
    assert "Opnieuw ingediend" not in na
    dien_in(vertaling, redacteur)
    assert "Opnieuw ingediend" in tekst(communicatie.get(reverse("wagtailadmin_home")))
    scherm = tekst(communicatie.get(reverse("werkplek:veranderd", args=[pagina.pk])))
    assert "Kijk de namen na." in scherm
    assert "Er is niets anders dan wat werd teruggestuurd." in scherm


def test_wie_goedkeurt_leest_dat_het_nederlands_intussen_anders_is(als, dorp, avond):
    redacteur = dorp.gebruikers["redactie-beesd"]
    vertaling = begin(avond, "pl", redacteur)
    vul_in(vertaling, redacteur)
    dien_in(vertaling, redacteur)
    pagina = vertaling.get_target_instance()
    adres = reverse("werkplek:veranderd", args=[pagina.pk])
    zin = "De Nederlandse tekst is veranderd sinds deze vertaling is gemaakt."
    assert zin not in tekst(als("communicatie").get(adres))
    avond.samenvatting = "Heel iets anders"
    publiceer(avond)
    antwoord = als("communicatie").get(adres)
    assert zin in tekst(antwoord)
    assert reverse("wagtailadmin_pages:edit", args=[pagina.pk]) in antwoord.content.decode()
    # Fetched after it was submitted: what waits is still of the former text.
    haal_op(vertaling)
    assert zin in tekst(als("communicatie").get(adres))


@pytest.mark.parametrize("zonder", ["Kijk hier", 'Kijk <a id="a1"></a> hier'])
def test_een_zin_zonder_zijn_link_wordt_geweigerd(dorp, paginas, zonder):
    zin = next(zin for zin in zinnen_van(begin(paginas["/over/"], "pl")) if zin.bron.count("<a id=") == 3)
    with pytest.raises(ValidationError, match="ontbreekt een link"):
        schrijf(zin, zonder, dorp.gebruikers["redactie-beesd"])
    assert schrijf(zin, zin.bron.replace("§", "pl:"), dorp.gebruikers["redactie-beesd"])
