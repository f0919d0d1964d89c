"""On the front page of the admin of the practice site: what to do first."""

from django.http import HttpRequest

from kernpagina.redactie import kernen_van
from oefenen.merk import gevuld_op
from oefenen.taken import eerste_taken
from werkplek.paneel import Paneel


class TakenPanel(Paneel):
    name = "eerste_taken"
    template_name = "oefenen/panel_taken.html"
    order = 1

    def gegevens(self, request: HttpRequest) -> dict:
        kernen, sinds = kernen_van(request.user), gevuld_op()
        taken = eerste_taken(request.user, kernen[0], sinds) if kernen and sinds else []
        return {"taken": taken, "gedaan": sum(taak.gedaan for taak in taken)}
