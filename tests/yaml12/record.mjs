// Fills corpus.json with what npm's `yaml` makes of each text; see README.md.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const place = process.argv[2] ?? "corpus.json";
const corpus = JSON.parse(readFileSync(place, "utf8"));

// JSON has no words for these numbers.
const plain = (_, value) =>
  typeof value === "number" && !Number.isFinite(value) ? { "not finite": String(value) } : value;

function read(yaml) {
  try {
    return { yaml, value: parse(yaml, { logLevel: "error" }) };
  } catch (error) {
    return { yaml, error: error.code ?? error.name };
  }
}

const lines = Object.entries(corpus).map(
  ([about, texts]) =>
    `  ${JSON.stringify(about)}: [\n` +
    texts.map(({ yaml }) => `    ${JSON.stringify(read(yaml), plain)}`).join(",\n") +
    "\n  ]",
);
writeFileSync(place, `{\n${lines.join(",\n")}\n}\n`);
