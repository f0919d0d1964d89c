// Typing over, one after another. Nothing goes before we know that it will arrive: what was typed stays.
(() => {
  const formulier = document.querySelector('.werkplek-invoer');
  if (!formulier) return;
  const melding = formulier.querySelector('[data-melding]');
  const { sessie, inloggen } = formulier.dataset;
  const MEESTE = 1_000_000;
  let mag = false;
  let wie = null;

  const zeg = (tekst, link = false) => {
    melding.replaceChildren(tekst);
    melding.hidden = !tekst;
    if (link) melding.append(' ', Object.assign(document.createElement('a'), { href: inloggen, target: '_blank', textContent: 'Inloggen' }));
  };
  // A login in another tab brings a new token for the form. Of somebody else it isn't theirs to save.
  const vraag = async () => {
    const antwoord = await fetch(sessie, { redirect: 'manual', headers: { Accept: 'application/json' } });
    if (!antwoord.ok) return 'Je bent niet meer ingelogd. Je tekst staat er nog. Log in in een ander tabblad en bewaar hier opnieuw.';
    const stand = await antwoord.json();
    wie ??= stand.wie;
    if (stand.wie !== wie) return 'Je bent nu ingelogd als iemand anders. Log in als jezelf om dit te bewaren.';
    for (const veld of document.querySelectorAll('[name=csrfmiddlewaretoken]')) veld.value = stand.csrf;
    return '';
  };
  vraag().catch(() => {});

  const lengte = () => [...new FormData(formulier).values()].reduce((som, waarde) => som + waarde.length, 0);
  formulier.addEventListener('submit', async (gebeurtenis) => {
    if (mag) return;
    gebeurtenis.preventDefault();
    if (formulier.dataset.bezig) return;
    if (lengte() > MEESTE) return zeg('Dit is te veel tekst voor één reactie. Maak hem korter. Je tekst staat er nog.');
    formulier.dataset.bezig = 'ja';
    try {
      const fout = await vraag();
      zeg(fout, Boolean(fout));
      mag = !fout;
    } catch {
      zeg('Er is geen verbinding. Je tekst staat er nog. Probeer het zo nog eens.');
    }
    delete formulier.dataset.bezig;
    if (mag) formulier.requestSubmit();
  });
  window.addEventListener('pageshow', () => {
    mag = false;
  });
  formulier.addEventListener('keydown', (gebeurtenis) => {
    if (gebeurtenis.key === 'Enter' && (gebeurtenis.ctrlKey || gebeurtenis.metaKey)) {
      gebeurtenis.preventDefault();
      formulier.requestSubmit();
    }
  });
  // Half a reaction is lost by a wrong tap on the way back.
  let getypt = formulier.querySelector('.error-message') !== null;
  formulier.addEventListener('input', () => {
    getypt = true;
  });
  window.addEventListener('beforeunload', (gebeurtenis) => {
    if (getypt && !mag) gebeurtenis.preventDefault();
  });
})();
