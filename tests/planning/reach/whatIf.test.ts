import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attachment } from "../../../planning/reach/attach.ts";
import type { Change } from "../../../planning/reach/HomeTimes.ts";
import type { LinkPlace, NewLink } from "../../../planning/reach/links.ts";
import { reachFor } from "../../../planning/reach/reach.ts";
import { createWhatIf, type WhatIf } from "../../../planning/reach/whatIf.ts";
import { EDGE_FLAG } from "../../../planning/streets/StreetGraph.ts";
import {
	anyCity,
	below,
	desertCity,
	type Random,
	type RandomCity,
} from "../../scenes/randomCity.ts";
import { rebuiltTimes } from "../../scenes/rebuiltCity.ts";

/** A what-if and, beside it, the same city kept as plain lists. */
class Pair {
	readonly whatIf: WhatIf;
	private readonly city: RandomCity;
	private readonly random: Random;
	private facilities: Map<number, readonly Attachment[]>;
	private closed = new Set<number>();
	private links = new Map<number, NewLink>();
	private readonly past: (() => void)[] = [];
	/** Times as the changes told so far add up to. */
	private readonly dm: Uint32Array;
	private readonly nearest: Int32Array;

	constructor(city: RandomCity, random: Random) {
		this.city = city;
		this.random = random;
		const { graph, profile, residences, facilities, limitDm } = city;
		const reach = reachFor(graph, profile, residences, facilities);
		this.facilities = new Map(facilities.entries());
		this.whatIf = createWhatIf(reach, facilities.keys(), limitDm);
		this.dm = this.whatIf.times.costDm.slice();
		this.nearest = this.whatIf.times.facility.slice();
	}

	edit(): string {
		const kinds = [
			"add",
			"move",
			"close",
			"close link",
			"reopen",
			"open link",
			"remove link",
			"undo",
		];
		const kind = kinds[this.random(kinds.length)];
		const { facilities, closed, links } = this;
		const keep = () => {
			this.past.push(() => {
				this.facilities = facilities;
				this.closed = closed;
				this.links = links;
			});
			this.facilities = new Map(facilities);
			this.closed = new Set(closed);
			this.links = new Map(links);
		};
		const numbers = [...facilities.keys()];
		const [facility, doors] = [numbers[this.random(numbers.length)], this.city.anyDoors()];
		if (kind === "add") {
			const free = this.random(60);
			if (facilities.has(free)) return kind;
			keep();
			this.facilities.set(free, doors);
			this.follow(this.whatIf.addFacility(free, doors));
		} else if (kind === "move" && numbers.length > 0) {
			keep();
			this.facilities.set(facility, doors);
			this.follow(this.whatIf.moveFacility(facility, doors));
		} else if (kind === "close" && numbers.length > 0) {
			keep();
			this.facilities.delete(facility);
			this.follow(this.whatIf.closeFacility(facility));
		} else if (kind === "close link") {
			const edge = this.random(this.city.graph.edgeHead.length);
			if (this.groundOf(edge).some((one) => closed.has(one))) return kind;
			keep();
			this.closed.add(edge);
			this.follow(this.whatIf.closeLink(edge));
		} else if (kind === "reopen" && closed.size > 0) {
			const edge = [...closed][this.random(closed.size)];
			keep();
			this.closed.delete(edge);
			this.follow(this.whatIf.reopenLink(edge));
		} else if (kind === "open link") {
			const link = this.anyLink();
			keep();
			const opened = this.whatIf.openLink(link);
			this.links.set(opened.link, link);
			this.follow(opened);
		} else if (kind === "remove link" && links.size > 0) {
			const id = [...links.keys()][this.random(links.size)];
			keep();
			this.links.delete(id);
			this.follow(this.whatIf.removeLink(id));
		} else if (kind === "undo") {
			const change = this.whatIf.undo();
			const back = this.past.pop();
			expect(change === null).toBe(back === undefined);
			back?.();
			if (change !== null) this.follow(change);
		}
		return kind;
	}

	/** What an edit says of residences must be what happened to them, and to them alone. */
	private follow({ residence, beforeDm, afterDm, beforeFacility, afterFacility }: Change): void {
		expect([...residence]).toEqual([...new Set(residence)].sort((a, b) => a - b));
		residence.forEach((one, i) => {
			expect([beforeDm[i], beforeFacility[i]]).toEqual([this.dm[one], this.nearest[one]]);
			expect([afterDm[i], afterFacility[i]]).not.toEqual([beforeDm[i], beforeFacility[i]]);
			this.dm[one] = afterDm[i];
			this.nearest[one] = afterFacility[i];
		});
		const { costDm, facility } = this.whatIf.times;
		expect([this.dm, this.nearest]).toEqual([costDm, facility]);
	}

	check(message: string): void {
		const { graph, residences, profile, limitDm } = this.city;
		const { facilities, closed } = this;
		const edited = { graph, residences, facilities, closed, links: this.links.values() };
		const expected = rebuiltTimes(edited, profile, limitDm);
		const { costDm, facility } = this.whatIf.times;
		expect({ costDm, facility }, message).toEqual(expected);
	}

	private groundOf(edge: number): number[] {
		const { edgeReverse, privateTwins } = this.city.graph;
		const standing = Math.min(edge, edgeReverse[edge]);
		const at = privateTwins.indexOf(standing);
		const copies = at < 0 ? [standing] : [standing, privateTwins[at ^ 1]];
		return copies.flatMap((copy) => [copy, edgeReverse[copy]]);
	}

	private anyLink(): NewLink {
		return {
			from: this.anyPlace(),
			to: this.anyPlace(),
			lengthDm: this.random(3) === 0 ? 0 : this.random(1_500),
			penaltyDs: this.random(2) * this.random(400),
			flags: this.random(4) === 0 ? EDGE_FLAG.steps : 0,
			isOneWay: this.random(3) === 0,
		};
	}

	private anyPlace(): LinkPlace {
		const { graph } = this.city;
		if (this.random(3) === 0) return { node: this.random(graph.firstEdge.length - 1) };
		// some edges again and again, so that points meet on them
		const edge = this.random(Math.min(graph.edgeHead.length, this.random(2) === 0 ? 6 : Infinity));
		return { edge, offsetDm: this.random(graph.edgeLengthDm[edge] + 1) };
	}
}

describe("what-if equals a city built anew", () => {
	test("on any graph, after every one of 25 edits", () => {
		fc.assert(
			fc.property(fc.nat(0xffff_ffff), (seed) => {
				const random = below(seed);
				const pair = new Pair(anyCity(random), random);
				pair.check("before any edit");
				for (let edit = 0; edit < 25; edit++) pair.check(`${edit}: ${pair.edit()}`);
			}),
			{ numRuns: 150 },
		);
	});

	test("on a desert grid with private courts, after every one of 500 edits", () => {
		const random = below(7);
		const pair = new Pair(desertCity(random, 14), random);
		for (let edit = 0; edit < 500; edit++) pair.check(`${edit}: ${pair.edit()}`);
	}, 60_000);
});
