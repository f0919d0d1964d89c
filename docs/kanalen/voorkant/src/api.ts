/** Asking the API, with the types of its own document: a path, a parameter or a field that isn't there doesn't compile. */
import type { components, paths } from "./bloei.js";

export type Schema = components["schemas"];
export type Taal = NonNullable<NonNullable<paths["/site"]["get"]["parameters"]["query"]>["taal"]>;
type Vraag<P extends keyof paths> = NonNullable<paths[P]["get"]["parameters"]["query"]>;
type Antwoord<P extends keyof paths> = paths[P]["get"] extends {
  responses: { 200: { content: { "application/json": infer A } } };
}
  ? A
  : never;
/** Those with a number or a name in them are asked by `detail`. */
type Lijst = Exclude<keyof paths, `${string}{${string}`>;

const BASIS = `${process.env["BLOEI"] ?? "http://127.0.0.1:8000"}/api/v1`;

/** What isn't there (any more). */
export class Weg extends Error {}

async function haal<A>(adres: string): Promise<A> {
  const antwoord = await fetch(adres, { headers: { Accept: "application/json" } });
  if (antwoord.status === 404) throw new Weg(adres);
  if (!antwoord.ok) throw new Error(`${antwoord.status} ${((await antwoord.json()) as Schema["Probleem"]).detail}`);
  return (await antwoord.json()) as A;
}

export function vraag<P extends Lijst>(pad: P, keuze: Vraag<P>): Promise<Antwoord<P>> {
  const gevuld = Object.entries(keuze).filter(([, waarde]) => waarde !== undefined && waarde !== null);
  return haal(`${BASIS}${pad}?${new URLSearchParams(gevuld.map(([naam, waarde]) => [naam, String(waarde)]))}`);
}

export function detail<P extends "/agenda-items/{id}" | "/projecten/{id}" | "/oproepen/{id}">(
  pad: P,
  id: number,
  taal: Taal,
): Promise<Antwoord<P>> {
  return haal(`${BASIS}${pad.replace("{id}", String(id))}?taal=${taal}`);
}

/** A draft, with the key that came along: it answers as a page does, and stands in no document. */
export function concept(sleutel: string): Promise<Schema["PaginaDetail"]> {
  return haal(`${BASIS}/concept/${encodeURIComponent(sleutel)}`);
}
