// Conventions of attaching and walking, each by mental arithmetic; and what happens to input that makes no sense.
import { describe, expect, test } from "vitest";
import type { Attachment } from "../../../planning/reach/attach.ts";
import {
	attachFacility,
	attachResidence,
	createAttacher,
} from "../../../planning/reach/attacher.ts";
import { nearest, noTimes, reachFor, UNREACHED_DM } from "../../../planning/reach/reach.ts";
import { createWhatIf, type WhatIf } from "../../../planning/reach/whatIf.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { NO_EDGE } from "../../../planning/streets/StreetGraph.ts";
import type { WaySet } from "../../../planning/streets/Way.ts";
import { plainGraph } from "../../scenes/plainGraph.ts";
import { at, streetScene } from "../../scenes/streetScene.ts";
import { ADULT, type PlaceM, walk } from "../../scenes/walk.ts";

describe("by mental arithmetic", () => {
	test("a facility is as near as its best entrance, also one on the far side of its block", () => {
		// a block 100 m deep between two streets that meet 400 m to the west
		const scene = streetScene({ a: [0, 0], b: [500, 0], c: [0, 100], d: [500, 100] })
			.way("a b")
			.way("c d")
			.way("a c", { highway: "footway" }); // not folded with the streets
		const { graph, barriers } = compileStreets(scene);
		const attacher = createAttacher(graph, barriers);
		const home = attachResidence(attacher, at(400, 0));
		const south = attachFacility(attacher, at(450, 0));
		const north = attachFacility(attacher, at(400, 100));
		const costTo = (doors: Attachment[]) => {
			const reach = reachFor(graph, ADULT, [home], [doors]);
			const times = noTimes(1);
			nearest(reach, [0], "all", 10_050, times);
			return times.costDm[0];
		};
		expect(costTo(north)).toBe(4_000 + 1_000 + 4_000);
		expect(costTo([...north, ...south])).toBe(500);
	});

	test("a home 299 m from its street walks all of it, one 301 m away is not attached", () => {
		const street = streetScene({ a: [0, 0], b: [600, 0] }).way("a b");
		const { costDm } = walk(street, {
			homes: [
				[100, 299],
				[100, 301],
			],
			doors: [[500, 0]],
		});
		expect([...costDm]).toEqual([2_990 + 4_000, UNREACHED_DM]);
	});

	test("a facility beyond the last house of the city serves those near it", () => {
		const scene = streetScene({ a: [0, 0], border: [300, 0], outside: [700, 0] }).way(
			"a border outside",
		);
		expect(walk(scene, { homes: [[200, 0]], doors: [[690, 10]] }).costDm[0]).toBe(4_900 + 100);
	});

	test("homes and doors at the ends of lanes are reached like any other", () => {
		// three lanes off one road, the third with a yard of two lanes at its end
		const scene = streetScene({
			...{ a: [0, 0], b: [100, 0], c: [200, 0], d: [300, 0], north: [100, 80], south: [200, -60] },
			...{ fork: [300, 50], left: [250, 50], right: [350, 50] },
		})
			.way("a b c d")
			.way("b north")
			.way("c south")
			.way("d fork")
			.way("left fork right");
		const lanes: PlaceM[] = [
			[100, 80],
			[200, -60],
			[250, 50],
			[350, 50],
		];
		const fromNorth = walk(scene, { homes: lanes, doors: [[100, 80]] });
		expect([...fromNorth.costDm]).toEqual([
			0,
			800 + 1_000 + 600,
			800 + 2_000 + 1_000,
			800 + 2_000 + 1_000,
		]);
		const fromYard = walk(scene, { homes: lanes, doors: [[350, 50]] });
		expect([...fromYard.costDm]).toEqual([3_800, 500 + 500 + 1_000 + 600, 1_000, 0]);
	});

	test("a river is crossed by its bridge, and only there", () => {
		const scene = streetScene({
			...{ a: [0, 0], b: [500, 0], c: [0, 100], d: [500, 100] },
			...{ r: [-500, 50], s: [900, 50] },
		})
			.way("a b")
			.way("c d")
			.way("b d", { highway: "residential", bridge: "yes" })
			.way("r s", { waterway: "river" });
		const { costDm } = walk(scene, { homes: [[100, 40]], doors: [[100, 60]] });
		expect(costDm[0]).toBe(400 + 4_000 + 1_000 + 4_000 + 400);
	});

	test("on one edge the door ahead is reached, the door behind only by going round a one-way", () => {
		const oneWay = { highway: "footway", "oneway:foot": "yes" };
		const scene = streetScene({ a: [0, 0], b: [300, 0], c: [300, 100], d: [0, 100] })
			.way("a b", oneWay)
			.way("b c d a");
		const ahead = walk(scene, { homes: [[100, 0]], doors: [[200, 0]] });
		expect(ahead.costDm[0]).toBe(1_000);
		const behind = walk(scene, { homes: [[200, 0]], doors: [[100, 0]] });
		expect(behind.costDm[0]).toBe(1_000 + 1_000 + 3_000 + 1_000 + 1_000);
	});

	test("a straight walk on one's own edge is not always the shortest", () => {
		// two junctions 100 m apart, and between them also a 900 m bow with both places near its ends
		const scene = streetScene({ a: [0, 0], b: [100, 0], m: [0, 400], n: [100, 400], z: [-50, 0] })
			.way("z a")
			.way("a b")
			.way("a m n b");
		const { costDm } = walk(scene, { homes: [[0, 50]], doors: [[100, 50]] });
		expect(costDm[0]).toBe(500 + 1_000 + 500);
	});
});

/** A what-if in a scene, and the edge under a place. */
function edited(scene: WaySet, homes: readonly PlaceM[], doors: readonly PlaceM[]) {
	const { graph, barriers } = compileStreets(scene);
	const attacher = createAttacher(graph, barriers);
	const reach = reachFor(
		graph,
		ADULT,
		homes.map(([eastM, northM]) => attachResidence(attacher, at(eastM, northM))),
		doors.map(([eastM, northM]) => attachFacility(attacher, at(eastM, northM))),
	);
	const placeOf = ([eastM, northM]: PlaceM) => {
		const { edge, offsetDm } = attachResidence(attacher, at(eastM, northM));
		return { edge, offsetDm };
	};
	const doorsAt = ([eastM, northM]: PlaceM) => attachFacility(attacher, at(eastM, northM));
	const whatIf: WhatIf = createWhatIf(reach, doors.keys(), 10_050);
	return { whatIf, placeOf, doorsAt };
}

describe("what if, by mental arithmetic", () => {
	const twoStreets = () =>
		streetScene({ a: [0, 0], b: [500, 0], c: [0, 100], d: [500, 100] })
			.way("a b")
			.way("c d")
			.way("a c", { highway: "footway" }); // not folded with the streets

	test("a gate opened in the wall between two streets saves the way round", () => {
		const { whatIf, placeOf } = edited(twoStreets(), [[400, 0]], [[450, 100]]);
		expect(whatIf.times.costDm[0]).toBe(4_000 + 1_000 + 4_500);
		const gate = { from: placeOf([420, 0]), to: placeOf([420, 100]), lengthDm: 1_000 };
		const change = whatIf.openLink(gate);
		expect([...change.residence]).toEqual([0]);
		expect([...change.afterDm]).toEqual([200 + 1_000 + 300]);
		expect([...(whatIf.undo()?.afterDm ?? [])]).toEqual([9_500]);
		expect(whatIf.undo()).toBeNull();
	});

	test("a footbridge from the end of one lane to the end of another is crossed", () => {
		const lanes = streetScene({
			...{ a: [100, 0], b: [300, 0], c: [600, 0], tip: [300, 100] },
			...{ d: [100, 300], e: [300, 300], f: [600, 300], far: [300, 200] },
		})
			.way("a b c")
			.way("b tip")
			.way("d e f")
			.way("e far")
			.way("a d", { highway: "footway" });
		const { whatIf, placeOf } = edited(lanes, [[400, 0]], [[400, 300]]);
		expect(whatIf.times.costDm[0]).toBe(3_000 + 3_000 + 3_000);
		const bridge = { from: placeOf([300, 100]), to: placeOf([300, 200]), lengthDm: 1_000 };
		expect([...whatIf.openLink(bridge).afterDm]).toEqual([1_000 + 3 * 1_000 + 1_000]);
	});

	test("a closed street is not walked through, but its people leave by both ends and its doors are reached", () => {
		const ring = streetScene({ a: [0, 0], b: [300, 0], c: [300, 100], d: [0, 100] })
			.way("a b")
			.way("b c", { highway: "footway" }) // other kinds of way are not folded
			.way("c d")
			.way("d a", { highway: "footway" });
		const { whatIf, placeOf, doorsAt } = edited(
			ring,
			[
				[0, 50],
				[100, 0],
			],
			[[300, 50]],
		);
		expect([...whatIf.times.costDm]).toEqual([500 + 3_000 + 500, 2_000 + 500]);
		whatIf.closeLink(placeOf([150, 0]).edge);
		// the first home now goes round by the north, as far; the second still leaves by the east end
		expect([...whatIf.times.costDm]).toEqual([500 + 3_000 + 500, 2_500]);
		whatIf.closeLink(placeOf([150, 100]).edge);
		expect([...whatIf.times.costDm]).toEqual([UNREACHED_DM, 2_500]);
		whatIf.addFacility(1, doorsAt([200, 0]));
		expect([...whatIf.times.costDm]).toEqual([500 + 2_000, 1_000]);
	});

	test("two footbridges that land at one spot of a closed street still lead across it", () => {
		const rows = streetScene({
			...{ a: [0, 0], b: [500, 0], c: [0, 100], d: [500, 100], e: [0, 200], f: [500, 200] },
		})
			.way("a b")
			.way("c d")
			.way("e f");
		const { whatIf, placeOf } = edited(rows, [[200, 0]], [[300, 200]]);
		whatIf.closeLink(placeOf([250, 100]).edge);
		for (const northM of [0, 200]) {
			const from = placeOf([250, northM]);
			whatIf.openLink({ from, to: placeOf([250, 100]), lengthDm: 1_000 });
		}
		expect(whatIf.times.costDm[0]).toBe(500 + 2_000 + 500);
	});

	test("a square that gets ten new links loses none of its old streets", () => {
		// node 0 with four streets of 1,000 dm to 1 … 4; nodes 5 … 14 lie 5,000 dm behind node 4
		const street = (tail: number, head: number, lengthDm: number) => ({ tail, head, lengthDm });
		const arms = [1, 2, 3, 4].map((node) => street(0, node, 1_000));
		const far = Array.from({ length: 10 }, (_, i) => street(4, 5 + i, 5_000));
		const { graph, edgeOf } = plainGraph(15, [...arms, ...far]);
		const end = (piece: number, offsetDm: number): Attachment => ({
			edge: edgeOf[piece],
			offsetDm,
			connectorDm: 0,
			status: "attached",
		});
		const homes = [1, 2, 3, 4].map((_, arm) => end(arm, 1_000));
		const ends = far.map((_, i) => end(4 + i, 5_000));
		const reach = reachFor(graph, ADULT, [...homes, ...ends], [[end(0, 0)]]);
		const whatIf = createWhatIf(reach, [0], 10_050);
		const before = [...whatIf.times.costDm];
		expect(before).toEqual([1_000, 1_000, 1_000, 1_000, ...far.map(() => 6_000)]);
		for (let i = 0; i < 10; i++)
			whatIf.openLink({ from: { node: 0 }, to: { node: 5 + i }, lengthDm: 100 + i });
		expect([...whatIf.times.costDm]).toEqual([
			...[1_000, 1_000, 1_000, 1_000],
			...far.map((_, i) => 100 + i),
		]);
		whatIf.closeLink(edgeOf[3]); // node 4 is now reached by the first new link and back
		expect(whatIf.times.costDm[3]).toBe(1_000); // its own street's people still leave by the square
		expect(whatIf.times.costDm[0]).toBe(1_000);
		while (whatIf.undo() !== null);
		expect([...whatIf.times.costDm]).toEqual(before);
	});

	test("a one-way of no length is not walked against, not even from a new link on it", () => {
		const { graph, edgeOf } = plainGraph(4, [
			{ tail: 0, head: 1, lengthDm: 0, isOneWay: true },
			{ tail: 1, head: 2, lengthDm: 100 },
			{ tail: 0, head: 3, lengthDm: 100 },
		]);
		const [gate, east, west] = edgeOf;
		const at100 = { offsetDm: 100, connectorDm: 0, status: "attached" } as const;
		const reach = reachFor(graph, ADULT, [{ edge: east, ...at100 }], [[{ edge: west, ...at100 }]]);
		const whatIf = createWhatIf(reach, [0], 10_050);
		whatIf.openLink({ from: { edge: gate, offsetDm: 0 }, to: { node: 2 }, lengthDm: 700 });
		expect(whatIf.times.costDm[0]).toBe(UNREACHED_DM);
	});

	test("of two clinics in one building, closing one leaves the other", () => {
		const street = streetScene({ a: [0, 0], b: [400, 0] }).way("a b");
		const { whatIf } = edited(
			street,
			[[100, 0]],
			[
				[300, 0],
				[300, 0],
			],
		);
		expect(whatIf.times.facility[0]).toBe(0);
		const change = whatIf.closeFacility(0);
		expect([change.beforeDm[0], change.afterDm[0]]).toEqual([2_000, 2_000]);
		expect([change.beforeFacility[0], change.afterFacility[0]]).toEqual([0, 1]);
	});

	test("a facility that moves away and back leaves no trace", () => {
		const { whatIf, doorsAt } = edited(twoStreets(), [[400, 0]], [[450, 0]]);
		const home = doorsAt([450, 0]);
		expect(whatIf.moveFacility(0, doorsAt([450, 100])).afterDm[0]).toBe(9_500);
		expect(whatIf.moveFacility(0, home).afterDm[0]).toBe(500);
		expect([...whatIf.times.costDm]).toEqual([500]);
	});

	test("what is not there cannot be closed, what is there not added", () => {
		const { whatIf, doorsAt, placeOf } = edited(twoStreets(), [[400, 0]], [[450, 0]]);
		const { edge } = placeOf([100, 0]);
		expect(() => whatIf.closeFacility(7)).toThrow("There is no facility 7.");
		expect(() => whatIf.addFacility(0, doorsAt([0, 0]))).toThrow("Facility 0 is there already.");
		expect(() => whatIf.addFacility(2 ** 20, doorsAt([0, 0]))).toThrow("no whole number below");
		expect(() => whatIf.reopenLink(edge)).toThrow("is not closed");
		expect(() => whatIf.removeLink(0)).toThrow("There is no new link 0.");
		const nowhere = { from: { edge, offsetDm: 5_001 }, to: { node: 0 }, lengthDm: 1 };
		expect(() => whatIf.openLink(nowhere)).toThrow("is not on the street graph");
		expect(() => whatIf.closeLink(99)).toThrow("is not on the street graph");
		expect(whatIf.undo()).toBeNull();
		whatIf.closeLink(edge);
		expect(() => whatIf.closeLink(edge)).toThrow("is closed already");
	});
});

describe("bad input", () => {
	const place = (edge: number, offsetDm: number): Attachment => ({
		edge,
		offsetDm,
		connectorDm: 0,
		status: "attached",
	});
	function costs(city: ReturnType<typeof plainGraph>, homes: Attachment[], doors: Attachment[]) {
		const reach = reachFor(city.graph, ADULT, homes, [doors]);
		const times = noTimes(homes.length);
		nearest(reach, [0], "all", 10_050, times);
		return [...times.costDm];
	}

	test("residences all outside the graph's box are not attached and reach nothing", () => {
		const street = streetScene({ a: [0, 0], b: [400, 0] }).way("a b");
		const { costDm, facility } = walk(street, {
			homes: [
				[90_000, 0],
				[0, -70_000],
			],
			doors: [[200, 0]],
		});
		expect([...costDm]).toEqual([UNREACHED_DM, UNREACHED_DM]);
		expect([...facility]).toEqual([-1, -1]);
	});

	test("a layer without any walkable way attaches nobody", () => {
		const motorway = streetScene({ a: [0, 0], b: [400, 0] }).way("a b", { highway: "motorway" });
		const { costDm } = walk(motorway, { homes: [[10, 0]], doors: [[20, 0]] });
		expect([...costDm]).toEqual([UNREACHED_DM]);
	});

	test("an edge that costs more than the limit is not crossed, but its near end is used", () => {
		const city = plainGraph(3, [
			{ tail: 0, head: 1, lengthDm: 4_000_000_000 },
			{ tail: 1, head: 2, lengthDm: 100 },
		]);
		const [long, short] = city.edgeOf;
		const homes = [place(short, 0), place(long, 3_999_999_000), place(long, 1_000)];
		expect(costs(city, homes, [place(short, 100)])).toEqual([100, 1_100, UNREACHED_DM]);
	});

	test("a facility on an island serves the island only", () => {
		const scene = streetScene({ a: [0, 0], b: [400, 0], c: [0, 200], d: [400, 200] })
			.way("a b")
			.way("c d");
		const { costDm } = walk(scene, {
			homes: [
				[100, 0],
				[100, 200],
			],
			doors: [[300, 200]],
		});
		expect([...costDm]).toEqual([UNREACHED_DM, 2_000]);
	});

	test("self-loops and edges of no length are walked like any other", () => {
		const city = plainGraph(3, [
			{ tail: 0, head: 1, lengthDm: 0 },
			{ tail: 1, head: 0, lengthDm: 0 },
			{ tail: 1, head: 1, lengthDm: 600 },
			{ tail: 1, head: 2, lengthDm: 50 },
			{ tail: 0, head: 0, lengthDm: 0, isOneWay: true },
		]);
		const [zero, , loop, out, stay] = city.edgeOf;
		const homes = [place(loop, 200), place(loop, 500), place(zero, 0), place(stay, 0)];
		expect(costs(city, homes, [place(out, 50)])).toEqual([250, 150, 50, 50]);
		// on the loop itself the shorter way round counts
		expect(costs(city, [place(loop, 550)], [place(loop, 20)])).toEqual([70]);
	});

	test("nobody, nothing, nowhere: no residences, no facilities, no streets", () => {
		const empty = plainGraph(0, []);
		const lost: Attachment = { edge: NO_EDGE, offsetDm: 0, connectorDm: 0, status: "not-attached" };
		expect(costs(empty, [lost], [lost])).toEqual([UNREACHED_DM]);
		const reach = reachFor(empty.graph, ADULT, [], []);
		nearest(reach, [], "all", 10_050, noTimes(0));
		expect(createWhatIf(reach, [], 10_050).times.costDm).toHaveLength(0);
	});
});
