import { expect, test } from "vitest";
import {
	formatArea,
	formatCount,
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
