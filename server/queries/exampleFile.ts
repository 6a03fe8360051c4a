// The example files that ship with the product.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { UploadKind } from "../../planning/wire/understanding.ts";
import type { Download } from "../exports/Download.ts";

const FILES: Readonly<Record<UploadKind, string>> = {
	streets: "streets.geojson",
	divisions: "divisions-committee.geojson",
	facilities: "facilities.csv",
	residences: "residences.csv",
	exceptions: "exceptions.csv",
	land: "land.geojson",
};

export async function exampleFile(kind: UploadKind): Promise<Download> {
	const name = FILES[kind];
	const path = fileURLToPath(new URL(`../../geodata/templates/${name}`, import.meta.url));
	const media = name.endsWith(".csv") ? "text/csv" : "application/geo+json";
	return { media, fileName: name, body: await readFile(path) };
}
