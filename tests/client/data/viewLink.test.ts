import { expect, test } from "vitest";
import { readCityView } from "../../../client/data/cityView.ts";
import { linkAddress, splitAddress } from "../../../client/data/viewLink.ts";

const HASH = "0123456789abcdef".repeat(4);

test("a link names the snapshot that is seen, by twelve digits", () => {
	const link = linkAddress({ pathname: "/", search: "?category=COM-MKT" }, HASH);
	expect(link).toBe("/?category=COM-MKT&snapshot=0123456789ab");
});

test("a link says everything that the view says, and where the map stands", () => {
	const search = "?category=EDU-PRI&who=elders&limit=12&at=121.40000,31.20000,13.00";
	const { search: kept } = splitAddress(linkAddress({ pathname: "/", search }, HASH));
	const { snapshot, ...view } = readCityView(new URLSearchParams(kept));
	const { snapshot: _, ...seen } = readCityView(new URLSearchParams(search));
	expect(view).toEqual(seen);
	expect(snapshot).toBe("0123456789ab");
});

test("a link that follows the current snapshot names none", () => {
	const search = "?snapshot=ffffffffffff&level=committee";
	expect(linkAddress({ pathname: "/", search }, null)).toBe("/?level=committee");
	expect(linkAddress({ pathname: "/", search: "?snapshot=ffffffffffff" }, null)).toBe("/");
});

test("the reader keeps the language and begins at no page", () => {
	expect(linkAddress({ pathname: "/", search: "?lang=en&slide=3" }, null)).toBe("/");
});

test("an address is its two halves again", () => {
	expect(splitAddress("/tables?level=street")).toEqual({
		pathname: "/tables",
		search: "?level=street",
	});
	expect(splitAddress("/")).toEqual({ pathname: "/", search: "" });
});
