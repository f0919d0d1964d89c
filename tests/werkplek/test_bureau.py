"""The desk: what waits for somebody, where they land, and how long things take."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.formulier import lees_formulier
from werkplek.bureau import bureau_van
from werkplek.overzicht import wat_wacht
from werkplek.panels import snelkoppelingen
from werkplek.rapport import doorlooptijden

from .hulp import als


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


def test_home_of_communications_shows_what_waits_oldest_first(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    ander = agenda_item(dorp.agenda_heukelum, "Schouw", live=False)
    dien_in(ander, dorp.gebruikers["communicatie"])
    type(wacht).objects.filter(pk=wacht.pk).update(started_at=timezone.now() - timedelta(days=14))
    rijen = wat_wacht(timezone.localdate())
    assert [(rij.titel, rij.kern) for rij in rijen] == [("Oogstfeest", "Beesd"), ("Schouw", "Heukelum")]
    assert rijen[0].kleur == "te-laat"
    html = als(dorp, "communicatie").get(reverse("wagtailadmin_home")).content.decode()
    assert html.index("Oogstfeest") < html.index("Schouw")
    assert "Een collega keurt dit goed" in html


def test_home_of_an_editor_has_shortcuts_that_land_on_the_form(dorp, item):
    client = als(dorp, "redactie-beesd")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    for label in ("Nieuw agenda-item", "Nieuw project", "Nieuwe oproep", "Kernagenda bijwerken"):
        assert label in html
    assert "Oogstfeest" in html
    *paginas, (_, voorwoord) = snelkoppelingen(dorp.beesd)
    for _, adres in paginas:
        antwoord = client.get(adres)
        assert antwoord.status_code == 200
        assert "page-edit-form" in antwoord.content.decode()
    assert client.get(voorwoord).status_code == 200


def test_desk_of_an_editor(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    concept = agenda_item(dorp.agenda, "Nog bezig", live=False, eigenaar=redacteur)
    _, wacht = dien_in(item, redacteur)
    bureau = bureau_van(redacteur, timezone.localdate())
    assert [pagina.pk for pagina in bureau.concepten] == [concept.pk]
    assert [staat.pagina.pk for staat in bureau.ingediend] == [item.pk]
    wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Kort!")
    assert bureau_van(redacteur, timezone.localdate()).teruggestuurd[0].current_task_state.comment == "Kort!"
    assert bureau_van(dorp.gebruikers["redactie-heukelum"], timezone.localdate()).teruggestuurd == []
    # What waits for this editor comes before what can be begun.
    voorpagina = als(dorp, "redactie-beesd").get(reverse("wagtailadmin_home")).content.decode()
    assert voorpagina.index("Kort!") < voorpagina.index("Nieuw agenda-item") < voorpagina.index("Mijn werk")
    leeg = als(dorp, "redactie-heukelum").get(reverse("wagtailadmin_home")).content.decode()
    assert "Hier vind je straks wat je maakte" in leeg


def test_what_is_planned_stands_on_both_front_pages(dorp, item):
    moment = timezone.localtime(timezone.now() + timedelta(days=3))
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=moment)
    voor = reverse("wagtailadmin_home")
    assert "Komt vanzelf online" not in als(dorp, "redactie-beesd").get(voor).content.decode()
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    for wie in ("redactie-beesd", "communicatie"):
        html = als(dorp, wie).get(voor).content.decode()
        deel = html[html.index("Komt vanzelf online") :]
        assert deel.index("Oogstfeest") < deel.index(date_format(moment, "l j F, H.i"))
    assert "Komt vanzelf online" not in als(dorp, "redactie-heukelum").get(voor).content.decode()


def test_communications_see_what_a_colleague_sent_back(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["communicatie-2"])
    wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Kort!")
    for wie, ziet in (("communicatie-2", True), ("communicatie", False)):
        voorpagina = als(dorp, wie).get(reverse("wagtailadmin_home")).content.decode()
        assert ("Kort!" in voorpagina) is ziet


def test_the_remark_stands_above_the_form_until_it_is_submitted_again(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    client, adres = als(dorp, "redactie-beesd"), reverse("wagtailadmin_pages:edit", args=[item.pk])
    _, wacht = dien_in(item, redacteur)
    wacht.task.specific.on_action(
        wacht, dorp.gebruikers["communicatie"], "reject", comment="Hoe laat <is> het?"
    )
    html = client.get(adres).content.decode()
    assert html.index("Hoe laat &lt;is&gt; het?") < html.index('id="page-edit-form"')
    # A form that was refused says it too.
    gegevens = lees_formulier(client, adres) | {"begin": "morgen", "action-submit": "1"}
    assert "Hoe laat &lt;is&gt; het?" in client.post(adres, gegevens).content.decode()
    item.current_workflow_state.resume(redacteur)
    assert "Hoe laat" not in client.get(adres).content.decode()


def test_menu_of_an_editor_holds_what_an_editor_can_use(dorp):
    html = als(dorp, "redactie-beesd").get(reverse("wagtailadmin_home")).content.decode()
    for weg in ("/cms/reports/", "/cms/snippets/", "guide.wagtail.org", "/cms/settings/"):
        assert weg not in html
    for wel in ("/cms/images/", "/cms/documents/", "/cms/handleiding/"):
        assert wel in html


def test_reports_of_wagtail_itself_are_for_administrators(dorp, admin_client):
    doorlooptijd, verouderd = reverse("werkplek:doorlooptijd"), reverse("wagtailadmin_reports:aging_pages")
    for client, ziet in ((als(dorp, "communicatie"), False), (admin_client, True)):
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        assert doorlooptijd in html
        assert (verouderd in html) is ziet


def test_explorer_of_an_editor_opens_in_their_own_kern(dorp):
    antwoord = als(dorp, "redactie-beesd").get(reverse("wagtailadmin_explore_root"), follow=True)
    assert antwoord.context["parent_page"].pk == dorp.beesd.pk


def test_what_still_waits_counts_as_the_longest(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    (rij,) = doorlooptijden(timezone.localdate() + timedelta(days=14))
    assert (rij.wacht_nog, rij.werkdagen_mediaan) == (1, None)
    assert rij.werkdagen_langst >= 7


def test_a_corrected_word_doesnt_turn_back_the_clock(dorp, item):
    redacteur, keurder = dorp.gebruikers["redactie-beesd"], dorp.gebruikers["communicatie"]
    _, wacht = dien_in(item, redacteur)
    lang_geleden = timezone.now() - timedelta(days=21)
    type(wacht).objects.filter(pk=wacht.pk).update(started_at=lang_geleden)
    tekst = AgendaItemPage.objects.get(pk=item.pk).get_latest_revision_as_object()
    tekst.title = "Oogstfeest!"
    tekst.save_revision(user=keurder)
    (rij,) = wat_wacht(timezone.localdate())
    assert (rij.titel, rij.sinds, rij.kleur) == ("Oogstfeest!", lang_geleden, "te-laat")
    (maand,) = doorlooptijden(timezone.localdate())
    assert (maand.ingediend, maand.maand) == (1, date_format(timezone.localtime(lang_geleden), "F Y"))
    assert maand.werkdagen_langst >= 10
    # Sent back and submitted again, it waits anew.
    wacht = item.current_workflow_task_state
    wacht.task.specific.on_action(wacht, keurder, "reject", comment="Korter")
    item.current_workflow_state.resume(redacteur)
    (rij,) = wat_wacht(timezone.localdate())
    assert rij.sinds > timezone.now() - timedelta(hours=1)


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_turnaround_can_be_taken_along(dorp, item, soort):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    (rij,) = doorlooptijden(timezone.localdate())
    assert (rij.kern, rij.goedgekeurd, rij.werkdagen_langst) == ("Beesd", 1, 0)
    client = als(dorp, "communicatie")
    assert "Beesd" in client.get(reverse("werkplek:doorlooptijd")).content.decode()
    uitvoer = client.get(reverse("werkplek:doorlooptijd"), {"export": soort})
    assert uitvoer.status_code == 200
    assert b"".join(uitvoer)[:4] == (b"Maan" if soort == "csv" else b"PK\x03\x04")
    assert als(dorp, "redactie-beesd").get(reverse("werkplek:doorlooptijd")).status_code == 302


def test_handbook_opens(dorp):
    for hoofdstuk in ("redactie", "communicatie", "beheer"):
        html = (
            als(dorp, "redactie-beesd")
            .get(reverse("werkplek:handleiding", args=[hoofdstuk]))
            .content.decode()
        )
        assert "<h2>" in html


def test_every_draft_is_on_the_front_page_also_after_the_first_ten(dorp):
    redacteur = dorp.gebruikers["redactie-beesd"]
    concepten = [agenda_item(dorp.agenda, f"Concept {n}", live=False, eigenaar=redacteur) for n in range(12)]
    html = als(dorp, "redactie-beesd").get(reverse("wagtailadmin_home")).content.decode()
    lijst = html.split("Mijn concepten")[1].split("</section>")[0]
    for concept in concepten:
        assert reverse("wagtailadmin_pages:edit", args=[concept.pk]) in lijst
    assert "<summary>Nog 2</summary>" in lijst
