"""What an editor reads above a page that waits for approval."""

from wagtail.locks import WorkflowLock

from .rollen import is_communicatie


class WachtSlot(WorkflowLock):
    """Wagtail's lock, in words that say what to do: take it back, for who can, or whom to ask."""

    def get_message(self, user) -> str | None:
        if not self.for_user(user):
            return None
        staat = self.object.current_workflow_state
        if staat is None or staat.user_can_cancel(user):
            hoe = "Haal de pagina dan terug, pas de tekst aan en stuur hem opnieuw door."
        else:
            hoe = f"Vraag dan {_wat(staat.requested_by)}. Daarna kun je hem veranderen."
        return f"Deze pagina ligt bij Communicatie en staat even vast. Toch iets veranderen? {hoe}"


def _wat(indiener) -> str:
    """Whom to ask for the page, and for what; who submitted it may be of Communicatie as well."""
    if not (indiener and indiener.is_active):
        return "Communicatie om de pagina terug te sturen"
    of = "" if is_communicatie(indiener) else ", of vraag Communicatie om de pagina terug te sturen"
    return f"{indiener} om hem terug te halen{of}"
