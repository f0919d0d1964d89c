"""One page of each kind, with something in every field; every Dutch text of an editor bears the sign §."""

import json
from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from core.blocks import InhoudBlock
from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage, Thema
from home.models import InformatiePage
from kernpagina.models import AgendaItemPage, KernagendaPage, OproepenPage, OproepPage
from projecten.models import ProjectenPage, ProjectFase, ProjectMijlpaal, ProjectPage
from tests.blokken import blok, van_elk_een
from tests.dorp import Dorp

NL = "§"


def item(waarde) -> dict:
    return blok("item", waarde)


def alle_blokken(dorp: Dorp) -> list[dict]:
    """Every block of running text, with a link to a page, one to elsewhere, a document and a picture."""
    foto = BloeiImage.objects.create(
        title=f"{NL} foto", file=get_test_image_file(), alt_tekst=f"{NL} een plein"
    )
    stuk = BloeiDocument.objects.create(title=f"{NL} stuk", file=ContentFile(b"x", "stuk.txt"))
    tekst = (
        f'<p>{NL} Kijk bij <a linktype="page" id="{dorp.beesd.pk}">{NL} het dorp</a>, op '
        f'<a href="https://example.org/">{NL} de site</a> en <a linktype="document" id="{stuk.pk}">{NL} het stuk</a>.'
        f"</p><ul><li>{NL} <b>vet</b> eerst</li><li>{NL} dan dit</li></ul>"
    )
    gekozen = {"page": dorp.heukelum.pk, "bloeiimage": foto.pk, "bloeidocument": stuk.pk}

    def rijk(plek: str) -> str:
        return tekst if plek == "tekst" else f"<p>{NL} bij {plek}</p>"

    return van_elk_een(InhoudBlock, f"{NL} {{}}".format, rijk, "", gekozen)


def onderdelen(project: ProjectPage | None) -> list[dict]:
    thema = Thema.objects.get_or_create(name="Wonen", slug="wonen")[0]
    punt = {
        "titel": f"{NL} Woningen",
        "status": "niet haalbaar",
        "trekker": "gemeente",
        "omschrijving": f"<p>{NL} Voor jongeren</p>",
        "motivering": f"<p>{NL} Geen grond</p>",
        "planning": f"{NL} 2027",
        "prioriteit": True,
        "herkomst": "bidbook",
        "naam_trekker": f"{NL} Werkgroep wonen",
        "project": project.pk if project else None,
    }
    ander = {**punt, "titel": f"{NL} Fietspad", "status": "bezig", "motivering": "", "naam_trekker": ""}
    return [blok("thema", {"thema": thema.pk, "punten": [item(punt), item(ander)]})]


def _live(ouder: Page, pagina: Page) -> Page:
    pagina.live = False
    ouder.add_child(instance=pagina)
    pagina.save_revision().publish()
    return type(pagina).objects.get(pk=pagina.pk)


def maak_alles(dorp: Dorp) -> dict[str, Page]:
    """The pages by their path; all of them live."""
    with zonder_goedkeuring("tests"):
        return _maak(dorp)


def _maak(dorp: Dorp) -> dict[str, Page]:
    thema = Thema.objects.get_or_create(name="Wonen", slug="wonen")[0]
    blokken = json.dumps(alle_blokken(dorp))
    info = _live(
        dorp.home, InformatiePage(title=f"{NL} Over", slug="over", inleiding=f"{NL} in", inhoud=blokken)
    )
    project = ProjectPage(
        title=f"{NL} Speeltuin", slug="speeltuin", samenvatting=f"{NL} Spelen", initiatiefnemer="inwoners",
        status="gestopt", reden_gestopt=f"{NL} geen geld", trekker=f"{NL} Kerngroep", rol_gemeente="faciliteren",
        contact="groep@example.org", locatie=f"{NL} plein", kosten=f"{NL} veel", financiering=f"{NL} fonds",
        inhoud=blokken,
    )  # fmt: skip
    project.fasen = [
        ProjectFase(
            titel=f"{NL} Plan", omschrijving=f"<p>{NL} Eerst</p>", begin=date(2020, 1, 1), niveau="adviseren"
        ),
        ProjectFase(titel=f"{NL} Bouw", begin=date(2090, 1, 1), einde=date(2091, 1, 1)),
    ]
    project.mijlpalen = [
        ProjectMijlpaal(titel=f"{NL} Start", omschrijving=f"{NL} Feest", datum=date(2021, 1, 1))
    ]
    project.themas.add(thema)
    project = _live(ProjectenPage.objects.child_of(dorp.beesd).get(), project)
    oproep = _live(
        OproepenPage.objects.child_of(dorp.beesd).get(),
        OproepPage(
            title=f"{NL} Plein", slug="plein", vraag=f"{NL} Wat wil je?", soort="ideeën", opent=date(2020, 1, 1),
            sluit=date(2099, 1, 1), terugkoppeling_uiterlijk=date(2099, 2, 1), niveau="raadplegen",
            belofte=f"{NL} Beloofd", offline_meedoen=f"{NL} Kom langs", online_meedoen="https://example.org/mee",
            voor_wie=f"{NL} iedereen", wat_staat_vast=f"{NL} de boom", ruimte_voor_invloed=f"{NL} de rest",
            besluitnemer="raad", uitkomst=f"<p>{NL} Gekozen</p>", motivering=f"<p>{NL} Daarom</p>", project=project,
        ),
    )  # fmt: skip
    avond = AgendaItemPage(
        title=f"{NL} Avond", slug="avond", begin=timezone.now() + timedelta(days=3), locatie=f"{NL} Klokhuis",
        samenvatting=f"{NL} Praten", soort="inwonersavond", adres=f"{NL} Straat 1", routehint=f"{NL} naast de kerk",
        toegankelijkheid=f"{NL} drempelvrij", organisator=f"{NL} Kerngroep", kosten=f"{NL} 5 euro",
        aanmelden="per e-mail", aanmelden_contact="a@example.org", status="gewijzigd", toelichting=f"{NL} later",
        project=project, oproep=oproep, verslag=f"<p>{NL} Gepraat</p>", aantal_aanwezigen=12, inhoud=blokken,
    )  # fmt: skip
    avond.programma.create(titel=f"{NL} Koffie", duur=15)
    avond.afspraken.create(wat=f"{NL} Bellen", wie=f"{NL} Groep", wanneer=f"{NL} snel")
    avond = _live(dorp.agenda, avond)
    kernagenda = KernagendaPage.objects.child_of(dorp.beesd).get()
    kernagenda.title = f"{NL} Kernagenda"
    kernagenda.inleiding = f"<p>{NL} Ons plan</p>"
    kernagenda.onderdelen = json.dumps(onderdelen(project))
    kernagenda.save_revision().publish()
    kern = type(dorp.beesd).objects.get(pk=dorp.beesd.pk)
    kern.intro = f"{NL} Een dorp"
    kern.gebiedsmakelaar_naam, kern.gebiedsmakelaar_telefoon = f"{NL} Naam", "0345 123456"
    kern.ontmoetingsplek_naam, kern.ontmoetingsplek_adres = f"{NL} Klokhuis", f"{NL} Straat 1"
    kern.dorpssite = "https://example.org/"
    kern.inwonersgroepen.create(naam=f"{NL} Groep", over_ons=f"{NL} Wij", contact="g@example.org")
    lijst = {"titel": f"{NL} Titel", "aantal": 3}
    kern.inhoud = json.dumps(
        [
            *alle_blokken(dorp),
            blok("oproepen", lijst),
            blok("agenda", {**lijst, "titel": ""}),
            blok("kernagenda", {**lijst, "alleen_prioriteit": False}),
            blok("projecten", lijst),
            blok("inwonersgroepen", None),
        ]
    )
    kern.save_revision().publish()
    dorp.home.intro = f"{NL} Welkom"
    dorp.home.save_revision().publish()
    return {
        "/over/": info,
        "/beesd/projecten/speeltuin/": project,
        "/beesd/meedoen/plein/": oproep,
        "/beesd/agenda/avond/": avond,
        "/beesd/kernagenda/": KernagendaPage.objects.get(pk=kernagenda.pk),
        "/beesd/": kern,
        "/": dorp.home,
    }


LIJSTEN = (
    "/beesd/agenda/", "/beesd/projecten/", "/beesd/meedoen/", "/agenda/", "/projecten/", "/meedoen/",
    "/kernagendapunten/", "/zoeken/?q=plein", "/bestaat-niet/",
)  # fmt: skip
