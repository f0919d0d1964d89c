// Sending the form of a page: after the last autosave, once, and only while somebody is logged in. What was typed stays.
(() => {
  const formulier = document.querySelector('#page-edit-form');
  const { adres, inloggen } = document.currentScript.dataset;

  const laatWeerGaan = () => {
    for (const gestuurd of document.querySelectorAll('[data-verstuurd]')) delete gestuurd.dataset.verstuurd;
  };
  // Any other form of the admin is sent once, too. Wagtail sends those of a pop-up itself; that isn't prevented here.
  window.addEventListener('submit', (gebeurtenis) => {
    const ander = gebeurtenis.target;
    if (gebeurtenis.defaultPrevented || ander === formulier || ander.method !== 'post') return;
    // What opens beside this page may be asked for again.
    if ((gebeurtenis.submitter?.formTarget || ander.target) === '_blank') return;
    if (ander.dataset.verstuurd) gebeurtenis.preventDefault();
    ander.dataset.verstuurd = 'ja';
  });
  // In a pop-up: not again before the answer to the first is there.
  window.addEventListener('submit', (gebeurtenis) => {
    const { target } = gebeurtenis;
    if (!target.closest('.modal')) return;
    if (target.dataset.bezig) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
    }
    target.dataset.bezig = 'ja';
    // Nothing was asked when a field was forgotten: Wagtail says so without the server, and not which (core/formulieren/verplicht.py).
    setTimeout(() => {
      if (!window.jQuery?.active) delete target.dataset.bezig;
      for (const leeg of target.querySelectorAll('[data-vraag][aria-invalid]')) {
        const fout = leeg.closest('[data-field]')?.querySelector('.error-message');
        if (fout && !leeg.value) fout.textContent = leeg.dataset.vraag;
      }
    });
  }, true);
  window.jQuery?.(document).on('ajaxComplete', () => {
    for (const bezig of document.querySelectorAll('[data-bezig]')) delete bezig.dataset.bezig;
  });
  // Who is asked whether to leave what was typed, and stays, may press that button again.
  window.addEventListener('beforeunload', (gebeurtenis) => {
    setTimeout(() => {
      if (gebeurtenis.defaultPrevented) laatWeerGaan();
    });
  });
  // The browser's way back shows a form as it was left, and it may be sent anew.
  window.addEventListener('pageshow', laatWeerGaan);
  if (!formulier) return;

  let bewaart = false; // an autosave is under way
  let gestuurd = new Map(); // what it sends
  let achter = false; // something was typed that no save has sent yet
  let kwijt = false; // something stands in the form that the last save couldn't keep
  let straks = 0;
  let opnieuw = true; // an autosave that was refused may be tried once more
  let stap = 'schrijft'; // then 'wacht' while a submit waits, then 'weg'
  let knop = null;
  let wie = null;

  const melding = document.createElement('p');
  melding.className = 'werkplek-melding';
  melding.setAttribute('role', 'status');
  melding.hidden = true;
  (formulier.querySelector('[data-meldingen]') ?? formulier).append(melding);
  const zeg = (tekst, link = false) => {
    melding.replaceChildren(tekst);
    melding.hidden = !tekst;
    if (!link) return;
    const a = Object.assign(document.createElement('a'), { href: inloggen, target: '_blank', textContent: 'Inloggen' });
    melding.append(' ', a);
  };

  // Is somebody logged in? A login in another tab brings a new token for the form.
  // And is the page still there?
  const vraagSessie = async () => {
    const [, pagina = ''] = /\/pages\/(\d+)\/edit\//.exec(formulier.action) ?? [];
    const antwoord = await fetch(`${adres}?pagina=${pagina}`, { redirect: 'manual', headers: { Accept: 'application/json' } });
    if (!antwoord.ok) return false;
    const sessie = await antwoord.json();
    wie ??= sessie.wie;
    if (sessie.wie !== wie) {
      zeg('Je bent nu ingelogd als iemand anders. Log in als jezelf om deze tekst te bewaren.', true);
      return null;
    }
    if (sessie.weg) {
      zeg('Deze pagina is intussen verwijderd. Je tekst staat hier nog: kopieer wat je wilt houden.');
      return null;
    }
    for (const veld of document.querySelectorAll('[name=csrfmiddlewaretoken]')) veld.value = sessie.csrf;
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = sessie.csrf;
    return true;
  };
  const binnen = async () => {
    try {
      const ja = await vraagSessie();
      if (ja) zeg('');
      if (ja === false) zeg('Je bent niet meer ingelogd. Je tekst staat er nog. Log in in een ander tabblad en ga hier verder.', true);
      return ja;
    } catch {
      zeg('Er is geen verbinding. Je tekst staat er nog. Probeer het zo nog eens.');
      return false;
    }
  };
  vraagSessie().catch(() => {});

  // Wagtail's editor puts running text into the form a quarter of a second after it was typed; that may be too late.
  const schrijfUit = () => {
    for (const veld of formulier.querySelectorAll('[data-draftail-input]')) {
      if (!veld.draftailEditor) continue;
      const tekst = window.Draftail.serialiseEditorStateToRaw(veld.draftailEditor.getEditorState());
      // Marks of comments are no part of the text; Wagtail keeps their places by itself.
      for (const alinea of tekst?.blocks ?? []) {
        alinea.inlineStyleRanges = alinea.inlineStyleRanges.filter(({ style }) => !/^(COMMENT-|STYLE_RERENDER)/.test(style));
      }
      veld.value = JSON.stringify(tekst);
    }
  };

  const verstuur = async () => {
    if (bewaart) return; // its end calls this again
    if (!(await binnen())) {
      stap = 'schrijft';
      return;
    }
    if (bewaart) return;
    stap = 'weg';
    schrijfUit();
    formulier.requestSubmit(knop?.isConnected ? knop : null);
  };

  // What somebody wrote: without what Wagtail itself keeps in the form.
  const geschreven = () => {
    schrijfUit();
    const velden = new FormData(formulier);
    const namen = [...velden.keys()].filter((naam) => !/^(csrfmiddlewaretoken|next|loaded_revision_|comments-)/.test(naam));
    return new Map(namen.map((naam) => [naam, velden.getAll(naam).join('\n')]));
  };
  formulier.addEventListener('w-autosave:save', (gebeurtenis) => {
    // Two at once would each make their own page or rows.
    if (stap === 'weg') {
      gebeurtenis.preventDefault();
      return;
    }
    bewaart = true;
    clearTimeout(straks);
    straks = 0;
    gestuurd = geschreven();
    // It was put together before the last words of a running text were in the form.
    const { formData } = gebeurtenis.detail;
    for (const { name, value } of formulier.querySelectorAll('[data-draftail-input]')) {
      if (formData.has(name)) formData.set(name, value);
    }
  });
  const klaar = () => {
    bewaart = false;
    if (stap === 'wacht') setTimeout(verstuur);
  };
  const bewaarAlsnog = () => {
    const gewijzigd = { bubbles: true, cancelable: true, detail: { type: 'edits' } };
    formulier.dispatchEvent(new CustomEvent('w-unsaved:add', gewijzigd));
  };
  // Once the typing pauses, as Wagtail does.
  const bewaarZo = () => {
    clearTimeout(straks);
    straks = setTimeout(() => {
      straks = 0;
      if (stap === 'schrijft') bewaarAlsnog();
    }, 600);
  };
  // Wagtail takes all that stands in the form when the answer is there for saved, also what was typed since it was sent.
  formulier.addEventListener('w-autosave:success', ({ detail }) => {
    opnieuw = true;
    const nu = geschreven();
    const zelf = detail.response.field_updates ?? {};
    achter = [...new Set([...gestuurd.keys(), ...nu.keys()])].some(
      (naam) => !(naam in zelf) && gestuurd.get(naam) !== nu.get(naam),
    );
    if (achter) bewaarZo();
    kwijt = (detail.response.missers ?? []).some((misser) => misser.kwijt);
    klaar();
  });
  // Just so for what was typed before it began to look.
  let kijkt = false;
  const typt = ({ isTrusted }) => {
    if (!kijkt && isTrusted) achter = true;
    if (straks) bewaarZo();
  };
  formulier.addEventListener('input', typt);
  formulier.addEventListener('beforeinput', typt);
  formulier.addEventListener('w-unsaved:watch-edits', () => {
    if (!kijkt && achter) bewaarZo();
    kijkt = true;
  });
  window.addEventListener('beforeunload', (gebeurtenis) => {
    if ((achter || kwijt) && stap !== 'weg') gebeurtenis.preventDefault();
  });
  formulier.addEventListener('w-autosave:error', async ({ detail }) => {
    klaar();
    if (detail.type !== 'server_error' || !(await binnen()) || !opnieuw) return;
    // Somebody logged in again elsewhere: the token of then was refused, that of now is in the form.
    opnieuw = false;
    if (stap === 'schrijft') bewaarAlsnog();
  });

  // On the window and at capture: before Wagtail thinks that the form is gone.
  window.addEventListener(
    'submit',
    (gebeurtenis) => {
      if (gebeurtenis.target !== formulier) return;
      if (stap === 'weg') {
        if (formulier.dataset.verstuurd) gebeurtenis.preventDefault();
        formulier.dataset.verstuurd = 'ja';
        return;
      }
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      if (stap === 'wacht') return;
      stap = 'wacht';
      knop = gebeurtenis.submitter;
      if (bewaart) zeg('Even wachten: je laatste woorden worden bewaard.');
      verstuur();
    },
    { capture: true },
  );
  // Wagtail's pop-ups send the form without saying so.
  formulier.submit = () => formulier.requestSubmit();

  // Back from logging in in another tab: go on where it stopped.
  const terug = async () => {
    if (melding.hidden || document.hidden || stap !== 'schrijft' || !(await binnen())) return;
    bewaarAlsnog();
  };
  window.addEventListener('focus', terug);
  document.addEventListener('visibilitychange', terug);
  window.addEventListener('pageshow', () => {
    stap = 'schrijft';
  });
})();
