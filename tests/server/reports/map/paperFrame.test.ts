import { expect, test } from "vitest";
import { metresPerDegree } from "../../../../planning/geo/ellipsoid.ts";
import { areaPath, linePath, paperFrame } from "../../../../server/reports/map/paperFrame.ts";

const { lonM, latM } = metresPerDegree(31);
/** Metres east and north of a place near Shanghai. */
const at = (eastM: number, northM: number) => [121 + eastM / lonM, 31 + northM / latM] as const;
const SQUARE = [at(0, 0), at(1_000, 0), at(1_000, 1_000), at(0, 1_000), at(0, 0)];
const BOX = { xMm: 10, yMm: 20, widthMm: 120, heightMm: 60 };

test("a square kilometre fits the lower side of its box, in the middle, north up", () => {
	const { toPaper, metresPerMm } = paperFrame(SQUARE, BOX, 5);
	expect(metresPerMm).toBeCloseTo(1_000 / 50, 1); // 60 mm less two margins of 5
	const [xMm, yMm] = toPaper(at(500, 500));
	expect(xMm).toBeCloseTo(70, 1);
	expect(yMm).toBeCloseTo(50, 1);
	expect(toPaper(at(500, 1_000))[1]).toBeCloseTo(25, 1);
	expect(toPaper(at(1_000, 500))[0]).toBeCloseTo(95, 1);
});

test("corners nearer than a pen's point are one; ends stay", () => {
	const frame = paperFrame(SQUARE, BOX, 5);
	const line = [at(0, 0), at(0.3, 0), at(0.6, 0), at(500, 0), at(500.2, 0)];
	expect(linePath(frame, line).match(/[ML]/g)).toEqual(["M", "L", "L"]);
});

test("a hole is a ring of the same path", () => {
	const frame = paperFrame(SQUARE, BOX, 5);
	const hole = [at(400, 400), at(600, 400), at(600, 600), at(400, 400)];
	expect(areaPath(frame, [[SQUARE, hole]]).match(/M[^MZ]+Z/g)).toHaveLength(2);
});
