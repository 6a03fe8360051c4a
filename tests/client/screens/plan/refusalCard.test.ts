import fc from "fast-check";
import { expect, test } from "vitest";
import { besideCursor } from "../../../../client/screens/plan/panel/besideCursor.ts";
import { firstSentence } from "../../../../client/screens/plan/panel/sentences.ts";

const room = { leftPx: 88, topPx: 76, widthPx: 900, heightPx: 600 };
const card = { widthPx: 318, heightPx: 110 };

test("wherever the cursor is, the card lies in the free part of the stage", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: -50, max: 1_500 }),
			fc.integer({ min: -50, max: 900 }),
			(x, y) => {
				const { leftPx, topPx } = besideCursor({ leftPx: x, topPx: y }, card, room);
				expect(leftPx).toBeGreaterThanOrEqual(room.leftPx);
				expect(topPx).toBeGreaterThanOrEqual(room.topPx);
				expect(leftPx + card.widthPx).toBeLessThanOrEqual(room.leftPx + room.widthPx);
				expect(topPx + card.heightPx).toBeLessThanOrEqual(room.topPx + room.heightPx);
			},
		),
	);
});

test("the card does not cover the cursor where there is room for both", () => {
	for (const at of [
		{ leftPx: 200, topPx: 200 },
		{ leftPx: 980, topPx: 670 },
	]) {
		const { leftPx, topPx } = besideCursor(at, card, room);
		const coversX = leftPx <= at.leftPx && at.leftPx <= leftPx + card.widthPx;
		const coversY = topPx <= at.topPx && at.topPx <= topPx + card.heightPx;
		expect(coversX && coversY).toBe(false);
	}
});

test("the first sentence stands apart, in both languages; a number does not end one", () => {
	expect(firstSentence("将使望江街道分成两块。改在沿河路。")).toEqual({
		first: "将使望江街道分成两块。",
		rest: "改在沿河路。",
	});
	expect(firstSentence("No. 3 Street would fall apart. Cut elsewhere.")).toEqual({
		first: "No. 3 Street would fall apart.",
		rest: "Cut elsewhere.",
	});
	expect(firstSentence("There is no cell 7. ")).toEqual({
		first: "There is no cell 7. ",
		rest: "",
	});
});
