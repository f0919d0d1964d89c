"""A stock Wagtail site as `wagtail start` makes it, with API v2: what Bloei! is measured against."""
