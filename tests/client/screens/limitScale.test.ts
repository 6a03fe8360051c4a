import { expect, test } from "vitest";
import { limitScale } from "../../../client/screens/city/limitScale.ts";
import { limitsOf } from "../../../planning/coverage/figures/subject.ts";
import { CATEGORIES } from "../../../planning/standards/catalogue.ts";

test("minutes are whole and end where the search ended", () => {
	const scale = limitScale({ unit: "minutes", own: 15, most: 30 });
	expect(scale).toEqual({ min: 1, max: 30, step: 1, marks: [5, 10, 15, 20, 25, 30] });
});

test("a radius of 500 m can be asked from 50 m to 1,000 m", () => {
	const scale = limitScale({ unit: "metres", own: 500, most: 1000 });
	expect(scale).toEqual({ min: 50, max: 1000, step: 50, marks: [250, 500, 750, 1000] });
});

test("the composite is asked from half of each limit to twice of it", () => {
	const scale = limitScale({ unit: "percent", own: 100, most: 200 });
	expect(scale).toMatchObject({ min: 50, max: 200, marks: [50, 100, 150, 200] });
});

test("every category's own limit can be reached by whole steps and is within the scale", () => {
	for (const category of CATEGORIES) {
		const limits = limitsOf(category);
		if (limits === null) continue;
		const { min, max, step } = limitScale(limits);
		expect((limits.own - min) % step, category.code).toBe(0);
		expect(limits.own, category.code).toBeLessThanOrEqual(max);
	}
});
