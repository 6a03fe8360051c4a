import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { walkabilityOf } from "../../../../planning/streets/walkability.ts";
import { CLASS_TABLE, tagsOfClass } from "../../../../server/imports/lines/streetClasses.ts";

const methods = readFileSync(new URL("../../../../docs/methods.md", import.meta.url), "utf8");

test("every row of the table of classes stands in docs/methods.md, in the same order, and no other", () => {
	const documented = methods
		.split("\n")
		.map((row) => row.split("|").map((cell) => cell.trim()))
		.filter(([, , tags = ""]) => /^`(?:highway|railway|waterway)=/.test(tags))
		.map(([, words, tags]) => [words, tags]);
	const code = CLASS_TABLE.map(({ words, tags }) => [
		words.join(" "),
		Object.entries(tags)
			.map(([key, value]) => `\`${key}=${value}\``)
			.join(" "),
	]);
	expect(documented).toEqual(code);
});

test.each([
	["高速公路", "motorway"],
	["城市快速路", "trunk"],
	["主干路", "primary"],
	["次干道", "secondary"],
	["支路", "tertiary"],
	["街坊路", "residential"],
	["步行街", "pedestrian"],
	["人行步道", "footway"],
	["非机动车道", "cycleway"],
	["人行天桥", "footway"],
	["台阶", "steps"],
	["内部道路", "service"],
	["规划主干路", "proposed"],
	["Primary", "primary"],
	["living street", "living_street"],
	["motorway_link", "motorway_link"],
	["track_grade5", "track"],
])("%s is a %s", (value, highway) => {
	expect(tagsOfClass(value)?.["highway"]).toBe(highway);
});

test("nobody walks on expressways; footbridges and underpasses are bridges and tunnels", () => {
	for (const value of ["高速公路", "快速路", "匝道", "在建道路"])
		expect(walkabilityOf(tagsOfClass(value) ?? {})).toBeNull();
	expect(tagsOfClass("过街天桥")).toMatchObject({ bridge: "yes" });
	expect(tagsOfClass("地下通道")).toMatchObject({ tunnel: "yes" });
});

test.each(["unknown", "3", "41000", "*", "其他"])("%s is no class", (value) => {
	expect(tagsOfClass(value)).toBeNull();
});
