// Around allauth's scripts: a passkey is offered where the browser knows them, and what goes wrong is said in words.
(() => {
  if (!window.PublicKeyCredential) return;
  for (const blok of document.querySelectorAll('.toegang-passkey')) blok.hidden = false;
  const zeg = (tekst) => {
    for (const plek of document.querySelectorAll('.toegang-passkey-fout')) plek.textContent = tekst;
  };
  document.addEventListener('click', (gebeurtenis) => {
    if (gebeurtenis.target.closest('.toegang-passkey button')) zeg('');
  }, { capture: true });
  document.addEventListener('allauth.error', (gebeurtenis) => {
    gebeurtenis.preventDefault();
    zeg('Dat is niet gelukt, of je brak het af. Probeer het nog eens, of log in op een andere manier.');
  });
})();
