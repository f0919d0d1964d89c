"""The front page of who manages the site says first what stands still: mail about it may be what doesn't go."""

from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from machinekamer.alarm import mis


class StilPanel(Component):
    name, order = "stil", 0
    template_name = "machinekamer/stil.html"

    def __init__(self, redenen: list[str]) -> None:
        self.redenen = redenen

    def get_context_data(self, parent_context=None) -> dict[str, list[str]]:
        return {"redenen": self.redenen}


@hooks.register("construct_homepage_panels")
def voorpagina(request, panels) -> None:
    if request.user.is_superuser and (redenen := list(mis(timezone.now()).values())):
        panels.insert(0, StilPanel(redenen))
