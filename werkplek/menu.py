"""What stands in the menu and beside a page: for an editor, only what an editor can use."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from core.goedkeuring.rollen import is_communicatie, mag_spoedpublicatie
from core.models import User
from kernpagina.afspraken import van_bijeenkomst
from kernpagina.models import AgendaItemPage, KernagendaPage, KernPage, OproepPage
from kernpagina.redactie import kernen_van
from meedoen.aanmelden.open import met_aanmelding
from meedoen.op_papier import neemt_aan
from werkplek.aanmeldingen import mag_zien
from werkplek.intrekken import mag_vragen

REDACTEUR_ZIET = (
    "explorer",
    "images",
    "documents",
    "vragen",
    "afspraken",
    "mensen",
    "oefenen",
    "handleiding",
)
# Reports of Wagtail's in its own words; what of it communications needs has a screen of ours.
BEHEER_ZIET = ("locked-pages", "workflows", "workflow-tasks", "aging-pages", "page-types-usage")
# Links to Wagtail's own handbook, in English, at somebody else's.
NIEMAND_ZIET = ("help",)


def handleiding_item() -> MenuItem:
    return MenuItem(
        "Handleiding", reverse("werkplek:handleiding"), name="handleiding", icon_name="help", order=900
    )


def oefenen_item() -> MenuItem:
    """To the practice site, when there is one beside this site."""
    return MenuItem("Oefenen", settings.OEFENSITE_URL, name="oefenen", icon_name="link-external", order=890)


def rapport_item() -> MenuItem:
    adres = reverse("werkplek:doorlooptijd")
    return MenuItem("Doorlooptijd", adres, name="doorlooptijd", icon_name="time", order=100)


def register_item() -> MenuItem:
    adres = reverse("werkplek:register")
    return MenuItem("Register van verwerkingen", adres, name="register", icon_name="lock", order=120)


def rollen_item() -> MenuItem:
    adres = reverse("werkplek:rollen")
    return MenuItem("Wie kreeg een rol", adres, name="rollen", icon_name="group", order=115)


def mensen_item() -> MenuItem:
    return MenuItem("Mensen", reverse("werkplek:mensen"), name="mensen", icon_name="group", order=850)


def afspraken_item() -> MenuItem:
    return MenuItem(
        "Afspraken", reverse("werkplek:afspraken"), name="afspraken", icon_name="list-ul", order=65
    )


def vragen_item() -> MenuItem:
    return MenuItem("Vragen", reverse("werkplek:vragen"), name="vragen", icon_name="help", order=62)


class AlleenCommunicatie(MenuItem):
    """Only for who reads what residents write."""

    def is_shown(self, request) -> bool:
        # There is more than one such item, and each would ask.
        if not hasattr(request, "menu_van_communicatie"):
            request.menu_van_communicatie = is_communicatie(request.user)
        return request.menu_van_communicatie


def reacties_item() -> MenuItem:
    adres = reverse("werkplek:reacties")
    return AlleenCommunicatie("Reacties", adres, name="reacties", icon_name="comment", order=60)


def uitdagingen_item() -> MenuItem:
    adres = reverse("werkplek:uitdagingen")
    return AlleenCommunicatie("Uitdaagrecht", adres, name="uitdagingen", icon_name="redirect", order=61)


def brieven_item() -> MenuItem:
    return AlleenCommunicatie(
        "Brieven", reverse("werkplek:brieven"), name="brieven", icon_name="mail", order=62
    )


def edities_item() -> MenuItem:
    adres = reverse("werkplek:edities")
    return AlleenCommunicatie("Nieuwsbrieven", adres, name="edities", icon_name="mail", order=105)


class AlleenBeheer(MenuItem):
    """Only for administrators."""

    def is_shown(self, request) -> bool:
        return request.user.is_superuser


def inlogboek_item() -> MenuItem:
    adres = reverse("werkplek:inlogboek")
    return AlleenBeheer("Wie logde in", adres, name="inlogboek", icon_name="key", order=110)


def namen_item() -> MenuItem:
    return AlleenBeheer(
        "Namen afschermen", reverse("werkplek:namen"), name="namen", icon_name="lock", order=111
    )


def beperk_rapporten(user: User, items: list[MenuItem]) -> None:
    """Take away in place the reports of Wagtail that say nothing to who isn't an administrator."""
    if not user.is_superuser:
        items[:] = [item for item in items if item.name not in BEHEER_ZIET]


def beperk_menu(user: User, items: list[MenuItem]) -> None:
    """Take away in place what this person can't use."""
    alles = user.is_superuser or is_communicatie(user)
    items[:] = [
        item for item in items if item.name not in NIEMAND_ZIET and (alles or item.name in REDACTEUR_ZIET)
    ]
    if not alles:
        items += map(kern_item, kernen_van(user))


def kern_item(kern: KernPage) -> MenuItem:
    """Straight to the text of the village itself: in the list of pages it's behind the dots of its own heading."""
    adres = reverse("wagtailadmin_pages:edit", args=[kern.pk])
    return MenuItem(f"Pagina van {kern.title}", adres, name=f"kern-{kern.pk}", icon_name="home", order=50)


def pagina_knoppen(pagina: Page, user: AbstractBaseUser):
    """Buttons beside a page: what changed, asking to take it off, taking it off, publishing with haste."""
    if pagina.workflow_in_progress and pagina.permissions_for_user(user).can_edit():
        yield Button(
            "Wat is er veranderd?",
            reverse("werkplek:veranderd", args=[pagina.pk]),
            icon_name="view",
            priority=5,
        )
    is_item = pagina.specific_class is AgendaItemPage
    if is_item and pagina.permissions_for_user(user).can_edit():
        stappen = reverse("werkplek:bijeenkomst", args=[pagina.pk])
        yield Button("Stap voor stap", stappen, icon_name="list-ul", priority=6)
    is_kernagenda = issubclass(pagina.specific_class or Page, KernagendaPage)
    if pagina.live and is_kernagenda and pagina.permissions_for_user(user).can_edit():
        adres = reverse("werkplek:volgende_versie", args=[pagina.pk])
        yield Button("Begin de volgende versie", adres, icon_name="plus", priority=10)
    if pagina.live and is_item and van_bijeenkomst(pagina).afspraken:
        adres = f"{reverse('werkplek:afspraken')}?van={pagina.pk}"
        yield Button("Afspraken bijhouden", adres, icon_name="list-ul", priority=10)
    if pagina.live and issubclass(pagina.specific_class or Page, OproepPage):
        adres = reverse("werkplek:koppelen", args=[pagina.pk])
        if is_communicatie(user) or pagina.permissions_for_user(user).can_edit():
            if neemt_aan(pagina.specific):
                invoeren = reverse("werkplek:invoeren", args=[pagina.pk])
                yield Button("Reacties invoeren", invoeren, icon_name="edit", priority=9)
            yield Button("Reacties koppelen", adres, icon_name="list-ul", priority=10)
    if pagina.live and met_aanmelding(pagina.specific) and mag_zien(user, pagina.specific):
        adres = reverse("werkplek:aanmeldingen", args=[pagina.pk])
        yield Button("Wie komen er?", adres, icon_name="group", priority=10)
    if pagina.live and is_communicatie(user):
        adres = reverse("werkplek:intrekken", args=[pagina.pk])
        yield Button("Van de site halen", adres, icon_name="download", priority=50)
    elif mag_vragen(user, pagina):
        adres = reverse("werkplek:intrekken", args=[pagina.pk])
        yield Button("Vragen om weg te halen", adres, icon_name="download", priority=50)
    if mag_spoedpublicatie(user):
        yield Button(
            "Met spoed publiceren",
            reverse("werkplek:spoed", args=[pagina.pk]),
            icon_name="upload",
            priority=55,
        )
