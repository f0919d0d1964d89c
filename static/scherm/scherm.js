// Shows the cards one by one and fetches new ones in the background. When the network or the server fails, the last
// cards that came stay on the screen, but for what is over by now, and the screen says how old they are.
"use strict";

const PER_KAART = 12000;
const VERVERSEN = 60000;
const OUD = 5 * 60000;
const VAN = "X-Van";
const kaarten = document.getElementById("kaarten");
const stand = document.getElementById("stand");
let nummer = 0;
let van = Date.now();

document.getElementById("vernieuwen").remove();
document.body.classList.add("scherm-draait");
// A reload while the server is away would be an error page of the browser.
navigator.serviceWorker?.register("vangnet.js").catch(() => {});
navigator.serviceWorker?.addEventListener("controllerchange", () => {
  performance.getEntriesByType("resource").forEach(({ name }) => { fetch(name).catch(() => {}); });
});

function nog(kaart) {
  return !kaart.dataset.welkom && !(Date.parse(kaart.dataset.tot) <= Date.now());
}

function toon() {
  const alle = [...kaarten.children];
  const komend = alle.filter(nog);
  const lopend = komend.length ? komend : alle.filter((kaart) => kaart.dataset.welkom);
  nummer %= lopend.length || 1;
  alle.forEach((kaart) => { kaart.hidden = kaart !== lopend[nummer]; });
  // "Morgen" is only so on the day on which the server said it.
  const dag = new Date().toLocaleDateString("sv", { timeZone: "Europe/Amsterdam" });
  kaarten.querySelectorAll(".bloei-nabij").forEach((woord) => { woord.hidden = kaarten.dataset.dag !== dag; });
  if (!stand) return;
  stand.hidden = Date.now() - van < OUD;
  const klok = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  stand.querySelector("time").textContent = new Date(van).toLocaleString(document.documentElement.lang, klok);
}

async function haal() {
  try {
    const antwoord = await fetch(location.href, { cache: "no-cache" });
    // The village may have another address by now; a login page of the hall's network is somewhere else.
    if (!antwoord.ok || new URL(antwoord.url, location).origin !== location.origin) return;
    const nieuw = new DOMParser().parseFromString(await antwoord.text(), "text/html").getElementById("kaarten");
    if (!nieuw || !nieuw.children.length) return;
    kaarten.replaceChildren(...nieuw.children);
    kaarten.dataset.dag = nieuw.dataset.dag;
    // What the service worker kept bears the moment on which it came.
    van = Date.parse(antwoord.headers.get(VAN)) || Date.now();
  } catch {
    // No network: what is on the screen stays on the screen until the next try.
  } finally {
    toon();
  }
}

toon();
haal();
setInterval(() => { nummer += 1; toon(); }, PER_KAART);
setInterval(haal, VERVERSEN);
