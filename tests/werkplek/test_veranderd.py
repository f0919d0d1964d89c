"""What somebody sees before deciding, and where they are after it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from berichten.models import Bericht
from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage
from tests.dorp import agenda_item, dien_in
from tests.factories import ThemaFactory
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als, na_de_rust, vers


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


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


def test_a_whole_day_has_no_time_wherever_it_is_read(dorp):
    """In the difference and in the form; of more days the list says the last one as well."""
    dag = timezone.localtime().replace(year=2027, month=12, day=18, hour=0, minute=0, second=0, microsecond=0)
    online = agenda_item(
        dorp.agenda, "Kerstmarkt", live=True, eigenaar=dorp.gebruikers["redactie-beesd"],
        hele_dag=True, begin=dag, einde=dag + timedelta(days=1),
    )  # fmt: skip
    dien_in(online, dorp.gebruikers["redactie-beesd"], einde=dag + timedelta(days=2))
    client = als(dorp, "communicatie")
    (einde,) = scherm(client, online).context["verschillen"]
    assert re.findall('class="(?:addition|deletion)">([^<]*)', einde.htmldiff()) == [
        "19 december 2027",
        "20 december 2027",
    ]
    velden = lees_formulier(client, bewerk_url(online))
    assert (velden["begin"], velden["einde"]) == (["18-12-2027"], ["20-12-2027"])
    lijst = " ".join(client.get(reverse("wagtailadmin_home")).content.decode().split())
    assert "za 18 december 2027 tot en met ma 20 december 2027" in lijst
    # As it was drawn it is no change.
    client.post(bewerk_url(online), velden)
    assert [deel.field.name for deel in scherm(client, online).context["verschillen"]] == ["einde"]
    na_de_rust()
    mail = Bericht.objects.filter(adres="communicatie@example.nl").latest("pk").tekst
    assert "zaterdag 18 december 2027 tot en met maandag 20 december 2027." in mail


def test_it_says_who_submitted_and_since_when_and_a_paper_can_be_read(dorp, item):
    stuk = BloeiDocument.objects.create(
        title="Kaart van de route",
        file=ContentFile(b"x", "kaart.pdf"),
        collection=Collection.objects.get(name="Beesd"),
    )
    tekst = item.get_latest_revision_as_object()
    tekst.bijlagen.create(document=stuk)
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(vers(item), dorp.gebruikers["redactie-beesd"])
    vorige_week = timezone.now() - timedelta(days=7)
    vers(item).current_workflow_state.task_states.update(started_at=vorige_week)
    client = als(dorp, "communicatie")
    html = " ".join(scherm(client, item).content.decode().split())
    sinds = date_format(timezone.localtime(vorige_week), "j F Y, H.i")
    assert f"Ingediend door redactie-beesd op {sinds} uur. Wacht " in html
    assert f'<a href="{stuk.url}">Kaart van de route (' in html
    assert client.get(stuk.url).status_code == 200


def test_paragraphs_and_lists_keep_their_lines(dorp, item):
    """In a field with running text, and in a block of one."""
    lijst = "<p>We hadden:</p><ul><li>koffie</li><li>taart &amp; &lt;b&gt;</li></ul><ol><li>eerst dit</li></ol><p>Tot dan.</p>"
    tekst = item.get_latest_revision_as_object()
    tekst.verslag, tekst.inhoud = lijst, [("tekst", lijst)]
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(vers(item), dorp.gebruikers["redactie-beesd"])
    regels = "We hadden:<br>• koffie<br>• taart &amp; &lt;b&gt;<br>1. eerst dit<br>Tot dan."
    delen = scherm(als(dorp, "communicatie"), item).context["verschillen"]
    gelezen = {deel.field.name: re.sub("</?span[^>]*>", "", deel.htmldiff()) for deel in delen}
    assert gelezen["verslag"] == regels
    assert regels in gelezen["inhoud"]


def test_nothing_waits_nothing_to_see(dorp, item):
    antwoord = scherm(als(dorp, "communicatie"), item)
    assert antwoord.url == bewerk_url(item)


def test_an_address_of_the_admin_that_is_not_there_says_so_in_dutch(dorp):
    antwoord = als(dorp, "redactie-beesd").get("/cms/bestaat-niet/")
    assert antwoord.status_code == 404
    pagina = antwoord.content.decode()
    assert "Deze pagina is er niet" in pagina
    assert f'href="{reverse("wagtailadmin_home")}">Terug naar het begin' in pagina
    assert "Error" not in pagina
