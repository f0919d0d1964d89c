from django.apps import AppConfig


class MeedoenConfig(AppConfig):
    name = "meedoen"
    verbose_name = "Meedoen"

    def ready(self) -> None:
        from inwoners.houders import registreer
        from kernpagina.antwoorden import vraag_het_aan
        from meedoen import signal_handlers  # noqa: F401
        from meedoen.aanmelden.houder import Aanmeldingen
        from meedoen.houder import Brieven, Reacties
        from meedoen.tellen import ANTWOORDEN
        from meedoen.uitdagen.houder import Uitdagingen
        from meedoen.vraag_stellen.houder import Vragen

        vraag_het_aan(ANTWOORDEN)
        registreer(Reacties())
        registreer(Brieven())
        registreer(Aanmeldingen())
        registreer(Uitdagingen())
        registreer(Vragen())
