// Says so when something of a pasted text can't stay as it was: a heading becomes plain text, a table loose lines.
(() => {
  const MELDINGEN = [
    ['h1, h2, h3, h4, h5, h6', 'Je plakte een kop. Die is nu gewone tekst. Zet hem in een blok ‘Kop’, of maak hem vet.'],
    ['table', 'Je plakte een tabel. Die staat nu als losse regels. Maak er een lijstje van, of voeg de tabel toe als bijlage.'],
  ];

  const zeg = (veld, zinnen) => {
    const om = veld.closest('.Draftail-Editor') ?? veld.parentElement;
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

  document.addEventListener(
    'paste',
    (gebeurtenis) => {
      const veld = gebeurtenis.target.closest?.('.public-DraftEditor-content');
      const html = gebeurtenis.clipboardData?.getData('text/html');
      if (!veld || !html) return;
      // Never shown, so nothing in it is loaded or run.
      const geplakt = new DOMParser().parseFromString(html, 'text/html');
      zeg(veld, MELDINGEN.filter(([wat]) => geplakt.querySelector(wat)).map(([, zin]) => zin));
    },
    true,
  );
})();
