// Random cells that do not fit: the fitting ones each moved and scaled, inside a frame cell that makes every gap an
// enclosed one.
import fc from "fast-check";
import type { PlaneCell } from "./planeOutlines.ts";
import { drawnCells, HEIGHT_CM, randomOutlines, WIDTH_CM } from "./randomOutlines.ts";
import type { Point } from "./voronoiCells.ts";

const MARGIN_CM = 20_000;

/** The frame: a ring around the box, wide enough that no moved cell leaves it. */
const FRAME_CELL: PlaneCell = {
	code: "Z",
	polygons: [
		[
			[
				[-MARGIN_CM, -MARGIN_CM],
				[WIDTH_CM + MARGIN_CM, -MARGIN_CM],
				[WIDTH_CM + MARGIN_CM, HEIGHT_CM + MARGIN_CM],
				[-MARGIN_CM, HEIGHT_CM + MARGIN_CM],
			],
			[
				[0, 0],
				[0, HEIGHT_CM],
				[WIDTH_CM, HEIGHT_CM],
				[WIDTH_CM, 0],
			],
		],
	],
};

const move = fc.record({
	eastCm: fc.integer({ min: -800, max: 800 }),
	northCm: fc.integer({ min: -800, max: 800 }),
	scalePct: fc.integer({ min: 92, max: 108 }),
});

/** Cells sorted by code, the frame last. */
export const misfitCells: fc.Arbitrary<PlaneCell[]> = fc
	.tuple(randomOutlines, fc.array(move, { minLength: 8, maxLength: 8 }))
	.map(([drawing, moves]) => [
		...drawnCells(drawing).map(({ code, polygons }, i) => {
			const { eastCm, northCm, scalePct } = moves[i % moves.length];
			const moved = ([x, y]: Point): Point => [
				Math.round((x * scalePct) / 100) + eastCm,
				Math.round((y * scalePct) / 100) + northCm,
			];
			return { code, polygons: polygons.map((rings) => rings.map((ring) => ring.map(moved))) };
		}),
		FRAME_CELL,
	]);
