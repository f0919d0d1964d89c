"""The pages above a translation. They are drafts that mirror the Dutch pages: nobody reads them, they hold it up.

A translation stands where its Dutch page stands, so that the editors of that kern have their rights on it."""

from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import GroupPagePermission, Locale, Page


def zorg_voor_ouders(pagina: Page, locale: Locale) -> None:
    """Make each page above this one in the other language, as far as it isn't there."""
    for ouder in pagina.get_ancestors().filter(depth__gt=1).specific():
        if not ouder.has_translation(locale):
            _maak(ouder, locale)


def _maak(bron: Page, locale: Locale) -> Page:
    boven = bron.get_parent()
    slug = f"{bron.slug}-{locale.language_code}" if boven.is_root() else bron.slug
    # A mirror of a live page would be live: text in the wrong language, that nobody approved.
    bron.live = False
    spiegel = CreatePageAliasAction(
        bron,
        parent=boven if boven.is_root() else boven.get_translation(locale).specific,
        update_slug=slug,
        update_locale=locale,
        reset_translation_key=False,
    ).execute(skip_permission_checks=True)
    geef_dezelfde_rechten(bron, spiegel)
    return spiegel


def geef_dezelfde_rechten(bron: Page, spiegel: Page) -> None:
    """Who works in a village, works in it in each language."""
    for recht in GroupPagePermission.objects.filter(page=bron):
        GroupPagePermission.objects.get_or_create(
            group=recht.group, page=spiegel, permission=recht.permission
        )


def volg_plaats(bron: Page) -> None:
    """The Dutch page was moved: its translations go along, so that they stand below the same kern."""
    for locale in Locale.objects.exclude(pk=bron.locale_id):
        vertaling = bron.get_translation_or_none(locale)
        if vertaling is None:
            continue
        zorg_voor_ouders(bron, locale)
        boven = bron.get_parent().get_translation(locale)
        if vertaling.get_parent().pk != boven.pk:
            vertaling.specific.move(boven, "last-child")
