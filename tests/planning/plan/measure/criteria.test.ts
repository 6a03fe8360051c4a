// Criteria with a range: a 15-minute circle holds 50,000 to 100,000 people, both ends included.
import { expect, test } from "vitest";
import { createMeasurer } from "../../../../planning/plan/measure/createMeasurer.ts";
import { criteriaOf } from "../../../../planning/plan/measure/criteria.ts";
import { blockCity } from "../../../scenes/blockCity.ts";
import { planScene } from "./planScene.ts";

const scene = planScene(
	blockCity({
		...{ seed: 4, nodesPerSide: 12, residences: 20, facilities: 30 },
		...{ districts: 1, streets: 1, committees: 2, barriers: 1 },
	}),
);
const measurer = createMeasurer(scene.base);

test.each([
	[0, false, 50_000],
	[49_999, false, 50_000],
	[50_000, true, 50_000],
	[100_000, true, 50_000],
	[100_001, false, 100_000],
])("a circle of %i people", (judgedResidents, isMet, threshold) => {
	const [circle] = measurer.figuresOf(scene.start, "circle");
	const criteria = criteriaOf({ ...circle, judgedResidents }, { premises: [], missing: [] });
	expect(criteria.find(({ code }) => code === "circle-size")).toEqual({
		...{ code: "circle-size", isMet, value: judgedResidents, threshold },
	});
});

test("no other kind of unit is held to it", () => {
	for (const kind of ["district", "street", "committee"] as const)
		for (const { criteria } of measurer.figuresOf(scene.start, kind))
			expect(criteria.map(({ code }) => code)).not.toContain("circle-size");
});
