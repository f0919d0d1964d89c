"""In the stock site: pages of which a change waits for moderators, as Wagtail's own workflow has it."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask

from tests.meting import indienen
from tests.meting.standaard.models import TekstPage


def zet_klaar(bestand: str, editors: int, aantal: int) -> None:
    """The pages have the text of the agenda items that Bloei! publishes."""
    # Wagtail makes one task, for one group, in the workflow of all pages.
    moderators = Group.objects.get(groupapprovaltask=GroupApprovalTask.objects.get())
    paginas = TekstPage.objects.live().filter(url_path__regex=r"/agenda/.").order_by("pk")
    indienen.zet_klaar(bestand, editors, aantal, wie=moderators, paginas=paginas)
