"""Every address of the site. Wagtail's pages come last: they take whatever is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.images.views.serve import serve

from core.views import media
from home import vindbaar
from search.views import zoeken

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    # Only renditions: originals and documents may belong to something that isn't public yet.
    path("media/images/<path:pad>", media, name="media"),
    # A size of a picture for a channel, made when it is first asked for. The address is signed by the API.
    path("afbeeldingen/<str:signature>/<int:image_id>/<str:filter_spec>/<str:filename>", serve, name="afbeelding"),
    path("", include("api.urls")),
    path("sitemap.xml", vindbaar.sitemap, name="sitemap"),
    path("robots.txt", vindbaar.robots),
    path(".well-known/security.txt", vindbaar.security),
]

if settings.DEBUG:
    from django.contrib.staticfiles.urls import staticfiles_urlpatterns

    urlpatterns += staticfiles_urlpatterns()

urlpatterns += i18n_patterns(
    path("zoeken/", zoeken, name="zoeken"),
    path("", include("kernpagina.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
