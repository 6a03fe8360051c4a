import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceM } from "../../../../planning/geo/ellipsoid.ts";
import { bandLines } from "../../../../planning/reach/isochrone/bandLines.ts";
import { cutLine } from "../../../../planning/reach/isochrone/cutLine.ts";
import { groundParts, isGroundEdge } from "../../../../planning/reach/isochrone/groundParts.ts";
import {
	createWalker,
	type Direction,
	isochroneLabels,
} from "../../../../planning/reach/isochrone/labels.ts";
import {
	merged,
	type Part,
	partsBeyond,
	reachedParts,
} from "../../../../planning/reach/isochrone/reachedParts.ts";
import type { Reach } from "../../../../planning/reach/reach.ts";
import { costMatrix, randomCity, reachIn, reachOfCity } from "../../../scenes/randomReach.ts";
import { at, streetScene } from "../../../scenes/streetScene.ts";

/** The isochrone of a reach's first home or first door. */
function isochroneOf(reach: Reach, direction: Direction, limitDm: number) {
	const walker = createWalker(reach.graph, reach.profile, direction);
	const origins = direction === "from" ? [reach.residences[0]] : reach.facilities[0];
	return { walker, labels: isochroneLabels(walker, origins, limitDm) };
}

/** Reached parts of the only stretch of a scene with one street. */
function partsOfOnlyStreet(reach: Reach, direction: Direction, limitDm: number): Part[] {
	const { walker, labels } = isochroneOf(reach, direction, limitDm);
	const [edge] = [...reach.graph.edgeHead.keys()].filter((arc) => isGroundEdge(walker, arc));
	const parts = groundParts(walker, labels, edge);
	const lengthDm = reach.graph.edgeLengthDm[edge];
	// the arc with the smaller number may run either way: read the parts from the west
	const isEastward =
		reach.graph.nodeLonLat[2 * reach.edgeTail[edge]] <
		reach.graph.nodeLonLat[2 * reach.graph.edgeHead[edge]];
	return isEastward
		? parts
		: parts.map(([from, to]): Part => [lengthDm - to, lengthDm - from]).reverse();
}

describe("parts of edges by mental arithmetic", () => {
	const street = (tags?: Record<string, string>) =>
		streetScene({ a: [0, 0], b: [3_000, 0] }).way("a b", tags);
	const middle = { homes: [[1_500, 0]], doors: [[1_500, 0]] } as const;

	test("15 minutes from the middle of a street are 1,005 m to either side", () => {
		expect(partsOfOnlyStreet(reachIn(street(), middle), "from", 10_050)).toEqual([[4_950, 25_050]]);
	});

	test("the way to the street is walked first", () => {
		const reach = reachIn(street(), { homes: [[1_500, 100]] });
		expect(partsOfOnlyStreet(reach, "from", 10_050)).toEqual([[5_950, 24_050]]);
	});

	test("along a one-way path one gets ahead, and is reached from behind", () => {
		const reach = reachIn(street({ highway: "footway", "oneway:foot": "yes" }), middle);
		expect(partsOfOnlyStreet(reach, "from", 10_050)).toEqual([[15_000, 25_050]]);
		expect(partsOfOnlyStreet(reach, "to", 10_050)).toEqual([[4_950, 15_000]]);
	});

	test("steps count twice, so half as much of them is reached", () => {
		const reach = reachIn(street({ highway: "steps" }), middle);
		expect(partsOfOnlyStreet(reach, "from", 10_050)).toEqual([[9_975, 20_025]]);
	});

	test("a ring road is reached from both ends; what is left is its far side", () => {
		const scene = streetScene({ a: [0, 0], b: [1_000, 0], c: [1_000, 1_000], d: [0, 1_000] })
			.way("a b", { highway: "footway" }) // not folded with the rest of the ring
			.way("b c d a");
		const reach = reachIn(scene, { homes: [[0, 0]] });
		const { walker, labels } = isochroneOf(reach, "from", 12_000);
		// 4 km in all: 1.2 km either way leave 1.6 km on the long edge of 3 km
		const parts = [...reach.graph.edgeHead.keys()]
			.filter((edge) => isGroundEdge(walker, edge) && reach.graph.edgeLengthDm[edge] > 20_000)
			.flatMap((edge) => groundParts(walker, labels, edge));
		const lengthsM = parts.map(([from, to]) => Math.round((to - from) / 10)).sort((a, b) => a - b);
		expect(lengthsM).toEqual([200, 1_200]);
	});

	test("bands cut the street where the minutes end", () => {
		const { walker, labels } = isochroneOf(reachIn(street(), middle), "from", 10_050);
		const lengths = bandLines(walker, labels, [3_350, 6_700, 10_050]).map(({ lines }) =>
			lines.reduce((sum, line) => {
				for (let i = 1; i < line.length; i++) sum += distanceM(line[i - 1], line[i]);
				return sum;
			}, 0),
		);
		for (const lengthM of lengths) expect(lengthM).toBeCloseTo(670, 1);
	});

	test("a private way that is built twice is drawn once", () => {
		const scene = streetScene({ w: [-300, 0], a: [0, 0], m: [200, 0], e: [500, 0] })
			.way("w a")
			.way("a m", { highway: "service", access: "private" })
			.way("m e");
		const { walker, labels } = isochroneOf(reachIn(scene, { homes: [[100, 0]] }), "from", 10_050);
		const [{ lines }] = bandLines(walker, labels, [10_050]);
		expect(lines).toHaveLength(3);
	});
});

describe("cutting lines", () => {
	test("a part of a bent line keeps its corner", () => {
		const line = [at(0, 0), at(100, 0), at(100, 100)].flat();
		const cut = cutLine(line, 2_000, [500, 1_500]);
		expect(cut).toHaveLength(6);
		expect(cut.slice(2, 4)).toEqual([...at(100, 0)]);
		expect(distanceM([cut[0], cut[1]], at(50, 0))).toBeLessThan(0.01);
		expect(distanceM([cut[4], cut[5]], at(100, 50))).toBeLessThan(0.01);
	});

	test("a part beyond another is what the other does not hold", () => {
		expect(
			partsBeyond(
				[[0, 10]],
				[
					[3, 5],
					[7, 8],
				],
			),
		).toEqual([
			[0, 3],
			[5, 7],
			[8, 10],
		]);
		expect(
			partsBeyond(
				[
					[0, 4],
					[6, 10],
				],
				[[0, 10]],
			),
		).toEqual([]);
		expect(
			merged([
				[5, 7],
				[0, 3],
				[3, 4],
			]),
		).toEqual([
			[0, 4],
			[5, 7],
		]);
	});
});

describe("on random cities", () => {
	test("a home beside the street is within the limit exactly when its part of the edge is", () => {
		fc.assert(
			fc.property(randomCity, fc.integer({ min: 500, max: 8_000 }), (city, limitDm) => {
				const reach = reachOfCity(city);
				// homes put onto the street itself
				const onStreet = {
					...reach,
					residences: reach.residences.map((home) => ({ ...home, connectorDm: 0 })),
				};
				const costs = costMatrix(onStreet);
				const { walker, labels } = isochroneOf(onStreet, "to", limitDm);
				onStreet.residences.forEach(({ edge, offsetDm }, i) => {
					if (edge >= reach.graph.edgeHead.length) return;
					// rounding of a part of a flight of steps: half a decimetre
					const isReached = reachedParts(walker, labels, edge, limitDm).some(
						([from, to]) => offsetDm >= from - 0.5 && offsetDm <= to + 0.5,
					);
					if (isReached !== costs[i][0] <= limitDm)
						expect(Math.abs(costs[i][0] - limitDm)).toBeLessThanOrEqual(1);
				});
			}),
			{ numRuns: 200 },
		);
	});

	test("more time never reaches less of an edge", () => {
		fc.assert(
			fc.property(randomCity, fc.integer({ min: 0, max: 8_000 }), (city, limitDm) => {
				const reach = reachOfCity(city);
				const { walker, labels } = isochroneOf(reach, "from", limitDm + 500);
				for (const edge of reach.graph.edgeHead.keys()) {
					if (!isGroundEdge(walker, edge)) continue;
					const fewer = groundParts(walker, labels, edge, limitDm);
					const more = groundParts(walker, labels, edge, limitDm + 500);
					expect(partsBeyond(fewer, more)).toEqual([]);
				}
			}),
			{ numRuns: 100 },
		);
	});
});
