// The end of a meeting that went along to another day (kernpagina/formulieren.py) stands in the form as it was kept.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  const { einde, moment_was: moment } = formulier?.elements ?? {};
  if (!einde || !moment) return;

  const melding = document.createElement('p');
  melding.className = 'help';
  melding.setAttribute('role', 'status');
  einde.after(melding);

  let gestuurd = '';
  formulier.addEventListener('w-autosave:save', ({ detail }) => {
    gestuurd = detail.formData.get('einde');
  });
  formulier.addEventListener('w-autosave:success', ({ detail }) => {
    const { einde_mee: nu, moment_mee: was } = detail.response.field_updates ?? {};
    // What somebody types there meanwhile is theirs: it goes by the day that the form was drawn with.
    if (!nu || einde.value !== gestuurd) return;
    einde.value = nu;
    moment.value = was;
    melding.textContent = 'Het einde ging mee naar de nieuwe dag. Duurt het langer? Pas dan het einde aan.';
  });
  einde.addEventListener('input', () => {
    melding.textContent = '';
  });
})();
