from wagtail.models import Page


def publiceer(pagina: Page) -> None:
    """Put a page of the demo live as it is. Every page of the demo passes through here."""
    pagina.save_revision().publish()


def zet_neer(ouder: Page, pagina: Page) -> None:
    """Add a new page below another one, and publish it."""
    pagina.live = False
    ouder.add_child(instance=pagina)
    publiceer(pagina)
