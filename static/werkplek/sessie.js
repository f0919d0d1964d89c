// A form of one of our own screens, or one with room to write, goes only while somebody is logged in: what was typed stays,
// to go on with after a login in another tab, whose token it takes over. That of a page has its own way (bewaren.js), and
// so have Wagtail's pop-ups.
(() => {
  const { adres, inloggen } = document.currentScript.dataset;
  let bezig = null; // the form of which is asked whether somebody is logged in
  let klaar = null; // the form that may go

  const telt = (formulier) =>
    formulier.method === 'post' &&
    (formulier.matches('.werkplek-besluit') || formulier.querySelector('textarea')) &&
    !formulier.matches('#page-edit-form, .modal *');

  const zeg = (formulier, tekst, link = false) => {
    let melding = formulier.querySelector('.werkplek-melding');
    if (!melding) {
      melding = document.createElement('p');
      melding.className = 'werkplek-melding';
      melding.setAttribute('role', 'status');
      formulier.append(melding);
    }
    melding.replaceChildren(tekst);
    melding.hidden = !tekst;
    if (!link) return;
    const a = Object.assign(document.createElement('a'), { href: inloggen, target: '_blank', textContent: 'Inloggen' });
    melding.append(' ', a);
  };

  const verstuur = async (formulier, knop) => {
    try {
      const antwoord = await fetch(adres, { redirect: 'manual', headers: { Accept: 'application/json' } });
      if (!antwoord.ok) {
        zeg(formulier, 'Je bent niet meer ingelogd. Je tekst staat er nog. Log in in een ander tabblad en ga hier verder.', true);
        return;
      }
      const { csrf } = await antwoord.json();
      for (const veld of document.querySelectorAll('[name=csrfmiddlewaretoken]')) veld.value = csrf;
    } catch {
      zeg(formulier, 'Er is geen verbinding. Je tekst staat er nog. Probeer het zo nog eens.');
      return;
    } finally {
      bezig = null;
    }
    zeg(formulier, '');
    klaar = formulier;
    formulier.requestSubmit(knop?.isConnected ? knop : null);
  };

  window.addEventListener(
    'submit',
    (gebeurtenis) => {
      const formulier = gebeurtenis.target;
      if (!telt(formulier)) return;
      if (klaar === formulier) {
        klaar = null;
        return;
      }
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      if (bezig || formulier.dataset.verstuurd) return;
      bezig = formulier;
      verstuur(formulier, gebeurtenis.submitter);
    },
    { capture: true },
  );
})();
