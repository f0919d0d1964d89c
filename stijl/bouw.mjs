// Bundles stijl/bloei.css into static/css/bloei.css.
// Of the NL Design System components only the rules whose classes a template uses are kept:
// a visitor on a slow line doesn't pay for button variants that no page shows.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const hier = dirname(fileURLToPath(import.meta.url));
const wortel = dirname(hier);

const keepUsedRules = {
  name: "keep-used-rules",
  setup(build) {
    build.onLoad({ filter: /node_modules.*\.css$/ }, async ({ path }) => {
      const [result] = await new PurgeCSS().purge({
        content: [join(wortel, "templates/**/*.html")],
        css: [{ raw: readFileSync(path, "utf8") }],
        // Classes of Django templates may be glued to tags: `class="a{% if b %} c{% endif %}"`.
        defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
      });
      return { contents: result.css.replace(/\/\*#.*?\*\//gs, ""), loader: "css" };
    });
  },
};

mkdirSync(join(wortel, "static/css"), { recursive: true });
const options = {
  entryPoints: [join(hier, "bloei.css")],
  outfile: join(wortel, "static/css/bloei.css"),
  bundle: true,
  minify: true,
  legalComments: "eof",
  target: ["chrome87", "safari14", "firefox78"],
  external: ["*.svg"],
  logLevel: "warning",
  plugins: [keepUsedRules],
};

if (process.argv.includes("--watch")) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
}
