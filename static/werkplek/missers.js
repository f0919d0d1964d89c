// Autosave names the fields that it couldn't keep (werkplek/missers.py): the bar says what to type, and goes there.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  if (!formulier) return;

  const melding = document.createElement('div');
  melding.className = 'werkplek-melding werkplek-missers';
  melding.setAttribute('role', 'status');
  melding.hidden = true;
  (formulier.querySelector('[data-meldingen]') ?? formulier).append(melding);

  // A field may be on another tab, in a part that is folded, in a panel beside the form or in a window over it.
  const klapOpen = (wat) => {
    const naast = wat.closest('[data-side-panel]');
    if (naast?.hidden) naast.dispatchEvent(new Event('open'));
    wat.closest('.w-dialog')?.dispatchEvent(new CustomEvent('w-dialog:show'));
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
  // Wagtail's own button goes to the first error, but opens nothing on the way there.
  document.addEventListener(
    'click',
    ({ target }) => {
      const knop = target.closest?.('.messages [data-w-focus-target-value]');
      const fout = knop && document.querySelector(knop.dataset.wFocusTargetValue);
      if (fout && formulier.contains(fout)) klapOpen(fout);
    },
    true,
  );
  // It glides to where the error is just on the screen, which is behind what sticks to its foot.
  document.addEventListener('w-focus:focused', ({ target }) => {
    if (!formulier.contains(target)) return;
    requestAnimationFrame(() => target.scrollIntoView({ block: 'center', behavior: 'instant' }));
  });
  // A link from the front page to a part of the form. A tenth of a second after this, Wagtail would glide there, and
  // stops halfway when something moves.
  window.addEventListener('load', () => {
    const deel = location.hash && document.getElementById(location.hash.slice(1));
    if (!deel || !formulier.contains(deel)) return;
    klapOpen(deel);
    setTimeout(() => (deel.matches('input, textarea, select') ? ga(deel) : deel.scrollIntoView()), 200);
  });

  const maak = (tag, eigen, ...inhoud) => {
    const wat = Object.assign(document.createElement(tag), eigen);
    wat.append(...inhoud);
    return wat;
  };
  const doel = ({ veld }) => veld && document.getElementById(veld);
  const regel = (misser) => {
    const veld = doel(misser);
    if (!veld) return maak('p', {}, misser.zin);
    const knop = maak('button', { type: 'button', className: 'werkplek-misser' }, misser.zin);
    knop.addEventListener('click', () => ga(veld));
    return maak('p', {}, knop);
  };
  // One line, that folds open to what to type; beside it the way there.
  const kop = document.createElement('summary');
  const uitleg = document.createElement('div');
  const erheen = maak('button', { type: 'button', className: 'button button-small button-secondary' }, 'Ga erheen');
  erheen.addEventListener('click', () => ga(nu.map(doel).find(Boolean)));
  melding.append(maak('details', {}, kop, uitleg), erheen);

  // Who begins, is left in peace: a field that is empty is asked for once it was left, or passed over.
  const verlaten = new Set();
  const getypt = new Set();
  const geweigerd = formulier.dataset.wUnsavedForceValue === 'true';
  formulier.addEventListener('focusout', ({ target }) => verlaten.add(target.id));
  formulier.addEventListener('input', ({ target }) => getypt.add(target));
  const isAanDeBeurt = (misser) => {
    const veld = doel(misser);
    if (geweigerd || !veld || veld.value || verlaten.has(veld.id)) return true;
    return [...getypt].some((ander) => veld.compareDocumentPosition(ander) & Node.DOCUMENT_POSITION_FOLLOWING);
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

  let gehoord = []; // what autosave named
  let nu = []; // what is told of that
  let stil = false; // nothing at all was kept
  let straks = 0;
  const toon = () => {
    clearTimeout(straks);
    straks = 0;
    nu = gehoord.filter(isAanDeBeurt);
    melding.hidden = nu.length === 0;
    // What autosave named is told here or nowhere: Wagtail's own warning would say it all at once, and right away.
    melding.toggleAttribute('data-noemt', gehoord.length > 0);
    erheen.hidden = !nu.some(doel);
    // Nothing to name, and nothing that reads as if it were named.
    if (melding.hidden) {
      kop.textContent = '';
      uitleg.replaceChildren();
      return;
    }
    kop.textContent = `${stil ? 'Nog niet bewaard. ' : ''}Kijk na: ${nu.map(({ zin }) => zin.split(': ')[0]).join(', ')}`;
    const staakt = maak('p', {}, maak('b', {}, 'Je tekst wordt nu niet vanzelf bewaard.'));
    uitleg.replaceChildren(...(stil ? [staakt] : []), ...nu.map(regel));
  };
  // As they stand in the form: the first that is named is the first that somebody comes to.
  const opVolgorde = (een, ander) => {
    const [a, b] = [doel(een), doel(ander)];
    if (!a || !b) return Number(!a) - Number(!b);
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  };
  // What the server said of a field when the form was refused, goes once something else stands there that is right. An end
  // is looked at beside its begin.
  const fouten = [...formulier.querySelectorAll('.error-message')].flatMap((fout) => {
    const vak = fout.closest('[data-field]');
    const veld = vak?.querySelector('input:not([type=hidden]), select, textarea');
    if (!veld?.name) return [];
    const naast = formulier.elements[veld.name.replace(/einde$/, 'begin')] ?? veld;
    return [{ vak, veld, naast, was: `${veld.value} ${naast.value}` }];
  });
  const ruimOp = ({ response }) => {
    if (!response?.success && !response?.missers) return;
    const mis = new Set((response.missers ?? []).map(({ veld }) => veld));
    for (const { vak, veld, naast, was } of fouten) {
      if (!veld.value || `${veld.value} ${naast.value}` === was || mis.has(veld.id) || mis.has(naast.id)) continue;
      vak.classList.remove('w-field--error');
      vak.querySelector('[data-field-errors]')?.replaceChildren();
      veld.removeAttribute('aria-invalid');
    }
  };
  const hoor = ({ type, detail }) => {
    stil = type === 'w-autosave:error';
    gehoord = [...(detail.response?.missers ?? [])].sort(opVolgorde);
    ruimOp(detail);
    // Who is still typing in that field, is left in peace for a moment.
    const bezig = gehoord.some(({ veld }) => veld && veld === document.activeElement?.id);
    clearTimeout(straks);
    straks = setTimeout(toon, bezig ? 2500 : 0);
  };
  formulier.addEventListener('w-autosave:success', hoor);
  formulier.addEventListener('w-autosave:error', hoor);
  // Only what still has to be said: a button that is drawn anew under a finger isn't pressed.
  formulier.addEventListener('focusout', () => {
    if (straks || gehoord.filter(isAanDeBeurt).length !== nu.length) toon();
  });
})();
