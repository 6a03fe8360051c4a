// How long a drawn line takes: a cell cut, a border between two units drawn anew.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { cutCell } from "../../../planning/partition/edit/cutCell.ts";
import { reshapeBorder } from "../../../planning/partition/edit/reshape.ts";
import { lonLatArc, lonLatOfCm } from "../../../planning/partition/lonLatShape.ts";
import { cellShape, ringPointsCm } from "../../../planning/partition/shape.ts";
import type { Assignment, Tiling } from "../../../planning/partition/Tiling.ts";
import { unitBorders } from "../../../planning/partition/unitBorders.ts";
import { type GrownCity, grownCity, randomOf } from "../../scenes/grownCity.ts";
import type { Figure } from "../Figure.ts";
import { leastMs } from "../measure.ts";

/** Edits per run; a figure is the mean of the fastest run. */
const BATCH = 40;

/** Figures of edits of the tiling as it is; without a scene, of 6,000 grown cells in 220 units. */
export async function editFigures(
	{ tiling, assignment }: GrownCity = grownCity({ cells: 6_000, units: 220 }),
): Promise<Figure[]> {
	const cuts = drawnCuts(tiling);
	const borders = drawnBorders(tiling, assignment);
	const ms = leastMs({
		cut: () => {
			for (const { code, line } of cuts) cutCell(tiling, code, line);
		},
		reshape: () => {
			for (const { units, line } of borders) reshapeBorder(tiling, assignment, units, line);
		},
	});
	return [
		{ id: "cut", value: ms.cut / BATCH, unit: "ms", atMost: 5 },
		{ id: "reshape", value: ms.reshape / BATCH, unit: "ms", atMost: 5 },
	];
}

/** Lines of five corners through random cells, from beyond one side of their box to beyond the other. */
function drawnCuts(tiling: Tiling): { code: string; line: LonLat[] }[] {
	const random = randomOf(11);
	const cuts: { code: string; line: LonLat[] }[] = [];
	while (cuts.length < BATCH) {
		const cell = Math.floor(random() * tiling.cellCode.length);
		const ring = ringPointsCm(tiling, cellShape(tiling, cell)[0][0]);
		const [x, y] = [0, 1].map((axis) => ring.filter((_, i) => i % 2 === axis));
		const [west, east, south, north] = [
			Math.min(...x),
			Math.max(...x),
			Math.min(...y),
			Math.max(...y),
		];
		const line = [-0.05, 0.25, 0.5, 0.75, 1.05].map((along) =>
			lonLatOfCm(
				tiling.frame,
				west + along * (east - west),
				south + (0.3 + 0.4 * random()) * (north - south),
			),
		);
		const code = tiling.cellCode[cell];
		if (cutCell(tiling, code, line).refusal === null) cuts.push({ code, line });
	}
	return cuts;
}

/** Random arcs between two units drawn anew, with three corners up to half their length beside them. */
function drawnBorders(
	tiling: Tiling,
	assignment: Assignment,
): { units: [number, number]; line: LonLat[] }[] {
	const random = randomOf(13);
	const shared = unitBorders(tiling, assignment).filter(({ a }) => a >= 0);
	const borders: { units: [number, number]; line: LonLat[] }[] = [];
	while (borders.length < BATCH) {
		const { a, b, arcs } = shared[Math.floor(random() * shared.length)];
		const arc = lonLatArc(tiling, arcs[Math.floor(random() * arcs.length)]);
		const [from, to] = [arc[0], arc[arc.length - 1]];
		const aside = random() - 0.5;
		const line = [0, 0.25, 0.5, 0.75, 1].map((along): LonLat => {
			const off = aside * 4 * along * (1 - along) * (0.5 + random());
			return [
				from[0] + along * (to[0] - from[0]) - off * (to[1] - from[1]),
				from[1] + along * (to[1] - from[1]) + off * (to[0] - from[0]),
			];
		});
		const units: [number, number] = [a, b];
		if (reshapeBorder(tiling, assignment, units, line).refusal === null)
			borders.push({ units, line });
	}
	return borders;
}
