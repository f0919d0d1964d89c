"""How deep things stand in the tree of pages: the front page below Wagtail's root, the kernen below the front page."""

from wagtail.models import Page

VOORPAGINA_DIEPTE = 2
KERN_DIEPTE = 3
# How long the path of a kern is; of any page below it, so many characters are the path of its kern.
PAD_LENGTE = KERN_DIEPTE * Page.steplen
