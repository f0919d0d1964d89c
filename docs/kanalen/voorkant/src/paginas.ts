/** What each kind of page shows. */
import { detail, vraag, type Schema, type Taal } from "./api.js";
import { alinea, blokken, lijst, link, veilig } from "./html.js";

type Pagina = Schema["Pagina"] | Schema["PaginaDetail"];
const WOORD = {
  nl: { agenda: "Agenda", oproepen: "Doe mee", kernen: "Kernen", zoeken: "Zoeken", afgelast: "gaat niet door" },
  en: { agenda: "Calendar", oproepen: "Take part", kernen: "Villages", zoeken: "Search", afgelast: "is off" },
  pl: { agenda: "Kalendarz", oproepen: "Weź udział", kernen: "Miejscowości", zoeken: "Szukaj", afgelast: "odwołane" },
};

export function woorden(taal: Taal): (typeof WOORD)["nl"] {
  return WOORD[taal as keyof typeof WOORD] ?? WOORD.nl;
}

export async function inhoud(pagina: Pagina, taal: Taal): Promise<string> {
  const tekst = alinea(pagina.inleiding) + blokken(pagina.inhoud ?? []);
  switch (pagina.soort) {
    case "voorpagina":
      return tekst + (await kernen(taal)) + (await agenda(taal));
    case "kern":
      return tekst + (await agenda(taal, pagina.kern?.slug)) + (await oproepen(taal, pagina.kern?.slug));
    case "agenda":
      return tekst + (await agenda(taal, pagina.kern?.slug));
    case "oproepen":
      return tekst + (await oproepen(taal, pagina.kern?.slug));
    case "agenda-item":
      return dag(await detail("/agenda-items/{id}", pagina.id, taal), taal) + tekst;
    case "project":
      return project(await detail("/projecten/{id}", pagina.id, taal)) + tekst;
    case "oproep":
      return oproep(await detail("/oproepen/{id}", pagina.id, taal)) + tekst;
    default:
      return tekst;
  }
}

export async function zoek(q: string, taal: Taal): Promise<string> {
  const velden = `<form><input name="q" value="${veilig(q)}" aria-label="${woorden(taal).zoeken}"><button>${woorden(taal).zoeken}</button></form>`;
  if (q.length < 2) return velden;
  const { aantal, resultaten } = await vraag("/zoek", { q, taal });
  // `fragment` is text with <mark> around what was found.
  const regels = resultaten.map((een) => `${link(een.url, een.titel)}: ${een.fragment}`);
  return `${velden}<p>${aantal}</p>${lijst(regels)}`;
}

async function kernen(taal: Taal): Promise<string> {
  const { resultaten } = await vraag("/kernen", { taal, paginaGrootte: 100, velden: "naam,url" });
  return `<h2>${woorden(taal).kernen}</h2>${lijst(resultaten.map((kern) => link(kern.url, kern.naam)))}`;
}

async function agenda(taal: Taal, kern?: string): Promise<string> {
  const { resultaten } = await vraag("/agenda-items", { taal, kern, paginaGrootte: 10 });
  return `<h2>${woorden(taal).agenda}</h2>${lijst(resultaten.map((item) => `${link(item.url, item.titel)} ${dag(item, taal)}`))}`;
}

async function oproepen(taal: Taal, kern?: string): Promise<string> {
  const { resultaten } = await vraag("/oproepen", { taal, kern, status: "open" });
  return `<h2>${woorden(taal).oproepen}</h2>${lijst(resultaten.map((een) => `${link(een.url, een.titel)} ${veilig(een.vraag)}`))}`;
}

/** `beginDatum` is a day in the Netherlands; the first ten letters of `begin` are not. */
function dag(item: Schema["AgendaItem"] | Schema["AgendaItemDetail"], taal: Taal): string {
  const wanneer = new Date(`${item.beginDatum}T12:00:00Z`).toLocaleDateString(taal, { dateStyle: "full", timeZone: "UTC" });
  const afgelast = item.status === "geannuleerd" ? ` <strong>${woorden(taal).afgelast}</strong>` : "";
  return `<time datetime="${item.beginDatum}">${veilig(wanneer)}</time>, ${veilig(item.locatie.naam)}${afgelast}`;
}

function project(een: Schema["ProjectDetail"]): string {
  const fasen = een.fasen.map((fase) => veilig(fase.titel));
  return `<p>${veilig(een.status)}</p>${alinea(een.samenvatting)}${lijst(fasen)}${alinea(een.contact)}`;
}

function oproep(een: Schema["OproepDetail"]): string {
  const zonder = `<p>${veilig(een.offlineMeedoen)}</p>`;
  return `<p><strong>${veilig(een.vraag)}</strong></p><p>${veilig(een.belofte)}</p>${zonder}<p><a href="${veilig(een.url)}">Bloei!</a></p>`;
}
