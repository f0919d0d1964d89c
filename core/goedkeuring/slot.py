"""What an editor reads above a page that waits for approval."""

from wagtail.locks import WorkflowLock


class WachtSlot(WorkflowLock):
    """Wagtail's lock, in words that say what to do."""

    def get_message(self, user) -> str | None:
        if not self.for_user(user):
            return None
        return (
            "Deze pagina ligt bij Communicatie en staat even vast. Toch iets veranderen? "
            "Haal de pagina dan terug, pas de tekst aan en stuur hem opnieuw door."
        )
