// Whatever is drawn: one cell at every point, nothing lost, planar after every step, the same in any order.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SLACK_CM, subdivide } from "../../../planning/partition/build/Subdivision.ts";
import { type BuiltTiling, buildTiling } from "../../../planning/partition/buildTiling.ts";
import { cmOfLonLat } from "../../../planning/partition/frame.ts";
import { lonLatOfCm } from "../../../planning/partition/lonLatShape.ts";
import {
	beginMending,
	type Mending,
	type MendStep,
	mendedTiling,
	mendStep,
	openTroubles,
} from "../../../planning/partition/mend/Mending.ts";
import { suggestMends, suggestMiddle } from "../../../planning/partition/mend/suggestMends.ts";
import { misfitCells } from "../../scenes/misfitOutlines.ts";
import { outlineOf, PLANE, type PlaneCell } from "../../scenes/planeOutlines.ts";
import { drawnCells, HEIGHT_CM, randomOutlines, WIDTH_CM } from "../../scenes/randomOutlines.ts";
import type { PlaneRing } from "../../scenes/voronoiCells.ts";
import { cellsAt, isOnLine, tilingFaults } from "./soundTiling.ts";

const built = (cells: readonly PlaneCell[], slackCm?: number) =>
	buildTiling(cells.map(outlineOf), { frame: PLANE, slackCm });

describe("random cells that fit", () => {
	const places = fc.array(
		fc.tuple(fc.integer({ min: 1, max: WIDTH_CM - 1 }), fc.integer({ min: 1, max: HEIGHT_CM - 1 })),
		{ minLength: 12, maxLength: 12 },
	);

	test("every place of the box belongs to exactly one cell, or lies on a border", () => {
		fc.assert(
			fc.property(randomOutlines, places, (drawing, sampled) => {
				const { tiling } = built(drawnCells(drawing));
				for (const [x, y] of sampled)
					if (!isOnLine(tiling, x, y)) expect(cellsAt(tiling, x, y)).toHaveLength(1);
			}),
			{ numRuns: 150 },
		);
	});

	test("the cells hold the box, to the square centimetre", () => {
		fc.assert(
			fc.property(randomOutlines, (drawing) => {
				const { subdivision, tiling } = built(drawnCells(drawing));
				expect(tilingFaults(tiling)).toEqual([]);
				const { claims, graph } = subdivision;
				const twiceCm2 = claims.reduce(
					(sum, { length }, face) => sum + (length > 0 ? graph.twiceAreaCm2[face] : 0),
					0,
				);
				expect(Number.isSafeInteger(twiceCm2)).toBe(true);
				const lostCm2 = Math.abs(twiceCm2 - 2 * WIDTH_CM * HEIGHT_CM) / 2;
				expect(lostCm2).toBeLessThanOrEqual(2 * (WIDTH_CM + HEIGHT_CM)); // corners rounded beside the rim
			}),
			{ numRuns: 150 },
		);
	});

	test("no gap and no overlap is told but slivers of a few centimetres, where both sides were rounded", () => {
		fc.assert(
			fc.property(randomOutlines, (drawing) => {
				for (const { kind, isSliver, areaM2 } of built(drawnCells(drawing)).troubles) {
					if (!["gap", "overlap", "self-overlap"].includes(kind)) continue; // needles as thin as the slack
					expect(isSliver).toBe(true);
					expect(areaM2).toBeLessThan(0.03 * ((WIDTH_CM + HEIGHT_CM) / 100));
				}
			}),
			{ numRuns: 300 },
		);
	});
});

/** From a place to the line through two others. */
function distanceCm(
	[x, y]: readonly number[],
	[ax, ay]: readonly number[],
	[bx, by]: readonly number[],
): number {
	return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay);
}

test("a corner in the middle of a neighbour's border is no sliver in a file of seven decimals", () => {
	const cm = fc.integer({ min: -100_000, max: 100_000 });
	const place = fc.tuple(cm, cm);
	const shares = fc.integer({ min: 10, max: 90 });
	fc.assert(
		fc.property(place, place, shares, ([ax, ay], [bx, by], sharePct) => {
			fc.pre(Math.hypot(bx - ax, by - ay) > 1_000);
			const written = (x: number, y: number) =>
				lonLatOfCm(PLANE, x, y).map((degrees) => Number(degrees.toFixed(7))) as [number, number];
			const cell = (code: string, ...corners: (readonly [number, number])[]) => ({
				code,
				polygons: [[[...corners, corners[0]].map(([x, y]) => written(x, y))]],
			});
			const middle = [
				ax + ((bx - ax) * sharePct) / 100,
				ay + ((by - ay) * sharePct) / 100,
			] as const;
			const [left, right] = [
				[ax - (by - ay), ay + (bx - ax)],
				[ax + (by - ay), ay - (bx - ax)],
			] as const;
			const gridPlace = (x: number, y: number) => cmOfLonLat(PLANE, written(x, y));
			const offCm = distanceCm(gridPlace(...middle), gridPlace(ax, ay), gridPlace(bx, by));
			const outlines = [
				cell("A", [ax, ay], [bx, by], left),
				cell("B", middle, [ax, ay], right),
				cell("C", [bx, by], middle, right),
			];
			const { troubles } = buildTiling(outlines, { frame: PLANE });
			// one in thousands is rounded so that it lies further off than the slack: then it is a sliver, and no more
			if (offCm <= SLACK_CM) expect(troubles).toEqual([]);
			else expect(troubles.filter(({ isSliver }) => !isSliver)).toEqual([]);
			expect(offCm).toBeLessThan(3.5); // what seven decimals and the grid round at most, at both
		}),
		{ numRuns: 300 },
	);
});

describe("any heap of polygons, however small or tangled", () => {
	/** Rings of up to nine corners in a square of a few centimetres to a hundred metres. */
	const heaps = fc.constantFrom(6, 30, 300, 10_000).chain((spanCm) => {
		const cm = fc.integer({ min: 0, max: spanCm });
		return fc.array(fc.array(fc.tuple(cm, cm), { minLength: 3, maxLength: 9 }), { maxLength: 10 });
	});
	const cellsOf = (rings: readonly PlaneRing[]): PlaneCell[] =>
		rings.map((ring, i) => ({ code: `C${i >> 1}`, polygons: [[ring]] })); // some codes twice

	test("comes to rest in a sound tiling, at the slack as at a mender's tolerance", () => {
		fc.assert(
			fc.property(heaps, fc.constantFrom(0, 1, 2, 100), (rings, slackCm) => {
				expect(tilingFaults(built(cellsOf(rings), slackCm).tiling)).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	test("is the same tiling with the same troubles whatever the order of features, of corners and their sense", () => {
		/** Numbers of faces are those of one subdivision. */
		const answer = ({ tiling, troubles }: BuiltTiling) => ({
			tiling,
			troubles: troubles.map(({ face, ...trouble }) => ({ ...trouble, isFace: face > 0 })),
		});
		fc.assert(
			fc.property(heaps, fc.nat(1_000), (rings, turn) => {
				const cells = cellsOf(rings);
				const turned = cells
					.map(({ code, polygons: [[ring]] }, i) => {
						const start = (turn + i) % ring.length;
						const path = [...ring.slice(start), ...ring.slice(0, start)];
						return { code, polygons: [[(turn + i) % 3 === 0 ? path : path.reverse()]] };
					})
					.reverse();
				expect(answer(built(turned))).toEqual(answer(built(cells)));
			}),
			{ numRuns: 200 },
		);
	});
});

describe("mending random cells that do not fit", () => {
	/** Whole half cm² that have an owner. */
	const ownedTwiceCm2 = ({ subdivision: { claims, graph }, decided }: Mending) =>
		claims.reduce((sum, [first], face) => {
			const owner = decided.get(face) ?? first ?? -1;
			return owner < 0 ? sum : sum + graph.twiceAreaCm2[face];
		}, 0);

	/** One step; the tiling stays sound, and the report says what moved. */
	function stepped(before: Mending, step: MendStep): Mending {
		const { mending, report } = mendStep(before, step);
		expect(tilingFaults(mendedTiling(mending))).toEqual([]);
		const movedM2 = report.cells.reduce(
			(sum, { beforeM2, afterM2 }) => sum + afterM2 - beforeM2,
			0,
		);
		const countedM2 = (ownedTwiceCm2(mending) - ownedTwiceCm2(before)) / 2e4;
		expect(Math.abs(movedM2 - countedM2)).toBeLessThan(1e-6);
		return mending;
	}

	test("every step leaves a sound tiling, and after the suggested ones no gap or overlap is open", () => {
		fc.assert(
			fc.property(misfitCells, fc.constantFrom(0, 5, 60), (cells, toleranceCm) => {
				let now = beginMending(cells.map(outlineOf));
				if (toleranceCm > 0) now = stepped(now, { op: "snap", toleranceCm });
				const middle = suggestMiddle(now);
				if (middle !== null) now = stepped(now, middle);
				for (const step of suggestMends(now)) now = stepped(now, step);
				expect(openTroubles(now).filter(({ face }) => face >= 0)).toEqual([]);
			}),
			{ numRuns: 30 },
		);
	});

	test("a face given away moves that face and nothing else", () => {
		fc.assert(
			fc.property(misfitCells, (cells) => {
				const begun = beginMending(cells.map(outlineOf));
				for (const step of suggestMends(begun).slice(0, 4)) {
					if (step.op !== "give") continue;
					const { report } = mendStep(begun, step);
					const faceM2 = begun.subdivision.graph.twiceAreaCm2[step.face] / 2e4;
					for (const { beforeM2, afterM2 } of report.cells)
						expect(Math.abs(Math.abs(afterM2 - beforeM2) - faceM2)).toBeLessThan(1e-6);
					expect(report.cells.length).toBeLessThanOrEqual(2);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("the middle of an overlap moves the overlap only: what one cell alone claimed stays its own", () => {
		fc.assert(
			fc.property(misfitCells, (cells) => {
				const begun = beginMending(cells.map(outlineOf));
				const step = suggestMiddle(begun);
				if (step?.op !== "middle") return;
				const { mending, report } = mendStep(begun, step);
				const disputedM2 = new Map<string, number>();
				for (const face of step.faces)
					for (const cell of begun.subdivision.claims[face]) {
						const code = begun.subdivision.codes[cell];
						const areaM2 = begun.subdivision.graph.twiceAreaCm2[face] / 2e4;
						disputedM2.set(code, (disputedM2.get(code) ?? 0) + areaM2);
					}
				for (const { cell, beforeM2, afterM2 } of report.cells)
					expect(Math.abs(afterM2 - beforeM2)).toBeLessThan(
						(disputedM2.get(cell) ?? 0) + 0.02 * 4_000, // lines that got a corner: 2 cm along 4 km
					);
				expect(openTroubles(mending).filter(({ kind }) => kind === "self-crossing")).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test("a middle line that would leave a bent overlap is not drawn: the overlap stays, to be given away", () => {
		// a U of A over the plate B: halfway between the U's outer and inner line lies outside it
		const plate: PlaneRing = [
			[0, 0],
			[10_000, 0],
			[10_000, 10_000],
			[0, 10_000],
		];
		const u: PlaneRing = [
			[1_000, -5_000],
			[9_000, -5_000],
			[9_000, 9_000],
			[8_000, 9_000],
			[8_000, -4_000],
			[2_000, -4_000],
			[2_000, 9_000],
			[1_000, 9_000],
		];
		const begun = beginMending(
			[
				{ code: "A", polygons: [[u]] },
				{ code: "B", polygons: [[plate]] },
			].map(outlineOf),
		);
		const step = suggestMiddle(begun);
		if (step === null) throw new Error("No middle line was suggested.");
		const { mending } = mendStep(begun, step);
		expect(openTroubles(mending).filter(({ kind }) => kind === "self-crossing")).toEqual([]);
		expect(tilingFaults(mendedTiling(mending))).toEqual([]);
	});
});

test("the frame given is the frame kept", () => {
	const cells = [
		{
			code: "A",
			polygons: [
				[
					[
						[0, 0],
						[900, 0],
						[0, 900],
					] satisfies PlaneRing,
				],
			],
		},
	];
	const shifted = { ...PLANE, originXCm: -500 };
	const { frame, vertices } = subdivide(cells.map(outlineOf), { frame: shifted });
	expect(frame).toEqual(shifted);
	expect([...vertices.x.subarray(0, 3)]).toEqual([500, 1_400, 500]);
});
