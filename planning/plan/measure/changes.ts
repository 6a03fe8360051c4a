// Whose walks may differ between two situations of one base.
import { PointGrid } from "../../city/pointGrid.ts";
import type { FacilityRecord } from "../../city/records.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import type { Catchments } from "./Catchments.ts";
import type { CategoryCoverage } from "./CoverageBook.ts";
import type { FacilityBook } from "./FacilityBook.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { Situation } from "./Situation.ts";

const OWN_KINDS = ["committee", "circle", "street"] as const;
/** About the radii that are asked for: some hundred metres. */
const BIN_M = 300;

export interface ChangedHomes {
	/** In another committee, circle or street-level unit. */
	readonly moved: readonly number[];
	/** Travelling as villages do, or no more. */
	readonly retimed: readonly number[];
}

/** Residences whose units of their own, or whose way of travelling, changed. */
export function changedHomes(before: Situation, next: Situation, groups: number): ChangedHomes {
	const moved: number[] = [];
	const retimed: number[] = [];
	if (next.homes !== before.homes) {
		next.homes.cellOfHome.forEach((cell, home) => {
			const was = before.homes.cellOfHome[home];
			if (OWN_KINDS.some((kind) => unitAt(before, kind, was) !== unitAt(next, kind, cell)))
				moved.push(home);
			if (groups > 1 && villageAt(before, was) !== villageAt(next, cell)) retimed.push(home);
		});
		return { moved, retimed };
	}
	const { first, homes } = next.homes;
	const add = (to: number[], cells: Iterable<number>) => {
		for (const cell of cells) for (let i = first[cell]; i < first[cell + 1]; i++) to.push(homes[i]);
	};
	const cells = new Set<number>();
	for (const kind of OWN_KINDS) addDiffering(cells, before.unitOfCell[kind], next.unitOfCell[kind]);
	add(moved, cells);
	cells.clear();
	if (groups > 1) addDiffering(cells, before.isVillage, next.isVillage);
	add(retimed, cells);
	return { moved, retimed };
}

/** Add the places at which two arrays differ. */
export function addDiffering(
	places: Set<number>,
	one: ArrayLike<number>,
	other: ArrayLike<number>,
): void {
	if (one === other) return;
	for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) places.add(i);
}

/** Residences of a unit of any kind. */
export function* homesOfUnit({ units, unitOfCell, homes }: Situation, unit: number) {
	const kind = units[unit]?.kind;
	if (kind === undefined) return;
	for (let cell = 0; cell < homes.cellCount; cell++) {
		if (unitOfCell[kind][cell] !== unit) continue;
		for (let i = homes.first[cell]; i < homes.first[cell + 1]; i++) yield homes.homes[i];
	}
}

interface Step {
	readonly before: Situation;
	readonly next: Situation;
	readonly facilities: FacilityBook;
	/** Coverage as it was. */
	readonly now: readonly CategoryCoverage[];
}

/** Residences whose nearest of any unit may be another, by category: a facility came or went. */
export function changedAny(
	base: MeasureBase,
	catchments: Catchments,
	step: Step,
): ReadonlyMap<string, Iterable<number>> {
	const changed = new Map<string, Iterable<number>>();
	const { place } = step.next.facilities;
	const before = step.before.facilities.place;
	if (place === before) return changed;
	const records = allRecords(step);
	const flipped = new Map<string, number[]>();
	for (let number = 0; number < records.length; number++) {
		if ((place[number] ?? -1) >= 0 === (before[number] ?? -1) >= 0) continue;
		const { category } = records[number];
		const list = flipped.get(category);
		if (list === undefined) flipped.set(category, [number]);
		else list.push(number);
	}
	for (const [code, numbers] of flipped) {
		const coverage = step.now.find((one) => one.code === code);
		if (coverage === undefined) continue;
		changed.set(
			code,
			isFirstOrLast(code, step)
				? step.next.homes.cellOfHome.keys()
				: homesNear(base, catchments, coverage, { numbers, step }),
		);
	}
	return changed;
}

/** Of every number that either situation knows; numbers are only ever added. */
function allRecords({ before, next }: Step): readonly FacilityRecord[] {
	const [one, other] = [before.facilities.records, next.facilities.records];
	return other.length < one.length ? one : other;
}

/** Did the category's first facility come or its last one go? Then everybody's reason is another. */
function isFirstOrLast(code: string, { before, next, facilities }: Step): boolean {
	const [was, is] = [before, next].map(({ facilities: { open, records } }) => {
		const ofCategory = open.filter((number) => records[number].category === code);
		return [ofCategory.length > 0, ofCategory.some((number) => facilities.isAttached(number))];
	});
	return was[0] !== is[0] || was[1] !== is[1];
}

/** Who walks to one of these facilities, could walk to it, or lies in the category's radius around it. */
function homesNear(
	{ surveyed }: MeasureBase,
	catchments: Catchments,
	{ code, any }: CategoryCoverage,
	{ numbers, step }: { readonly numbers: readonly number[]; readonly step: Step },
): Set<number> {
	const entry = categoryOf(code);
	const records = allRecords(step);
	const groups = step.next.isVillage.includes(1) ? catchments.groups : 1;
	const near = new Set<number>();
	for (const number of numbers)
		for (let group = 0; group < groups; group++)
			for (const home of catchments.homes(number, group)) near.add(home);
	if (entry?.basis !== "metres") return near;
	const grid = new PointGrid(surveyed.residenceLonLat, BIN_M);
	for (const number of numbers)
		grid.within(...records[number].lonLat, entry.radiusM ?? 0, (home) => near.add(home));
	const wanted = new Set(numbers);
	any.times.facility.forEach((facility, home) => {
		if (wanted.has(facility)) near.add(home);
	});
	return near;
}

function unitAt({ unitOfCell }: Situation, kind: (typeof OWN_KINDS)[number], cell: number): number {
	return cell < 0 ? -1 : unitOfCell[kind][cell];
}

function villageAt({ isVillage }: Situation, cell: number): number {
	return cell < 0 ? 0 : isVillage[cell];
}
