import { expect, test } from "vitest";
import { PALETTES } from "../../../../client/map/palette.ts";
import { INKS, shareInk } from "../../../../server/reports/map/inks.ts";

/** Lightness of a colour as a printer with black only sees it. */
function grey(ink: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((i) =>
		Number.parseInt(ink.slice(i, i + 2), 16),
	);
	return 0.299 * red + 0.587 * green + 0.114 * blue;
}

test("paper and screen show the same colours", () => {
	const { light } = PALETTES;
	expect(INKS.shares).toEqual(light.shares);
	expect([INKS.beyond, INKS.beyondDot, INKS.noData]).toEqual([
		light.beyond,
		light.beyondDot,
		light.noData,
	]);
	expect([INKS.border, INKS.committee, INKS.bmu, INKS.circle]).toEqual([
		light.border,
		light.committee,
		light.bmu,
		light.circle,
	]);
});

test("classes grow darker without colour, by steps that can be told apart", () => {
	const greys = INKS.shares.map(grey);
	for (let i = 1; i < greys.length; i++)
		expect((greys[i - 1] ?? 0) - (greys[i] ?? 0)).toBeGreaterThan(20);
});

test("however many classes, the ends of the ramp are the lowest and the highest", () => {
	for (const count of [2, 3, 4, 5]) {
		const inks = Array.from({ length: count }, (_, index) => shareInk(index, count));
		expect([inks[0], inks.at(-1)]).toEqual([INKS.shares[0], INKS.shares.at(-1)]);
		expect(new Set(inks).size).toBe(count);
	}
});
