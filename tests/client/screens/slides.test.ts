import { expect, test } from "vitest";
import { pageSearch, placeOf, slidesOf } from "../../../client/screens/present/slides.ts";
import type { SavedView } from "../../../planning/wire/savedViews.ts";

const view = (id: number, address: string, more: Partial<SavedView> = {}): SavedView => ({
	id,
	title: `view ${id}`,
	caption: "",
	address,
	isShared: false,
	position: id,
	ownerName: "leader",
	isMine: true,
	updatedAt: "2026-06-30T00:00:00Z",
	...more,
});
const KEPT = [view(7, "/?category=COM-MKT"), view(3, "/?category=EDU-PRI&level=committee")];

test("with nothing kept, what was looked at is the only page", () => {
	const slides = slidesOf([], "?category=COM-MKT");
	expect(slides.map(({ id, search }) => [id, search])).toEqual([[null, "category=COM-MKT"]]);
	expect(placeOf(slides, "?category=COM-MKT")).toBe(0);
});

test("what was looked at comes before the kept views, in their order", () => {
	const slides = slidesOf(KEPT, "?category=ELD-HUB");
	expect(slides.map(({ id }) => id)).toEqual([null, 7, 3]);
});

test("a view that is kept is not shown twice, wherever its map stands", () => {
	const opened = "?category=EDU-PRI&level=committee&at=121.40000,31.20000,13.00";
	const slides = slidesOf(KEPT, opened);
	expect(slides.map(({ id }) => id)).toEqual([7, 3]);
	expect(placeOf(slides, opened)).toBe(1);
});

test("the address of a page leads back to it after a reload, also when the map was moved", () => {
	const slides = slidesOf(KEPT, "");
	for (const [place, slide] of slides.entries()) {
		const search = `?${pageSearch(slide)}&at=121.40000,31.20000,13.00`;
		const again = slidesOf(KEPT, search);
		const shown = again[placeOf(again, search)];
		expect(shown?.id).toBe(slide.id);
		if (slide.id !== null) expect(placeOf(slides, search)).toBe(place);
	}
});

test("others' views, and what is no map, are no pages", () => {
	const others = [view(1, "/?level=bmu", { isMine: false }), view(2, "/tables?level=street")];
	expect(slidesOf(others, "").map(({ id }) => id)).toEqual([null]);
});

test("a page that was removed shows none of the others in its name", () => {
	expect(placeOf(slidesOf(KEPT, ""), "?slide=99&category=COM-MKT")).toBe(-1);
});
