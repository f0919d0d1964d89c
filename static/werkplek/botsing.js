// A colleague saved this page meanwhile. Whatever button is pressed then shows both texts first (werkplek/botsing.py), so there
// is one that says so, until somebody ticks that their own text takes the place of the other.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  const knoppen = formulier?.querySelector('.footer .actions--primary');
  if (!knoppen) return;
  const NAAM = 'Laat beide teksten zien';
  const vinkje = document.querySelector('[name=toch_bewaren]');
  // Not one that submits by itself: Wagtail would first ask of it what it says already.
  const laatZien = Object.assign(document.createElement('button'), {
    type: 'button', className: 'button', textContent: NAAM, hidden: true,
  });
  laatZien.addEventListener('click', () => formulier.requestSubmit());
  knoppen.prepend(laatZien);

  let botst = false;
  const toon = (zo) => {
    botst = zo;
    for (const knop of knoppen.children) knop.hidden = (knop === laatZien) !== botst;
  };
  if (vinkje) {
    vinkje.addEventListener('change', () => toon(!vinkje.checked));
    toon(!vinkje.checked);
  }
  const gezien = () => toon(!vinkje?.checked);
  formulier.addEventListener('w-autosave:error', ({ detail }) => {
    if (detail.response?.error_code === 'invalid_revision') gezien();
  });
  // Who else has the page open is asked every few seconds; that comes before an autosave where nothing is typed.
  document.addEventListener('w-swap:success', () => {
    if (document.querySelector('#w-editing-sessions .w-editing-sessions__session--saved')) gezien();
  });
  // The keys that save, ask first; of a button that isn't there any more.
  document.addEventListener('w-dialog:shown', ({ target }) => {
    const verder = botst && target.id === 'w-save-confirmation-dialog' && target.querySelector('[data-w-dialog-target=confirm]');
    if (verder) verder.textContent = NAAM;
  });
})();
