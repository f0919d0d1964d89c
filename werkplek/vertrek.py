"""Somebody stops: the account off, the sessions ended, and what lay on the desk goes to a colleague. Pages stay."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import APIToken, Page, WorkflowState

from berichten.models import Soort
from berichten.post import schrijf
from core.boom import alle_paginas
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.rollen import COMMUNICATIE, is_communicatie, spoedrecht
from core.inhoudsversie import begint_met_de_versie
from core.models import GoedkeuringTaskState, User
from werkplek.gebeurtenissen import bewerk_link
from werkplek.overzicht import kern_naam, kernnamen
from werkplek.uitnodigen import REDACTIE, kern_van_groep


@dataclass(frozen=True)
class Bureau:
    """What somebody leaves behind."""

    concepten: list[Page]
    wacht: list[Page]

    @property
    def paginas(self) -> list[Page]:
        return [*self.concepten, *self.wacht]


def uit_te_zetten(door: User) -> QuerySet[User]:
    """Whose account this person may switch off: never the own, and for communications of who only writes for a kern."""
    mensen = User.objects.filter(is_active=True).exclude(pk=door.pk)
    if door.is_superuser and door.is_active:
        return mensen
    if not is_communicatie(door):
        return mensen.none()
    spoed = Q(user_permissions__in=spoedrecht()) | Q(groups__permissions__in=spoedrecht())
    meer = User.objects.filter(Q(is_superuser=True) | Q(groups__name=COMMUNICATIE) | spoed)
    return mensen.filter(groups__name__startswith=REDACTIE).exclude(pk__in=meer.values("pk")).distinct()


def bureau(user: User) -> Bureau:
    """The drafts this person was the last to write in, and the pages of theirs that wait for approval."""
    staten = _wachtend(user).values_list("object_id", flat=True)
    wacht = alle_paginas().filter(pk__in=[int(pk) for pk in staten]).order_by("title", "pk")
    concepten = (
        alle_paginas()
        .filter(has_unpublished_changes=True, latest_revision__user=user)
        .annotate_approved_schedule()
        .filter(_approved_schedule=False)
        .exclude(pk__in=wacht.values("pk"))
        .order_by("title", "pk")
    )
    return Bureau(list(concepten), list(wacht))


def collegas(user: User, werk: Bureau) -> list[User]:
    """Who can go on with all of it: the writers of those kernen, and communications."""
    namen = kernnamen()
    kernen = {kern_naam(pagina, namen) for pagina in werk.paginas}
    actief = User.objects.filter(is_active=True).exclude(pk=user.pk).prefetch_related("groups")
    groepen = Q(groups__in=user.groups.filter(name__startswith=REDACTIE)) | Q(groups__name=COMMUNICATIE)
    mensen = actief.filter(groepen).distinct().order_by("first_name", "last_name", "username")
    return [collega for collega in mensen if _kan(collega, kernen)]


def _kan(collega: User, kernen: set[str]) -> bool:
    namen = {groep.name for groep in collega.groups.all()}
    return COMMUNICATIE in namen or kernen <= {kern_van_groep(naam) for naam in namen}


@begint_met_de_versie
def laat_gaan(user: User, door: User, naar: User | None) -> bool:
    """Switch off, and give `naar` what lay on the desk. False when a colleague did it already.

    Raises PermissionDenied, and ValidationError when there is work and nobody who can go on with it.
    """
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not user.is_active:
        return False
    if not uit_te_zetten(door).filter(pk=user.pk).exists():
        raise PermissionDenied
    houd_paginas(pagina.pk for pagina in bureau(user).paginas)
    werk = bureau(user)
    if werk.paginas and naar not in collegas(user, werk):
        raise ValidationError("Kies een collega die verdergaat met wat er ligt.")
    for staat in _wachtend(user):
        staat.cancel(user=door)
    paginas = [pagina.pk for pagina in werk.paginas]
    Page.objects.filter(pk__in=paginas).update(owner=naar)
    Page.objects.filter(locked_by=user).update(locked=False, locked_by=None, locked_at=None)
    sluit_account(user, door, f"gestopt, {naar} gaat verder" if naar else "gestopt")
    if naar and paginas:
        _vertel(user, naar, werk)
    return True


def sluit_account(user: User, door: User | None, reden: str) -> None:
    """Nobody gets in with it any more, nor stays in, and it has no rights when somebody switches it on again."""
    log(instance=user, action="bloei.uitgezet", user=door, data={"reden": reden})
    user.groups.clear()
    user.user_permissions.clear()
    user.is_active = user.is_superuser = user.is_staff = False
    user.save(update_fields=["is_active", "is_superuser", "is_staff"])
    for sessie in Session.objects.filter(expire_date__gt=timezone.now()):
        if sessie.get_decoded().get(SESSION_KEY) == str(user.pk):
            sessie.delete()
    APIToken.objects.filter(user=user, revoked_at=None).update(revoked_at=timezone.now())
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()


def _wachtend(user: User) -> QuerySet[WorkflowState]:
    ingediend = GoedkeuringTaskState.objects.filter(ingediend_door=user).values("pk")
    van = Q(requested_by=user) | Q(current_task_state__in=ingediend)
    staten = WorkflowState.objects.filter(van, status=WorkflowState.STATUS_IN_PROGRESS)
    return staten.filter(base_content_type=ContentType.objects.get_for_model(Page)).order_by("pk")


def _vertel(user: User, naar: User, werk: Bureau) -> None:
    context = {
        "onderwerp": f"Jij gaat verder met wat {user} begon",
        "tekst": f"{user} werkt niet meer mee aan Bloei!. Deze pagina's liggen nu bij jou, als concept. Maak ze af en "
        "dien ze in, of laat ze weghalen. Alles wat openstaat, vind je hier:",
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
        "lijst": [(pagina.draft_title, bewerk_link(pagina)) for pagina in werk.paginas],
    }
    schrijf(f"vertrek:{user.pk}:{timezone.now():%Y%m%d%H%M%S}", Soort.MENSEN, naar, context)
