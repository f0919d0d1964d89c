"""The titles that the site itself gave to the lists of a village: they follow the language, as a menu does."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import override

from core.talen.taal import BRONTAAL, leestaal


def zet_titel(pagina: Any) -> None:
    """Give a list of which nobody changed or translated the title, one in the language that is being read; in memory.

    Of a page of any kind; `pagina.titel_van_site` says that its title isn't text of editors.
    """
    patroon = getattr(pagina, "systeemtitel", "")
    if not patroon or leestaal() == BRONTAAL or pagina.vertaling:
        return
    with override(BRONTAAL):
        voor, _, na = str(patroon).partition("%(kern)s")
    if not (pagina.title.startswith(voor) and pagina.title.endswith(na)):
        return
    kern = pagina.title.removeprefix(voor).removesuffix(na)
    # Its own address holds the name of its village: a title that only begins in the same way stays as it is.
    if pagina.url_path.rstrip("/").split("/")[-2] == slugify(kern):
        pagina.title = str(patroon) % {"kern": kern}
        pagina.titel_van_site = True
