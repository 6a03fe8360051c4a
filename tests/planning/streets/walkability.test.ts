import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EDGE_FLAG } from "../../../planning/streets/StreetGraph.ts";
import {
	isShut,
	type Tags,
	WALK_TABLE,
	walkabilityOf,
} from "../../../planning/streets/walkability.ts";

const methods = readFileSync(new URL("../../../docs/methods.md", import.meta.url), "utf8");

test("every row of the table stands in docs/methods.md, in the same order, and no other", () => {
	const [, streets] = methods.split(/^## \d\. .*$/m).slice(1);
	const documented = streets
		.split("\n")
		.map((line) => line.split("|").map((cell) => cell.trim()))
		.filter(([, question]) => ["use", "access", "direction", "flag", "node"].includes(question))
		.map((cells) => cells.slice(1, 5));
	const code = WALK_TABLE.map(({ question, tag, values, answer }) => [
		question,
		`\`${tag}\``,
		values.map((value) => `\`${value}\``).join(" "),
		answer,
	]);
	expect(documented).toEqual(code);
});

describe("who may walk where", () => {
	const walked = (tags: Tags) => {
		const walkability = walkabilityOf(tags);
		if (walkability === null) return "absent";
		const { forward, backward, isPrivate } = walkability;
		return `${forward ? ">" : ""}${backward ? "<" : ""}${isPrivate ? " private" : ""}`;
	};

	test.each<[string, Tags, string]>([
		["a street", { highway: "residential" }, "><"],
		["a motorway", { highway: "motorway" }, "absent"],
		[
			"a motorway that says foot=yes, which none does",
			{ highway: "motorway", foot: "yes" },
			"absent",
		],
		["a street being built", { highway: "construction", construction: "residential" }, "absent"],
		["a planned street", { highway: "proposed" }, "absent"],
		["a ferry", { route: "ferry", foot: "yes" }, "absent"],
		["a corridor", { highway: "corridor", indoor: "yes" }, "><"],
		[
			"foot before access: closed to all but walkers",
			{ highway: "service", access: "no", foot: "yes" },
			"><",
		],
		[
			"foot before access: open to all but walkers",
			{ highway: "service", access: "yes", foot: "no" },
			"absent",
		],
		["a way for residents", { highway: "service", access: "residents" }, ">< private"],
		[
			"a private way that walkers may use",
			{ highway: "service", access: "private", foot: "designated" },
			"><",
		],
		[
			"a road whose walkers have their own way",
			{ highway: "primary", foot: "use_sidepath" },
			"absent",
		],
		["a road with a sidewalk mapped apart", { highway: "primary", sidewalk: "separate" }, "><"],
		["a motor road", { highway: "trunk", motorroad: "yes" }, "absent"],
		["a motor road with walkers", { highway: "trunk", motorroad: "yes", foot: "yes" }, "><"],
		["a street that is one-way for cars", { highway: "residential", oneway: "yes" }, "><"],
		["a path that is one-way for walkers", { highway: "footway", "oneway:foot": "yes" }, ">"],
		["and one against its line", { highway: "footway", "oneway:foot": "-1" }, "<"],
		["a path not walked back", { highway: "footway", "foot:backward": "no" }, ">"],
		["an escalator", { highway: "steps", conveying: "forward" }, ">"],
		["an escalator down", { highway: "steps", conveying: "backward" }, "<"],
		["a reversible escalator", { highway: "steps", conveying: "reversible" }, "><"],
		["a wall", { barrier: "wall" }, "absent"],
	])("%s", (_, tags, expected) => {
		expect(walked(tags)).toBe(expected);
	});

	test("steps, bridges, tunnels and foot ways are marked; an arcade is no tunnel", () => {
		const flags = (tags: Tags) => walkabilityOf({ highway: "residential", ...tags })?.flags;
		expect(flags({ highway: "steps" })).toBe(EDGE_FLAG.steps | EDGE_FLAG.footOnly);
		expect(flags({ highway: "footway" })).toBe(EDGE_FLAG.footOnly);
		expect(flags({ highway: "footway", bicycle: "yes" })).toBe(0);
		expect(flags({ bridge: "viaduct", tunnel: "no" })).toBe(EDGE_FLAG.bridge);
		expect(flags({ tunnel: "yes" })).toBe(EDGE_FLAG.tunnel);
		expect(flags({ tunnel: "building_passage", bridge: "no" })).toBe(0);
	});
});

describe("barriers on a way", () => {
	test.each([
		"gate",
		"bollard",
		"turnstile",
		"lift_gate",
		"kissing_gate",
		"stile",
		"cycle_barrier",
	])("a %s is passed unless access says no", (barrier) => {
		expect(isShut({ barrier })).toBe(false);
		expect(isShut({ barrier, access: "no" })).toBe(true);
		expect(isShut({ barrier, access: "no", foot: "yes" })).toBe(false);
		expect(isShut({ barrier, access: "private" })).toBe(false);
		expect(isShut({ barrier, locked: "yes" })).toBe(true);
	});

	test("a wall or a fence across a way shuts it, a crossing never does", () => {
		expect(isShut({ barrier: "wall" })).toBe(true);
		expect(isShut({ barrier: "fence", foot: "yes" })).toBe(false);
		expect(isShut({ highway: "crossing", access: "no" })).toBe(false);
	});
});
