// Once something in the form of a waiting page is changed, approving hands it to a colleague; the button says so, and
// the others that would do the same are gone.
(() => {
  const noem = () => {
    const [eerste, ...andere] = document.querySelectorAll('[data-werkplek-na-wijziging]');
    if (!eerste) return;
    eerste.querySelector('span').textContent = eerste.dataset.werkplekNaWijziging;
    for (const knop of [...andere, ...document.querySelectorAll('[data-werkplek-doorgeven]')]) knop.hidden = true;
  };
  document.addEventListener('w-unsaved:add', noem);
  // Wagtail counts nothing of what is typed in the first seconds.
  document.addEventListener('input', ({ target }) => {
    if (target.closest('#page-edit-form')) noem();
  });
  // A button that says so never approves, also when what was changed was put back as it was.
  document.addEventListener('submit', ({ target }) => {
    const knop = target.querySelector('[data-werkplek-na-wijziging] span');
    if (!knop || knop.textContent !== knop.parentElement.dataset.werkplekNaWijziging) return;
    target.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'doorgeven', value: 'ja' }));
  }, { capture: true });
})();
