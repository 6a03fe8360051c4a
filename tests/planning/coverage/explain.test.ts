import { expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import type { City, Mode } from "../../../planning/coverage/analysis.ts";
import { attachCity } from "../../../planning/coverage/cityAttachments.ts";
import { type ExplainGround, explain, explainGround } from "../../../planning/coverage/explain.ts";
import { locate } from "../../../planning/coverage/located.ts";
import { createAttacher } from "../../../planning/reach/attacher.ts";
import { profileNamed } from "../../../planning/reach/profiles.ts";
import { UNREACHED_DM } from "../../../planning/reach/reach.ts";
import { CATEGORIES, type Category, categoryOf } from "../../../planning/standards/catalogue.ts";
import { type GridPlan, gridCity } from "../../scenes/gridCity.ts";
import { at, desertGrid, streetScene } from "../../scenes/streetScene.ts";
import { readDemonstration } from "../../server/demonstration/readDemonstration.ts";

function groundOf(city: City): ExplainGround {
	const attacher = createAttacher(city.graph, city.barriers);
	return explainGround({
		city,
		located: locate(city),
		attachments: attachCity(city, attacher),
		attacher,
	});
}

const entry = (code: string) => categoryOf(code) as Category;

/** EDU-PRI: 10 minutes, 6,700 dm. */
function whyOf(plan: GridPlan, code = "EDU-PRI", mode: Mode = "any") {
	return explain(groundOf(gridCity(plan)), {
		residence: 0,
		category: entry(code),
		mode,
		choice: {},
	});
}

test("within the limit: the walk, its seconds and its line", () => {
	const why = whyOf({
		homes: [{ at: [0, 0] }],
		doors: [{ at: [300, 200], category: "EDU-PRI", name: "园小" }],
	});
	expect(why).toMatchObject({
		code: "covered",
		beyondBy: null,
		barrier: null,
		limit: 10,
		speedMPerMin: 67,
	});
	expect(why.facility).toMatchObject({ facilityName: "园小", straightM: 360.6 });
	expect(why.facility?.walk).toMatchObject({
		costDm: 5000,
		seconds: 447.8,
		lengthM: 500,
		stepsM: 0,
	});
	expect(why.facility?.walk?.line.at(0)).toEqual(at(0, 0));
	expect(why.facility?.walk?.line.at(-1)).toEqual(at(300, 200));
});

test("beyond: by how much, to the tenth of a second", () => {
	const why = whyOf({ homes: [{ at: [0, 0] }], doors: [{ at: [700, 0], category: "EDU-PRI" }] });
	expect(why.code).toBe("beyond");
	expect(why.facility?.walk?.seconds).toBe(626.9); // 7,000 dm × 6 ÷ 67
	expect(why.beyondBy).toBe(26.9);
});

test("beyond an hour: the nearest in a straight line, without a walk", () => {
	const why = whyOf({
		columns: 60,
		rows: 2,
		homes: [{ at: [0, 0] }],
		doors: [{ at: [4500, 0], category: "EDU-PRI" }],
	});
	expect(why).toMatchObject({ code: "beyond", beyondBy: null });
	expect(why.facility).toMatchObject({ facilityId: "F001", walk: null, straightM: 4500 });
});

test("severed: the facility across the river, which river, and the nearest on one's own side", () => {
	const streets = streetScene({
		a: [0, 0],
		b: [1000, 0],
		c: [1000, 200],
		d: [0, 200],
		r: [-500, 100],
		s: [900, 100],
	})
		.way("a b c d")
		.way("r s", { waterway: "river", name: "望江" });
	const why = whyOf({
		streets,
		homes: [{ at: [100, 0] }],
		doors: [
			{ at: [100, 200], category: "EDU-PRI", name: "江北小学" },
			{ at: [950, 0], category: "EDU-PRI", name: "江南小学" },
		],
	});
	expect(why.code).toBe("severed");
	expect(why.facility).toMatchObject({ facilityName: "江北小学", straightM: 200 });
	expect(why.facility?.walk?.costDm).toBe(20_000); // 900 + 200 + 900 m
	expect(why.nearestAny).toMatchObject({ facilityName: "江南小学" });
	expect(why.barrier).toMatchObject({ kind: "water", name: "望江", way: 2 });
	expect(why.barrier?.lines.flat().length).toBeGreaterThan(1);
});

test("not attached: how far the nearest street is, and the railway between", () => {
	const streets = streetScene({ a: [0, 0], b: [1000, 0], r: [-500, 50], s: [1500, 50] })
		.way("a b")
		.way("r s", { railway: "rail", name: "沪江铁路" });
	const doors = [{ at: [500, 0] as const, category: "EDU-PRI" }];
	const behind = whyOf({ streets, homes: [{ at: [500, 120] }], doors });
	expect(behind).toMatchObject({ code: "not-attached", facility: null });
	expect(behind.street?.distanceM).toBe(120);
	expect(behind.barrier).toMatchObject({ kind: "railway", name: "沪江铁路" });
	const far = whyOf({ streets, homes: [{ at: [500, -400] }], doors });
	expect(far).toMatchObject({ code: "not-attached", barrier: null, street: { distanceM: 400 } });
});

test("no facility at all is not the same as a far one", () => {
	const why = whyOf({ homes: [{ at: [0, 0] }], doors: [{ at: [300, 0], category: "COM-MKT" }] });
	expect(why).toMatchObject({ code: "no-facility", facility: null, beyondBy: null });
});

const TWO_COMMITTEES = {
	columns: 31,
	rows: 3,
	units: [
		{ kind: "committee", code: "1", name: "西园居委会", areas: [[-50, -50, 1500, 250]] },
		{ kind: "committee", code: "2", name: "东园居委会", areas: [[1500, -50, 3050, 250]] },
	],
	homes: [{ at: [1400, 0] }],
} as const satisfies GridPlan;

test("own unit only: the neighbour's is near, one's own is far, and both are named", () => {
	const why = whyOf(
		{
			...TWO_COMMITTEES,
			doors: [
				{ at: [200, 0], category: "ADM-NC", name: "西园居委会办公室" },
				{ at: [1600, 0], category: "ADM-NC", name: "东园居委会办公室" },
			],
		},
		"ADM-NC",
		"own",
	);
	expect(why.code).toBe("own-unit-only");
	expect(why.facility).toMatchObject({
		facilityName: "西园居委会办公室",
		unit: { name: "西园居委会" },
	});
	expect(why.nearestAny).toMatchObject({
		facilityName: "东园居委会办公室",
		unit: { name: "东园居委会" },
	});
	expect(why.beyondBy).toBeGreaterThan(0);
});

test("one's own unit has none: said so, with the nearest of another unit", () => {
	const why = whyOf(
		{ ...TWO_COMMITTEES, doors: [{ at: [1600, 0], category: "ADM-NC", name: "东园居委会办公室" }] },
		"ADM-NC",
		"own",
	);
	expect(why).toMatchObject({ code: "no-own-facility", facility: null });
	expect(why.nearestAny?.facilityName).toBe("东园居委会办公室");
});

test("a radius is a straight line: within it though no street leads there, beyond it by metres", () => {
	const radius = CATEGORIES.find(({ basis }) => basis === "metres") as Category;
	const limitM = radius.radiusM as number;
	const plan = (eastM: number): GridPlan => ({
		streets: desertGrid({ columns: 2, rows: 2, blockM: 100 }),
		homes: [{ at: [0, 0] }],
		doors: [{ at: [eastM, 0], category: radius.code }],
	});
	expect(whyOf(plan(limitM - 10), radius.code)).toMatchObject({
		code: "covered",
		limitUnit: "metres",
		limit: limitM,
	});
	expect(whyOf(plan(limitM + 50), radius.code)).toMatchObject({ code: "beyond", beyondBy: 50 });
});

test("a village travels slowly, by bicycle; a profile asked for by name holds for it too", () => {
	const plan: GridPlan = {
		columns: 31,
		rows: 3,
		units: [{ kind: "committee", code: "1", zone: "village", areas: [[-50, -50, 3050, 250]] }],
		homes: [{ at: [0, 0] }],
		doors: [{ at: [1900, 0], category: "EDU-PRI" }],
	};
	expect(whyOf(plan)).toMatchObject({ code: "covered", profile: "bicycle", speedMPerMin: 200 });
	const ground = groundOf(gridCity(plan));
	const choice = { profile: profileNamed("elder") };
	const why = explain(ground, { residence: 0, category: entry("EDU-PRI"), mode: "any", choice });
	expect(why).toMatchObject({ code: "beyond", profile: "elder", speedMPerMin: 53 });
});

test("presence has no walk to explain", () => {
	const presence = CATEGORIES.find(({ basis }) => basis === "presence") as Category;
	expect(() => whyOf({ homes: [{ at: [0, 0] }] }, presence.code)).toThrow("no walk times");
});

test("in the demonstration city every explanation is the analysis' answer, and every severance its cause", async () => {
	const city = await readDemonstration();
	const analysis = analyse(city);
	const ground = groundOf(city);
	const severances = analysis.flags.filter(({ flag }) => flag === "severance");
	let severed = 0;
	for (const times of analysis.times) {
		const category = entry(times.category);
		const inFlags = new Set(
			severances
				.filter((flag) => flag.category === times.category)
				.flatMap(({ residenceIds }) => residenceIds),
		);
		city.residences.forEach(({ id }, residence) => {
			const isFlagged = times.mode === "any" && inFlags.has(id);
			if (residence % 149 !== 0 && !isFlagged) return;
			if (isFlagged && ++severed % 10 !== 0) return;
			const why = explain(ground, { residence, category, mode: times.mode, choice: {} });
			expect([id, times.category, why.code === "covered"]).toEqual([
				id,
				times.category,
				times.within[residence] === 1,
			]);
			if (isFlagged)
				expect([id, times.category, why.code]).toEqual([id, times.category, "severed"]);
			if (category.basis !== "minutes" || why.code === "not-attached") return;
			const nearest = why.code === "severed" ? why.nearestAny : why.facility;
			const costDm = nearest?.walk?.costDm ?? UNREACHED_DM;
			expect([
				id,
				times.category,
				times.mode,
				costDm > 15 * 670 && times.costDm[residence] === UNREACHED_DM ? UNREACHED_DM : costDm,
			]).toEqual([id, times.category, times.mode, times.costDm[residence]]);
			const named = city.facilities[times.facility[residence]];
			if (named !== undefined) expect(nearest?.facilityId).toBe(named.id);
		});
	}
	expect(severed).toBeGreaterThan(20);
}, 120_000);
