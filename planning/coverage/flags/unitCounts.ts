// Residents of many clusters by street-level unit and committee: counted by number of unit, named at the end.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import type { UnitKind } from "../../city/records.ts";
import type { Surveyed } from "../surveyed.ts";

export interface UnitShares {
	/** Residents by unit code, those in no unit under ""; keys in UTF-16 order. */
	readonly residentsByStreet: Record<string, number>;
	readonly residentsByCommittee: Record<string, number>;
	/** Codes of both kinds, sorted. */
	readonly unitCodes: string[];
}

export interface UnitCounts {
	of(residences: Int32Array): UnitShares;
}

export function unitCountsOf(surveyed: Surveyed): UnitCounts {
	const countStreets = counterOf(surveyed, "street");
	const countCommittees = counterOf(surveyed, "committee");
	return {
		of(residences) {
			const residentsByStreet = countStreets(residences);
			const residentsByCommittee = countCommittees(residences);
			const codes = new Set(Object.keys(residentsByStreet));
			for (const code in residentsByCommittee) codes.add(code);
			codes.delete("");
			return { residentsByStreet, residentsByCommittee, unitCodes: [...codes].sort() };
		},
	};
}

/** Sums by unit of one kind; its memory is kept from call to call. */
function counterOf(
	{ located: { tree, unitOfCell, residenceCell }, residents }: Surveyed,
	kind: UnitKind,
): (residences: Int32Array) => Record<string, number> {
	const codes = ["", ...tree.units.filter((unit) => unit.kind === kind).map(({ code }) => code)];
	const numberOf = new Map(codes.sort(byCodeUnit).map((code, number) => [code, number]));
	const unitNumber = Int32Array.from(
		unitOfCell[kind],
		(unit) => numberOf.get(unit?.code ?? "") ?? 0,
	);
	const sums = new Float64Array(codes.length).fill(-1);
	const touched = new Int32Array(codes.length);
	return (residences) => {
		let count = 0;
		for (let i = 0; i < residences.length; i++) {
			const cell = residenceCell[residences[i]];
			const number = cell < 0 ? 0 : unitNumber[cell];
			if (sums[number] < 0) {
				sums[number] = 0;
				touched[count++] = number;
			}
			sums[number] += residents[residences[i]];
		}
		const byCode: Record<string, number> = {};
		for (const number of touched.subarray(0, count).sort()) {
			byCode[codes[number]] = sums[number];
			sums[number] = -1;
		}
		return byCode;
	};
}
