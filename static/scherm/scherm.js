// Shows the cards one by one and fetches new ones in the background. When the network or the server
// fails, the last cards that came stay on the screen: nothing is ever navigated to.
"use strict";

const PER_KAART = 12000;
const VERVERSEN = 60000;
const kaarten = document.getElementById("kaarten");
let nummer = 0;

document.getElementById("vernieuwen").remove();
document.body.classList.add("scherm-draait");

function toon() {
  const alle = [...kaarten.children];
  nummer %= alle.length || 1;
  alle.forEach((kaart, i) => { kaart.hidden = i !== nummer; });
}

async function haal() {
  try {
    const antwoord = await fetch(location.href, { cache: "no-cache" });
    if (!antwoord.ok) return;
    const nieuw = new DOMParser().parseFromString(await antwoord.text(), "text/html").getElementById("kaarten");
    if (!nieuw || !nieuw.children.length || antwoord.redirected) return;
    kaarten.replaceChildren(...nieuw.children);
    toon();
  } catch {
    // No network: what is on the screen stays on the screen until the next try.
  }
}

toon();
setInterval(() => { nummer += 1; toon(); }, PER_KAART);
setInterval(haal, VERVERSEN);
