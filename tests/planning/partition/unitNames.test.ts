import { expect, test } from "vitest";
import { closedUp, unitNames } from "../../../planning/partition/unitNames.ts";

test("a unit is called by its name; the code is added where two have it, and stands where none is", () => {
	const named = unitNames([
		{ code: "990101001000", name: "石渡街道" },
		{ code: "990101002000", name: "城关镇" },
		{ code: "990102002000", name: "城关镇" },
		{ code: "990101003000", name: "" },
	]);
	expect(named("990101001000").zh).toBe("石渡街道");
	expect(named("990102002000").zh).toBe("城关镇 990102002000");
	expect(named("990101003000").zh).toBe("990101003000");
	expect(named("1").zh).toBe("1");
});

test("the same unit given twice still has its name alone", () => {
	const unit = { code: "A", name: "石渡街道" };
	expect(unitNames([unit, { ...unit }])("A")).toEqual({ zh: "石渡街道", en: "石渡街道 A" });
});

test("a Chinese sentence keeps spaces around figures and codes only", () => {
	expect(closedUp("石渡街道 与 云桥街道 重叠 609 平方米")).toBe(
		"石渡街道与云桥街道重叠 609 平方米",
	);
	expect(closedUp("城关镇 990102002000 与 石渡街道")).toBe("城关镇 990102002000 与石渡街道");
});
