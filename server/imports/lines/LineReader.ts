// The lines of features as numbered nodes; what cannot be taken is noted with its feature.
import type { FeatureCells } from "../../../planning/layers/FeatureCells.ts";
import { lineParts, type Position } from "./lineParts.ts";
import { PlaceNumbers } from "./PlaceNumbers.ts";

export class LineReader {
	readonly places = new PlaceNumbers();
	vertexCount = 0;
	/** Lines with fewer than two nodes. */
	shortCount = 0;

	/** Node ids, from 1, of each line of the feature; empty after noting why there is none. */
	linesOf(cells: FeatureCells): number[][] {
		const { geometry } = cells.feature;
		if (geometry === null) {
			cells.note("warning", "geometry.missing", {
				zh: "没有图形，不导入。补画，或删除这个要素。",
				en: "it has no shape and is left out. Draw it or delete the feature.",
			});
			return [];
		}
		const { lines, otherCount } = lineParts(geometry);
		if (otherCount > 0)
			cells.note("warning", "streets.not-a-line", {
				zh: `图形是 ${geometry.type}，路网只收线，${lines.length === 0 ? "不导入" : "其中不是线的部分不导入"}。若是路面，改用道路中线。`,
				en: `its shape is a ${geometry.type}; streets are lines, and ${lines.length === 0 ? "it is left out" : "what is no line in it is left out"}. If it is the surface of a road, use its centre line.`,
			});
		return lines.flatMap((line) => {
			const nodes = line === null ? this.unreadable(cells) : this.nodesOf(cells, line);
			return nodes === null ? [] : [nodes];
		});
	}

	private unreadable(cells: FeatureCells): null {
		cells.note("warning", "geometry.invalid", {
			zh: "有一条线的坐标不是数字，不导入。重画这条线。",
			en: "a line of it has coordinates that are no numbers and is left out. Draw the line again.",
		});
		return null;
	}

	/** Nodes of a line, none twice in a row; null for fewer than two or a place that cannot be. */
	private nodesOf(cells: FeatureCells, line: readonly Position[]): number[] | null {
		this.vertexCount += line.length;
		const nodes: number[] = [];
		for (const [x, y] of line) {
			const [lon, lat] = cells.toLonLat(x, y);
			if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
				cells.note("blocking", "place.out-of-range", {
					zh: `坐标 (${x}, ${y}) 换算后不在经度 ±180、纬度 ±90 之内。检查坐标系。`,
					en: `the coordinates (${x}, ${y}) are outside longitude ±180, latitude ±90 once converted. Check the coordinate system.`,
				});
				return null;
			}
			const node = this.places.numberAt(lon, lat) + 1;
			if (node !== nodes.at(-1)) nodes.push(node);
		}
		if (nodes.length >= 2) return nodes;
		this.shortCount++;
		return null;
	}
}
