// Residents that live in a unit, summed over its residences, against what the unit declares.
import type { UnitRecord } from "../../city/records.ts";
import type { Issue } from "../Issue.ts";
import { pointInside } from "../pointInside.ts";

/** More than this share apart is told. App default, no source. */
const APART = 0.2;
/** Fewer people than this apart is nothing. */
const FEWEST = 50;

/** A warning for each unit that declares residents and lies apart from its sum; units without a sum are not judged. */
export function sumIssues(
	units: readonly UnitRecord[],
	sums: ReadonlyMap<string, number>,
): Issue[] {
	return units.flatMap((unit): Issue[] => {
		const { declaredResidents: declared } = unit;
		if (declared === null || declared === 0) return [];
		const sum = sums.get(unit.code);
		if (sum === undefined) return [];
		const apart = Math.abs(sum - declared);
		if (apart <= APART * declared || apart < FEWEST) return [];
		return [differs(unit, sum, declared)];
	});
}

/** Sums of units, those of the finest level passed on to the units above. */
export function rolledUp(
	units: readonly UnitRecord[],
	residents: ReadonlyMap<string, number>,
): Map<string, number> {
	const parentOf = new Map(units.map(({ code, parentCode }) => [code, parentCode]));
	const sums = new Map<string, number>();
	for (const [code, count] of residents) {
		const passed = new Set<string>();
		for (
			let at: string | null = code;
			at !== null && !passed.has(at);
			at = parentOf.get(at) ?? null
		) {
			passed.add(at);
			sums.set(at, (sums.get(at) ?? 0) + count);
		}
	}
	return sums;
}

function differs(unit: UnitRecord, sum: number, declared: number): Issue {
	const [lon, lat] = pointInside(unit.polygons);
	const pct = Math.round((sum / declared - 1) * 100);
	const signed = `${pct > 0 ? "+" : "−"}${Math.abs(pct)}`;
	return {
		code: "residence.sum-differs",
		severity: "info",
		at: { lon, lat },
		message: {
			zh: `${unit.name}（${unit.code}）内居住点合计 ${sum} 人，登记常住人口 ${declared} 人，相差 ${signed}%。请核对居住点是否齐全，或登记数是否更新。`,
			en: `${unit.name} (${unit.code}): its residences sum up to ${sum} people, ${declared} are declared (${signed} %). Check whether residences are missing, or the declared number is old.`,
		},
		about: [unit.code],
	};
}
