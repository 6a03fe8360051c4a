import { expect, test } from "vitest";
import { fittingPadding } from "../../../client/map/fittingPadding.ts";

const PANELS = { top: 28, right: 386, bottom: 40, left: 300 };

test("panels beside the map are kept clear of", () => {
	expect(fittingPadding(PANELS, { widthPx: 1280, heightPx: 720 })).toEqual(PANELS);
});

test("a small window whose panels cover it shows the city all the same, in half of it", () => {
	const { left, right, top, bottom } = fittingPadding(PANELS, { widthPx: 343, heightPx: 34 });
	expect(left + right).toBeCloseTo(171.5);
	expect(right / left).toBeCloseTo(386 / 300);
	expect(top + bottom).toBeCloseTo(17);
});
