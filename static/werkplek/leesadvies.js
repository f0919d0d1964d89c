// Advice while writing: how easy the text reads. The server counts; nothing is kept and nothing is forbidden.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  if (!formulier) return;
  const adres = document.currentScript.dataset.adres;

  const vak = document.createElement('aside');
  vak.className = 'werkplek-leesadvies';
  vak.setAttribute('aria-live', 'polite');
  vak.hidden = true;
  formulier.append(vak);

  const NIET = /slug|seo|search_description|comments|csrf|date|_at$|url|link|email|telefoon/;
  const tekst = () => {
    const velden = formulier.querySelectorAll('textarea:not([hidden]), .public-DraftEditor-content');
    return [...velden]
      .filter((veld) => veld.matches('.public-DraftEditor-content') || !NIET.test(veld.name))
      .map((veld) => veld.value ?? veld.innerText)
      .filter(Boolean)
      .join('\n');
  };

  const toon = ({ score, doel, tips }) => {
    vak.hidden = score === null && tips.length === 0;
    const oordeel = score === null ? '' : `Leesbaarheid: ${Math.round(score)} (streef naar ${doel} of meer). `;
    vak.textContent = oordeel + (tips.join(' ') || (score === null ? '' : 'Goed te lezen.'));
  };

  let laatste = '';
  const vraag = async () => {
    const nu = tekst();
    if (nu === laatste) return;
    laatste = nu;
    const inhoud = new FormData();
    inhoud.append('tekst', nu);
    inhoud.append('csrfmiddlewaretoken', formulier.querySelector('[name=csrfmiddlewaretoken]').value);
    const antwoord = await fetch(adres, { method: 'POST', body: inhoud });
    if (antwoord.ok) toon(await antwoord.json());
  };

  let wacht;
  const straks = () => {
    clearTimeout(wacht);
    wacht = setTimeout(vraag, 1500);
  };
  formulier.addEventListener('input', straks);
  formulier.addEventListener('keyup', straks);
  straks();
})();
