"""The button behind a link in a mail: only that does something, because mail programs open links by themselves."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.functional import Promise

from core.formulieren.zonder_koekje import METEEN, lees_inzending
from core.goedkeuring.besluiten import KanNiet
from inwoners.models import Sleutel
from inwoners.sleutels import gebruik


def druk_op_de_knop(
    request: HttpRequest,
    sleutel: Sleutel,
    doe: Callable[[], object],
    woorden: Mapping[type[KanNiet], str | Promise] | None = None,
    *,
    kan_nog: bool,
) -> tuple[HttpResponseRedirect | None, dict[str, str]]:
    """Do what the button is for, and use up the key; then the page is asked for anew. Else what the page shows: `fout`,
    why nothing happened, in the page's own `woorden` for that if it has them, and `gegeven`, the proof that a button is
    pressed with. `kan_nog`: whether the page still has its button; one that lay open since is only looked at, and not told to
    press once more."""
    if request.method != "POST" or not kan_nog:
        return None, {"fout": "", "gegeven": ""}
    inzending = lees_inzending(request, jongst=METEEN)
    fout = inzending.fout
    try:
        if not fout:
            doe()
            gebruik(sleutel)
            return redirect(request.path), {}
    except KanNiet as reden:
        fout = str((woorden or {}).get(type(reden), reden))
    return None, {"fout": fout, "gegeven": inzending.bewijs}
