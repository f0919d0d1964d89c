// The end of a meeting that went along to another day (kernpagina/formulieren.py) stands in the form as it was kept, with
// what there is to say about it for as long as it is so.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  const { begin, einde, hele_dag: heleDag, moment_was: moment } = formulier?.elements ?? {};
  if (!begin || !einde || !moment) return;

  const melding = document.createElement('p');
  melding.className = 'help';
  melding.setAttribute('role', 'status');
  einde.after(melding);

  let gestuurd = '';
  formulier.addEventListener('w-autosave:save', ({ detail }) => {
    gestuurd = detail.formData.get('einde');
  });
  formulier.addEventListener('w-autosave:success', ({ detail }) => {
    const { einde_mee: nu, moment_mee: was, einde_zegt: zin = '' } = detail.response.field_updates ?? {};
    // Of a begin that couldn't be kept, the server looked at the one before it.
    if ((detail.response.missers ?? []).some(({ veld }) => veld === begin.id)) return;
    // What somebody types there meanwhile is theirs: it goes by the day that the form was drawn with.
    if (einde.value !== gestuurd) return;
    if (nu) {
      einde.value = nu;
      moment.value = was;
    }
    melding.textContent = zin;
  });
  // What was said is of what stood there.
  for (const veld of [begin, einde, heleDag]) {
    veld?.addEventListener('input', () => {
      melding.textContent = '';
    });
  }
})();
