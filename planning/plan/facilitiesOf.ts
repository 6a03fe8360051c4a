// The facilities of a city as a plan makes it: the base's with the plan's over them.
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import type { FacilityRecord } from "../city/records.ts";
import type { PlanBase } from "./PlanBase.ts";
import type { PlanState } from "./PlanState.ts";

const known = new WeakMap<PlanBase, ReadonlyMap<string, FacilityRecord>>();

/** What a facility goes by: category and id together. */
export function facilityKey({ category, id }: Pick<FacilityRecord, "category" | "id">): string {
	return `${category} ${id}`;
}

/** All facilities that are there: the base's in their order, then added ones by category and id. */
export function facilitiesOf({ base, facilities }: PlanState): readonly FacilityRecord[] {
	if (facilities.size === 0) return base.facilities;
	const ofBase = baseFacilities(base);
	const kept = base.facilities.flatMap((facility) => {
		const changed = facilities.get(facilityKey(facility));
		return changed === undefined ? [facility] : (changed ?? []);
	});
	const added = [...facilities]
		.flatMap(([key, facility]) => (ofBase.has(key) ? [] : (facility ?? [])))
		.sort((a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id));
	return [...kept, ...added];
}

/** The facilities of an id, in one category or in all. */
export function facilitiesNamed(
	state: PlanState,
	id: string,
	category: string | undefined,
): readonly FacilityRecord[] {
	return category === undefined
		? facilitiesWith(state, "id", id)
		: facilityAt(state, facilityKey({ category, id }));
}

/** The facilities that a code operates by name. */
export function facilitiesOperatedBy(state: PlanState, code: string): readonly FacilityRecord[] {
	return facilitiesWith(state, "operatorCode", code);
}

/** Is or was there a facility of this key? */
export function isFacilityTaken({ base, facilities }: PlanState, key: string): boolean {
	return facilities.has(key) || baseFacilities(base).has(key);
}

type Column = "id" | "operatorCode";

const columns = new WeakMap<PlanBase, Partial<Record<Column, ReadonlyMap<string, string[]>>>>();

/** Facilities of one value in a column, by category and id; looks at those of the base that had it, and the plan's own. */
function facilitiesWith(state: PlanState, column: Column, value: string): FacilityRecord[] {
	const keys = new Set(keysBy(state.base, column).get(value));
	for (const [key, facility] of state.facilities) if (facility?.[column] === value) keys.add(key);
	return [...keys]
		.flatMap((key) => facilityAt(state, key))
		.filter((facility) => facility[column] === value)
		.sort((a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id));
}

function keysBy(base: PlanBase, column: Column): ReadonlyMap<string, string[]> {
	const made = columns.get(base) ?? {};
	columns.set(base, made);
	made[column] ??= grouped(base.facilities, column);
	return made[column];
}

function grouped(facilities: readonly FacilityRecord[], column: Column): Map<string, string[]> {
	const keys = new Map<string, string[]>();
	for (const facility of facilities) {
		const value = facility[column];
		if (value === null) continue;
		const list = keys.get(value);
		if (list === undefined) keys.set(value, [facilityKey(facility)]);
		else list.push(facilityKey(facility));
	}
	return keys;
}

function facilityAt({ base, facilities }: PlanState, key: string): FacilityRecord[] {
	const changed = facilities.get(key);
	const facility = changed === undefined ? baseFacilities(base).get(key) : changed;
	return facility === undefined || facility === null ? [] : [facility];
}

/** Facilities of the base by key. */
export function baseFacilities(base: PlanBase): ReadonlyMap<string, FacilityRecord> {
	const before = known.get(base);
	if (before !== undefined) return before;
	const made = new Map(base.facilities.map((facility) => [facilityKey(facility), facility]));
	known.set(base, made);
	return made;
}
