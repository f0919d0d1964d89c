"""What the admin offers. The guard in `wacht` refuses anyway; this keeps buttons away that would be refused."""

from wagtail.models import PagePermissionTester


class VierOgenRechten(PagePermissionTester):
    """Nobody publishes by hand: the workflow does, after an approval. What is not publishing stays as it is."""

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()
