// Where an editor looks when a form opens: at the form, and in it at the part that the link names.
(() => {
  // Wagtail opens the panel beside the form that was open last. On a telephone it lies over the whole form.
  if (window.matchMedia('(width < 50em)').matches) {
    try {
      localStorage.removeItem('wagtail:side-panel-open');
    } catch {
      // A browser that keeps nothing has nothing to forget either.
    }
  }

  // What stands above that part is still drawn, folded and filled when the browser goes there, and pushes it off the screen.
  const deel = window.location.hash.startsWith('#panel-') && document.getElementById(window.location.hash.slice(1));
  if (!deel) return;
  let zelf = false; // somebody went elsewhere by hand
  for (const soort of ['touchstart', 'wheel', 'keydown', 'mousedown']) {
    window.addEventListener(soort, () => { zelf = true; }, { once: true, passive: true });
  }
  // Wagtail glides there as well, to where the part was when it set off. So: look a few times whether it is there.
  const ga = (keren) => {
    if (zelf) return;
    deel.scrollIntoView();
    if (keren) setTimeout(ga, 200, keren - 1);
  };
  window.addEventListener('load', () => ga(15));
})();
