// Once something in the form of a waiting page is changed, approving hands it to a colleague; the button says so.
document.addEventListener("w-unsaved:add", () => {
  for (const knop of document.querySelectorAll("[data-werkplek-na-wijziging] span")) {
    knop.textContent = knop.parentElement.dataset.werkplekNaWijziging;
  }
});
