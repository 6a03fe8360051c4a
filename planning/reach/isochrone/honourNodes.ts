// Where streets run closer together than the raster is fine, a street node's own corners decide for the node.
import { nodePlaces } from "../nodePlaces.ts";
import type { Labels, Walker } from "./labels.ts";
import type { NodesAt } from "./ringNesting.ts";
import type { StreetField } from "./streetField.ts";

/** The street nodes of a field; copies of a private junction are one, reached when one of them is. */
export function nodesInField(
	{ graph }: Walker,
	{ nodeDm, limitDm }: Labels,
	{ centre, lonM, latM, west, south, cellM, columns, rows }: Omit<StreetField, "value">,
	places: Uint32Array = nodePlaces(graph),
): NodesAt {
	const slotOf = new Map<number, number>();
	const at: number[] = [];
	const isReached: number[] = [];
	for (let node = 0; node < places.length; node++) {
		const column = ((graph.nodeLonLat[2 * node] - centre[0]) * lonM - west) / cellM;
		const row = ((graph.nodeLonLat[2 * node + 1] - centre[1]) * latM - south) / cellM;
		if (!(column >= 1 && row >= 1 && column < columns - 2 && row < rows - 2)) continue;
		const slot = slotOf.get(places[node]) ?? isReached.push(0) - 1;
		slotOf.set(places[node], slot);
		at[2 * slot] = column;
		at[2 * slot + 1] = row;
		if (nodeDm[node] <= limitDm) isReached[slot] = 1;
	}
	return { at: Float64Array.from(at), isReached: Uint8Array.from(isReached) };
}

/**
 * Give the four raster points around each node the node's sign; where nodes of both kinds meet at one raster point, the
 * nearer node decides. Changes `value`.
 */
export function honourNodes(
	{ value, columns, cellM }: Pick<StreetField, "value" | "columns" | "cellM">,
	{ at, isReached }: NodesAt,
): void {
	const nearest = new Map<number, number>();
	for (let node = 0; node < isReached.length; node++) {
		const [column, row] = [at[2 * node], at[2 * node + 1]];
		const [west, south] = [Math.floor(column), Math.floor(row)];
		for (let corner = 0; corner < 4; corner++) {
			const [x, y] = [west + (corner & 1), south + (corner >> 1)];
			const point = y * columns + x;
			const distance = Math.hypot(x - column, y - row);
			if (distance >= (nearest.get(point) ?? Infinity)) continue;
			nearest.set(point, distance);
			const size = Math.max(Math.abs(value[point]), cellM / 4);
			value[point] = isReached[node] === 1 ? size : -size;
		}
	}
}
