/** `node bouw/main.js /beesd/` prints pages as lines of JSON; without a path it is a website on PORT. */
import { createServer } from "node:http";
import { antwoord } from "./voorkant.js";

const paden = process.argv.slice(2);
for (const pad of paden) console.log(JSON.stringify({ pad, ...(await antwoord(pad)) }));
if (!paden.length) {
  createServer((verzoek, uit) => {
    antwoord(verzoek.url ?? "/").then(
      ({ status, koppen, html }) => uit.writeHead(status, koppen).end(html),
      (fout: unknown) => {
        console.error(fout);
        uit.writeHead(502).end("Bloei! antwoordt niet.");
      },
    );
  }).listen(Number(process.env["PORT"] ?? 3000), "127.0.0.1");
}
