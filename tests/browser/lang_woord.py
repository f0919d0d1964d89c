"""A village in which every field holds one long word, an address or an e-mail address; and its pages as HTML."""

import json
from uuid import uuid4

from django.apps import apps
from django.db import models
from django.test import Client
from wagtail.fields import RichTextField, StreamField

from core.blocks import InhoudBlock
from core.models import BloeiDocument, BloeiImage, GemeenteInstellingen
from kernpagina import models as kern_models
from kernpagina.blocks import KernInhoudBlock
from kernpagina.models import AgendaPage, KernagendaPage, OproepenPage
from projecten.models import ProjectenPage, ProjectFase, ProjectMijlpaal
from tests import factories
from tests.blokken import van_elk_een
from tests.browser import lang_inwoners
from tests.factories import moment, onderdeel, punt

WOORD = "Hottentottententententoonstellingsvoorbereidingscommissielid"
ADRES = f"https://www.{WOORD.lower()}.example/"
MAIL = f"{WOORD.lower()}@example.org"
TE_LAAT, PUNT = "te-laat", str(uuid4())
RIJK = f'<p>{WOORD} <a href="{ADRES}">{ADRES}</a></p><ul><li>{WOORD}</li></ul>'
# Not shown, or of a shape of its own.
GEEN_TEKST = {"path", "url_path", "slug", "draft_title", "woonplaatscode", "file", "file_hash"}
ADRESSEN = [
    "/", "/over/", "/toegankelijkheid/", "/kern/", "/kern/kernagenda/", "/kern/kernagenda/?van=1&tot=2", "/kern/agenda/",
    "/kern/agenda/?weergave=maand&maand=2099-06", "/kern/agenda/?soort=online", "/kern/agenda/komt/", "/kern/agenda/af/",
    "/kern/agenda/hier/", "/kern/agenda/was/", "/kern/projecten/", "/kern/projecten/project/", "/kern/meedoen/", "/kern/meedoen/open/",
    "/kern/meedoen/te-laat/", "/agenda/?kern=kern", "/agenda/?weergave=maand&maand=2099-06", "/meedoen/", "/projecten/",
    "/kernagendapunten/", f"/zoeken/?q={WOORD}", "/zoeken/?q=zoekwoord", "/kern/scherm/", "/insluiten/kern/agenda",
    "/insluiten/kern/projecten", "/insluiten/kern/oproepen", "/afspraken/", "/voortgang/", "/kern/meedoen/klaar/",
    "/kern/meedoen/helpen/", "/kern/meedoen/open/reageer/", "/kern/meedoen/vragen/reageer/", "/kern/meedoen/helpen/aanmelden/",
    "/kern/meedoen/uitdagen/uitdagen/", "/kern/agenda/hier/aanmelden/", "/kern/projecten/project/vraag/", "/kern/volg/",
    "/kern/nieuwsbrief/", "/kern/nieuwsbrief/2026-06-11/", "/contact/", "/privacy/",
    *(f"/{wat}/bevestigen/{wat}/" for wat in ("reactie", "aanmelding", "uitdaging", "vraag")), "/reactie/klopt/tafel/",
]  # fmt: skip


def bladen() -> dict[str, str]:
    """The HTML of every kind of page, by its address. Makes a village: do this where it's rolled back."""
    with factories.opzetten():
        _maak()
        for model in apps.get_models():
            van_ons = model._meta.app_label in ("home", "kernpagina", "projecten")
            if van_ons or model in (BloeiDocument, BloeiImage, GemeenteInstellingen):
                velden = {veld.name: _waarde(veld) for veld in model._meta.concrete_fields}
                if velden := {naam: waarde for naam, waarde in velden.items() if waarde}:
                    model._default_manager.update(**velden)
        # What is late has no outcome.
        kern_models.OproepPage.objects.filter(slug=TE_LAAT).update(uitkomst="")
        # Who answers elsewhere has no form here.
        kern_models.OproepPage.objects.exclude(slug=TE_LAAT).update(online_meedoen="")
        lang_inwoners.zeg(WOORD)
        lang_inwoners.maak_editie(WOORD)
    antwoorden = {adres: Client().get(adres) for adres in ADRESSEN}
    assert {adres: a.status_code for adres, a in antwoorden.items() if a.status_code != 200} == {}
    return {adres: antwoord.content.decode() for adres, antwoord in antwoorden.items()}


def _waarde(veld: models.Field) -> str | None:
    """What goes into a field; None for what isn't text that somebody types."""
    if veld.choices or veld.unique or veld.name in GEEN_TEKST or isinstance(veld, StreamField):
        return None
    if isinstance(veld, models.URLField):
        return ADRES
    if isinstance(veld, models.EmailField) or "contact" in veld.name:
        return MAIL
    if isinstance(veld, RichTextField):
        return RIJK
    return WOORD[: veld.max_length] if isinstance(veld, models.CharField | models.TextField) else None


def _maak() -> None:
    """One of everything, in every state that shows other fields, at the addresses above."""
    foto, document = factories.ImageFactory(), factories.DocumentFactory()
    tekst = _blokken(InhoudBlock, foto.pk, document.pk)
    for slug in ("over", "toegankelijkheid", "contact", "privacy"):
        factories.InformatiePageFactory(title=slug, inhoud=tekst)
    heel = _blokken(KernInhoudBlock, foto.pk, document.pk)
    kern = factories.KernPageFactory(title="Kern", uitrolfase="pilot", foto=foto, inhoud=heel)
    kern_models.Inwonersgroep.objects.create(kern=kern, locale=kern.locale)
    agenda, oproepen, projecten = (
        factories.lijst_van(kern, model) for model in (AgendaPage, OproepenPage, ProjectenPage)
    )
    project = factories.ProjectPageFactory(parent=projecten, title="project", foto=foto, inhoud=tekst)
    ProjectFase.objects.create(project=project, locale=project.locale, begin="2020-01-01")
    ProjectMijlpaal.objects.create(project=project, locale=project.locale, datum="2020-02-01")
    bij = {"parent": oproepen, "project": project, "inhoud": tekst}
    lang = {"sluit": "2099-01-01", "terugkoppeling_uiterlijk": "2099-02-01"}
    open_ = factories.OproepPageFactory(title="open zoekwoord", slug="open", **lang, **bij)
    factories.OproepPageFactory(title="klaar", **bij)
    lang_inwoners.maak_oproepen(oproepen, WOORD)
    factories.OproepPageFactory(title=TE_LAAT, **bij)
    bij = {
        "parent": agenda,
        "project": project,
        "oproep": open_,
        "foto": foto,
        "inhoud": tekst,
        "toelichting": WOORD,
    }
    meld_aan = {"aanmelden": "per e-mail", "aanmelden_tot": "2099-06-01", "aanmelden_contact": MAIL}
    online = {"vorm": "hybride", "online_link": ADRES}
    komt = {"begin": moment("2099-06-02 20:00"), "status": "gewijzigd", **meld_aan, **online}
    factories.AgendaItemPageFactory(title="komt", **komt, **bij)
    hier = {"begin": moment("2099-06-04 20:00"), **meld_aan, "aanmelden": "hier", "max_aantal": 9}
    factories.AgendaItemPageFactory(title="hier", **hier, **bij)
    af = {"begin": moment("2099-06-01 20:00"), "einde": moment("2099-06-03 20:00"), "status": "geannuleerd"}
    factories.AgendaItemPageFactory(title="af", **af, **bij)
    was = factories.AgendaItemPageFactory(title="was", **bij)
    kern_models.ProgrammaOnderdeel.objects.create(agenda_item=was, locale=was.locale)
    kern_models.AgendaBijlage.objects.create(agenda_item=was, document=document)
    lang_inwoners.maak_afspraken(was)
    kernagenda = factories.lijst_van(kern, KernagendaPage)
    for versie, status in ((1, "wens"), (2, "niet haalbaar")):
        velden = {"omschrijving": RIJK, "motivering": RIJK, "naam_trekker": WOORD, "planning": WOORD}
        punten = [punt(WOORD, kenmerk=PUNT, status=status, project=project.pk, prioriteit=True, **velden)]
        kernagenda.versie, kernagenda.onderdelen = (
            versie,
            json.dumps([onderdeel(factories.ThemaFactory(), *punten)]),
        )
        kernagenda = factories.publiceer(kernagenda)


def _blokken(stroom: type[InhoudBlock], foto: int, document: int) -> str:
    """Every block, as a StreamField stores it."""
    gekozen = {"page": None, "bloeiimage": foto, "bloeidocument": document}
    return json.dumps(van_elk_een(stroom, lambda plek: WOORD, lambda plek: RIJK, ADRES, gekozen))
