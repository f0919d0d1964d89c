"""What we lean on inside Wagtail, wagtail-localize and Willow, beside what they promise.

Each row fails loudly when a new version no longer has it, rather than silently doing nothing.
"""

from wagtail.admin import filters
from wagtail.admin.models import popular_tags_for_model
from wagtail.images.views import chooser
from willow.image import JPEGImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

from core import beelden, wagtail_intern


def test_popular_tags_are_asked_by_this_name():
    assert popular_tags_for_model.__module__ == "wagtail.admin.models"
    for module in (filters, chooser):
        assert module.popular_tags_for_model is wagtail_intern.geen_veelgebruikte_tags


def test_willow_finds_our_operations():
    assert beelden._van_willow.__qualname__ == "PillowImage.save_as_avif"
    assert beelden._rechtop_van_willow.__qualname__ == "PillowImage.auto_orient"
    assert registry.get_operation(PillowImage, "save_as_avif") is beelden.bewaar_als_avif
    # A file that was just opened finds its operation through the registry, one that was turned on the class.
    assert registry.find_operation(JPEGImageFile, "auto_orient")[0] is beelden.zet_rechtop
    assert PillowImage.auto_orient is beelden.zet_rechtop
