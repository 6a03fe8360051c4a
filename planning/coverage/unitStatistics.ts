// What a unit's card and the table of units (台账) show: people, area, facilities, community service floor area.
import { areaM2 } from "../city/geodesicArea.ts";
import { UNIT_KINDS, type UnitKind, type UnitRecord } from "../city/records.ts";
import { THRESHOLDS } from "../standards/thresholds.ts";
import { type Located, residencesByUnit } from "./located.ts";
import { type Premises, premisesOf } from "./premises.ts";

export interface UnitStatistics {
	readonly unit: UnitRecord;
	/** Sums over the residences that the unit's cells contain; a count that a residence lacks adds nothing. */
	readonly residents: number;
	readonly households: number;
	readonly elders: number;
	readonly children: number;
	/** On the ellipsoid. */
	readonly areaKm2: number;
	/** Facilities of all categories that lie in the unit. */
	readonly facilities: number;
	/** Premises operated by the unit or any unit beneath it. */
	readonly premises: readonly Premises[];
	/** Their floor area, as far as stated. */
	readonly premisesAreaM2: number;
	readonly serviceAreaM2: number;
	readonly officeAreaM2: number;
	/** Resident households (常住户) that the norm is judged on: declared where committed, else the sum. */
	readonly judgedHouseholds: number;
	/** Null (无法计算) without households, in a city without premises, or where an unstated area could make up what is short. */
	readonly floorAreaPer100HouseholdsM2: number | null;
	/** One premises of at least 300 m² and at least 35 m² per 100 households; null when it cannot be calculated. */
	readonly isConforming: boolean | null;
}

/** Statistics of every unit, by kind and code. */
export function unitStatistics(located: Located): UnitStatistics[] {
	const residences = new Map(UNIT_KINDS.map((kind) => [kind, residencesByUnit(located, kind)]));
	const facilityCounts = new Map(UNIT_KINDS.map((kind) => [kind, facilityCountsOf(located, kind)]));
	const allPremises = premisesOf(located);
	const premisesByUnit = premisesByUnitOf(located, allPremises);
	return located.tree.units.map((unit) => {
		const people = peopleOf(located, residences.get(unit.kind)?.get(unit.code) ?? []);
		const premises = premisesByUnit.get(unit) ?? [];
		const judgedHouseholds = unit.declaredHouseholds ?? people.households;
		return {
			unit,
			...people,
			areaKm2: areaM2(unit.polygons) / 1e6,
			facilities: facilityCounts.get(unit.kind)?.get(unit.code) ?? 0,
			premises,
			judgedHouseholds,
			...floorAreas(premises, judgedHouseholds, allPremises.length > 0),
		};
	});
}

function peopleOf({ city }: Located, residences: readonly number[]) {
	let [residents, households, elders, children] = [0, 0, 0, 0];
	for (const residence of residences) {
		const record = city.residences[residence];
		residents += record.residents;
		households += record.households ?? 0;
		elders += record.elders ?? 0;
		children += record.children ?? 0;
	}
	return { residents, households, elders, children };
}

/** Floor area of a unit's premises against its households: the norm and its verdict as `UnitStatistics` has them. */
export function floorAreas(
	premises: readonly Premises[],
	households: number,
	cityHasPremises: boolean,
) {
	const sum = (area: (one: Premises) => number) =>
		premises.reduce((total, one) => total + area(one), 0);
	const premisesAreaM2 = sum(({ areaM2: area }) => area ?? 0);
	const per100M2 = households > 0 && cityHasPremises ? (premisesAreaM2 / households) * 100 : null;
	const normM2 = THRESHOLDS.floorAreaPer100HouseholdsM2.value;
	const isUnsure =
		per100M2 !== null && per100M2 < normM2 && premises.some(({ areaM2: area }) => area === null);
	const floorAreaPer100HouseholdsM2 = isUnsure ? null : per100M2;
	const hasLargeOne = premises.some(
		(one) => one.isSizeTested && (one.areaM2 ?? 0) >= THRESHOLDS.facilityMinM2.value,
	);
	return {
		premisesAreaM2,
		serviceAreaM2: sum((one) => one.serviceAreaM2),
		officeAreaM2: sum((one) => one.officeAreaM2),
		floorAreaPer100HouseholdsM2,
		isConforming:
			floorAreaPer100HouseholdsM2 === null
				? null
				: hasLargeOne && floorAreaPer100HouseholdsM2 >= normM2,
	};
}

/** Premises by unit: those it operates, and those of every unit beneath it. */
function premisesByUnitOf(
	{ tree }: Located,
	premises: readonly Premises[],
): ReadonlyMap<UnitRecord, Premises[]> {
	const byUnit = new Map<UnitRecord, Premises[]>();
	for (const one of premises) {
		const units = one.operators.flatMap((operator) =>
			UNIT_KINDS.map((kind) => tree.within(operator, kind)),
		);
		for (const unit of new Set(units)) {
			if (unit === undefined) continue;
			const list = byUnit.get(unit);
			if (list === undefined) byUnit.set(unit, [one]);
			else list.push(one);
		}
	}
	return byUnit;
}

function facilityCountsOf(
	{ city, facilityCell }: Located,
	kind: UnitKind,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const cell of facilityCell) {
		const code = cell < 0 ? undefined : city.cells[cell].units[kind];
		if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return counts;
}
