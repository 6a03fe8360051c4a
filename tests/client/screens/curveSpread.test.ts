import { expect, test } from "vitest";
import { curveSpread } from "../../../client/app/chart/curveSpread.ts";

const at = [0, 15, 30];

test("a few units are a line each, and a unit without people has none", () => {
	const lines = [Float64Array.of(0, 50, 100), null, Float64Array.of(0, 80, 90)];
	const spread = curveSpread({ at, units: lines });
	expect(spread).toEqual({ kind: "lines", lines: [lines[0], lines[2]] });
});

test("of very many units the band between the quartiles is shown", () => {
	// shares of 1 … 400 at 15 minutes, in any order
	const units = Array.from({ length: 400 }, (_, i) => Float64Array.of(0, ((i * 7) % 400) + 1, 400));
	const spread = curveSpread({ at, units });
	if (spread.kind !== "quartiles") throw new Error("not a band");
	expect([...spread.low]).toEqual([0, 101, 400]);
	expect([...spread.high]).toEqual([0, 301, 400]);
});
