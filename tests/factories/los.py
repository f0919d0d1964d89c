"""What stands on its own: people, themes, pictures, documents."""

import factory
import wagtail_factories
from django.contrib.auth.hashers import make_password

from core.models import BloeiDocument, BloeiImage, Thema, User
from tests.factories.opzetten import WACHTWOORD, wortel_collectie


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence(lambda n: f"gebruiker-{n}")
    email = factory.LazyAttribute(lambda u: f"{u.username}@example.org")
    password = factory.LazyFunction(lambda: make_password(WACHTWOORD))

    class Meta:
        model = User


class ThemaFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Thema {n}")

    class Meta:
        model = Thema
        django_get_or_create = ("name",)


def drie_themas() -> list[Thema]:
    """Three of the fixed themes; one has a comma in its name."""
    namen = ("Wonen", "Economie", "Sport, cultuur en recreatie")
    return [ThemaFactory(name=naam, volgorde=nummer) for nummer, naam in enumerate(namen)]


class ImageFactory(wagtail_factories.ImageFactory):
    title = "Foto"
    alt_tekst = "Een bankje onder een oude linde"
    collection = factory.LazyFunction(wortel_collectie)

    class Meta:
        model = BloeiImage


class DocumentFactory(wagtail_factories.DocumentFactory):
    title = "Verslag"
    file = factory.django.FileField(filename="verslag.txt", data=b"verslag")
    collection = factory.LazyFunction(wortel_collectie)

    class Meta:
        model = BloeiDocument
