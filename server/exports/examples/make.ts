// `npm run examples:make`: writes the example files of geodata/templates anew.
import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { exampleFiles } from "./exampleFiles.ts";

const FOLDER = resolve(import.meta.dirname, "../../../geodata/templates");

await mkdir(FOLDER, { recursive: true });
for (const [name, bytes] of await exampleFiles()) {
	await writeFile(`${FOLDER}/${name}`, bytes);
	process.stderr.write(`${name}  ${bytes.length} bytes\n`);
}
