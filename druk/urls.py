"""What can be printed of a page, right below its own address."""

from django.urls import path

from druk import views
from druk.nieuwsbrief import nieuwsbrief

urlpatterns = [
    path("<slug:kern>/nieuwsbrief/<str:dag>.pdf", nieuwsbrief, name="nieuwsbrief-pdf"),
    path("<pagina:pad>/folder.pdf", views.folder),
    path("<pagina:pad>/affiche-a4.pdf", views.affiche, {"formaat": "a4"}),
    path("<pagina:pad>/affiche-a3.pdf", views.affiche, {"formaat": "a3"}),
    path("<pagina:pad>/tafelvellen.pdf", views.tafelvellen),
    path("<pagina:pad>/kaartjes.pdf", views.kaarten),
    path("<pagina:pad>/afspraken-a5.pdf", views.afspraken, {"formaat": "a5"}),
    path("<pagina:pad>/afspraken-a4.pdf", views.afspraken, {"formaat": "a4"}),
    path("<pagina:pad>/formulier.pdf", views.invulformulier),
    path("<pagina:pad>/maand.pdf", views.maand_pdf),
    path("<pagina:pad>/maand.txt", views.maand_tekst),
]
