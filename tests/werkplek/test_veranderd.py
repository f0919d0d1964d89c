"""What somebody sees before deciding, and where they are after it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.factories import ThemaFactory
from tests.formulier import bewerk_url

from .hulp import als


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


def vers(pagina) -> AgendaItemPage:
    return AgendaItemPage.objects.get(pk=pagina.pk)


def scherm(client, pagina):
    return client.get(reverse("werkplek:veranderd", args=[pagina.pk]))


def velden(antwoord) -> set[str]:
    return {str(deel.field_label()) for deel in antwoord.context["verschillen"]}


def blok(tekst: str) -> tuple[str, str]:
    return ("tekst", f"<p>{tekst}</p>")


def test_values_stand_there_as_people_write_them(dorp, item):
    tekst = item.get_latest_revision_as_object()
    tekst.begin = datetime(2030, 7, 5, 17, 30, tzinfo=UTC)
    tekst.hele_dag, tekst.aantal_aanwezigen = True, 47
    tekst.themas.add(ThemaFactory(name="Sport, cultuur en recreatie"))
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(vers(item), dorp.gebruikers["redactie-beesd"])
    nieuw = {
        str(deel.field_label()): re.findall('class="addition">([^<]*)', deel.htmldiff())
        for deel in scherm(als(dorp, "communicatie"), item).context["verschillen"]
    }
    assert nieuw["Begin"] == ["5 juli 2030, 19.30 uur"]
    assert nieuw["Hele dag"] == ["Ja"]
    assert nieuw["Aantal aanwezigen"] == ["47"]
    assert nieuw["Thema's"] == ["Sport, cultuur en recreatie"]
    pagina = scherm(als(dorp, "communicatie"), item).content.decode()
    assert "None" not in pagina
    assert "True" not in pagina


def test_what_is_online_beside_what_was_submitted(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    tekst = item.get_latest_revision_as_object()
    tekst.samenvatting, tekst.inhoud = "Neem een stoel mee.", [blok("Tot dan")]
    tekst.programma.create(titel="Inloop")
    tekst.save_revision(user=redacteur)
    # Saved once more as it is: what autosave and submitting leave behind.
    vers(item).get_latest_revision_as_object().save_revision(user=redacteur)
    dien_in(vers(item), redacteur)
    client = als(dorp, "communicatie")
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("werkplek:veranderd", args=[item.pk]) in home
    assert reverse("werkplek:veranderd", args=[item.pk]) in client.get(bewerk_url(item)).content.decode()
    antwoord = scherm(client, item)
    assert velden(antwoord) == {"Samenvatting", "Inhoud", "Programma"}
    for woord in ("Neem een stoel mee.", "Tot dan", "Inloop"):
        assert woord in antwoord.content.decode()
    assert "Oogstfeest</dd>" not in antwoord.content.decode()


def test_only_another_order_is_a_difference_too(dorp, item):
    with zonder_goedkeuring("tests"):
        item.programma.add(*(item.programma.model(titel=titel, sort_order=i) for i, titel in enumerate("ab")))
        item.save()
        vers(item).save_revision().publish()
    tekst = vers(item)
    een, twee = tekst.programma.all()
    een.sort_order, twee.sort_order = 1, 0
    tekst.programma.set([twee, een])
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(vers(item), dorp.gebruikers["redactie-beesd"])
    antwoord = scherm(als(dorp, "communicatie"), item)
    assert velden(antwoord) == {"Programma"}
    assert "Staat op een andere plek" in antwoord.content.decode()


def test_of_a_new_page_all_is_new_and_its_files_say_what_they_say(dorp):
    nieuw = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    verzameling = Collection.objects.get(name="Beesd")
    foto = BloeiImage.objects.create(
        title="plein", file=get_test_image_file(), alt_tekst="Een leeg plein", collection=verzameling
    )
    stuk = BloeiDocument.objects.create(
        title="Kaart van de route", file=ContentFile(b"x", "kaart.pdf"), collection=verzameling
    )
    tekst = nieuw.get_latest_revision_as_object()
    tekst.foto = foto
    tekst.bijlagen.create(document=stuk)
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(vers(nieuw), dorp.gebruikers["redactie-beesd"])
    antwoord = scherm(als(dorp, "communicatie"), nieuw)
    assert {"Titel", "Locatie"} <= {naam.capitalize() for naam in velden(antwoord)}
    for woord in ("alles is nieuw", "Een leeg plein", "Kaart van de route"):
        assert woord in antwoord.content.decode()


@pytest.mark.parametrize(
    ("wie", "status"), [("redactie-beesd", 200), ("redactie-heukelum", 404), ("beheer", 200)]
)
def test_who_may_see_it_and_only_communications_decides(dorp, item, wie, status):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nog geheim")
    antwoord = scherm(als(dorp, wie), item)
    assert antwoord.status_code == status
    html = antwoord.content.decode()
    assert ("Nog geheim" in html) == (status == 200)
    assert "/approve/" not in html
    assert "/reject/" not in html


def test_who_wrote_it_sees_no_button_to_approve(dorp, item):
    dien_in(item, dorp.gebruikers["communicatie"], title="Anders")
    assert "/approve/" not in scherm(als(dorp, "communicatie"), item).content.decode()
    assert "/approve/" in scherm(als(dorp, "communicatie-2"), item).content.decode()


def test_nothing_waits_nothing_to_see(dorp, item):
    antwoord = scherm(als(dorp, "communicatie"), item)
    assert antwoord.url == bewerk_url(item)


def besluit(client, wacht, naam: str, **velden):
    adres = reverse(
        "wagtailadmin_pages:workflow_action", args=[wacht.workflow_state.object_id, naam, wacht.pk]
    )
    return client.post(adres, {"comment": "", **velden}, follow=True)


def meldingen(antwoord) -> str:
    return " ".join(str(melding) for melding in antwoord.context["messages"])


def test_after_deciding_comes_the_next_one(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    _, eerste = dien_in(item, redacteur, title="Een")
    ander = agenda_item(dorp.agenda, "Twee", live=False, eigenaar=redacteur)
    _, tweede = dien_in(ander, redacteur)
    client = als(dorp, "communicatie")
    antwoord = besluit(client, eerste, "approve")
    assert antwoord.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert "Goedgekeurd en online: Een" in meldingen(antwoord)
    assert reverse("werkplek:veranderd", args=[ander.pk]) in meldingen(antwoord)
    antwoord = besluit(client, tweede, "reject", comment="Te kort")
    assert "Teruggestuurd: Twee" in meldingen(antwoord)
    assert "Volgende" not in meldingen(antwoord)
    # A second press finds it done, and says so.
    assert "al teruggestuurd, door communicatie" in meldingen(besluit(client, tweede, "reject"))


def test_approved_for_later_says_when(dorp, item):
    moment = timezone.localtime().replace(year=2031, month=5, day=3, hour=10, minute=0)
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=moment)
    zin = meldingen(besluit(als(dorp, "communicatie"), wacht, "approve"))
    assert "Goedgekeurd, komt online op 3 mei 2031, 10.00 uur: Oogstfeest" in zin


def test_a_moment_that_has_passed_is_now(dorp, item):
    _, wacht = dien_in(
        item, dorp.gebruikers["redactie-beesd"], title="Nu", go_live_at=timezone.now() - timedelta(days=1)
    )
    assert "Goedgekeurd en online: Nu" in meldingen(besluit(als(dorp, "communicatie"), wacht, "approve"))
    assert vers(item).title == "Nu"


def test_the_picture_of_a_waiting_page_changed_by_who_would_approve_it(dorp):
    """Its text goes public with the page: who wrote that, doesn't approve it."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    foto = BloeiImage.objects.create(title="plein", file=get_test_image_file(), alt_tekst="Een plein")
    nieuw = agenda_item(dorp.agenda, "Met foto", live=False, eigenaar=redacteur)
    _, wacht = dien_in(nieuw, redacteur, foto=foto)
    client = als(dorp, "communicatie")
    client.post(
        reverse("wagtailimages:edit", args=[foto.pk]),
        {"title": "plein", "alt_tekst": "Zelf bedacht", "collection": foto.collection_id},
    )
    foto.refresh_from_db()
    assert foto.alt_tekst == "Zelf bedacht"
    antwoord = besluit(als(dorp, "communicatie-2"), wacht, "approve")
    assert "Nog niet goedgekeurd: Met foto" in meldingen(antwoord)
    wacht = vers(nieuw).current_workflow_task_state.specific
    besluit(client, wacht, "approve")
    assert not vers(nieuw).live
    besluit(als(dorp, "communicatie-2"), wacht, "approve")
    assert vers(nieuw).live


def test_a_waiting_page_is_to_read_and_can_be_taken_back(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")
    client = als(dorp, "redactie-beesd")
    html = client.get(bewerk_url(item)).content.decode()
    assert "ligt bij Communicatie" in html
    assert "page-edit-form" not in html
    assert "contenteditable" not in html
    adres = reverse("werkplek:terughalen", args=[item.pk])
    assert adres in html
    # Who neither wrote nor submitted it, leaves it where it is.
    for wie in ("redactie-beesd-2", "redactie-heukelum", "beheer"):
        als(dorp, wie).post(adres)
        assert vers(item).workflow_in_progress
    assert client.get(adres).status_code == 405
    client.post(adres)
    assert not vers(item).workflow_in_progress
    assert "page-edit-form" in client.get(bewerk_url(item)).content.decode()


def test_a_planned_page_is_to_read_for_everybody(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=timezone.now() + timedelta(days=3))
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    for wie in ("redactie-beesd", "communicatie"):
        html = als(dorp, wie).get(bewerk_url(item)).content.decode()
        assert "page-edit-form" not in html
        assert ("Planning annuleren" in html) == (wie == "communicatie")


def test_the_buttons_on_a_waiting_page_say_what_happens(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")
    html = als(dorp, "communicatie").get(bewerk_url(item)).content.decode()
    assert html.count("Wijziging aan een collega geven") >= 2, (
        "the button to save, and the one to approve once changed"
    )
    for weg in ("Concept opslaan", "Herstart workflow", "/unpublish/"):
        assert weg not in html
    assert reverse("werkplek:intrekken", args=[item.pk]) in html


def test_the_state_of_a_page_in_words(dorp, item):
    nieuw = agenda_item(dorp.agenda, "Concept", live=False)
    standen = [item.status_string, nieuw.status_string]
    for pagina in (item, nieuw):
        _, wacht = dien_in(pagina, dorp.gebruikers["redactie-beesd"], title="Anders")
        standen.append(vers(pagina).status_string)
        wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject")
        standen.append(vers(pagina).status_string)
    assert standen == [
        "online",
        "in concept",
        "online, wijziging bij Communicatie",
        "online, wijziging teruggestuurd",
        "bij Communicatie",
        "teruggestuurd",
    ]
