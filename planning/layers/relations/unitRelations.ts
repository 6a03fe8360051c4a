// Units beside those in force: names written otherwise, parents that do not exist, sums of residents.
import type { UnitKind, UnitRecord } from "../../city/records.ts";
import type { Issue } from "../Issue.ts";
import { plainUnitName } from "../names.ts";
import { pointInside } from "../pointInside.ts";
import type { Reference } from "../Reference.ts";
import { sumIssues } from "./sumIssues.ts";

const PARENT_LEVEL: Readonly<Partial<Record<UnitKind, UnitKind>>> = {
	street: "district",
	committee: "street",
	bmu: "street",
	circle: "district",
};

/** One pass over the units. */
export function unitRelations(units: readonly UnitRecord[], reference: Reference): Issue[] {
	return [
		...nameVariants(units, reference.units).map(variantIssue),
		...parentsAbsent(units, reference.units),
		...sumIssues(units, reference.residents),
	];
}

/** A name that means the same as the one in force, written otherwise. */
export interface NameVariant {
	readonly unit: UnitRecord;
	/** As it is in force. */
	readonly standing: string;
}

/** Units whose name is a way of writing the name in force under the same code. */
export function nameVariants(
	units: readonly UnitRecord[],
	standing: readonly UnitRecord[],
): NameVariant[] {
	const nameOf = new Map(standing.map(({ kind, code, name }) => [`${kind} ${code}`, name]));
	return units.flatMap((unit): NameVariant[] => {
		const name = nameOf.get(`${unit.kind} ${unit.code}`);
		if (name === undefined || name === unit.name || name === "") return [];
		return plainUnitName(name) === plainUnitName(unit.name) ? [{ unit, standing: name }] : [];
	});
}

function variantIssue({ unit, standing }: NameVariant): Issue {
	return {
		code: "name.variant",
		severity: "warning",
		at: placeOf(unit),
		message: {
			zh: `名称“${unit.name}”与登记“${standing}”不同（编码 ${unit.code}）。建议改用登记名称；确是改名则保留。`,
			en: `The name "${unit.name}" is written otherwise than the one in force, "${standing}" (${unit.code}). Take the one in force, or keep it if the unit was renamed.`,
		},
		about: [unit.code],
	};
}

/** Only where units of the level above are known at all. */
function parentsAbsent(units: readonly UnitRecord[], standing: readonly UnitRecord[]): Issue[] {
	const levels = new Set(standing.map(({ kind }) => kind));
	const codes = new Set(standing.map(({ code }) => code));
	return units.flatMap((unit): Issue[] => {
		const above = PARENT_LEVEL[unit.kind];
		if (above === undefined || !levels.has(above) || unit.parentCode === null) return [];
		if (codes.has(unit.parentCode)) return [];
		return [
			{
				code: "code.parent-absent",
				severity: "info",
				at: placeOf(unit),
				message: {
					zh: `${unit.name}（${unit.code}）的上级 ${unit.parentCode} 不在现行区划中。请核对上级编码，或先导入上级。`,
					en: `${unit.name} (${unit.code}): its parent ${unit.parentCode} is not among the units in force. Check the parent's code, or import the level above first.`,
				},
				about: [unit.code],
			},
		];
	});
}

function placeOf({ polygons }: UnitRecord): { lon: number; lat: number } {
	const [lon, lat] = pointInside(polygons);
	return { lon, lat };
}
