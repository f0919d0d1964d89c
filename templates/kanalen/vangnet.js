// Keeps the screen and what belongs to it. Only when the server doesn't answer, or says that something is wrong with
// itself, does it give what it has, with the moment on which that came.
"use strict";

const DOOS = "scherm-1";
const VAN = "X-Van";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (gebeurtenis) => gebeurtenis.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (gebeurtenis) => {
  if (gebeurtenis.request.method === "GET") gebeurtenis.respondWith(haal(gebeurtenis.request));
});

async function haal(vraag) {
  const doos = await caches.open(DOOS);
  let antwoord;
  try {
    antwoord = await fetch(vraag);
  } catch {
    antwoord = Response.error();
  }
  const weg = antwoord.type === "error" || antwoord.status >= 500;
  if (weg) return (await doos.match(vraag.url)) ?? antwoord;
  if (antwoord.ok && !antwoord.redirected) await bewaar(doos, vraag, antwoord.clone());
  return antwoord;
}

async function bewaar(doos, vraag, antwoord) {
  const koppen = new Headers(antwoord.headers);
  koppen.set(VAN, new Date().toISOString());
  await doos.put(vraag.url, new Response(await antwoord.blob(), { status: antwoord.status, headers: koppen }));
}
