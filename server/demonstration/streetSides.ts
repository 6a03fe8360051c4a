// Which lattice edges are streets, and of what kind. Railway, expressway and river cut the lattice but for their crossings.
import { at } from "./at.ts";
import type { CityPlan, Style } from "./CityPlan.ts";
import { cellAt, isInside, type Lattice } from "./Lattice.ts";
import type { Parcels } from "./parcels.ts";
import type { Random } from "./Random.ts";

export type Direction = "east" | "south";

/** The lattice edge that leaves a corner eastward or southward. */
export interface Side {
	readonly u: number;
	readonly v: number;
	readonly direction: Direction;
}

export interface Street extends Side {
	readonly highway: string;
	/** The end that stops short of a railway or an expressway; streets along both link such ends. */
	readonly stub: "none" | "start" | "end";
	readonly isBridge: boolean;
	readonly isTunnel: boolean;
	/** True where it meets the railway on the level at its start or end. */
	readonly meetsRail: boolean;
}

/** Lattice lines of what cuts the city. */
export interface Cuts {
	readonly railColumn: number;
	readonly levelCrossingRow: number;
	readonly underpassRow: number;
	readonly expresswayRow: number;
	readonly expresswayUnderpasses: readonly number[];
	readonly bridgeColumns: readonly number[];
}

export function cutsOf(plan: CityPlan, lattice: Lattice): Cuts {
	const column = (tile: number) => at(lattice.firstColumn, tile);
	return {
		railColumn: column(plan.railway.column),
		levelCrossingRow: at(lattice.firstRow, plan.railway.levelCrossingRow),
		underpassRow: at(lattice.firstRow, plan.railway.underpassRow),
		expresswayRow: at(lattice.firstRow, plan.expressway.row),
		expresswayUnderpasses: plan.expressway.underpassColumns.map(column),
		bridgeColumns: plan.bridgeColumns.map(column),
	};
}

export function sideKey({ u, v, direction }: Side): string {
	return `${u} ${v} ${direction}`;
}

/** The two cells beside a side: north and south of one that runs east, west and east of one that runs south. */
export function cellsOfSide(lattice: Lattice, { u, v, direction }: Side): [number, number] {
	return direction === "east"
		? [cellAt(lattice, u, v - 1), cellAt(lattice, u, v)]
		: [cellAt(lattice, u - 1, v), cellAt(lattice, u, v)];
}

/** All streets of the lattice by `sideKey`. */
export function layOutSides(
	plan: CityPlan,
	lattice: Lattice,
	parcels: Parcels,
	random: Random,
): ReadonlyMap<string, Street> {
	const cuts = cutsOf(plan, lattice);
	const arterialRows = new Set(plan.arterialRows.map((row) => at(lattice.firstRow, row)));
	const arterialColumns = new Set(
		plan.arterialColumns.map((column) => at(lattice.firstColumn, column)),
	);
	const quiet = quietTileSides(lattice, random);
	const streets = new Map<string, Street>();
	for (let v = 0; v <= lattice.rows; v++)
		for (let u = 0; u <= lattice.columns; u++)
			for (const direction of ["east", "south"] as const) {
				const side = { u, v, direction };
				const [before, after] = cellsOfSide(lattice, side);
				if (!isInside(lattice, before) && !isInside(lattice, after)) continue;
				const isSame =
					before >= 0 && after >= 0 && at(parcels.parcelOf, before) === at(parcels.parcelOf, after);
				const line = direction === "east" ? v : u;
				const isArterial = (direction === "east" ? arterialRows : arterialColumns).has(line);
				if (isSame || (!isArterial && quiet.has(tileSideKey(lattice, side)))) continue;
				const street = cutStreet(lattice, cuts, side, isArterial);
				if (street !== null) streets.set(sideKey(side), street);
			}
	return streets;
}

/** The street of a side, null where the river, the railway or the expressway lies. */
function cutStreet(lattice: Lattice, cuts: Cuts, side: Side, isArterial: boolean): Street | null {
	const { u, v, direction } = side;
	const [north] = lattice.riverRows;
	const isTileLine = (direction === "east" ? lattice.firstRow : lattice.firstColumn).includes(
		direction === "east" ? v : u,
	);
	const plain: Street = {
		...side,
		highway: isArterial ? "primary" : isTileLine ? "tertiary" : "residential",
		stub: "none",
		isBridge: false,
		isTunnel: false,
		meetsRail: false,
	};
	if (direction === "south") {
		if (u === cuts.railColumn) return null;
		if (v === north || v === north + 1)
			return cuts.bridgeColumns.includes(u)
				? { ...plain, highway: "primary", isBridge: true }
				: null;
		const isBelow = v === cuts.expresswayRow;
		if (!isBelow && v + 1 !== cuts.expresswayRow) return plain;
		if (cuts.expresswayUnderpasses.includes(u)) return plain;
		return { ...plain, stub: isBelow ? "start" : "end" };
	}
	if (v === cuts.expresswayRow || v === north + 1) return null;
	const isEast = u === cuts.railColumn;
	if (!isEast && u + 1 !== cuts.railColumn) return plain;
	if (v === cuts.levelCrossingRow) return { ...plain, highway: "secondary", meetsRail: true };
	if (v === cuts.underpassRow) return { ...plain, highway: "secondary", isTunnel: true };
	return { ...plain, stub: isEast ? "start" : "end" };
}

const QUIET: ReadonlySet<Style | undefined> = new Set<Style>(["v", "f"]);

/** Between villages most lanes are missing, but every tile stays linked to its neighbours (a random spanning tree). */
function quietTileSides(lattice: Lattice, random: Random): ReadonlySet<string> {
	const corners = new Map<string, string>();
	const rootOf = (corner: string): string => {
		const up = corners.get(corner) ?? corner;
		return up === corner ? corner : rootOf(up);
	};
	const village: { key: string; ends: [string, string]; order: number }[] = [];
	for (let row = 0; row < lattice.firstRow.length; row++)
		for (let column = 0; column < lattice.firstColumn.length; column++)
			for (const direction of ["east", "south"] as const) {
				const side = {
					u: at(lattice.firstColumn, column),
					v: at(lattice.firstRow, row),
					direction,
				};
				const beside = cellsOfSide(lattice, side).map((cell) => lattice.styleOf[cell]);
				if (beside.every((style) => style === undefined || style === ".")) continue;
				const ends: [string, string] = [
					`${column} ${row}`,
					direction === "east" ? `${column + 1} ${row}` : `${column} ${row + 1}`,
				];
				const isQuiet = beside.every(
					(style) => style === undefined || style === "." || QUIET.has(style),
				);
				if (isQuiet) village.push({ key: tileSideKey(lattice, side), ends, order: random.next() });
				else corners.set(rootOf(ends[0]), rootOf(ends[1]));
			}
	village.sort((a, b) => a.order - b.order);
	const left = new Set<string>();
	for (const { key, ends } of village) {
		const [a, b] = [rootOf(ends[0]), rootOf(ends[1])];
		if (a !== b) corners.set(a, b);
		else if (random.chance(0.55)) left.add(key);
	}
	return left;
}

/** Name of the tile side that a lattice side is a part of. */
function tileSideKey(lattice: Lattice, { u, v, direction }: Side): string {
	const tile = (firsts: readonly number[], value: number) =>
		firsts.findLastIndex((first) => first <= value);
	const isOnLine = (firsts: readonly number[], value: number) => firsts.includes(value);
	if (direction === "east" ? !isOnLine(lattice.firstRow, v) : !isOnLine(lattice.firstColumn, u))
		return "";
	return `${tile(lattice.firstColumn, u)} ${tile(lattice.firstRow, v)} ${direction}`;
}
