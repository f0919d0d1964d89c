"""The addresses of logging in, under /cms/login/: of allauth's only those that are used."""

from django.urls import include, path

from toegang import views

EIGEN = [
    path("wachtwoord/", views.Wachtwoord.as_view(), name="wachtwoord"),
    path("gemeente/", views.naar_gemeente, name="gemeente"),
    path("gemeente/terug/", views.van_gemeente, name="gemeente_terug"),
]

# allauth looks for these names.
urlpatterns = [
    # In the place of Wagtail's own.
    path("", views.Begin.as_view(), name="account_login"),
    path("", views.Begin.as_view(), name="account_request_login_code"),
    path("code/", views.Code.as_view(), name="account_confirm_login_code"),
    path("tweede-stap/", views.TweedeStap.as_view(), name="mfa_authenticate"),
    path("passkey/", views.Passkey.as_view(), name="mfa_login_webauthn"),
    path("", include((EIGEN, "inloggen"))),
]
