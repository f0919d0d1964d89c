"""A question about a project or a point of a kernagenda: private, confirmed by mail, answered by mail, gone in time."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from berichten.models import Soort
from core.inhoudsversie import huidige_inhoudsversie
from inwoners.houders import Wie
from inwoners.models import Adres, Inwoner, Reden
from inwoners.wissen import wis
from kernpagina.models import KernagendaPage, Kernagendapunt
from meedoen.keuzes import VraagStand
from meedoen.models import InwonerVraag
from meedoen.vraag_stellen.houder import BEANTWOORD, ONBEANTWOORD, ONBEVESTIGD, Vragen, ruim_op
from tests.meedoen.hulp import druk
from tests.meedoen.vraaghulp import RIA, knop, mails, stel
from tests.publiek.conftest import maak_punten
from tests.werkplek.hulp import als
from werkplek import dienst, vraagpost

pytestmark = pytest.mark.django_db
ANTWOORD = {"antwoord": "Ja, in het voorjaar.", "doe": "antwoord"}


@pytest.fixture
def vraag(client, project, time_machine) -> InwonerVraag:
    """It waits for an answer."""
    stel(client, f"{project.url}vraag/", time_machine)
    druk(client, knop(), time_machine)
    return InwonerVraag.objects.get()


def beantwoord(dorp, wie: str, vraag: InwonerVraag, **anders):
    return als(dorp, wie).post(reverse("werkplek:vraag", args=[vraag.pk]), ANTWOORD | anders, follow=True)


def test_the_whole_way_in_polish_about_a_project(dorp, project, time_machine):
    bezoeker, pad = Client(enforce_csrf_checks=True), f"/pl{project.url}vraag/"
    assert f'href="{pad}"' in bezoeker.get(f"/pl{project.url}").content.decode()
    versie = huidige_inhoudsversie()
    verstuurd = stel(bezoeker, pad, time_machine)
    assert "Pytanie nie zostało jeszcze wysłane." in bezoeker.get(verstuurd.url).content.decode()
    assert "bankje" not in mails("vraag-bevestig")[0].tekst, "nothing that a stranger typed"
    for _ in range(3):
        bezoeker.get(knop()), bezoeker.head(knop())
    assert InwonerVraag.objects.get().stand == VraagStand.CONCEPT
    for _ in range(2):
        druk(bezoeker, knop(), time_machine)
    vraag = InwonerVraag.objects.get()
    for _ in range(2):
        beantwoord(dorp, "redactie-beesd", vraag)
    [mail] = mails("vraag-antwoord")
    assert mail.adres == RIA["email"]
    for zin in (
        RIA["tekst"],
        ANTWOORD["antwoord"],
        "po niderlandzku:",
        "Het plein",
        f"/pl{project.url}",
        "/pl/mijn/",
    ):
        assert zin in mail.tekst
    assert "bankje" not in bezoeker.get(project.url).content.decode()
    assert huidige_inhoudsversie() == versie, "nothing public changed"
    assert not bezoeker.cookies


def test_who_asks_gets_a_receipt_that_says_who_answers_and_when(client, project, time_machine):
    pad, wanneer = f"{project.url}vraag/", "We proberen dat binnen 2 werkdagen te doen."
    assert wanneer in client.get(pad).content.decode()
    stel(client, pad, time_machine)
    assert not mails("vraag-ontvangen"), "first the address has to be theirs"
    for _ in range(2):
        druk(client, knop(), time_machine)
    [mail] = mails("vraag-ontvangen")
    assert mail.adres == RIA["email"]
    assert mail.onderwerp == "Ontvangstbevestiging: Het plein"
    for zin in ("Dag Ria Verhoef,", RIA["tekst"], wanneer, "team Communicatie", "/mijn/"):
        assert zin in mail.tekst
    assert wanneer in client.get(knop()).content.decode()


def test_a_point_of_a_kernagenda_has_its_own_form_and_costs_no_query(client, dorp, themas, time_machine):
    kernagenda = KernagendaPage.objects.child_of(dorp.beesd).get()
    maak_punten(kernagenda, 1, themas[0])
    punt = Kernagendapunt.objects.get(kernagenda=kernagenda)
    pad = f"{kernagenda.url}vraag/{punt.uuid}/"
    client.get(kernagenda.url)
    with CaptureQueriesContext(connection) as vragen:
        assert f'href="{pad}"' in client.get(kernagenda.url).content.decode()
    assert not [vraag for vraag in vragen if "inwonervraag" in vraag["sql"]]
    stel(client, pad, time_machine)
    druk(client, knop(), time_machine)
    vraag = InwonerVraag.objects.get()
    assert (vraag.pagina_id, vraag.punt, vraag.over) == (kernagenda.pk, punt.uuid, punt.titel)
    Kernagendapunt.objects.all().delete()
    assert client.get(pad).url == kernagenda.url, "a point that is gone"
    assert client.get(f"{dorp.beesd.url}vraag/").status_code == 404


def test_what_is_wrong_is_said_and_what_was_typed_stays(client, project, time_machine):
    pad = f"{project.url}vraag/"
    leeg = stel(client, pad, time_machine, tekst=" ", naam="Ria").content.decode()
    for zin in ("Schrijf je vraag op.", "Vul je voor- en achternaam in.", RIA["email"]):
        assert zin in leeg
    lang = stel(client, pad, time_machine, tekst="é\u202e" * 200_000).content.decode()
    assert "te veel" in lang
    assert not InwonerVraag.objects.exists()
    stel(client, pad, time_machine, tekst="Komt \x00 er 🌳 een\r\nbankje?")
    assert InwonerVraag.objects.get().tekst == "Komt   er 🌳 een\nbankje?"


def test_only_the_editors_of_its_kern_and_communications_read_it_and_no_address(client, dorp, vraag):
    lijst, scherm = reverse("werkplek:vragen"), reverse("werkplek:vraag", args=[vraag.pk])
    bij = {
        "redactie-beesd": "wacht bij jullie 1 vraag",
        "communicatie": "ligt 1 vraag bij de redactie van Beesd",
    }
    for wie, waar in bij.items():
        for adres in (lijst, scherm):
            gelezen = als(dorp, wie).get(adres).content.decode()
            assert "bankje" in gelezen
            assert RIA["email"] not in gelezen
        voorpagina = als(dorp, wie).get(reverse("wagtailadmin_home")).content.decode()
        assert waar in " ".join(voorpagina.split())
    ander = als(dorp, "redactie-heukelum")
    assert "bankje" not in ander.get(lijst).content.decode()
    assert ander.get(scherm).status_code == 404
    assert ander.post(scherm, ANTWOORD).status_code == 404
    assert client.get(scherm).status_code == 302
    vraag.refresh_from_db()
    assert vraag.stand == VraagStand.ONTVANGEN


def test_who_comes_second_with_an_answer_keeps_their_words_and_nothing_goes(dorp, vraag):
    beantwoord(dorp, "redactie-beesd", vraag)
    laat = beantwoord(dorp, "communicatie", vraag, antwoord="Nee, er is geen geld.").content.decode()
    assert "al beantwoord" in laat
    assert "Nee, er is geen geld." in laat
    assert len(mails("vraag-antwoord")) == 1


def test_it_is_passed_on_to_communications_or_to_a_colleague_who_hears_it(dorp, vraag):
    scherm, redactie = reverse("werkplek:vraag", args=[vraag.pk]), als(dorp, "redactie-beesd")
    for _ in range(2):
        redactie.post(scherm, {"doe": "doorgeven", "aan": "communicatie"})
    assert {mail.adres for mail in mails(Soort.VRAAG)} == {
        "communicatie@example.nl",
        "communicatie-2@example.nl",
    }
    collega = dorp.gebruikers["communicatie-2"]
    als(dorp, "communicatie").post(scherm, {"doe": "doorgeven", "aan": collega.pk})
    assert [mail.adres for mail in mails(Soort.VRAAG)[2:]] == [collega.email]
    assert (
        "waarvan 1 bij jou" in als(dorp, "communicatie-2").get(reverse("wagtailadmin_home")).content.decode()
    )
    vreemde = dorp.gebruikers["redactie-heukelum"]
    fout = redactie.post(scherm, {"doe": "doorgeven", "aan": vreemde.pk}).content.decode()
    assert "Kies aan wie je de vraag geeft." in fout
    assert not any("bankje" in mail.tekst for mail in mails(Soort.VRAAG))


def test_who_answers_hears_of_it_once_in_the_next_hour_and_when_it_waits_too_long(dorp, vraag):
    for minuten in (0, 60, 61, 180):
        vraagpost.vertel(timezone.now() + timedelta(minutes=minuten))
    wie = ("redactie-beesd", "redactie-beesd-2", "communicatie", "communicatie-2")
    assert sorted(mail.adres for mail in mails(Soort.VRAAG)) == sorted(f"{naam}@example.nl" for naam in wie)
    for dagen, aantal in ((1, 4), (2, 8), (2, 8)):
        dienst.herinner(timezone.now() + timedelta(days=dagen))
        assert len(mails(Soort.VRAAG)) == aantal


def test_themselves_see_it_take_it_back_and_have_it_erased(dorp, vraag, client, project, time_machine):
    wie = Wie.van(Adres.objects.get())
    stuk = Vragen().toon(wie)[0]
    assert RIA["tekst"] in stuk.gegevens.values()
    with override("pl"):
        assert "Czeka na odpowiedź." in Vragen().toon(wie)[0].gegevens.values()
    for _ in range(2):
        assert Vragen().doe(wie, f"intrekken:{vraag.pk}") == "Je vraag is ingetrokken."
    assert beantwoord(dorp, "communicatie", vraag).status_code == 404
    assert mails("vraag-antwoord") == []
    wis(wie, Reden.ZELF)
    assert not InwonerVraag.objects.exists()
    assert not Inwoner.objects.exists()


@pytest.mark.parametrize(
    ("termijn", "anker", "velden"),
    [
        (ONBEVESTIGD, "gemaakt_op", {"stand": VraagStand.CONCEPT}),
        (ONBEANTWOORD, "ontvangen_op", {}),
        (BEANTWOORD, "beantwoord_op", {"stand": VraagStand.BEANTWOORD, "antwoord": "Ja."}),
    ],
)
def test_its_words_go_on_their_day_and_not_before(vraag, termijn, anker, velden):
    nu = timezone.now()
    vragen = InwonerVraag.objects.filter(pk=vraag.pk)
    vragen.update(**velden, **{anker: nu})
    for dagen, met_woorden in ((-1, 1), (1, 0), (2, 0)):
        ruim_op(nu + termijn + timedelta(days=dagen))
        assert vragen.exclude(tekst="").count() == met_woorden
    assert vragen.count() == (termijn == BEANTWOORD), "that it was answered still counts"
    assert not vragen.exclude(inwoner=None).exists()
