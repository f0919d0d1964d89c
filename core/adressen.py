"""What an address may look like."""

from django.urls.converters import StringConverter


class PaginaPad(StringConverter):
    """The path of a page, without the slashes around it: what Wagtail too takes for one. Anything else isn't found."""

    regex = r"[\w-]+(?:/[\w-]+)*"
