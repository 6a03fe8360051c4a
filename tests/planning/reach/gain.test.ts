import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexHomes } from "../../../planning/reach/catchment.ts";
import { gainAt, gainByNode } from "../../../planning/reach/gain.ts";
import { nodePlaces } from "../../../planning/reach/nodePlaces.ts";
import type { Reach } from "../../../planning/reach/reach.ts";
import {
	costMatrix,
	nodeCosts,
	randomCity,
	reachIn,
	reachOfCity,
} from "../../scenes/randomReach.ts";
import { at, streetScene } from "../../scenes/streetScene.ts";

const LIMIT_DM = 5_000;

/** The number of the junction at a place of the scene. */
function nodeAt({ graph }: Reach, eastM: number, northM: number): number {
	const [lon, lat] = at(eastM, northM);
	const { nodeLonLat } = graph;
	for (let node = 0; 2 * node < nodeLonLat.length; node++)
		if (
			Math.abs(nodeLonLat[2 * node] - lon) < 1e-7 &&
			Math.abs(nodeLonLat[2 * node + 1] - lat) < 1e-7
		)
			return node;
	throw new Error(`No junction at ${eastM}, ${northM}.`);
}

describe("people who would get a facility", () => {
	test("a junction gains the uncovered within 500 m of it and nobody else", () => {
		const reach = reachIn(
			streetScene({ a: [0, 0], b: [400, 0], c: [1_000, 0] })
				.way("a b")
				.way("b c", { highway: "footway" }), // not folded with the street
			{
				homes: [
					[100, 0],
					[700, 0],
					[900, 0],
					[300, 0],
				],
			},
		);
		const people = Float64Array.of(10, 20, 40, 0);
		const gain = gainByNode(reach, { people, limitDm: LIMIT_DM });
		expect(gain[nodeAt(reach, 0, 0)]).toBe(10);
		expect(gain[nodeAt(reach, 400, 0)]).toBe(10 + 20 + 40);
		expect(gain[nodeAt(reach, 1_000, 0)]).toBe(20 + 40);
	});

	test("against a one-way foot path nobody comes", () => {
		const reach = reachIn(
			streetScene({ a: [0, 0], b: [400, 0] }).way("a b", {
				highway: "footway",
				"oneway:foot": "yes",
			}),
			{ homes: [[200, 0]] },
		);
		const gain = gainByNode(reach, { people: Float64Array.of(7), limitDm: LIMIT_DM });
		expect(gain[nodeAt(reach, 0, 0)]).toBe(0);
		expect(gain[nodeAt(reach, 400, 0)]).toBe(7);
	});

	test("a place inside a compound gains its own people once, though the way is built twice", () => {
		const reach = reachIn(
			streetScene({ w: [-300, 0], a: [0, 0], m: [100, 0], n: [100, 80] })
				.way("w a")
				.way("a m n", { highway: "service", access: "private" }),
			{ homes: [[50, 0]] },
		);
		const gain = gainByNode(reach, { people: Float64Array.of(9), limitDm: LIMIT_DM });
		expect(gain[nodeAt(reach, 100, 80)]).toBe(9);
		expect([...gain].every((people) => people === 9)).toBe(true);
	});
});

describe("on random cities", () => {
	test("gain by node is the sum over people whose cheapest way to the place is within the limit", () => {
		fc.assert(
			fc.property(randomCity, (city) => {
				const reach = reachOfCity(city);
				const people = Float64Array.from(reach.residences, (_, i) => (i % 3) * 2 ** i);
				const place = nodePlaces(reach.graph);
				const expected = new Float64Array(place.length);
				reach.residences.forEach((_, residence) => {
					const reached = new Set<number>();
					nodeCosts(reach, residence).forEach((dm, node) => {
						if (dm <= LIMIT_DM) reached.add(place[node]);
					});
					for (const node of expected.keys())
						if (reached.has(place[node])) expected[node] += people[residence];
				});
				expect(gainByNode(reach, { people, limitDm: LIMIT_DM })).toEqual(expected);
			}),
			{ numRuns: 150 },
		);
	});

	test("gain at candidates is the sum of the cost table", () => {
		fc.assert(
			fc.property(randomCity, (city) => {
				const reach = reachOfCity(city);
				const people = Uint32Array.from(reach.residences, (_, i) => i + 1);
				const candidates = [...reach.facilities.keys()];
				const gain = gainAt(reach, indexHomes(reach), candidates, { people, limitDm: LIMIT_DM });
				const costs = costMatrix(reach);
				for (const candidate of candidates)
					expect(gain[candidate]).toBe(
						costs.reduce((sum, row, i) => sum + (row[candidate] <= LIMIT_DM ? people[i] : 0), 0),
					);
			}),
			{ numRuns: 100 },
		);
	});

	test("a candidate standing at a junction gains what the junction gains", () => {
		fc.assert(
			fc.property(randomCity, fc.nat(5), fc.integer({ min: 1, max: 4 }), (city, column, row) => {
				// a corner of the grid is a bend of one street, no junction
				const doors = [[column * 100, row * 100]] as const;
				// at the start of a one-way path a door is on that path, not on the streets that cross it
				const reach = reachOfCity({ ...city, oneWays: [], privates: [], doors });
				if (reach.facilities[0][0].connectorDm > 0) return; // nothing but shut gates here
				const people = Float64Array.from(reach.residences, () => 1);
				const asked = { people, limitDm: LIMIT_DM };
				const [gain] = gainAt(reach, indexHomes(reach), [0], asked);
				// a shut gate cuts a junction into the ends of its ways: the facility is on one of them
				const { edge, offsetDm } = reach.facilities[0][0];
				const node = offsetDm === 0 ? reach.edgeTail[edge] : reach.graph.edgeHead[edge];
				expect(gainByNode(reach, asked)[node]).toBe(gain);
			}),
			{ numRuns: 100 },
		);
	});
});
