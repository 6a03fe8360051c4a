// The river, the railway and the expressway.
import { at } from "./at.ts";
import type { StreetNodes } from "./drawStreets.ts";
import { type Lattice, placeAt } from "./Lattice.ts";
import type { StreetBook } from "./StreetBook.ts";
import type { Cuts } from "./streetSides.ts";

const RIVER_NAME = "澄澜江";
/** Where the water begins in the river's first row of cells; the rest is quay. */
const QUAY = 0.16;

export function drawRiver(lattice: Lattice, book: StreetBook): void {
	const [north, south] = lattice.riverRows;
	const columns = Array.from({ length: lattice.columns + 1 }, (_, u) => u);
	const bank = (v: number) => columns.map((u) => book.node(placeAt(lattice, u, v)));
	const ring = [...bank(north + QUAY), ...bank(south + 1 - QUAY).reverse()];
	book.way({ natural: "water", water: "river", name: RIVER_NAME }, [...ring, at(ring, 0)]);
	book.way({ waterway: "river", name: RIVER_NAME }, bank(south));
}

/** One line from north to south; on a bridge over the river; on the level at one street. */
export function drawRailway(lattice: Lattice, nodes: StreetNodes, cuts: Cuts): void {
	const [north, south] = lattice.riverRows;
	const node = (v: number) =>
		v === cuts.levelCrossingRow
			? nodes.corner(cuts.railColumn, v, { railway: "level_crossing" })
			: nodes.book.node(placeAt(lattice, cuts.railColumn, v));
	const line = Array.from({ length: lattice.rows + 1 }, (_, v) => node(v));
	const tags = { railway: "rail", name: "江临铁路" };
	nodes.book.way(tags, line.slice(0, north + 1));
	nodes.book.way({ ...tags, bridge: "yes", layer: "1" }, line.slice(north, south + 2));
	nodes.book.way(tags, line.slice(south + 1));
}

/** One carriageway from west to east; on bridges over the streets that pass below and over the railway. */
export function drawExpressway(lattice: Lattice, book: StreetBook, cuts: Cuts): void {
	const line = Array.from({ length: lattice.columns + 1 }, (_, u) =>
		book.node(placeAt(lattice, u, cuts.expresswayRow)),
	);
	const tags = { highway: "motorway", name: "澜北高速" };
	let from = 0;
	for (const column of [...cuts.expresswayUnderpasses, cuts.railColumn].sort((a, b) => a - b)) {
		book.way(tags, line.slice(from, column));
		book.way({ ...tags, bridge: "yes", layer: "2" }, line.slice(column - 1, column + 2));
		from = column + 1;
	}
	book.way(tags, line.slice(from));
}
