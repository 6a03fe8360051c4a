import { expect, test } from "vitest";
import { luminanceOf, PALETTES } from "../../../client/map/palette.ts";
import { inkOn } from "../../../client/screens/matrix/inkOn.ts";

test("black on white, white on black", () => {
	expect([inkOn("#ffffff"), inkOn("#000000")]).toEqual(["black", "white"]);
});

test("every colour of the ramps carries its number with a contrast of 4.5 or more", () => {
	for (const { shares } of Object.values(PALETTES))
		for (const fill of shares) {
			const ink = inkOn(fill) === "white" ? 1 : 0;
			const [light, dark] = [Math.max(ink, luminanceOf(fill)), Math.min(ink, luminanceOf(fill))];
			expect((light + 0.05) / (dark + 0.05), fill).toBeGreaterThanOrEqual(4.5);
		}
});
