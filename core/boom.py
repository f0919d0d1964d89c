"""How deep things stand in the tree of pages: the front page below Wagtail's root, the kernen below the front page."""

from typing import cast

from wagtail.models import Page
from wagtail.query import PageQuerySet

VOORPAGINA_DIEPTE = 2
KERN_DIEPTE = 3
# How long the path of a kern is; of any page below it, so many characters are the path of its kern.
PAD_LENGTE = KERN_DIEPTE * Page.steplen


def alle_paginas() -> PageQuerySet:
    """Every page, of any kind and language. Django makes `Page.objects` at run time; here a type checker knows it."""
    return cast("PageQuerySet", Page.objects.all())
