import { expect, test } from "vitest";
import { wrapText } from "../../../../server/reports/map/wrapText.ts";

test("Chinese breaks between characters, never before a closing mark", () => {
	expect(wrapText("常住居民六十万，其中", 1, 7)).toEqual(["常住居民六十万，", "其中"]);
});

test("other writing breaks between words", () => {
	expect(wrapText("who walks how far", 1, 6)).toEqual(["who walks", "how far"]);
});

test("nothing is lost", () => {
	const text = "限值 15 分钟；标准为 15 分钟（GB 50180-2018 附录B）";
	expect(wrapText(text, 1, 9).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
});
