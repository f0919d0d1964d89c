// Typing over, one after another. Whether somebody is still logged in is asked by sessie.js, before this sees the form go.
(() => {
  const formulier = document.querySelector('.werkplek-invoer');
  if (!formulier) return;
  const melding = formulier.querySelector('[data-melding]');
  // More than this the server refuses unread, and what was typed would be gone.
  const MEESTE = 1_000_000;
  const lengte = () => [...new FormData(formulier).values()].reduce((som, waarde) => som + waarde.length, 0);
  let weg = false;
  let getypt = formulier.querySelector('.error-message') !== null;

  formulier.addEventListener('submit', (gebeurtenis) => {
    weg = lengte() <= MEESTE;
    melding.hidden = weg;
    if (weg) return;
    gebeurtenis.preventDefault();
    melding.textContent = 'Dit is te veel tekst voor één reactie. Maak hem korter. Je tekst staat er nog.';
  });
  formulier.addEventListener('keydown', (gebeurtenis) => {
    if (gebeurtenis.key !== 'Enter' || !(gebeurtenis.ctrlKey || gebeurtenis.metaKey)) return;
    gebeurtenis.preventDefault();
    formulier.requestSubmit();
  });
  // Half a reaction is lost by a wrong tap on the way back.
  formulier.addEventListener('input', () => {
    getypt = true;
  });
  window.addEventListener('beforeunload', (gebeurtenis) => {
    if (getypt && !weg) gebeurtenis.preventDefault();
  });
  window.addEventListener('pageshow', () => {
    weg = false;
  });
})();
