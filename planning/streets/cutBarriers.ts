// The barrier lines of a box: each line in the runs of its points that come near it, in the order of the lines.
import type { Box } from "../geo/box.ts";
import type { BarrierLines } from "./StreetGraph.ts";

/** Lines cut to the segments whose box meets the given one; a line that comes back is there twice, in a row. */
export function cutBarriers(lines: BarrierLines, [west, south, east, north]: Box): BarrierLines {
	const lineKind: number[] = [];
	const lineWay: number[] = [];
	const lineName: string[] = [];
	const firstPoint = [0];
	const pointLonLat: number[] = [];
	const xy = lines.pointLonLat;
	const isNear = (point: number) => {
		const [ax, ay, bx, by] = [
			xy[2 * point],
			xy[2 * point + 1],
			xy[2 * point + 2],
			xy[2 * point + 3],
		];
		return (
			Math.max(ax, bx) >= west &&
			Math.min(ax, bx) <= east &&
			Math.max(ay, by) >= south &&
			Math.min(ay, by) <= north
		);
	};
	for (let line = 0; line < lines.lineKind.length; line++) {
		const last = lines.firstPoint[line + 1] - 1;
		for (let point = lines.firstPoint[line]; point < last; point++) {
			if (!isNear(point)) continue;
			pointLonLat.push(xy[2 * point], xy[2 * point + 1]);
			for (; point < last && isNear(point); point++)
				pointLonLat.push(xy[2 * point + 2], xy[2 * point + 3]);
			lineKind.push(lines.lineKind[line]);
			lineWay.push(lines.lineWay[line]);
			lineName.push(lines.lineName[line]);
			firstPoint.push(pointLonLat.length / 2);
		}
	}
	return {
		lineKind: Uint8Array.from(lineKind),
		lineWay: Float64Array.from(lineWay),
		lineName,
		firstPoint: Uint32Array.from(firstPoint),
		pointLonLat: Float64Array.from(pointLonLat),
	};
}
