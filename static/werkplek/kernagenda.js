// Entering a kernagenda on a telephone: one thing open at a time, whole titles, and the hands stay where they are.
(() => {
  const PUNT = '.werkplek-punt';
  const kind = (element) => element.closest('[data-streamfield-child]');
  const knop = (blok) => blok.querySelector('[data-panel-toggle]');
  const titel = (blok) => blok.querySelector(':scope [data-contentpath="titel"] input');
  const isPunt = (blok) => Boolean(blok?.querySelector(PUNT) && blok.parentElement.closest('.werkplek-thema'));

  const klapDicht = (blok) => {
    if (knop(blok)?.getAttribute('aria-expanded') === 'true') knop(blok).click();
  };

  // What is online, and what of it is another here: the panel above the points says so.
  const online = new Map();
  const veranderd = new Set();
  const kenmerk = (blok) => blok.dataset.contentpath ?? blok.querySelector('[data-contentpath]')?.dataset.contentpath;

  // Why the state is another is asked of who made it another; a word that is there stays to be seen.
  const vraagReden = (blok) => {
    const was = online.get(kenmerk(blok));
    const nu = blok.querySelector('[data-contentpath="status"] input:checked')?.value;
    const reden = blok.querySelector('[data-contentpath="reden"]');
    if (reden) reden.hidden = !(was && was !== nu) && !reden.querySelector('input')?.value;
  };

  // Wagtail cuts what a folded block is called at 70 signs.
  const noem = (blok) => {
    const kop = blok.querySelector('[data-panel-heading-text]');
    const status = blok.querySelector('[data-contentpath="status"] input:checked')?.parentElement;
    const merk = veranderd.has(kenmerk(blok)) ? ', veranderd' : '';
    if (titel(blok).value) kop.textContent = `${titel(blok).value} (${status?.textContent.trim() ?? ''})${merk}`;
    blok.classList.toggle('werkplek-is-veranderd', Boolean(merk));
    vraagReden(blok);
  };

  // A new block slides into view; what isn't to be seen yet can't have the focus.
  const richt = (veld, keren = 120) => {
    veld.focus();
    if (document.activeElement !== veld && keren) requestAnimationFrame(() => richt(veld, keren - 1));
  };

  const voegToe = (na) => {
    for (const ander of na.parentElement.children) {
      if (ander.matches('[data-streamfield-child]')) klapDicht(ander);
    }
    na.click();
    const nieuw = na.nextElementSibling;
    richt(titel(nieuw));
  };

  document.addEventListener('DOMContentLoaded', () => {
    const formulier = document.querySelector('#page-edit-form');
    if (!formulier?.querySelector('[data-contentpath="onderdelen"]')) return;
    formulier.classList.add('werkplek-kernagenda');
    for (const punt of document.querySelectorAll('[data-online]')) online.set(punt.dataset.online, punt.dataset.status);
    for (const regel of document.querySelectorAll('[data-veranderd]')) veranderd.add(regel.dataset.veranderd);
    // Wagtail draws the blocks after this.
    window.addEventListener('load', () => {
      [...formulier.querySelectorAll('[data-streamfield-child]')].filter(isPunt).forEach(noem);
    });
    formulier.addEventListener('wagtail:panel-toggle', (gebeurtenis) => {
      const blok = kind(gebeurtenis.target);
      if (isPunt(blok)) setTimeout(noem, 0, blok);
    });

    // A new point folds the others of its theme.
    formulier.addEventListener(
      'click',
      (gebeurtenis) => {
        const plus = gebeurtenis.target.closest('[data-streamfield-list-add]');
        if (!plus || !gebeurtenis.isTrusted || !plus.closest('.werkplek-thema')) return;
        gebeurtenis.preventDefault();
        gebeurtenis.stopPropagation();
        voegToe(plus);
      },
      { capture: true },
    );

    // Enter after a title: the next point. A list of titles is typed in one go.
    formulier.addEventListener('keydown', (gebeurtenis) => {
      const blok = gebeurtenis.key === 'Enter' ? kind(gebeurtenis.target) : null;
      if (!isPunt(blok) || gebeurtenis.target !== titel(blok)) return;
      gebeurtenis.preventDefault();
      if (titel(blok).value.trim()) voegToe(blok.nextElementSibling);
    });

    formulier.addEventListener('change', (gebeurtenis) => {
      const blok = kind(gebeurtenis.target);
      if (isPunt(blok)) vraagReden(blok);
    });

    // A theme was chosen: its first point stands ready.
    formulier.addEventListener('change', (gebeurtenis) => {
      const thema = gebeurtenis.target.matches('[data-contentpath="thema"] select') && kind(gebeurtenis.target);
      if (!thema || !gebeurtenis.target.value) return;
      const plus = thema.querySelector('[data-streamfield-list-add]');
      if (plus.parentElement.childElementCount === 1) voegToe(plus);
    });

    // What is moved, takes the focus along.
    formulier.addEventListener('click', (gebeurtenis) => {
      const pijl = gebeurtenis.target.closest('[data-streamfield-action^="MOVE_"]');
      if (!pijl) return;
      setTimeout(() => {
        const ander = pijl.parentElement.querySelector('[data-streamfield-action^="MOVE_"]:not([disabled])');
        (pijl.disabled ? ander : pijl)?.focus();
        pijl.scrollIntoView({ block: 'center' });
      });
    });
  });
})();
