// How far a city is on its way to what the notice asks of units: 沪民基发〔2021〕7号 (十一), by the statistics of units.
import type { UnitKind } from "../../city/records.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import { pctOf } from "../coverageRows.ts";

const NORM_M2 = THRESHOLDS.floorAreaPer100HouseholdsM2.value;
const MIN_M2 = THRESHOLDS.facilityMinM2.value;

/** What targets read of a unit's statistics (`UnitRow` of the wire has it). */
export interface TargetUnit {
	readonly kind: UnitKind;
	readonly judgedHouseholds: number;
	readonly premisesAreaM2: number;
	readonly floorAreaPer100HouseholdsM2: number | null;
	/** Of the premises that 300 m² is asked of; null where there is none. */
	readonly largestPremisesM2: number | null;
	/** Null where it cannot be calculated (无法计算). */
	readonly isConforming: boolean | null;
}

/** The notice is judged at these three. */
export const TARGET_KINDS = ["committee", "circle", "street"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export interface TargetProgress {
	readonly kind: TargetKind;
	readonly units: number;
	readonly conforming: number;
	/** Units that cannot be judged; they are in no other count but `units`. */
	readonly notJudged: number;
	/** Of the units judged; null where none is. The notice's target is 100. */
	readonly conformingPct: number | null;
	/** Judged units with less than 35 m² per 100 households. */
	readonly short35: number;
	/** Judged units without one premises of 300 m². */
	readonly small300: number;
	/** Floor area that the units short of it need to reach 35 m². */
	readonly missingM2: number;
}

/** Progress by kind; a kind that the city lacks has no units. */
export function targets(units: readonly TargetUnit[]): TargetProgress[] {
	return TARGET_KINDS.map((kind) =>
		progressOf(
			kind,
			units.filter((unit) => unit.kind === kind),
		),
	);
}

function progressOf(kind: TargetKind, units: readonly TargetUnit[]): TargetProgress {
	const judged = units.filter(({ isConforming }) => isConforming !== null);
	const conforming = judged.filter(({ isConforming }) => isConforming).length;
	return {
		kind,
		units: units.length,
		conforming,
		notJudged: units.length - judged.length,
		conformingPct: pctOf(conforming, judged.length),
		short35: judged.filter(isShort).length,
		small300: judged.filter(({ largestPremisesM2 }) => (largestPremisesM2 ?? 0) < MIN_M2).length,
		missingM2: judged.reduce((sum, unit) => sum + missingM2Of(unit), 0),
	};
}

function isShort({ floorAreaPer100HouseholdsM2 }: TargetUnit): boolean {
	return floorAreaPer100HouseholdsM2 !== null && floorAreaPer100HouseholdsM2 < NORM_M2;
}

function missingM2Of(unit: TargetUnit): number {
	return isShort(unit) ? (NORM_M2 * unit.judgedHouseholds) / 100 - unit.premisesAreaM2 : 0;
}
