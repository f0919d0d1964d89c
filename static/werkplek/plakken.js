// Says so when something of a pasted text can't stay as it was: a heading becomes plain text, a table loose lines.
// What is too long for a field stays whole; a browser would cut it off and say nothing. So it does of what is typed.
(() => {
  const MELDINGEN = [
    ['h1, h2, h3, h4, h5, h6', 'Je plakte een kop. Die is nu gewone tekst. Zet hem in een blok ‘Kop’, of maak hem vet.'],
    ['table', 'Je plakte een tabel. Elke rij is nu een gewone regel. Maak er een lijstje van, of voeg de tabel toe als bijlage.'],
  ];

  const zeg = (veld, zinnen) => {
    const om = veld.closest('.Draftail-Editor') ?? (veld.matches('input, textarea') ? veld : veld.parentElement);
    let melding = om.parentElement.querySelector(':scope > .werkplek-geplakt');
    if (!melding) {
      melding = document.createElement('p');
      melding.className = 'werkplek-geplakt help-block help-warning';
      melding.setAttribute('role', 'status');
      om.after(melding);
    }
    melding.textContent = zinnen.join(' ');
    melding.hidden = zinnen.length === 0;
  };

  const pastNiet = (veld) => {
    const [past, is] = [Number(veld.dataset.past), veld.value.length];
    return is > past ? [`Er passen ${past} tekens in, en het zijn er nu ${is}. Maak het korter.`] : [];
  };

  // Of whatever comes in at once: pasted, dropped, dictated, or put there by the clipboard of a telephone's keyboard.
  document.addEventListener(
    'beforeinput',
    ({ target, data, dataTransfer }) => {
      if (!target.matches?.('input[maxlength], textarea[maxlength]')) return;
      const komt = data ?? dataTransfer?.getData('text/plain') ?? '';
      const blijft = target.value.length - (target.selectionEnd - target.selectionStart);
      if (komt.length < 2 || blijft + komt.length <= target.maxLength) return;
      target.dataset.past = target.maxLength;
      target.removeAttribute('maxlength');
      target.addEventListener('input', () => zeg(target, pastNiet(target)));
    },
    true,
  );

  // A browser just stops when a field is full, in the middle of a word.
  document.addEventListener('input', ({ target }) => {
    if (!target.matches?.('input[maxlength], textarea[maxlength]')) return;
    const [past, is] = [target.maxLength, target.value.length];
    if (is >= past) zeg(target, [`Er passen ${past} tekens in. Meer kan hier niet.`]);
    else if (target.parentElement.querySelector(':scope > .werkplek-geplakt')) zeg(target, []);
  });

  // A row as one line. The editor knows no tables: it would paste the words of the cells to each other.
  const alsRegel = (rij) => {
    const regel = document.createElement('p');
    for (const cel of rij.cells) {
      for (const blok of cel.querySelectorAll('p, div')) blok.replaceWith(...blok.childNodes, ' ');
      if (cel.textContent.trim()) regel.append(regel.hasChildNodes() ? ' – ' : '', ...cel.childNodes);
    }
    return regel;
  };

  const vertaald = new WeakSet();
  const plakAnders = ({ target, clipboardData }, html) => {
    const klembord = new DataTransfer();
    klembord.setData('text/html', html);
    klembord.setData('text/plain', clipboardData.getData('text/plain'));
    const anders = new ClipboardEvent('paste', { clipboardData: klembord, bubbles: true, cancelable: true });
    vertaald.add(anders);
    target.dispatchEvent(anders);
  };

  document.addEventListener(
    'paste',
    (gebeurtenis) => {
      if (vertaald.has(gebeurtenis)) return;
      const veld = gebeurtenis.target.closest?.('.public-DraftEditor-content');
      const html = gebeurtenis.clipboardData?.getData('text/html');
      if (!veld || !html) return;
      // Never shown, so nothing in it is loaded or run.
      const geplakt = new DOMParser().parseFromString(html, 'text/html');
      zeg(veld, MELDINGEN.filter(([wat]) => geplakt.querySelector(wat)).map(([, zin]) => zin));
      const tabellen = geplakt.querySelectorAll('table');
      if (tabellen.length === 0) return;
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      for (const tabel of tabellen) tabel.replaceWith(...[...tabel.rows].map(alsRegel));
      plakAnders(gebeurtenis, geplakt.body.innerHTML);
    },
    true,
  );
})();
