// Residences beside the city: outside it, in another committee than declared, sums against the declared residents.
import type { ResidenceRecord, UnitRecord } from "../../city/records.ts";
import type { Steps } from "../../steps.ts";
import type { Issue } from "../Issue.ts";
import type { Reference } from "../Reference.ts";
import { declaredLevel } from "./declaredLevel.ts";
import { Places } from "./Places.ts";
import { rolledUp, sumIssues } from "./sumIssues.ts";

const STEP = 2_000;

/** One pass over the residences, then over the units; a step per two thousand residences. */
export function* residenceSteps(
	residences: readonly ResidenceRecord[],
	reference: Reference,
): Steps<Issue[]> {
	const places = new Places(reference);
	const [finest] = places.levelsKnown;
	if (finest === undefined && reference.outline === null) return [];
	const residents = new Map<string, number>();
	const issues: Issue[] = [];
	for (const [i, residence] of residences.entries()) {
		if (i % STEP === 0) yield i / residences.length;
		const unit = finest === undefined ? null : places.unitAt(finest, residence.lonLat);
		if (unit === null && !places.isInCity(residence.lonLat))
			issues.push(outside(residence, places.isFarOff(residence.lonLat)));
		if (unit === null) continue;
		residents.set(unit.code, (residents.get(unit.code) ?? 0) + residence.residents);
		if (isElsewhere(residence, unit)) issues.push(unitDiffers(residence, unit));
	}
	const judged = reference.units.filter(({ kind }) => kind !== "bmu" && kind !== "circle");
	for (const { code, kind } of judged)
		if (kind === finest && !residents.has(code)) residents.set(code, 0);
	return [...issues, ...sumIssues(judged, rolledUp(judged, residents))];
}

/** Only a code of the level that is known can be held against the place. */
function isElsewhere({ declaredUnitCode }: ResidenceRecord, { code, kind }: UnitRecord): boolean {
	if (declaredUnitCode === null || declaredUnitCode === code) return false;
	return declaredLevel(declaredUnitCode) === kind;
}

function outside({ id, lonLat: [lon, lat] }: ResidenceRecord, isFarOff: boolean): Issue {
	return {
		// people beyond the divisions count too; far away is a mistake of coordinates
		code: "residence.outside-city",
		severity: isFarOff ? "warning" : "info",
		at: { lon, lat },
		message: {
			zh: `居住点 ${id} 的位置 (${lon}, ${lat}) 在本市范围以外。请核对坐标。`,
			en: `The residence ${id} lies at (${lon}, ${lat}), outside the city. Check its coordinates.`,
		},
		about: [id],
	};
}

function unitDiffers({ id, lonLat, declaredUnitCode }: ResidenceRecord, unit: UnitRecord): Issue {
	const [lon, lat] = lonLat;
	return {
		code: "residence.declared-unit-differs",
		severity: "info",
		at: { lon, lat },
		message: {
			zh: `居住点 ${id} 写的是 ${declaredUnitCode}，位置在${unit.name}（${unit.code}）。按位置计算；请核对编码或坐标。`,
			en: `The residence ${id} says ${declaredUnitCode}, but lies in ${unit.name} (${unit.code}). The place counts; check the code or the coordinates.`,
		},
		about: [id],
	};
}
