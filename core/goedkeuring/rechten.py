"""What the admin offers. The guard in `bewaking` refuses anyway; this keeps buttons away that would be refused."""

from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy


class VierOgenRechten(PagePermissionTester):
    """Nobody publishes by hand: the workflow does, after an approval. What is not publishing stays as it is."""

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        # One button takes a page off: ours, which asks why (werkplek/intrekken.py).
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        # What is online goes off first, with a reason; Wagtail asks this about moving to another place as well.
        if self.page.live or (not self.page.is_leaf() and self.page.get_descendants().live().exists()):
            return False
        return super().can_delete(ignore_bulk=ignore_bulk)

    def can_move_to(self, destination: Page) -> bool:
        # An administrator may, for Wagtail, move what can't be moved.
        return self.can_move() and super().can_move_to(destination)

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()


class VasteLijst(ModelPermissionPolicy):
    """Nobody changes this list in the admin, not even an administrator: it stands on live pages and has no drafts."""

    def user_has_permission(self, user, action) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
