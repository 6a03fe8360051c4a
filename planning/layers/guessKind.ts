// What kind of layer a file looks like, from its shapes and columns.
import type { UnitKind } from "../city/records.ts";
import type { UploadKind } from "../wire/understanding.ts";
import { areMost, isUnitCode } from "./fieldValues.ts";
import { type ColumnSample, proposeFields } from "./proposeFields.ts";
import { levelOfCode, twelveDigits } from "./unitCodes.ts";

export interface KindEvidence {
	/** Geometry types with their counts; `none` for rows without. */
	readonly geometries: Readonly<Record<string, number>>;
	readonly columns: readonly ColumnSample[];
}

export interface KindGuess {
	readonly kind: UploadKind | null;
	/** Of divisions. */
	readonly level: UnitKind | null;
}

const UNCLEAR: KindGuess = { kind: null, level: null };
/** The commonest shape must be this share of all for the file to be of it. */
const MOST = 0.8;
const LEVEL_NAMES: readonly (readonly [RegExp, UnitKind])[] = [
	[/(?:居委会|居民委员会|村委会|村民委员会|社区|居委|村委)$/, "committee"],
	[/(?:街道|街道办事处|镇|乡)$/, "street"],
	[/(?:区|县|自治县)$/, "district"],
];

/** null where it is unclear. */
export function guessKind({ geometries, columns }: KindEvidence): KindGuess {
	const shape = commonShape(geometries);
	if (shape === "line") return { kind: "streets", level: null };
	if (shape === "area") return guessArea(columns);
	if (shape === null) return UNCLEAR;
	const fields = new Map(
		proposeFields(columns, null, null).map(({ name, field }) => [field, name]),
	);
	if (shape === "none") {
		if (fields.has("from") && fields.has("to")) return { kind: "exceptions", level: null };
		if (!fields.has("lon") || !fields.has("lat")) return UNCLEAR;
	}
	return { kind: fields.has("residents") ? "residences" : "facilities", level: null };
}

/** The level of units from the digits of their codes, else from the ends of their names. */
function guessArea(columns: readonly ColumnSample[]): KindGuess {
	const found = proposeFields(columns, "divisions", null);
	const samplesOf = (field: string): readonly string[] => {
		const name = found.find((column) => column.field === field)?.name;
		return columns.find((column) => column.name === name)?.samples ?? [];
	};
	const codes = samplesOf("code").filter(isUnitCode);
	const names = samplesOf("name");
	const byName = LEVEL_NAMES.find(([pattern]) => areMost(names, (name) => pattern.test(name)))?.[1];
	if (codes.length > 0 && areMost(samplesOf("code"), isUnitCode))
		return { kind: "divisions", level: commonLevel(codes) };
	return byName === undefined ? UNCLEAR : { kind: "divisions", level: byName };
}

function commonLevel(codes: readonly string[]): UnitKind | null {
	for (const level of ["district", "street", "committee"] as const)
		if (areMost(codes, (code) => levelOfCode(twelveDigits(code) ?? code) === level)) return level;
	return null;
}

function commonShape(
	geometries: KindEvidence["geometries"],
): "point" | "line" | "area" | "none" | null {
	const count = (...types: string[]) =>
		types.reduce((sum, type) => sum + (geometries[type] ?? 0), 0);
	const total = Object.values(geometries).reduce((sum, n) => sum + n, 0);
	const none = count("none");
	const shaped = total - none;
	if (total === 0) return null;
	if (none >= total * MOST) return "none";
	if (count("Polygon", "MultiPolygon") >= shaped * MOST) return "area";
	if (count("LineString", "MultiLineString") >= shaped * MOST) return "line";
	return count("Point", "MultiPoint") >= shaped * MOST ? "point" : null;
}
