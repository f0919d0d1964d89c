"""Every address of the site. Wagtail's pages come last: they take whatever is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from core import views as core_views
from druk.deelbeeld import deelbeeld
from home import views as home_views
from home.voortgang.views import voortgang
from kanalen import vindbaar
from kanalen.kanaal import kanaal
from search.views import zoeken
from site_bloei import views
from werkplek.account import MijnAccount, Uitloggen
from werkplek.mensen import uitnodiging

urlpatterns = [
    # In the place of Wagtail's own, which comes with its switches for mail that Bloei! doesn't send.
    path("cms/account/", require_admin_access(MijnAccount.as_view())),
    path("cms/logout/", Uitloggen.as_view(), name="wagtailadmin_logout"),
    # For who has no account yet, so not behind Wagtail's own door.
    path("cms/uitnodiging/<str:link>/", uitnodiging, name="uitnodiging"),
    path("cms/login/", include("toegang.urls")),
    path("cms/", include(wagtailadmin_urls)),
    re_path(r"^documenten/(\d+)/(.*)$", core_views.document),
    path("documenten/", include(wagtaildocs_urls)),
    # Only renditions: originals and documents may belong to something that isn't public yet.
    path("media/images/<path:pad>", core_views.media, name="media"),
    # A size of a picture for a channel, made when it is first asked for. The address is signed by the API.
    path(
        "afbeeldingen/<str:signature>/<int:image_id>/<str:filter_spec>/<str:filename>",
        kanaal()(core_views.afbeelding),
        name="afbeelding",
    ),
    path("", include("api.urls")),
    path("sitemap.xml", vindbaar.sitemap, name="sitemap"),
    path("robots.txt", vindbaar.robots),
    path(".well-known/security.txt", vindbaar.security),
    path("gemeente-<str:merk>.css", views.gemeentekleuren, name="gemeentekleuren"),
    path("gemeente.svg", views.gemeentelogo, name="gemeentelogo"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("apple-touch-icon.png", views.apple_icoon),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    *(path(f"icoon-{maat}.png", views.icoon, {"maat": maat}, name=f"icoon-{maat}") for maat in views.ICONEN),
    path("deelbeeld/<int:pk>.png", deelbeeld, name="deelbeeld"),
    path("p/<int:pk>", core_views.kort, name="kort"),
]

handler400 = views.onleesbaar
handler500 = views.serverfout

if settings.DEBUG:
    from django.contrib.staticfiles.urls import staticfiles_urlpatterns

    urlpatterns += staticfiles_urlpatterns()

urlpatterns += i18n_patterns(
    path("zoeken/", zoeken, name="zoeken"),
    path("agenda/", home_views.agenda, name="agenda"),
    path("meedoen/", home_views.meedoen, name="meedoen"),
    path("projecten/", home_views.projecten, name="projecten"),
    path("kernagendapunten/", home_views.kernagendapunten, name="kernagendapunten"),
    path("afspraken/", home_views.afspraken, name="afspraken"),
    path("voortgang/", voortgang, name="voortgang"),
    path("", include("home.urls")),
    path("", include("druk.urls")),
    path("", include("kanalen.urls")),
    path("", include("meedoen.urls")),
    path("", include("volgen.urls")),
    re_path(wagtail_urls.serve_pattern, core_views.pagina, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
