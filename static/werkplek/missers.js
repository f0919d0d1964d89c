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
  const ga = (veld) => {
    const blad = veld.closest('[role="tabpanel"]');
    if (blad?.hidden) document.querySelector(`[role="tab"][aria-controls="${blad.id}"]`)?.click();
    for (let deel = veld.closest('[data-panel]'); deel; deel = deel.parentElement.closest('[data-panel]')) {
      deel.querySelector(':scope > .w-panel__header [data-panel-toggle][aria-expanded="false"]')?.click();
    }
    veld.scrollIntoView({ block: 'center' });
    veld.focus({ preventScroll: true });
  };

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

  let nu = [];
  let straks;
  const toon = () => {
    clearTimeout(straks);
    melding.replaceChildren(...nu.map(regel));
    melding.hidden = nu.length === 0;
  };
  const hoor = ({ detail }) => {
    nu = detail.response?.missers ?? [];
    // Who is still typing in that field, is left in peace for a moment.
    const bezig = nu.some(({ veld }) => veld && veld === document.activeElement?.id);
    clearTimeout(straks);
    straks = setTimeout(toon, bezig ? 2500 : 0);
  };
  formulier.addEventListener('w-autosave:success', hoor);
  formulier.addEventListener('w-autosave:error', hoor);
  formulier.addEventListener('focusout', toon);
})();
