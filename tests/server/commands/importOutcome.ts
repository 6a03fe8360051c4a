// What becomes of a file when it is imported as the kind of layer that its shapes suggest: every layer of it.
import type { Understanding } from "../../../planning/wire/understanding.ts";
import { type ImportRequest, importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { Refused } from "../../../server/errors.ts";
import { understandFile } from "../../../server/imports/understand.ts";
import { knownCity } from "../../../server/queries/knownCity.ts";

export interface ImportOutcome {
	readonly kind: string;
	readonly status: string;
	readonly code?: string;
	readonly read: number;
	readonly accepted: number;
	readonly leftOut: number;
	/** How many of each code. */
	readonly issues: Readonly<Record<string, number>>;
}

export type KindOptions = Pick<ImportRequest, "kind" | "level" | "category" | "columns">;

const PARKS: KindOptions = {
	kind: "facilities",
	level: null,
	category: "GRN-PK",
	columns: {},
};

/** By the name of each layer; null for a file with one. */
export async function importOutcomes(path: string): Promise<[string | null, ImportOutcome][]> {
	const understanding = await understood(path, null);
	const names = understanding?.layers.map(({ name }) => name) ?? [];
	if (names.length < 2) return [[null, await importOutcome(path, null, kindOf(understanding))]];
	const outcomes: [string, ImportOutcome][] = [];
	for (const name of names)
		outcomes.push([name, await importOutcome(path, name, kindOf(await understood(path, name)))]);
	return outcomes;
}

/** Lines are streets; areas with codes are street-level units, with a use land, else facilities, as points are. */
export function kindOf(understanding: Understanding | null): KindOptions {
	if (understanding === null) return PARKS;
	const { kind, geometries, columns } = understanding;
	const types = Object.keys(geometries).join(" ");
	const hasCode = columns.some(({ field }) => field === "code");
	const use = columns.find(({ name }) => /^(?:use|landuse|用地.*|地类.*)$/i.test(name));
	if (kind === "streets" || types.includes("LineString")) return { ...PARKS, kind: "streets" };
	if (!types.includes("Polygon")) return PARKS;
	if (hasCode) return { ...PARKS, kind: "divisions", level: "street" };
	if (use !== undefined) return { ...PARKS, kind: "land", columns: { use: use.name } };
	return PARKS;
}

async function understood(path: string, layer: string | null): Promise<Understanding | null> {
	const ask = { layer, encoding: null, crs: null, isSwapped: null, kind: null };
	try {
		return await understandFile(path, ask, await knownCity(null));
	} catch (error) {
		if (error instanceof Refused) return null;
		throw error;
	}
}

async function importOutcome(
	path: string,
	layer: string | null,
	options: KindOptions,
): Promise<ImportOutcome> {
	const { status, reason, features, issues } = await importLayer(
		null,
		importRequest({
			...options,
			category: options.kind === "facilities" ? options.category : null,
			path,
			sourceLayer: layer ?? undefined,
			dryRun: true,
			acceptWarnings: true,
		}),
	);
	return {
		kind: options.kind,
		status,
		...(reason === null ? {} : { code: reason.code }),
		...features,
		issues: Object.fromEntries(
			issues.map(({ code, severity, count }) => [`${severity} ${code}`, count]),
		),
	};
}
