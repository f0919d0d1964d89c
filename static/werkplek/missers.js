// Autosave names the fields that it couldn't keep (werkplek/missers.py): the bar says what to type, and goes there.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  if (!formulier) return;

  const melding = document.createElement('div');
  melding.className = 'werkplek-melding';
  melding.setAttribute('role', 'status');
  melding.hidden = true;
  formulier.append(melding);

  // A field may be on another tab, or in a part that is folded.
  const klapOpen = (wat) => {
    const blad = wat.closest('[role="tabpanel"]');
    if (blad?.hidden) document.querySelector(`[role="tab"][aria-controls="${blad.id}"]`)?.click();
    for (let deel = wat.closest('[data-panel]'); deel; deel = deel.parentElement.closest('[data-panel]')) {
      deel.querySelector(':scope > .w-panel__header [data-panel-toggle][aria-expanded="false"]')?.click();
    }
  };
  const ga = (veld) => {
    klapOpen(veld);
    veld.scrollIntoView({ block: 'center' });
    veld.focus({ preventScroll: true });
  };
  // A link from the front page to a part of the form. A tenth of a second after this, Wagtail would glide there, and
  // stops halfway when something moves.
  window.addEventListener('load', () => {
    const deel = location.hash && document.getElementById(location.hash.slice(1));
    if (!deel || !formulier.contains(deel)) return;
    klapOpen(deel);
    setTimeout(() => deel.scrollIntoView(), 200);
  });

  const regel = ({ zin, veld }) => {
    const p = document.createElement('p');
    p.append(zin);
    const doel = veld && document.getElementById(veld);
    if (doel) {
      const knop = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Ga erheen' });
      knop.className = 'button button-small button-secondary';
      knop.addEventListener('click', () => ga(doel));
      p.append(' ', knop);
    }
    return p;
  };

  // A form that was refused is saved by itself once, and then Wagtail's controller no longer looks at what is typed: it
  // begins to look when its interval changes, unless it is told to take everything for unsaved.
  window.addEventListener('load', () => {
    const stand = formulier.dataset;
    if (stand.wUnsavedForceValue !== 'true') return;
    stand.wUnsavedForceValue = 'false';
    stand.wUnsavedCheckIntervalValue = '501';
    setTimeout(() => {
      stand.wUnsavedForceValue = 'true';
    }, 100);
  });

  let nu = [];
  let stil = false; // nothing at all was kept
  let straks = 0;
  const toon = () => {
    clearTimeout(straks);
    straks = 0;
    const staakt = Object.assign(document.createElement('b'), { textContent: 'Je tekst wordt nu niet vanzelf bewaard.' });
    melding.replaceChildren(...(stil ? [staakt] : []), ...nu.map(regel));
    melding.hidden = nu.length === 0;
  };
  const hoor = ({ type, detail }) => {
    stil = type === 'w-autosave:error';
    nu = detail.response?.missers ?? [];
    // Who is still typing in that field, is left in peace for a moment.
    const bezig = nu.some(({ veld }) => veld && veld === document.activeElement?.id);
    clearTimeout(straks);
    straks = setTimeout(toon, bezig ? 2500 : 0);
  };
  formulier.addEventListener('w-autosave:success', hoor);
  formulier.addEventListener('w-autosave:error', hoor);
  // Only what still has to be said: a button that is drawn anew under a finger isn't pressed.
  formulier.addEventListener('focusout', () => straks && toon());
})();
