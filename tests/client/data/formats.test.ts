import { expect, test } from "vitest";
import {
	formatArea,
	formatChange,
	formatChangePct,
	formatCount,
	formatDay,
	formatDistance,
	formatHeadline,
	formatLonLat,
	formatPct,
	inLanguage,
} from "../../../client/data/formats.ts";

test("counts are grouped and negative ones have a true minus", () => {
	expect(formatCount(1234567)).toBe("1,234,567");
	expect(formatCount(-1932)).toBe("−1,932");
});

test("a change says its sign, and no change has none", () => {
	expect([1932, -1932, 0].map(formatChange)).toEqual(["+1,932", "−1,932", "±0"]);
	expect([1.25, -0.9, 0.04].map(formatChangePct)).toEqual(["+1.3", "−0.9", "±0.0"]);
});

test("from ten thousand a Chinese headline counts in 万, an English one does not", () => {
	expect(formatHeadline(64_123, "zh")).toEqual({ value: "6.41", unit: "万" });
	expect(formatHeadline(9_999, "zh")).toEqual({ value: "9,999", unit: "" });
	expect(formatHeadline(64_123, "en")).toEqual({ value: "64,123", unit: "" });
});

test("no data is never printed as zero", () => {
	expect(formatPct(null)).toBeNull();
	expect(formatPct(0)).toBe("0.0");
});

test("distances change to kilometres at one thousand metres", () => {
	expect(formatDistance(999.4, "zh")).toBe("999 米");
	expect(formatDistance(1000, "en")).toBe("1.00 km");
	expect(formatDistance(12_345, "zh")).toBe("12.3 公里");
});

test("areas change to square kilometres at a tenth of one", () => {
	expect(formatArea(1284, "zh")).toBe("1,284 ㎡");
	expect(formatArea(1_440_000, "en")).toBe("1.44 km²");
});

test("coordinates are longitude first", () => {
	expect(formatLonLat(120.612345, 30.9)).toBe("120.61235, 30.90000");
});

test("a rule is read in the reader's language, or as it is when it has only one", () => {
	expect(inLanguage("步行十分钟 / within ten minutes", "zh")).toBe("步行十分钟");
	expect(inLanguage("步行十分钟 / within ten minutes", "en")).toBe("within ten minutes");
	expect(inLanguage("步行十分钟", "en")).toBe("步行十分钟");
});

test("a day is written the reader's way, and is the same day in every time zone", () => {
	expect(formatDay("2026-06-30", "zh")).toBe("2026-06-30");
	expect(formatDay("2026-06-30T23:30:00Z", "en")).toBe("30 Jun 2026");
	expect(formatDay("2026-01-02", "en")).toBe("2 Jan 2026");
});
