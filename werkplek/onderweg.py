"""What colleagues of communications changed in a text between its submission and its approval."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from core.goedkeuring.stappen import stappen_van
from core.models import GoedkeuringTaskState, User


@dataclass(frozen=True)
class Wijziging:
    wie: list[User]
    link: str

    def voor(self, lezer: User) -> dict[str, str]:
        """Who changed something, and where to see what; nothing of one's own change."""
        anderen = [str(iemand) for iemand in self.wie if iemand != lezer]
        return {"veranderd_door": " en ".join(anderen), "veranderd": self.link} if anderen else {}


def wijziging_van(wacht: GoedkeuringTaskState) -> Wijziging | None:
    """What became of a text while it waited; None when it's approved as it was submitted."""
    eerste, *later = stappen_van(wacht)
    if not later:
        return None
    ingediend = GoedkeuringTaskState.objects.get(pk=eerste.pk)
    if ingediend.vingerafdruk == wacht.vingerafdruk:
        return None
    wie = User.objects.filter(pk__in={stap.schrijver for stap in later}).order_by("pk")
    link = reverse(
        "wagtailadmin_pages:revisions_compare",
        args=[wacht.workflow_state.object_id, ingediend.revision_id, wacht.revision_id],
    )
    return Wijziging(list(wie), settings.WAGTAILADMIN_BASE_URL + link)


def veranderd_voor(wacht: GoedkeuringTaskState, lezer: User) -> dict[str, str]:
    """The same for one reader; empty when nobody else changed anything."""
    wijziging = wijziging_van(wacht)
    return wijziging.voor(lezer) if wijziging else {}
