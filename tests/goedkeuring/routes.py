"""The routes: every way that somebody may try to put a text live, in the admin or past it.

Each gets the client of a role, the world, and a page in some state, and does whatever it can; nothing is checked here.
"""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from core.goedkeuring.besluiten import mag_goedkeuren
from core.goedkeuring.vingerafdruk import vingerafdruk
from core.models import GoedkeuringTaskState
from kernpagina.models import AgendaItemPage, ReeksDeel

from .routes_buitenom import foto_en_document, gepland_commando, laat_de_klok_lopen, pagina_api, thema
from .vertaalroutes import actie, vertalen, vertaling_bijschrijven, vertaling_indienen
from .wereld import GEHEIM, formulier, stuur


def bewerk(client, w, pagina, **extra):
    adres = reverse("wagtailadmin_pages:edit", args=[pagina.pk])
    return stuur(client, adres, formulier(pagina, w, title=f"Nieuw {GEHEIM} 2", **extra))


def publiceerknop(client, w, pagina):
    bewerk(client, w, pagina, **{"action-publish": "1"})


def publiceerknop_ongewijzigd(client, w, pagina):
    adres = reverse("wagtailadmin_pages:edit", args=[pagina.pk])
    stuur(client, adres, formulier(pagina, w, **{"action-publish": "1"}))


def plannen(client, w, pagina):
    later = (timezone.now() + timedelta(minutes=1)).strftime("%Y-%m-%d %H:%M")
    bewerk(client, w, pagina, go_live_at=later, **{"action-publish": "1"})
    laat_de_klok_lopen(timedelta(days=2))


def knutselen_aan_workflow(client, w, pagina):
    for velden in (
        {"action-submit": "1"},
        {"action-workflow-action": "1", "workflow-action-name": "approve"},
        {"action-restart-workflow": "1"},
        {"action-workflow-action": "1", "workflow-action-name": "approve"},
        {"action-cancel-workflow": "1"},
    ):
        bewerk(client, w, pagina, **velden)


def eigen_werk_goedkeuren(client, w, pagina):
    bewerk(client, w, pagina, **{"action-submit": "1"})
    actie(client, AgendaItemPage.objects.get(pk=pagina.pk), "approve")


def wijzigen_en_goedkeuren(client, w, pagina):
    """Change what was submitted, and approve that in the same breath."""
    bewerk(client, w, pagina, **{"action-workflow-action": "1", "workflow-action-name": "approve"})
    actie(client, AgendaItemPage.objects.get(pk=pagina.pk), "approve")


def vergelijken_en_beslissen(client, w, pagina):
    """From the screen with what changed: approve, send back, and once more."""
    client.get(reverse("werkplek:veranderd", args=[pagina.pk]))
    for naam in ("approve", "reject", "approve"):
        # Somebody else's submission may be approved by communications; that is no leak.
        if not _mag(client, w, pagina):
            actie(client, AgendaItemPage.objects.get(pk=pagina.pk), naam)


def _mag(client, w, pagina) -> bool:
    wacht = AgendaItemPage.objects.get(pk=pagina.pk).current_workflow_task_state
    user = w.dorp.gebruikers["communicatie"]
    return bool(
        wacht and client.session.get("_auth_user_id") == str(user.pk) and mag_goedkeuren(user, wacht.specific)
    )


def terughalen_en_zelf_goedkeuren(client, w, pagina):
    """Take a submission back, change it, submit it again and approve that."""
    client.post(reverse("werkplek:terughalen", args=[pagina.pk]))
    eigen_werk_goedkeuren(client, w, AgendaItemPage.objects.get(pk=pagina.pk))


def herhalen(client, w, pagina):
    """Make a series of it, change the later ones, approve all: one's own, and what is another's to approve."""
    dagen = [(timezone.localdate(pagina.begin) + timedelta(weeks=week)).isoformat() for week in (0, 1)]
    reeks = {"ritme": "week", "aantal": 2, "getoond": "week|2|", "maak": "ja", "dag": dagen}
    client.post(reverse("werkplek:herhalen", args=[pagina.pk]), reeks)
    delen = ReeksDeel.objects.in_reeks_met(pagina)
    if deel := delen.first():
        velden = {"veld": ["titel", "samenvatting", "plek"], "item": [deel.item_id for deel in delen]}
        client.post(reverse("werkplek:latere", args=[pagina.pk]), velden)
        samen_goedkeuren(client, w, pagina, f"?reeks={deel.reeks}")


def samen_goedkeuren(client, w, pagina, vraag="?kern=Beesd"):
    """Tick whatever waits, also what is one's own: all but what this person may approve, for that is no leak."""
    user = w.dorp.gebruikers["communicatie"]
    is_keurder = client.session.get("_auth_user_id") == str(user.pk)
    stappen = GoedkeuringTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    eigen = [stap.pk for stap in stappen if not (is_keurder and mag_goedkeuren(user, stap))]
    velden = {"wacht": eigen, "opmerking": GEHEIM}
    client.post(reverse("werkplek:samen") + vraag, velden | {"goedkeuren": "ja"})
    client.post(reverse("werkplek:samen") + vraag, velden | {"terugsturen": "ja"})


def met_spoed(client, w, pagina):
    gezien = vingerafdruk(pagina.get_latest_revision())
    client.post(reverse("werkplek:spoed", args=[pagina.pk]), {"reden": "haast", "gezien": gezien})


def weghalen_en_terugzetten(client, w, pagina):
    client.post(reverse("werkplek:intrekken", args=[pagina.pk]), {"reden": "fout"})
    bewerk(client, w, pagina, **{"action-publish": "1"})
    bewerk(client, w, pagina, **{"action-workflow-action": "1", "workflow-action-name": "approve"})
    laat_de_klok_lopen(timedelta(days=1))


def twee_keer_drukken(client, w, pagina):
    """Change and approve, and the second press of a double click."""
    for _ in range(2):
        bewerk(client, w, pagina, **{"action-workflow-action": "1", "workflow-action-name": "approve"})


def autosave_over_ingediend(client, w, pagina):
    versie = pagina.latest_revision_id
    stuur(
        client,
        reverse("wagtailadmin_pages:edit", args=[pagina.pk]),
        formulier(pagina, w, title=f"Stiekem {GEHEIM}", overwrite_revision_id=str(versie)),
        headers={"accept": "application/json"},
    )
    keurder = Client()
    keurder.force_login(w.dorp.gebruikers["redactie-beesd-2"])
    actie(keurder, AgendaItemPage.objects.get(pk=pagina.pk), "approve")


def bulk(naam):
    def route(client, w, pagina):
        adres = reverse("wagtail_bulk_action", args=["wagtailcore", "page", naam])
        vraag = f"?id={pagina.pk}&id={w.dorp.agenda.pk}"
        client.post(adres + vraag, {"include_descendants": "on", "chooser": w.dorp.agenda_heukelum.pk})

    route.__name__ = f"bulk_{naam}"
    return route


def kopie(client, w, pagina):
    for extra in ({"publish_copies": "on"}, {"alias": "on"}):
        client.post(
            reverse("wagtailadmin_pages:copy", args=[pagina.pk]),
            {
                "new_title": f"Kopie {GEHEIM}",
                "new_slug": f"kopie-{pagina.pk}-{next(iter(extra))}",
                "new_parent_page": w.dorp.agenda.pk,
                "copy_subpages": "on",
                **extra,
            },
        )


def kopie_van_de_lijst(client, w, pagina):
    client.post(
        reverse("wagtailadmin_pages:copy", args=[w.dorp.agenda.pk]),
        {
            "new_title": f"Kopie {GEHEIM}",
            "new_slug": "kopie",
            "new_parent_page": w.dorp.heukelum.pk,
            "copy_subpages": "on",
            "publish_copies": "on",
        },
    )


def verplaats(client, w, pagina):
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[pagina.pk, w.dorp.agenda_heukelum.pk]), {})


def terug_naar_versie(client, w, pagina):
    for versie in pagina.revisions.all():
        adres = reverse("wagtailadmin_pages:revisions_revert", args=[pagina.pk, versie.pk])
        stuur(client, adres, formulier(pagina, w, title=f"Terug {GEHEIM}", **{"action-publish": "1"}))


def van_planning_en_terug(client, w, pagina):
    for versie in pagina.revisions.all():
        client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[pagina.pk, versie.pk]), {})
    bewerk(client, w, pagina, **{"action-publish": "1"})
    laat_de_klok_lopen(timedelta(days=1))


def offline_en_weer_online(client, w, pagina):
    client.post(reverse("wagtailadmin_pages:unpublish", args=[pagina.pk]), {"include_descendants": "on"})
    bewerk(client, w, pagina, **{"action-publish": "1"})
    bulk("publish")(client, w, pagina)


def nieuw_en_publiceren(client, w, pagina):
    velden = formulier(pagina, w, title=f"Nieuw {GEHEIM}", slug="nieuw-3", **{"action-publish": "1"})
    for ouder in (w.dorp.agenda, w.dorp.agenda_heukelum):
        stuur(
            client, reverse("wagtailadmin_pages:add", args=["kernpagina", "agendaitempage", ouder.pk]), velden
        )


def alias_omzetten(client, w, pagina):
    client.post(reverse("wagtailadmin_pages:convert_alias", args=[pagina.pk]), {})


def openbaar_maken(client, w, pagina):
    client.post(reverse("wagtailadmin_pages:set_privacy", args=[pagina.pk]), {"restriction_type": "none"})
    client.post(reverse("wagtailadmin_pages:lock", args=[pagina.pk]), {})
    client.post(reverse("wagtailadmin_pages:unlock", args=[pagina.pk]), {})


ROUTES: list[Callable] = [
    publiceerknop, publiceerknop_ongewijzigd, plannen, knutselen_aan_workflow, eigen_werk_goedkeuren,
    wijzigen_en_goedkeuren, autosave_over_ingediend, bulk("publish"), bulk("move"), kopie, kopie_van_de_lijst,
    verplaats, terug_naar_versie, van_planning_en_terug, offline_en_weer_online, nieuw_en_publiceren,
    vergelijken_en_beslissen, terughalen_en_zelf_goedkeuren, met_spoed, weghalen_en_terugzetten, twee_keer_drukken,
    alias_omzetten, openbaar_maken, pagina_api, vertalen, vertaling_indienen, vertaling_bijschrijven,
    foto_en_document, thema, gepland_commando, herhalen, samen_goedkeuren,
]  # fmt: skip

# The same whatever state the page is in.
EENMAAL = {
    "kopie_van_de_lijst",
    "vertalen",
    "foto_en_document",
    "thema",
    "gepland_commando",
    "nieuw_en_publiceren",
    "herhalen",
    "samen_goedkeuren",
}
# A translation waits by itself: of the Dutch page counts whether it is public.
STATEN_BIJ = dict.fromkeys(("vertaling_indienen", "vertaling_bijschrijven"), ("concept", "live-concept"))
