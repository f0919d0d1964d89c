"""The links around every page, for the site itself and for whoever shows it elsewhere."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from core.geheugen import onthoud
from core.talen.adres import pad_in_taal
from core.talen.taal import leestaal
from home.models import InformatiePage, Rol

Link = tuple[str | Promise, str]

# What the links at the foot are called, whatever the title of their page becomes.
VOET: dict[str, Promise] = {
    Rol.OVER.value: _("Over Bloei!"),
    Rol.TOEGANKELIJKHEID.value: _("Toegankelijkheid"),
    Rol.PRIVACY.value: _("Privacy"),
    Rol.HUISREGELS.value: _("Huisregels"),
    "voortgang": _("Voortgang"),
    "afspraken": _("Afspraken"),
    "mijn": _("Mijn gegevens"),
    Rol.BEVEILIGING.value: _("Beveiliging"),
    Rol.CONTACT.value: _("Contact"),
}


def hoofdmenu() -> list[Link]:
    """Name and path, in the language that is being read."""
    return onthoud(("hoofdmenu", leestaal()), _hoofdmenu)


def _hoofdmenu() -> list[Link]:
    return [
        (_("Kernen"), f"{pad_in_taal('/')}#kernen"),
        (_("Agenda"), reverse("agenda")),
        (_("Meedoen"), reverse("meedoen")),
        (_("Projecten"), reverse("projecten")),
        (_("Kernagenda's"), reverse("kernagendapunten")),
    ]


def voetmenu(site: Site | None) -> dict[str, Link]:
    """The same of what every site has to tell about itself, by role."""
    paden = adressen(site, *(rol for rol in VOET if rol in Rol)) | {
        naam: reverse(naam) for naam in VOET if naam not in Rol
    }
    return {rol: (naam, paden[rol]) for rol, naam in VOET.items()}


def adressen(site: Site | None, *rollen: str) -> dict[str, str]:
    """The addresses of the information pages with these roles; that of the front page for one that isn't there."""
    if site is None:
        return dict.fromkeys(rollen, pad_in_taal("/"))
    return onthoud(("adressen", site.pk, leestaal(), *rollen), lambda: _adressen(site, rollen))


def _adressen(site: Site, rollen: tuple[str, ...]) -> dict[str, str]:
    paginas = InformatiePage.objects.met_rol(site, *rollen).defer_streamfields()
    return dict.fromkeys(rollen, pad_in_taal("/")) | {pagina.rol: pagina.url for pagina in paginas}
