import { describe, expect, test } from "vitest";
import { barrierLinesOf } from "../../../../planning/streets/barrierLines.ts";
import { checkStreets } from "../../../../planning/streets/checks/checkStreets.ts";
import { findingIssues } from "../../../../planning/streets/checks/findingIssues.ts";
import type { WaySet } from "../../../../planning/streets/Way.ts";
import { walkableWays } from "../../../../planning/streets/walkableWays.ts";
import { collectStreets } from "../../../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../../../server/imports/osm/readOsm.ts";
import { streetScene } from "../../../scenes/streetScene.ts";
import { geodata, geodataTest } from "../../../server/imports/geodata.ts";

const check = (set: WaySet) =>
	checkStreets({
		ways: walkableWays(set),
		barriers: barrierLinesOf(set),
		nodeTags: set.nodeTags,
	});

/** `count` streets beside each other, each with a lane that ends 1 m before it on the first `brokenCount`. */
function lanes(count: number, brokenCount: number) {
	const places: Record<string, [number, number]> = {};
	for (let i = 0; i < count; i++) {
		places[`a${i}`] = [0, 100 * i];
		places[`b${i}`] = [50, 100 * i];
		places[`c${i}`] = [50, 100 * i + 40];
		places[`d${i}`] = [50, 100 * i + 1];
	}
	const scene = streetScene(places);
	for (let i = 0; i < count; i++)
		scene.way(`a${i} b${i}`).way(i < brokenCount ? `c${i} d${i}` : `c${i} b${i}`);
	return scene;
}

describe("issues about streets", () => {
	const told = (set: WaySet, isLineLayer: boolean) =>
		findingIssues(check(set), isLineLayer).map(
			({ code, severity, count }) => `${severity} ${code} ${count}`,
		);

	test("warn of a line layer when more than 1 % of its ends are concerned, else inform", () => {
		// 100 ways of 2 ends and the end of each broken lane, which faces the end of its street: two ends told a lane
		expect(told(lanes(100, 2), true)).toEqual(["info streets.almost-joined 4"]); // 4 of 400
		expect(told(lanes(100, 3), true)).toEqual(["warning streets.almost-joined 6"]); // 6 of 400
		expect(told(lanes(100, 3), false)).toEqual(["info streets.almost-joined 6"]);
	});

	test("say where and what to do in both languages", () => {
		const scene = streetScene({ w: [0, 0], e: [100, 0], s: [30, -50], n: [30, 50] })
			.way("w e")
			.way("s n")
			.way("n s");
		const groups = findingIssues(check(scene), false);
		expect(groups.map(({ code, count }) => [code, count])).toEqual([
			["streets.crossing-not-joined", 2],
			["streets.duplicate-way", 1],
		]);
		for (const { code, issues } of groups)
			for (const issue of issues) {
				expect(issue).toMatchObject({
					code,
					severity: "info",
					at: { lon: expect.closeTo(121, 2), lat: expect.closeTo(31, 2) },
				});
				expect(issue.message.zh).toMatch(/道路 \d.*道路 \d.*。$/);
				expect(issue.message.en).toMatch(/\d.*\d.*\.$/);
			}
	});

	test("there are none about a sound network", () => {
		expect(told(lanes(3, 0), true)).toEqual([]);
		expect(told(streetScene({}), true)).toEqual([]);
	});
});

geodataTest.each([
	["osm-dev/poa_osm.pbf", 1],
	["osm-dev/helsinki_centre.osm.pbf", 1],
	["osm-dev/baltimore.osm.pbf", 1],
	["osm-dev/monaco_2016.osm.pbf", 1],
	["osm-dev/krems.osm.gz", 2],
	["osm-dev/beijing_haidian_2017.osm", 2],
	["osm-scale/porto_portugal.osm.pbf", 1],
])(
	"%s: some findings, never more than %i %% of its ways, in seconds",
	async (file, mostPct) => {
		const { waySet } = await collectStreets(readOsm(geodata(file)));
		const start = performance.now();
		const findings = Object.values(check(waySet));
		const seconds = (performance.now() - start) / 1_000;
		for (const { count, listed, sharePct } of findings) {
			expect(listed).toHaveLength(Math.min(count, 1_000));
			expect(sharePct).toBeLessThan(mostPct);
		}
		expect(findings.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(0);
		expect(seconds).toBeLessThan(10); // measured: Porto under 1 s
	},
	60_000,
);
