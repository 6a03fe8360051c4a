// What walk times are, on graphs drawn at random: judged by the definition, not by another search.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearest, noTimes, reachFor, type Times } from "../../../planning/reach/reach.ts";
import { createWhatIf } from "../../../planning/reach/whatIf.ts";
import { byDefinition } from "../../scenes/byDefinition.ts";
import { anyCity, below, desertCity, type RandomCity } from "../../scenes/randomCity.ts";

const seeds = fc.nat(0xffff_ffff);
const cityOf = (seed: number): RandomCity => {
	const random = below(seed);
	return random(3) === 0 ? desertCity(random, 7) : anyCity(random);
};

function reachOf({ graph, profile, residences, facilities }: RandomCity) {
	return reachFor(graph, profile, residences, facilities);
}

function timesOf(city: RandomCity, limitDm = city.limitDm): Times {
	const times = noTimes(city.residences.length);
	nearest(reachOf(city), city.facilities.keys(), "all", limitDm, times);
	return times;
}

test("every walk time is the least over all walks, and between equals the smaller facility's", () => {
	fc.assert(
		fc.property(seeds, (seed) => {
			const city = cityOf(seed);
			const reach = reachOf(city);
			const { costDm, facility } = timesOf(city);
			for (const residence of city.residences.keys())
				expect([costDm[residence], facility[residence]]).toEqual(
					byDefinition(reach, residence, [...city.facilities.keys()], city.limitDm),
				);
		}),
		{ numRuns: 200 },
	);
});

test("a label at a node is the least of its doors' and of its neighbours' plus the arc", () => {
	fc.assert(
		fc.property(seeds, (seed) => {
			const city = cityOf(seed);
			if (city.facilities.length === 0) return;
			const reach = reachOf(city);
			nearest(reach, reach.facilities.keys(), "all", city.limitDm, noTimes(city.residences.length));
			const { records, doors, scratch } = reach;
			const bits = 32 - Math.clz32(city.facilities.length - 1);
			const top = scratch.base + (city.limitDm + 1) * 2 ** bits;
			// the least of all offers to each slot, by name of slot
			const least = new Map<number, number>();
			const offer = (slot: number, dm: number, rank: number) => {
				const label = scratch.base + dm * 2 ** bits + rank;
				if (dm <= city.limitDm) least.set(slot, Math.min(label, least.get(slot) ?? label));
			};
			city.facilities.forEach((_, facility) => {
				for (let row = doors.first[facility]; row < doors.first[facility + 1]; row++) {
					offer(doors.ends.tailSlot[row], doors.ends.tailDm[row], facility);
					offer(doors.ends.headSlot[row], doors.ends.headDm[row], facility);
				}
			});
			for (const slot of records.slotOf) {
				const label = records.label[slot] - scratch.base;
				if (records.label[slot] >= top) continue;
				for (let arc = 8 * slot, last = false; !last; arc += 2) {
					last = records.arcs[arc + 1] < 0;
					const arcDm = records.arcs[arc + 1] & 0x7fff_ffff;
					offer(records.arcs[arc], Math.floor(label / 2 ** bits) + arcDm, label % 2 ** bits);
				}
			}
			for (const slot of records.slotOf)
				expect(records.label[slot] < top ? records.label[slot] : undefined).toBe(least.get(slot));
		}),
		{ numRuns: 100 },
	);
});

describe("never", () => {
	test("does a facility more, or a link more, make anyone's walk longer", () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const random = below(seed);
				const city = anyCity(random);
				const whatIf = createWhatIf(reachOf(city), city.facilities.keys(), city.limitDm);
				const nodeCount = city.graph.firstEdge.length - 1;
				const edge = random(city.graph.edgeHead.length);
				const offsetDm = random(city.graph.edgeLengthDm[edge] + 1);
				const from = { edge, offsetDm };
				const changes = [
					whatIf.addFacility(50, city.anyDoors()),
					whatIf.openLink({ from, to: { node: random(nodeCount) }, lengthDm: random(200) }),
				];
				for (const { beforeDm, afterDm } of changes)
					expect(afterDm.every((dm, i) => dm <= beforeDm[i])).toBe(true);
				for (const { beforeDm, afterDm } of [whatIf.closeLink(edge), whatIf.closeFacility(50)])
					expect(afterDm.every((dm, i) => dm >= beforeDm[i])).toBe(true);
			}),
			{ numRuns: 150 },
		);
	});

	test("does a longer limit change a walk that was within the shorter", () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const city = cityOf(seed);
				const short = timesOf(city, 700);
				const long = timesOf(city, 2_100);
				short.costDm.forEach((dm, residence) => {
					if (dm > 700) expect(long.costDm[residence]).toBeGreaterThan(700);
					else expect(long.costDm[residence]).toBe(dm);
				});
			}),
			{ numRuns: 100 },
		);
	});
});

test("a search for some residences gives them what a search for all does, and touches no one else", () => {
	fc.assert(
		fc.property(seeds, (seed) => {
			const city = cityOf(seed);
			const all = timesOf(city);
			const some = [...city.residences.keys()].filter((residence) => residence % 3 === 0);
			const times = noTimes(city.residences.length);
			nearest(reachOf(city), city.facilities.keys(), some, city.limitDm, times);
			times.costDm.forEach((dm, residence) => {
				expect(dm).toBe(residence % 3 === 0 ? all.costDm[residence] : 0xffff_ffff);
			});
		}),
	);
});

test("more facilities than a label has room for are searched in turns, with the same answer", () => {
	const city = anyCity(below(11));
	const many = Array.from({ length: 40 }, () => city.anyDoors());
	const crowded = { ...city, facilities: many, residences: city.residences };
	// 2³⁰ dm leave room for two ranks
	const far = timesOf(crowded, 2 ** 30 - 3);
	const near = timesOf(crowded, 1_000_000);
	expect(far).toEqual(near);
});
