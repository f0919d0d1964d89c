/** An address of this site becomes a whole page, a redirect, or 404. */
import { concept, vraag, Weg, type Schema, type Taal } from "./api.js";
import { lijst, link, veilig } from "./html.js";
import { inhoud, woorden, zoek } from "./paginas.js";

export interface Antwoord {
  status: number;
  koppen: Record<string, string>;
  html: string;
}
const HTML = { "Content-Type": "text/html; charset=utf-8" };
// A draft is for who opened it: kept by nobody, found by nobody, and its key told to nobody.
const GEHEIM = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer" };

export async function antwoord(adres: string): Promise<Antwoord> {
  const { pathname, searchParams } = new URL(adres, "http://hier");
  const taal = (/^\/(en|pl)\//.exec(pathname)?.[1] ?? "nl") as Taal;
  try {
    if (pathname === "/voorbeeld") return await voorbeeld(searchParams.get("sleutel") ?? "");
    if (/^\/((en|pl)\/)?zoeken\/$/.test(pathname)) {
      return await pagina(woorden(taal).zoeken, await zoek(searchParams.get("q") ?? "", taal), taal);
    }
    return await opPad(pathname, taal);
  } catch (fout) {
    if (!(fout instanceof Weg)) throw fout;
    return { status: 404, koppen: HTML, html: "<!doctype html><title>404</title><h1>404</h1>" };
  }
}

async function opPad(pad: string, taal: Taal): Promise<Antwoord> {
  const { resultaten, verhuisdNaar } = await vraag("/paginas", { pad, metInhoud: true, uitsnede: "16:9" });
  if (verhuisdNaar) return { status: 301, koppen: { Location: verhuisdNaar }, html: "" };
  const [een] = resultaten;
  if (!een) throw new Weg(pad);
  return pagina(een.titel, await inhoud(een, taal), taal, een);
}

async function voorbeeld(sleutel: string): Promise<Antwoord> {
  const een = await concept(sleutel);
  const taal = een.taal as Taal;
  const gemaakt = await pagina(een.titel, await inhoudVanConcept(een, taal), taal, een);
  return { ...gemaakt, koppen: { ...gemaakt.koppen, ...GEHEIM } };
}

/** What belongs to its kind is asked by its number, and isn't there before the page is public. */
async function inhoudVanConcept(een: Schema["PaginaDetail"], taal: Taal): Promise<string> {
  try {
    return await inhoud(een, taal);
  } catch (fout) {
    if (!(fout instanceof Weg)) throw fout;
    return inhoud({ ...een, soort: "informatie" }, taal);
  }
}

async function pagina(
  titel: string,
  tekst: string,
  taal: Taal,
  een?: Schema["Pagina"] | Schema["PaginaDetail"],
): Promise<Antwoord> {
  const site = await vraag("/site", { taal });
  const talen = een?.vertalingen.map((ander) => link(ander.url, ander.taal)) ?? [];
  const html = `<!doctype html>
<html lang="${veilig(een?.taal ?? taal)}">
<head><meta charset="utf-8"><title>${veilig(titel)} - ${veilig(site.naam)}</title></head>
<body>
<nav>${lijst(site.menu.map((regel) => link(regel.url, regel.titel)))}${lijst(talen)}</nav>
<main><h1>${veilig(titel)}</h1>
${tekst}
</main>
<footer>${lijst(site.voet.map((regel) => link(regel.url, regel.titel)))}</footer>
</body>
</html>`;
  return { status: 200, koppen: HTML, html };
}
