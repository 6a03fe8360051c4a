// Which cell contains a place: a packed tree over the parts of all cells, then point in polygon.
import Flatbush from "flatbush";
import type { LonLat, PolygonRings } from "../geo/LonLat.ts";
import { byCodeUnit } from "./codeUnitOrder.ts";
import { sideOf } from "./pointInPolygon.ts";
import type { CellRecord } from "./records.ts";

/** One polygon of a cell. */
export interface CellPart {
	/** Index into the cells. */
	readonly cell: number;
	readonly rings: PolygonRings;
}

export interface CellIndex {
	readonly parts: readonly CellPart[];
	/** Index into `parts` of the part that contains a place (on a border: of the lowest cell code); -1 when none does. */
	partAt(lonLat: LonLat): number;
}

/** Index cells for finding places; cells may come in any order. */
export function indexCells(cells: readonly CellRecord[]): CellIndex {
	const parts = cells.flatMap((cell, index) =>
		cell.polygons.filter((rings) => rings.length > 0).map((rings) => ({ cell: index, rings })),
	);
	const tree = parts.length > 0 ? new Flatbush(parts.length) : null;
	for (const { rings } of parts) tree?.add(...boxOf(rings[0]));
	tree?.finish();
	return {
		parts,
		partAt(lonLat) {
			let found = -1;
			for (const part of tree?.search(lonLat[0], lonLat[1], lonLat[0], lonLat[1]) ?? []) {
				if (sideOf(lonLat, parts[part].rings) === "outside") continue;
				if (found < 0 || comesBefore(part, found)) found = part;
			}
			return found;
		},
	};

	function comesBefore(a: number, b: number): boolean {
		const order = byCodeUnit(cells[parts[a].cell].code, cells[parts[b].cell].code);
		return order < 0 || (order === 0 && a < b);
	}
}

/** West, south, east, north of a ring. */
export function boxOf(ring: readonly LonLat[]): [number, number, number, number] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon, lat] of ring) {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}
