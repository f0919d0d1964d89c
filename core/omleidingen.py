"""Where a page went that got another name or another place. Wagtail keeps the old Dutch addresses of pages; what
stands below or beside such an address follows here: feeds, frames, papers, the screen, each in every language."""

from collections.abc import Iterator
from datetime import datetime

from django.http import HttpRequest
from django.utils.encoding import escape_uri_path
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from core.talen.adres import pad_in_taal, voorvoegsel
from core.talen.taal import leestaal

# Addresses in which the path of a page comes after something else: `/insluiten/beesd/agenda`.
VOOR_HET_PAD = ("/insluiten",)
# As long as an old address can be kept.
LANGSTE = 255


class LeidtOm:
    """For a kind of page: Wagtail makes a redirect of each address at which it could be read, once it has another name or place.

    Nobody knows the address of what was never online, and one that is too long can't be kept: Wagtail would fail on it,
    after the page was saved.
    """

    live: bool
    first_published_at: datetime | None
    url_path: str

    def get_route_paths(self) -> list[str]:
        bekend = self.live or self.first_published_at
        return super().get_route_paths() if bekend and self._past() else []  # ty: ignore[missing-attribute]

    def _past(self) -> bool:
        # What Wagtail calls the path of a page begins above its site, so that this one is the longer of both.
        if len(self.url_path) <= LANGSTE:
            return True
        delen = self.get_url_parts()  # ty: ignore[missing-attribute]
        return bool(delen and delen[2]) and len(Redirect.normalise_path(delen[2])) <= LANGSTE


def verhuisd(site: Site, pad: str) -> tuple[Redirect, str] | None:
    """Which page stood at the longest beginning of this Dutch path (`/beesd/agenda.ics`), and what comes after that.

    None when nothing went away from there, when another page stands there now, or when the page isn't online.
    """
    if "\x00" in pad:
        return None
    plekken = list(_begin_van(pad))
    omleidingen = Redirect.get_for_site(site).filter(old_path__in=plekken, redirect_page__live=True)
    per_plek = {o.old_path: o for o in omleidingen.select_related("redirect_page")}
    for plek in plekken:
        # What somebody made by hand is for one address, not for what is below it.
        rest = pad.rstrip("/")[len(plek) :]
        if (o := per_plek.get(plek)) and (o.automatically_created or not rest):
            return None if _is_bezet(site, plek) else (o, rest)
    return None


def nieuw_adres(request: HttpRequest) -> tuple[str, bool] | None:
    """Where this address went, in the language and with the question of the request, and whether that is for good."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    pad = "/" + request.path.removeprefix(voorvoegsel(leestaal()))
    voor = next((voor for voor in VOOR_HET_PAD if pad.startswith(f"{voor}/")), "")
    gevonden = verhuisd(site, pad[len(voor) :])
    if gevonden is None:
        return _met_de_hand(request)
    omleiding, rest = gevonden
    # A plain Page gives its Dutch address, whatever is being read.
    delen = omleiding.redirect_page.get_url_parts(request)
    if not delen or not delen[2]:
        return None
    slot = "/" if pad.endswith("/") or not (rest or voor) else ""
    adres = pad_in_taal(f"{voor}{delen[2].rstrip('/')}{escape_uri_path(rest)}{slot}")
    vraag = request.META.get("QUERY_STRING", "")
    return (f"{adres}?{vraag}" if vraag else adres), omleiding.is_permanent


def oud_pad(site: Site, pad: str) -> Page | None:
    """The live page that stood at exactly this Dutch path before."""
    gevonden = verhuisd(site, pad)
    return gevonden[0].redirect_page if gevonden and not gevonden[1] else None


def _met_de_hand(request: HttpRequest) -> tuple[str, bool] | None:
    """What somebody in the admin made lead elsewhere, with or without a question in the old address."""
    for pad in dict.fromkeys((request.get_full_path(), request.path)):
        omleiding = get_redirect(request, Redirect.normalise_path(pad, decode_unicode=False))
        if omleiding and omleiding.redirect_page is None and omleiding.link:
            return omleiding.link, omleiding.is_permanent
    return None


def _begin_van(pad: str) -> Iterator[str]:
    """`/a/b/c/` gives `/a/b/c`, `/a/b` and `/a`: as Wagtail writes them, and no longer than it can."""
    pad = pad.rstrip("/")
    while pad:
        if len(pad) <= LANGSTE:
            yield pad
        pad = pad.rpartition("/")[0]


def _is_bezet(site: Site, plek: str) -> bool:
    return Page.objects.filter(url_path=f"{site.root_page.url_path.rstrip('/')}{plek}/", live=True).exists()
