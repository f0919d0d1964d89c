"""Keys to one draft: what they open, for how long, and when they open nothing any more (docs/adr/0041).

A key is signed and kept nowhere. All that it names is looked up again each time that it is used.
"""

from datetime import timedelta
from typing import NamedTuple, cast

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core import signing
from wagtail.models import Page, Revision

from core.models import BasePage
from volgen.models import Kanaal

Gebruiker = AbstractBaseUser | AnonymousUser
GELDIG = timedelta(minutes=30)
ZOUT = "volgen.voorbeeld"


class Voorbeeld(NamedTuple):
    kanaal: int
    pagina: int
    versie: int
    door: int


def mag_tonen(pagina: Page, user: Gebruiker) -> bool:
    """Whether this person may show the draft of this page elsewhere: who may change it."""
    return bool(pagina.latest_revision_id and pagina.permissions_for_user(user).can_edit())


def maak_sleutel(kanaal: Kanaal, pagina: Page, user: Gebruiker) -> str:
    """A key to the newest version of this page, for this channel. Ask `mag_tonen` first."""
    return signing.dumps([kanaal.pk, pagina.pk, pagina.latest_revision_id, user.pk], salt=ZOUT)


def open_met(sleutel: str) -> BasePage | None:
    """The version that this key opens; None when it's no key of ours, or none any more: it is too old, a newer version
    was saved, the channel was switched off, or who made it may not see the page now."""
    try:
        wat = Voorbeeld(*signing.loads(sleutel, salt=ZOUT, max_age=GELDIG))
    except signing.BadSignature:
        return None
    pagina = Page.objects.filter(pk=wat.pagina, latest_revision=wat.versie).first()
    user = get_user_model().objects.filter(pk=wat.door, is_active=True).first()
    if not pagina or not user or not Kanaal.objects.filter(pk=wat.kanaal, actief=True).exists():
        return None
    if not mag_tonen(pagina.specific_deferred, user):
        return None
    return cast("BasePage", Revision.objects.get(pk=wat.versie).as_object())
