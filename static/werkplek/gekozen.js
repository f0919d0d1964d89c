// A pop-up that has something to say of a form draws it anew, and a browser leaves the file out then. Who chose it needn't
// look for it again because of a description, unless it is the file that was refused.
(() => {
  const gekozen = new Map(); // the field that it was chosen in, and what

  window.addEventListener(
    'submit',
    ({ target }) => {
      gekozen.clear();
      for (const veld of target.querySelectorAll('.modal input[type=file]')) gekozen.set(veld, veld.files);
    },
    true,
  );
  window.jQuery?.(document).on('ajaxComplete', () => {
    for (const [oud, bestanden] of gekozen) {
      if (oud.isConnected) continue; // another answer than that to this form
      gekozen.delete(oud);
      const nieuw = oud.id && document.querySelector(`.modal input[type=file]#${CSS.escape(oud.id)}`);
      const geweigerd = nieuw?.closest('[data-field]')?.querySelector('.error-message');
      if (nieuw && !geweigerd && !nieuw.value) nieuw.files = bestanden;
    }
  });
})();
