"""What the history of the site says of what people did here, in Dutch.

What Wagtail itself writes down it says in Dutch too (locale/beheer for what it says otherwise than we do).
"""

from wagtail.log_actions import LogFormatter

from werkplek import rollen
from werkplek.weggehaald import INGETROKKEN

UITGEVOERD = "bloei.uitgevoerd"


def noem(actions) -> None:
    def met_reden(naam, label, zin):
        def bericht(self, log_entry):
            return f"{zin}: {log_entry.data.get('reden', '')}"

        actions.register_action(naam)(
            type("Regel", (LogFormatter,), {"label": label, "format_message": bericht})
        )

    met_reden("bloei.spoedpublicatie", "Met spoed gepubliceerd", "Met spoed gepubliceerd zonder goedkeuring")
    met_reden("bloei.intrekverzoek", "Gevraagd om weg te halen", "Gevraagd om de pagina weg te halen")
    met_reden(INGETROKKEN, "Van de site gehaald", "Van de site gehaald")

    @actions.register_action("bloei.afgeschermd")
    class Afgeschermd(LogFormatter):
        label = "Naam afgeschermd"

        def format_message(self, log_entry):
            # Why stands with the name itself, and is erased with it.
            return "Naam afgeschermd" if log_entry.data.get("afgeschermd") else "Naam weer getoond"

    @actions.register_action("bloei.uitgenodigd")
    class Uitgenodigd(LogFormatter):
        label = "Uitnodiging aangenomen"

        def format_message(self, log_entry):
            return f"Uitnodiging aangenomen voor {log_entry.data.get('groep', '')}"

    @actions.register_action("bloei.uitgezet")
    class Uitgezet(LogFormatter):
        label = "Account uitgezet"

        def format_message(self, log_entry):
            return f"Account uitgezet: {log_entry.data.get('reden', '')}"

    @actions.register_action("bloei.rol")
    class VanRol(LogFormatter):
        label = "Rol gekregen of verloren"

        def format_message(self, log_entry):
            mag = "Mag nu" if log_entry.data.get("hoe") == rollen.ERBIJ else "Mag niet meer"
            return f"{mag}: {log_entry.data.get('rol', '')}"

    @actions.register_action("bloei.rechten")
    class Rechten(LogFormatter):
        label = "Groepen of rechten veranderd"

        def format_message(self, log_entry):
            return rollen.in_woorden(log_entry.data)

    @actions.register_action(UITGEVOERD)
    class Uitgevoerd(LogFormatter):
        label = "Lijst uitgevoerd als spreadsheet"

        def format_message(self, log_entry):
            return f"Uitgevoerd als {log_entry.data.get('vorm', '')}: {log_entry.data.get('wat', '')}"

    @actions.register_action("bloei.gewist")
    class Gewist(LogFormatter):
        label = "Gegevens van iemand gewist"

        def format_message(self, log_entry):
            return f"Gegevens gewist: {log_entry.data.get('reden', '')}"
