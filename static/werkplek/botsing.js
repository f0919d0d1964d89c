// A colleague saved this page meanwhile. Whatever button is pressed then shows both texts first (werkplek/botsing.py), so there
// is one that says so. Who typed nothing has one text to read, and is told of whom it is. Where both are on the screen, it leads
// there, until somebody ticks that their own text takes the place of the other. Nothing is saved by itself until then, and
// nothing says that it should be.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  const knoppen = formulier?.querySelector('.footer .actions--primary');
  if (!knoppen) return;
  const NAAM = 'Laat beide teksten zien';
  const ERHEEN = 'Naar beide teksten';
  const LEZEN = 'Lees de nieuwe tekst';
  const VAN_WIE = '#w-editing-sessions .w-editing-sessions__session--saved';
  const getoond = document.querySelector('.werkplek-botsing');
  const vinkje = document.querySelector('[name=toch_bewaren]');
  // Of another text than what is shown, or of what couldn't be read; or nothing is shown.
  let nieuwer = Boolean(getoond?.hasAttribute('data-nog-eens'));
  let getypt = Boolean(getoond) || formulier.dataset.wUnsavedForceValue === 'true';
  const kiest = () => Boolean(vinkje && !vinkje.checked && !nieuwer);
  const botst = () => nieuwer || kiest();

  // Not one that submits by itself: Wagtail would first ask of it what it says already.
  const laatZien = Object.assign(document.createElement('button'), { type: 'button', className: 'button', hidden: true });
  laatZien.addEventListener('click', () => {
    if (!kiest()) {
      formulier.requestSubmit();
      return;
    }
    getoond.scrollIntoView();
    vinkje.focus({ preventScroll: true });
  });
  knoppen.prepend(laatZien);
  const melding = Object.assign(document.createElement('p'), { className: 'werkplek-melding', role: 'status', hidden: true });
  formulier.append(melding);

  const naam = () => {
    if (kiest()) return ERHEEN;
    return getypt ? NAAM : LEZEN;
  };
  const toon = () => {
    laatZien.textContent = naam();
    const wie = document.querySelector(`${VAN_WIE} [aria-label]`)?.getAttribute('aria-label');
    melding.hidden = getypt || !botst() || !wie;
    const zin = `${wie}. Lees die eerst.`;
    if (!melding.hidden && melding.textContent !== zin) melding.textContent = zin;
    for (const knop of knoppen.children) knop.hidden = (knop === laatZien) !== botst();
    if (getoond) formulier.dataset.wAutosaveActiveValue = String(Boolean(vinkje?.checked) && !nieuwer);
  };
  toon();
  vinkje?.addEventListener('change', () => {
    toon();
    if (vinkje.checked) formulier.dispatchEvent(new CustomEvent('w-unsaved:add', { bubbles: true, detail: { type: 'edits' } }));
  });
  const gezien = () => {
    nieuwer = true;
    toon();
  };
  formulier.addEventListener('w-autosave:error', ({ detail }) => {
    if (detail.response?.error_code !== 'invalid_revision') return;
    getypt = true;
    gezien();
  });
  // Who else has the page open is asked every few seconds; that comes before an autosave where nothing is typed.
  document.addEventListener('w-swap:success', () => {
    if (document.querySelector(VAN_WIE)) gezien();
  });
  const typt = () => {
    if (getypt) return;
    getypt = true;
    toon();
  };
  document.addEventListener('w-unsaved:add', typt);
  // Wagtail counts nothing of what is typed in the first seconds.
  formulier.addEventListener('input', typt);
  // The keys that save, ask first; of a button that isn't there any more.
  document.addEventListener('w-dialog:shown', ({ target }) => {
    const verder = botst() && target.id === 'w-save-confirmation-dialog' && target.querySelector('[data-w-dialog-target=confirm]');
    if (verder) verder.textContent = naam();
  });
})();
