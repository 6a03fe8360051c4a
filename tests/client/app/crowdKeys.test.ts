import { expect, test } from "vitest";
import { crowdKeys } from "../../../client/app/legend/crowdKeys.ts";

test("each class says where it ends, the last is open", () => {
	expect(crowdKeys([500, 1_000, 2_000])).toEqual([
		{ label: "<500", end: "500" },
		{ label: "500–1000", end: "1k" },
		{ label: "1000–2000", end: "2k" },
		{ label: "≥2000", end: null },
	]);
});

test("without bounds there is one class: somebody", () => {
	expect(crowdKeys([])).toEqual([{ label: ">0", end: null }]);
});
