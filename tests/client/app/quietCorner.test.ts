import { expect, test } from "vitest";
import { quietCorner } from "../../../client/app/hover/quietCorner.ts";

const FREE = { left: 300, top: 20, right: 1000, bottom: 820 };
const CARD = { width: 224, height: 200 };

test("a card that is about nothing lies at the lower right", () => {
	expect(quietCorner(FREE, CARD, null)).toBe("bottom-right");
});

test("a card goes where the chosen unit is not", () => {
	const seen = { left: 700, top: 500, right: 1000, bottom: 820 };
	expect(quietCorner(FREE, CARD, seen)).toBe("top-right");
});

test("a unit that fills the right half sends the card to the left", () => {
	const seen = { left: 650, top: 0, right: 1100, bottom: 900 };
	expect(quietCorner(FREE, CARD, seen)).toBe("bottom-left");
});

test("where every corner is taken, the least covered one is", () => {
	const seen = { left: 400, top: 0, right: 1100, bottom: 900 };
	expect(quietCorner(FREE, CARD, seen)).toBe("bottom-left");
});
