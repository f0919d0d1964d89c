"""The editorial desk of a village: who may write where."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from kernpagina.models import KernPage

COMMUNICATIE = "Communicatie"


def redactie_naam(kern: KernPage) -> str:
    return f"Redactie {kern.title}"


def zorg_voor_redactie(kern: KernPage) -> list[str]:
    """Make sure that this kern has its group of editors; return what was done, a sentence each."""
    return _zorg_voor_groep(redactie_naam(kern), kern, ["add_page", "change_page"])


def zorg_voor_communicatie(voorpagina: Page) -> list[str]:
    """Make sure that communications staff may publish below this page."""
    rechten = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
    return _zorg_voor_groep(COMMUNICATIE, voorpagina, rechten)


def _zorg_voor_groep(naam: str, top: Page, rechten: list[str]) -> list[str]:
    groep, nieuw = Group.objects.get_or_create(name=naam)
    groep.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    for recht in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=rechten):
        GroupPagePermission.objects.get_or_create(group=groep, page=top, permission=recht)
    return [f"Groep {naam} gemaakt."] if nieuw else []
