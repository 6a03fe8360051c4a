// Small plans to test with: units of the street level, and what is said of them before and after.
import type { PlanView } from "../../../../client/data/plan/planMessages.ts";
import type { CityMeasure, UnitMeasure } from "../../../../planning/plan/measure/Measurement.ts";

export const CATEGORY = "ADM-ISF";
export const FOCUS = { layer: "street", category: CATEGORY, mode: "own" } as const;

/** Of so many residents, a share within the limit. */
const figure = (residents: number, pct: number | null) => ({
	covered: Math.round((residents * (pct ?? 0)) / 100),
	pct,
});

export function coverage(residents: number, any: number | null, own: number | null) {
	return {
		[CATEGORY]: {
			any: figure(residents, any),
			own: own === null ? null : figure(residents, own),
			boundaryGap: own === null ? null : 0,
		},
	};
}

export function unit(code: string, more: Partial<UnitMeasure> = {}): UnitMeasure {
	const residents = more.residents ?? 1_000;
	return {
		...{ kind: "street", code, name: `${code}街道`, residents, households: 400, elders: 250 },
		...{ children: 100, notAttached: 0, cells: 4, planeAreaCm2: 1e10, areaM2: 1e6 },
		...{ perimeterM: 4_000, parts: 1, builtUpPct: null, floorAreaM2: 0 },
		compactness: { polsbyPopper: 0.785, reock: 0.637, hullShare: 1 },
		...{ judgedResidents: residents, judgedHouseholds: 400, facilities: { [CATEGORY]: 1 } },
		floorAreaPer100HouseholdsM2: null,
		criteria: [
			{ code: "unit-too-large", isMet: true, value: residents, threshold: 120_000 },
			{ code: "detached-part", isMet: true, value: 1, threshold: 1 },
		],
		missing: [],
		coverage: coverage(residents, 50, 40),
		...more,
	};
}

export function city(residents: number, any: number | null, own: number | null): CityMeasure {
	return {
		...{ residents, households: 0, elders: 0, children: 0, notAttached: 0 },
		coverage: coverage(residents, any, own),
	};
}

const byCode = (units: readonly UnitMeasure[]) =>
	Object.fromEntries(units.map((one) => [one.code, one]));

interface Scene extends Partial<Omit<PlanView, "measurement">> {
	readonly before?: readonly UnitMeasure[];
	readonly after?: readonly UnitMeasure[];
	readonly measurement?: Partial<PlanView["measurement"]>;
}

export function planView({ before = [], after = [], measurement = {}, ...more }: Scene): PlanView {
	const total = city(10_000, 50, 40);
	return {
		...{ version: 1, isPreview: false, steps: [], done: 0, walks: null },
		measurement: {
			...{ before: byCode(before), after: byCode(after), total: { before: total, after: total } },
			...{ gain: [], lose: [], solved: [], caused: [] },
			...measurement,
		},
		known: [...new Set([...before, ...after].map(({ code }) => code))],
		moved: { cells: 0, residents: 0, households: 0 },
		picture: {
			...{ cells: [], cellUnits: [], borders: [], changes: [] },
			...{ units: [], facilities: [], links: [] },
		},
		...more,
	};
}

/** So many people who come within the limit, or go beyond it. */
export function shift(residents: number, mode: "any" | "own" = "own", category = CATEGORY) {
	return {
		...{ category, mode, residents, residence: new Uint32Array() },
		...{ beforeDm: new Uint32Array(), afterDm: new Uint32Array(), nearerS: new Float64Array() },
	};
}
