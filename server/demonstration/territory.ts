// Who owns which cell: committees grown from parcels within each tract, then units, circles and the basic
// management unit as sets of committees.
import type { Zone } from "../../planning/city/records.ts";
import { at, valueAt } from "./at.ts";
import type { CityPlan, Style, UnitPlan } from "./CityPlan.ts";
import { growGroups } from "./growGroups.ts";
import type { Lattice } from "./Lattice.ts";
import type { Names } from "./names.ts";
import { type Parcels, parcelNeighbours } from "./parcels.ts";
import type { Random } from "./Random.ts";

export interface Committee {
	readonly code: string;
	readonly name: string;
	readonly unit: UnitPlan;
	readonly zone: Zone;
	/** What most of it is built as. */
	readonly style: Style;
	readonly cells: number[];
	/** Middle of its built parcels, lattice coordinates. */
	readonly u: number;
	readonly v: number;
	/** Residents planned; the residences decide. */
	readonly plannedResidents: number;
}

export interface Territory {
	/** Sorted by code. */
	readonly committees: readonly Committee[];
	/** Index into `committees` of each cell; -1 outside and on unassigned land. */
	readonly committeeOf: Int32Array;
}

/** Styles whose neighbouring parcels may share a committee; the others hold nobody or stand alone. */
const TRACT_OF: Readonly<Partial<Record<Style, string>>> = {
	o: "town",
	w: "town",
	n: "new",
	t: "market",
	v: "village",
	f: "village",
	x: "x",
	k: "k",
	e: "e",
};
const ZONE_OF: Readonly<Record<string, Zone>> = {
	town: "urban",
	new: "new-town",
	market: "market-town",
	village: "village",
	x: "new-town",
	k: "new-town",
	e: "new-town",
};

export function layOutTerritory(
	plan: CityPlan,
	lattice: Lattice,
	parcels: Parcels,
	{ random, names }: { random: Random; names: Names },
): Territory {
	const neighbours = parcelNeighbours(lattice, parcels);
	const residents = plannedResidents(plan, parcels);
	const groupOf = parcels.parcels.map(() => -1);
	const groups: { tract: string; unit: string; members: number[] }[] = [];
	for (const tract of tractsOf(parcels, neighbours)) {
		const total = tract.members.reduce((sum, parcel) => sum + at(residents, parcel), 0);
		const { town, village } = plan.committeeResidents;
		const count = Math.max(1, Math.round(total / (tract.tract === "village" ? village : town)));
		const order = new Map(tract.members.map((parcel, index) => [parcel, index]));
		const items = tract.members.map((index) => {
			const { u, v, width, height } = at(parcels.parcels, index);
			return {
				weight: at(residents, index),
				u: u + width / 2,
				v: v + height / 2,
				neighbours: [...at(neighbours, index).keys()]
					.flatMap((other) => order.get(other) ?? [])
					.sort((a, b) => a - b),
			};
		});
		const found = growGroups(items, Math.min(count, items.length), random);
		const first = groups.length;
		for (let group = 0; group <= Math.max(...found); group++)
			groups.push({ tract: tract.tract, unit: tract.unit, members: [] });
		tract.members.forEach((parcel, index) => {
			groupOf[parcel] = first + at(found, index);
			at(groups, first + at(found, index)).members.push(parcel);
		});
	}
	spreadToEmptyLand(parcels, neighbours, groupOf);
	return numbered(plan, parcels, { groups, groupOf, residents, names });
}

/** Residents of each parcel, from the densities of its unit's plan. */
export function plannedResidents(plan: CityPlan, { parcels }: Parcels): number[] {
	const unitOf = new Map(plan.units.map((unit) => [unit.letter, unit]));
	const weights = parcels.map(
		({ unit, style, cells }) => (valueAt(unitOf, unit).density[style] ?? 0) * cells.length,
	);
	const totals = new Map<string, number>();
	parcels.forEach(({ unit }, parcel) => {
		totals.set(unit, (totals.get(unit) ?? 0) + at(weights, parcel));
	});
	return parcels.map(
		({ unit }, parcel) =>
			(at(weights, parcel) * valueAt(unitOf, unit).residents) / valueAt(totals, unit),
	);
}

interface Tract {
	readonly tract: string;
	readonly unit: string;
	readonly members: number[];
}

/** Connected parcels of one unit and one kind of building. */
function tractsOf(
	{ parcels }: Parcels,
	neighbours: readonly ReadonlyMap<number, number>[],
): Tract[] {
	const seen = new Set<number>();
	const tracts: Tract[] = [];
	parcels.forEach(({ style, unit }, first) => {
		const tract = TRACT_OF[style];
		if (tract === undefined || seen.has(first)) return;
		const members = new Set([first]);
		for (const member of members)
			for (const other of at(neighbours, member).keys()) {
				const parcel = at(parcels, other);
				if (parcel.unit === unit && TRACT_OF[parcel.style] === tract) members.add(other);
			}
		for (const member of members) seen.add(member);
		tracts.push({ tract, unit, members: [...members].sort((a, b) => a - b) });
	});
	return tracts;
}

/** Parks, industry and water go to the committee of the same unit with which they share most. */
function spreadToEmptyLand(
	{ parcels }: Parcels,
	neighbours: readonly ReadonlyMap<number, number>[],
	groupOf: number[],
): void {
	for (const isWater of [false, true])
		for (let moved = true; moved; ) {
			moved = false;
			parcels.forEach(({ style, unit }, parcel) => {
				if (at(groupOf, parcel) >= 0 || style === "h" || (style === "~") !== isWater) return;
				const shared = new Map<number, number>();
				for (const [other, sides] of at(neighbours, parcel)) {
					const group = at(groupOf, other);
					if (group < 0 || at(parcels, other).unit !== unit) continue;
					shared.set(
						group,
						(shared.get(group) ?? 0) + (at(parcels, other).style === "~" ? 0.5 : sides),
					);
				}
				const most = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
				if (most === undefined) return;
				groupOf[parcel] = most[0];
				moved = true;
			});
		}
}

/** Codes from north-west to south-east within each unit: residents' committees from 001, villagers' from 201. */
function numbered(
	plan: CityPlan,
	{ parcels, parcelOf }: Parcels,
	found: {
		groups: readonly { tract: string; unit: string; members: readonly number[] }[];
		groupOf: readonly number[];
		residents: readonly number[];
		names: Names;
	},
): Territory {
	const middles = found.groups.map(({ members }) => {
		const sum = { u: 0, v: 0, cells: 0, residents: 0 };
		for (const member of members) {
			const { u, v, width, height, cells } = at(parcels, member);
			sum.u += (u + width / 2) * cells.length;
			sum.v += (v + height / 2) * cells.length;
			sum.cells += cells.length;
			sum.residents += at(found.residents, member);
		}
		return { u: sum.u / sum.cells, v: sum.v / sum.cells, residents: sum.residents };
	});
	const committees: Committee[] = [];
	const indexOf = new Map<number, number>();
	for (const unit of plan.units) {
		const order = found.groups
			.flatMap((group, index) => (group.unit === unit.letter ? [index] : []))
			.sort(
				(a, b) =>
					Math.round(at(middles, a).v / 6) - Math.round(at(middles, b).v / 6) ||
					at(middles, a).u - at(middles, b).u,
			);
		for (const isVillage of [false, true]) {
			let number = isVillage ? 200 : 0;
			for (const index of order) {
				const { tract, members } = at(found.groups, index);
				if ((tract === "village") !== isVillage) continue;
				number++;
				indexOf.set(index, committees.length);
				committees.push({
					code: unit.code.slice(0, 9) + String(number).padStart(3, "0"),
					name: isVillage ? `${found.names.village()}村村委会` : `${found.names.town()}社区居委会`,
					unit,
					zone: at([ZONE_OF[tract] ?? "urban"], 0),
					style: at(parcels, at(members, 0)).style,
					cells: [],
					u: at(middles, index).u,
					v: at(middles, index).v,
					plannedResidents: at(middles, index).residents,
				});
			}
		}
	}
	const committeeOf = Int32Array.from(parcelOf, (parcel) =>
		parcel < 0 || at(found.groupOf, parcel) < 0 ? -1 : valueAt(indexOf, at(found.groupOf, parcel)),
	);
	committeeOf.forEach((committee, cell) => {
		if (committee >= 0) at(committees, committee).cells.push(cell);
	});
	return { committees, committeeOf };
}
