// Reads a file as the commands do, whole.
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import { openSource } from "../../../server/imports/formats.ts";
import type { OpenOptions } from "../../../server/imports/SourceFile.ts";

/** Everything that a source says, its features in an array. */
export async function readSource(path: string, options: OpenOptions = {}) {
	const source = await openSource(path, options);
	const features: SourceFeature[] = [];
	for await (const feature of source.features) features.push(feature);
	const { format, layer, encoding, declaredCrs, columns } = source;
	return { format, layer, encoding, declaredCrs, columns, features };
}

/** Codes of all issues, each once. */
export function issueCodes(features: readonly SourceFeature[]): string[] {
	return [...new Set(features.flatMap(({ issues = [] }) => issues.map(({ code }) => code)))];
}

/** Writes the members of a shapefile beside each other; gives the path of the .shp. */
export function writeMembers(
	write: (name: string, content: string | Uint8Array) => string,
	stem: string,
	members: Readonly<Record<string, string | Uint8Array>>,
): string {
	const paths = Object.entries(members).map(([extension, content]) =>
		write(`${stem}.${extension}`, content),
	);
	const shp = paths.find((path) => /\.shp$/i.test(path));
	if (shp === undefined) throw new Error(`No .shp among ${paths.join(", ")}.`);
	return shp;
}
