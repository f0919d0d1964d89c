"""Who may put text online, or let others do it: what changes in that is kept, and told to everyone it concerns.

Looked at is the outcome, not the button: a form of a user or a group, a group that gets another name, an account
that is switched on again, a hand in the database. What differs from what we knew is news.
"""

from uuid import uuid4

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import get_active_log_context, log

from berichten.models import Soort
from berichten.post import schrijf
from core.goedkeuring.rollen import SPOED, communicatie_leden
from core.goedkeuring.uitzondering import regel_geldt
from core.models import User
from werkplek.models import Rol, Rolhouder, Schrijver
from werkplek.uitnodigen import REDACTIE, kern_van_groep

ERBIJ, ERAF = "erbij", "eraf"


def rolhouders() -> dict[tuple[int, str], User]:
    """Who holds which role now, by (key of the user, role)."""
    actief = User.objects.filter(is_active=True)
    spoed = Permission.objects.filter(content_type__app_label="core", codename=SPOED)
    mensen = {
        Rol.COMMUNICATIE: communicatie_leden(),
        Rol.SPOED: actief.filter(Q(user_permissions__in=spoed) | Q(groups__permissions__in=spoed)).distinct(),
        Rol.BEHEER: actief.filter(is_superuser=True),
    }
    return {(user.pk, str(rol)): user for rol, users in mensen.items() for user in users}


@transaction.atomic
def meld_wijzigingen(door: User | None = None) -> None:
    """Tell communications and administrators of every role that somebody got or lost since we last looked.

    `door` is who did it, None when that isn't known. What set-up code does is no news; nor is what an installation
    that never looked before finds.
    """
    _meld_schrijvers(door)
    bekend = {(rij.user_pk, rij.rol): rij for rij in Rolhouder.objects.all()}
    nu = rolhouders()
    stil = not bekend or not regel_geldt()
    for sleutel in nu.keys() - bekend.keys():
        naam = _naam(nu[sleutel])
        _, nieuw = Rolhouder.objects.get_or_create(
            user_pk=sleutel[0], rol=sleutel[1], defaults={"naam": naam}
        )
        if nieuw and not stil:
            _vertel(nu[sleutel].pk, naam, str(Rol(sleutel[1]).label), ERBIJ, door)
    for sleutel in bekend.keys() - nu.keys():
        rij = bekend[sleutel]
        weg, _ = Rolhouder.objects.filter(pk=rij.pk).delete()
        if weg and not stil:
            _vertel(rij.user_pk, rij.naam, str(Rol(rij.rol).label), ERAF, door)


def _meld_schrijvers(door: User | None) -> None:
    """The same of who writes for a kern, for communications: these hear by what they can do."""
    leden = User.groups.through._default_manager.filter(
        user__is_active=True, group__name__startswith=REDACTIE
    ).select_related("user", "group")
    bekend = {(rij.user_pk, rij.groep_pk): rij for rij in Schrijver.objects.all()}
    nu = {(lid.user_id, lid.group_id): lid for lid in leden}
    stil = not bekend or not regel_geldt()
    for sleutel in nu.keys() - bekend.keys():
        lid = nu[sleutel]
        velden = {"naam": _naam(lid.user), "kern": kern_van_groep(lid.group.name)}
        rij, nieuw = Schrijver.objects.get_or_create(user_pk=sleutel[0], groep_pk=sleutel[1], defaults=velden)
        if nieuw and not stil:
            _vertel(
                rij.user_pk, rij.naam, f"schrijven voor {rij.kern}", ERBIJ, door, alleen_communicatie=True
            )
    for sleutel in bekend.keys() - nu.keys():
        rij = bekend[sleutel]
        weg, _ = Schrijver.objects.filter(pk=rij.pk).delete()
        if weg and not stil:
            _vertel(rij.user_pk, rij.naam, f"schrijven voor {rij.kern}", ERAF, door, alleen_communicatie=True)


def _vertel(
    user_pk: int, naam: str, rol: str, hoe: str, door: User | None, *, alleen_communicatie: bool = False
) -> None:
    """Into the log, and in a mail to all whom it concerns."""
    wie = User.objects.filter(pk=user_pk).first()
    # Who was deleted is named in the log as well.
    log(
        instance=wie or User(pk=user_pk, username=naam),
        action="bloei.rol",
        user=door,
        data={"rol": rol, "hoe": hoe},
    )
    onderwerp = f"{naam} mag nu: {rol}" if hoe == ERBIJ else f"{naam} mag niet meer: {rol}"
    context = {
        "onderwerp": onderwerp,
        "naam": naam,
        "rol": rol,
        "erbij": hoe == ERBIJ,
        "door": str(door) if door else "",
    }
    mensen = set(communicatie_leden())
    if not alleen_communicatie:
        mensen |= {*User.objects.filter(is_active=True, is_superuser=True), wie} - {None}
    keer = uuid4()
    for persoon in mensen:
        schrijf(f"rol:{keer}", Soort.ROLLEN, persoon, context)


def _naam(user: User) -> str:
    naam = str(user)
    return naam if naam == user.username else f"{naam} ({user.username})"


def wie_bezig() -> User | None:
    """Who is at work in the admin at this moment."""
    return get_active_log_context().user


# The audit log. Wagtail's forms keep that a user or group was edited, not in what.


def leg_vast(ding: User | Group, hoe: str, andere: list[User | Group | Permission]) -> None:
    """Keep which groups or rights somebody got or lost, and by whom."""
    if andere and regel_geldt():
        namen = sorted(a.name if isinstance(a, Group | Permission) else str(a) for a in andere)
        log(instance=ding, action="bloei.rechten", user=wie_bezig(), data={hoe: namen})


def in_woorden(gegevens: dict) -> str:
    """What the log tells of such a change."""
    delen = [f"{hoe}: {', '.join(gegevens[hoe])}" for hoe in (ERBIJ, ERAF) if gegevens.get(hoe)]
    return f"Groepen of rechten veranderd ({'; '.join(delen)})"


def veranderd(instance: User | Group, action: str, pk_set: set[int] | None, veld: str) -> None:
    """Groups or rights changed, as Django's m2m_changed tells it; `veld` is the relation as `instance` has it."""
    relatie = getattr(instance, veld)
    if action == "post_add":
        leg_vast(instance, ERBIJ, list(relatie.filter(pk__in=pk_set)))
    elif action == "pre_remove":
        leg_vast(instance, ERAF, list(relatie.filter(pk__in=pk_set)))
    elif action == "pre_clear":
        leg_vast(instance, ERAF, list(relatie.all()))
    if action.startswith("post_"):
        meld_wijzigingen(wie_bezig())
