// Units made of committees: circles (片区) grown from neighbouring committees, and the basic management unit.
import { at } from "./at.ts";
import type { CityPlan, TilePlace } from "./CityPlan.ts";
import { growGroups } from "./growGroups.ts";
import type { Lattice } from "./Lattice.ts";
import type { Names } from "./names.ts";
import { cellsBeside } from "./outline.ts";
import type { Random } from "./Random.ts";
import type { Territory } from "./territory.ts";

/** A set of committees with a code of its own. */
export interface CommitteeGroup {
	readonly code: string;
	readonly name: string;
	readonly parentCode: string;
	/** Indices of committees, ascending. */
	readonly members: readonly number[];
}

/** Circles of the plan; each connected. The exclave goes with the units around it. */
export function layOutCircles(
	plan: CityPlan,
	lattice: Lattice,
	territory: Territory,
	{ random, names }: { random: Random; names: Names },
): CommitteeGroup[] {
	const beside = committeesBeside(lattice, territory);
	const around = territory.committees.map((committee, index) =>
		committee.style === "e"
			? at(territory.committees, at([...at(beside, index)], 0)).unit.letter
			: committee.unit.letter,
	);
	return plan.circles
		.flatMap(({ letters, count }) => {
			const members = territory.committees.flatMap((_, index) =>
				letters.includes(at(around, index)) ? [index] : [],
			);
			const order = new Map(members.map((member, index) => [member, index]));
			const items = members.map((member) => {
				const { plannedResidents: weight, u, v } = at(territory.committees, member);
				const neighbours = [...at(beside, member)].flatMap((other) => order.get(other) ?? []);
				return { weight, u, v, neighbours };
			});
			const groups = growGroups(items, count, random);
			return Array.from({ length: count }, (_, group) =>
				members.filter((_member, index) => at(groups, index) === group),
			);
		})
		.map((members, index) => ({
			code: `${plan.districtCode.slice(0, 6)}C${String(index + 1).padStart(2, "0")}`,
			name: `${names.town()}片区`,
			parentCode: plan.districtCode,
			members,
		}));
}

/** The basic management unit: the connected committees of one style around a tile. */
export function layOutBmu(plan: CityPlan, lattice: Lattice, territory: Territory): CommitteeGroup {
	const { letter, style, tile, name } = plan.planted.bmu;
	const members = connectedOf(lattice, territory, letter, style).find((group) =>
		group.includes(committeeAtTile(lattice, territory, tile)),
	);
	if (members === undefined)
		throw new Error(`No committees of style ${style} at the tile of ${name}.`);
	const town = at(territory.committees, at(members, 0)).unit;
	return { code: `${town.code.slice(0, 9)}B01`, name, parentCode: town.code, members };
}

/** Connected groups of a unit's committees that are built in one style. */
export function connectedOf(
	lattice: Lattice,
	territory: Territory,
	letter: string,
	style: string,
): number[][] {
	const beside = committeesBeside(lattice, territory);
	const isMember = (index: number) => {
		const committee = at(territory.committees, index);
		return committee.unit.letter === letter && committee.style === style;
	};
	const seen = new Set<number>();
	return territory.committees.flatMap((_, first) => {
		if (seen.has(first) || !isMember(first)) return [];
		const group = new Set([first]);
		for (const member of group)
			for (const other of at(beside, member)) if (isMember(other)) group.add(other);
		for (const member of group) seen.add(member);
		return [[...group].sort((a, b) => a - b)];
	});
}

function committeeAtTile(lattice: Lattice, { committeeOf }: Territory, tile: TilePlace): number {
	const cell =
		at(lattice.firstRow, tile.row) * lattice.columns + at(lattice.firstColumn, tile.column);
	return at(committeeOf, cell);
}

/** Committees that share an edge with each committee, ascending. */
export function committeesBeside(
	lattice: Lattice,
	{ committees, committeeOf }: Territory,
): ReadonlySet<number>[] {
	return committees.map(({ cells }, index) => {
		const found = new Set<number>();
		for (const cell of cells)
			for (const beside of cellsBeside(lattice, cell)) {
				const other = at(committeeOf, beside);
				if (other >= 0 && other !== index) found.add(other);
			}
		return new Set([...found].sort((a, b) => a - b));
	});
}
