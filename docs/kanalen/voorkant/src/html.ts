/** Text as HTML, and the blocks that every page is made of. */
import type { Schema } from "./api.js";

type Blok = Schema["PaginaDetail"]["inhoud"][number];

export function veilig(tekst: string | number | null | undefined): string {
  const teken: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return String(tekst ?? "").replace(/[&<>"']/g, (een) => teken[een] ?? een);
}

export function lijst(regels: string[]): string {
  return regels.length ? `<ul>${regels.map((regel) => `<li>${regel}</li>`).join("")}</ul>` : "";
}

/** A link that stays on this site: the page has the same path here. */
export function link(url: string, tekst: string): string {
  const { pathname, search, hash } = new URL(url);
  return `<a href="${veilig(pathname + search + hash)}">${veilig(tekst)}</a>`;
}

export function alinea(tekst: string | null | undefined): string {
  return tekst ? `<p>${veilig(tekst)}</p>` : "";
}

export function blokken(inhoud: Blok[]): string {
  return inhoud.map(blok).join("\n");
}

/** `html` of the API is clean and has absolute links. A kind of block that is new shows nothing, and breaks nothing. */
function blok(b: Blok): string {
  switch (b.soort) {
    case "kop":
      return `<h2>${veilig(b.tekst)}</h2>`;
    case "tekst":
      return b.html;
    case "kader":
      return `<aside><h2>${veilig(b.titel)}</h2>${b.html}</aside>`;
    case "citaat":
      return `<blockquote>${alinea(b.citaat)}${alinea(b.bron)}</blockquote>`;
    case "knop":
      return `<p><a href="${veilig(b.url)}">${veilig(b.tekst)}</a></p>`;
    case "afbeelding":
      return `<figure>${beeld(b.afbeelding)}<figcaption>${veilig(b.bijschrift)}</figcaption></figure>`;
    default:
      return "";
  }
}

function beeld(foto: Schema["Afbeelding"]): string {
  const bronnen = foto.bronnen.map((bron) => `<source type="${veilig(bron.type)}" srcset="${veilig(bron.srcset)}">`);
  const maten = `width="${foto.breedte}" height="${foto.hoogte}"`;
  return `<picture>${bronnen.join("")}<img src="${veilig(foto.standaard)}" alt="${veilig(foto.alt)}" ${maten}></picture>`;
}
