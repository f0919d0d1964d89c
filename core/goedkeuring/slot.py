"""What an editor reads above a page that waits for approval."""

from wagtail.locks import WorkflowLock


class WachtSlot(WorkflowLock):
    """Wagtail's lock, in words that say what to do: take it back, for who can, or whom to ask."""

    def get_message(self, user) -> str | None:
        if not self.for_user(user):
            return None
        staat = self.object.current_workflow_state
        if staat is None or staat.user_can_cancel(user):
            hoe = "Haal de pagina dan terug, pas de tekst aan en stuur hem opnieuw door."
        else:
            indiener = staat.requested_by
            vraag = f"{indiener} om hem terug te halen, of vraag " if indiener and indiener.is_active else ""
            hoe = f"Vraag dan {vraag}Communicatie om de pagina terug te sturen. Daarna kun je hem veranderen."
        return f"Deze pagina ligt bij Communicatie en staat even vast. Toch iets veranderen? {hoe}"
