"""Setting up: the site, its front page, and the kernen with all that belongs to a kern.

Each function looks first and makes only what is missing. What editors changed stays as it is. Every
function returns what it did, a Dutch sentence each; an empty list means that nothing was missing.
"""

from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from core.boom import VOORPAGINA_DIEPTE
from core.gemeente import KernGegevens, gemeente
from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import GemeenteInstellingen, Thema
from core.talen.taal import BRONTAAL
from core.themas import THEMAS
from home.informatie import informatie
from home.models import HomePage, InformatiePage
from home.seinen import ingericht
from kernpagina import afspraken
from kernpagina.models import KernPage
from kernpagina.redactie import zorg_voor_communicatie, zorg_voor_redactie
from volgen.bijhouden import neem_op

Pagina = TypeVar("Pagina", bound=Page)


def lees_kernen() -> list[KernGegevens]:
    """The kernen of this municipality."""
    return list(gemeente().kernen)


@zonder_goedkeuring("richt_in")
@transaction.atomic
def richt_in(kernen: list[KernGegevens] | None = None) -> list[str]:
    """Set up everything; run again, it adds what is missing and changes nothing else."""
    gedaan = [*zorg_voor_talen(), *zorg_voor_themas()]
    voorpagina, gemaakt = zorg_voor_voorpagina()
    gedaan += gemaakt
    gedaan += zorg_voor_informatie(voorpagina)
    gedaan += zorg_voor_contact()
    gedaan += zorg_voor_communicatie()
    for gegevens in kernen if kernen is not None else lees_kernen():
        gedaan += zorg_voor_kern(voorpagina, gegevens)
    if aantal := neem_op():
        gedaan.append(f"{aantal} pagina's in het logboek gezet.")
    if aantal := afspraken.neem_op():
        gedaan.append(f"Afspraken van {aantal} verslagen in het register gezet.")
    return gedaan + [zin for _wie, zinnen in ingericht.send(sender=None) for zin in zinnen or ()]


def zorg_voor_talen() -> list[str]:
    gedaan = []
    for code, naam in settings.WAGTAIL_CONTENT_LANGUAGES:
        if Locale.objects.get_or_create(language_code=code)[1]:
            gedaan.append(f"Taal {naam} toegevoegd.")
    return gedaan


def zorg_voor_themas() -> list[str]:
    gedaan = []
    for volgorde, naam in enumerate(THEMAS, start=1):
        if Thema.objects.get_or_create(slug=slugify(naam), defaults={"name": naam, "volgorde": volgorde})[1]:
            gedaan.append(f"Thema {naam} toegevoegd.")
    return gedaan


def zorg_voor_voorpagina() -> tuple[HomePage, list[str]]:
    """The front page and the site that shows it, in the place of Wagtail's welcome page.

    The site's address follows SITE_URL, because the environment and not an editor decides on it.
    """
    gedaan = []
    voorpagina = HomePage.objects.filter(depth=VOORPAGINA_DIEPTE, locale=Locale.get_default()).first()
    if voorpagina is None:
        intro = "Zie wat er speelt in jouw kern, wat er komt en hoe je kunt meedoen."
        voorpagina = _zet_neer(
            Page.get_first_root_node(), HomePage(title="Bloei!", slug="bloei", intro=intro)
        )
        gedaan.append("Voorpagina gemaakt.")
    adres = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    gegevens = {
        "hostname": adres.hostname,
        "port": adres.port or (443 if adres.scheme == "https" else 80),
        "root_page_id": voorpagina.pk,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if any(getattr(site, veld) != waarde for veld, waarde in gegevens.items()):
        for veld, waarde in gegevens.items():
            setattr(site, veld, waarde)
        site.save()
        gedaan.append(f"Site staat op {settings.WAGTAILADMIN_BASE_URL}.")
    for welkom in Page.objects.filter(depth=VOORPAGINA_DIEPTE, slug="home", content_type__model="page"):
        welkom.delete()
    return voorpagina, gedaan


def zorg_voor_informatie(voorpagina: HomePage) -> list[str]:
    gedaan = []
    paginas = InformatiePage.objects.descendant_of(voorpagina)
    for rol, titel, inleiding, inhoud in informatie():
        if paginas.filter(rol=rol).exists():
            continue
        # From before there were roles: then the slug said what a page is.
        if paginas.filter(rol="", slug=rol).update(rol=rol):
            gedaan.append(f"Pagina {titel} herkend.")
            continue
        _zet_neer(
            voorpagina, InformatiePage(title=titel, slug=rol, rol=rol, inleiding=inleiding, inhoud=inhoud)
        )
        gedaan.append(f"Pagina {titel} gemaakt.")
    return gedaan


def zorg_voor_contact() -> list[str]:
    """How to reach the municipality, as its folder says; afterwards it is what communications makes of it."""
    if GemeenteInstellingen.objects.exists():
        return []
    van = gemeente()
    GemeenteInstellingen.objects.create(naam=van.volle_naam, **van.contact)
    return [f"Gegevens van {van.volle_naam} ingevuld."]


def zorg_voor_kern(voorpagina: HomePage, gegevens: KernGegevens) -> list[str]:
    """One kern with its lists and its editors. An existing kern is known by its woonplaatscode."""
    gedaan = []
    kern = KernPage.objects.child_of(voorpagina).filter(woonplaatscode=gegevens.woonplaatscode).first()
    if kern is None:
        kern = _zet_neer(voorpagina, _nieuwe_kern(gegevens))
        gedaan.append(f"Kern {gegevens.naam} gemaakt.")
    for soort in KernPage.clean_subpage_models():
        if not soort.objects.child_of(kern).exists():
            with override(BRONTAAL):
                titel, slug = str(soort.systeemtitel) % {"kern": gegevens.naam}, slugify(soort.menunaam)
            _zet_neer(kern, soort(title=titel, slug=slug))
            gedaan.append(f"{titel} gemaakt.")
    return gedaan + zorg_voor_redactie(kern)


def _nieuwe_kern(gegevens: KernGegevens) -> KernPage:
    return KernPage(
        title=gegevens.naam,
        slug=gegevens.slug,
        type=gegevens.type,
        uitrolfase=gegevens.uitrolfase,
        woonplaatscode=gegevens.woonplaatscode,
        breedtegraad=gegevens.breedtegraad,
        lengtegraad=gegevens.lengtegraad,
        intro=f"Hier lees je wat er speelt in {gegevens.naam}, wat er komt en hoe je kunt meedoen.",
        inhoud=[
            ("oproepen", {"titel": "", "aantal": 3}),
            ("agenda", {"titel": "", "aantal": 3}),
            ("kernagenda", {"titel": "", "aantal": 5, "alleen_prioriteit": False}),
            ("projecten", {"titel": "", "aantal": 3}),
            ("gelukt", {"titel": "", "aantal": 4}),
            ("inwonersgroepen", None),
        ],
    )


def _zet_neer(ouder: Page, pagina: Pagina) -> Pagina:
    """Add a page, live, with a first revision that editors can go back to."""
    pagina.live = False
    ouder.add_child(instance=pagina)
    pagina.save_revision(clean=False).publish()  # add_child has just cleaned it
    pagina.refresh_from_db()
    return pagina
