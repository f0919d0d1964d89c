"""The links around every page, for the site itself and for whoever shows it elsewhere."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from core.talen.adres import pad_in_taal
from home.models import InformatiePage, Rol

Link = tuple[str | Promise, str]

# What the links at the foot are called, whatever the title of their page becomes.
VOET: dict[Rol, Promise] = {
    Rol.OVER: _("Over Bloei!"),
    Rol.TOEGANKELIJKHEID: _("Toegankelijkheid"),
    Rol.PRIVACY: _("Privacy"),
    Rol.BEVEILIGING: _("Beveiliging"),
    Rol.CONTACT: _("Contact"),
}


def hoofdmenu() -> list[Link]:
    """Name and path, in the language that is being read."""
    return [
        (_("Kernen"), f"{pad_in_taal('/')}#kernen"),
        (_("Agenda"), reverse("agenda")),
        (_("Meedoen"), reverse("meedoen")),
        (_("Projecten"), reverse("projecten")),
        (_("Kernagenda's"), reverse("kernagendapunten")),
    ]


def voetmenu(site: Site | None) -> dict[str, Link]:
    """The same of what every site has to tell about itself, by role; the front page for a page that isn't there."""
    paginas = InformatiePage.objects.met_rol(site, *VOET).defer_streamfields() if site else ()
    adressen = {pagina.rol: pagina.url for pagina in paginas}
    return {rol.value: (naam, adressen.get(rol.value) or pad_in_taal("/")) for rol, naam in VOET.items()}
