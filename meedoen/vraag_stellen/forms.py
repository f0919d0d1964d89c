"""What is asked of who asks: the question, and who they are."""

from django.utils.translation import gettext_lazy as _

from meedoen.keuzes import LANGSTE_TEKST
from meedoen.velden import Tekst
from meedoen.wie import WieForm


class VraagForm(WieForm):
    tekst = Tekst(
        label=_("Je vraag"),
        max_length=LANGSTE_TEKST,
        error_messages={"required": _("Schrijf je vraag op.")},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam"].help_text = _("Alleen wie je vraag beantwoordt, ziet je naam.")
        self.order_fields(["tekst", "naam", "email"])
