"""What an address may look like, and which one is free."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import count

from django.conf import settings
from django.urls import URLResolver, get_resolver
from django.urls.converters import StringConverter
from django.urls.resolvers import LocalePrefixPattern
from django.utils.text import slugify
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

SLUG_LENGTE = 255
# As much of a title as an address needs: people pass it on, and those of the pages above it come before it.
LENGTE_UIT_TITEL = 80


class PaginaPad(StringConverter):
    """The path of a page, without the slashes around it: what Wagtail too takes for one. Anything else isn't found."""

    regex = r"[\w-]+(?:/[\w-]+)*"


@cache
def vaste_namen() -> frozenset[str]:
    """Where addresses begin that are no page: `cms`, `api`, `agenda`, `en`. A village of that name can't be reached."""
    mappen = (adres.strip("/").partition("/")[0] for adres in (settings.STATIC_URL, settings.MEDIA_URL))
    return frozenset([*_begin_van(get_resolver()), *dict(settings.LANGUAGES), *mappen])


def _begin_van(knoop: URLResolver) -> Iterator[str]:
    for deel in knoop.url_patterns:
        zonder_begin = isinstance(deel, URLResolver) and (
            isinstance(deel.pattern, LocalePrefixPattern) or not str(deel.pattern)
        )
        if zonder_begin:
            yield from _begin_van(deel)
        elif re.fullmatch(r"[\w.-]+", begin := str(deel.pattern).partition("/")[0]):
            yield begin


def _vergeven(ouder: Page, pagina: Page | None) -> set[str]:
    """Names right below the front page that lead elsewhere: to no page, or to a village that had the name before."""
    if not Site.objects.filter(root_page=ouder.pk).exists():
        return set()
    oud = Redirect.objects.filter(automatically_created=True, redirect_page__live=True)
    oud = oud.exclude(redirect_page=pagina and pagina.pk).values_list("old_path", flat=True)
    return {*vaste_namen(), *(pad[1:] for pad in oud if pad.count("/") == 1)}


def adres_uit(tekst: str) -> str:
    """What a title becomes in an address, of a long one the first words; empty for one without a letter or a figure."""
    return _eerste_woorden(_voluit(tekst))


def _voluit(tekst: str) -> str:
    return slugify(tekst) or slugify(tekst, allow_unicode=True)


def _eerste_woorden(slug: str) -> str:
    if len(slug) <= LENGTE_UIT_TITEL:
        return slug
    # One more than fits: the word before it may end right there.
    woorden = slug[: LENGTE_UIT_TITEL + 1].rpartition("-")[0]
    return woorden or slug[:LENGTE_UIT_TITEL]


def als_adres(slug: str) -> str:
    """What somebody typed as an address, as one that it can be."""
    return slug if re.fullmatch(r"[\w-]*", slug) else adres_uit(slug)


def ingekort(slug: str, titel: str) -> str:
    """The address that a browser made of all of a title, no longer than it needs to be; what somebody chose stays."""
    van_titel = volgt_titel(slug, titel) or slug == slugify(titel, allow_unicode=True)
    return _eerste_woorden(slug) if van_titel else slug


def volgt_titel(slug: str, titel: str) -> bool:
    """Whether an address says nothing that the title doesn't; the second of a name has a number behind it, and of a
    title that is too long it says what fits, or as a browser makes it: all of it."""
    voluit = _voluit(titel)
    kaal = re.sub(r"-\d+$", "", slug)
    if {voluit, _eerste_woorden(voluit)} & {slug, kaal}:
        return True
    return len(voluit) > len(slug) > SLUG_LENGTE // 2 and voluit.startswith(kaal)


def vrij_adres(ouder: Page | None, slug: str, pagina: Page | None = None) -> str:
    """This slug when no other page below `ouder` has it, or else the first that is free: `slug-2`, `slug-3`, …

    `pagina` is the one that the slug is for; its own isn't in its way. The root's may be anything: it has no parent.
    """
    buren = ouder.get_children().exclude(pk=pagina and pagina.pk) if ouder else Page.objects.none()
    bezet = {*buren.values_list("slug", flat=True), *(_vergeven(ouder, pagina) if ouder else ())}
    nummers = (f"-{nummer}" if nummer > 1 else "" for nummer in count(1))
    kandidaten = (f"{slug[: SLUG_LENGTE - len(nummer)]}{nummer}" for nummer in nummers)
    return next(kandidaat for kandidaat in kandidaten if kandidaat not in bezet)
