"""Who is who. Membership counts, not `is_superuser`: an administrator isn't a second pair of eyes by being one."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Exists, OuterRef, Q, QuerySet

COMMUNICATIE = "Communicatie"
SPOED = "spoedpublicatie"


def met_rollen(users: QuerySet) -> QuerySet:
    """These users, of whom what `is_communicatie` and `mag_spoedpublicatie` ask is known by then: for who visits."""
    return users.annotate(
        _is_communicatie=Exists(Group.objects.filter(name=COMMUNICATIE, user=OuterRef("pk"))),
        _spoed_op_naam=Exists(_spoed_van(OuterRef("pk"))),
    )


def is_communicatie(user) -> bool:
    """Asked for once of each user in memory, as Django does with permissions: that is for one visit."""
    if not (user and user.is_active):
        return False
    if not hasattr(user, "_is_communicatie"):
        user._is_communicatie = user.groups.filter(name=COMMUNICATIE).exists()
    return user._is_communicatie


def communicatie_leden():
    return get_user_model().objects.filter(is_active=True, groups__name=COMMUNICATIE).distinct()


def spoedrecht():
    """The permission to publish with haste; an administrator gives it to a group."""
    return Permission.objects.filter(content_type__app_label="core", codename=SPOED)


def _spoed_van(user) -> QuerySet[Permission]:
    return spoedrecht().filter(Q(user=user) | Q(group__user=user))


def mag_spoedpublicatie(user) -> bool:
    """Whether someone gave this user the permission by name; being a superuser is not enough."""
    if not (user and user.is_active):
        return False
    if not user.is_superuser:
        # What Django knows of this user by now, for this visit; of a superuser it says everything.
        return user.has_perm(f"core.{SPOED}")
    if not hasattr(user, "_spoed_op_naam"):
        user._spoed_op_naam = _spoed_van(user).exists()
    return user._spoed_op_naam


def kan_iets_online_zetten(user) -> bool:
    """Whoever can put text online, or let others do that: they take a second step when they log in."""
    return user.is_superuser or is_communicatie(user) or mag_spoedpublicatie(user)
