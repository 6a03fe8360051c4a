// The pages of a presentation: one's own views in their order, and before them what was looked at, unless it is kept. Pure.
import type { SavedView } from "../../../planning/wire/savedViews.ts";
import { readCityView, writeCityView } from "../../data/cityView.ts";
import { SLIDE_KEY, splitAddress } from "../../data/viewLink.ts";

export interface Slide {
	/** Null: what was looked at when the presentation began. */
	readonly id: number | null;
	readonly title: string | null;
	readonly caption: string;
	/** The view as a query, without the page's own name. */
	readonly search: string;
}

/** `opened`: the query that the presentation was opened with. */
export function slidesOf(views: readonly SavedView[], opened: string): readonly Slide[] {
	const kept = views.filter(isPage).map(({ id, title, caption, address }) => ({
		id,
		title,
		caption,
		search: splitAddress(address).search,
	}));
	const isKept = placeOf(kept, opened) >= 0;
	return isKept
		? kept
		: [{ id: null, title: null, caption: "", search: withoutPage(opened) }, ...kept];
}

/** Which page an address shows: the one it names, else the one of the same view; −1 for none. */
export function placeOf(slides: readonly Slide[], search: string): number {
	const named = new URLSearchParams(search).get(SLIDE_KEY);
	if (named !== null) return slides.findIndex(({ id }) => String(id) === named);
	const first = slides.findIndex(({ id }) => id === null);
	return first >= 0 ? first : slides.findIndex((slide) => viewOf(slide.search) === viewOf(search));
}

/** The query of a page: its view, and which page it is. */
export function pageSearch({ id, search }: Slide): string {
	const params = new URLSearchParams(search);
	if (id !== null) params.set(SLIDE_KEY, String(id));
	return params.toString();
}

/** A query without the name of a page: the view alone. */
export function withoutPage(search: string): string {
	const params = new URLSearchParams(search);
	params.delete(SLIDE_KEY);
	return params.toString();
}

/** One's own, and of the map: tables and unit pages are read, not shown. */
export function isPage({ isMine, address }: SavedView): boolean {
	return isMine && splitAddress(address).pathname === "/";
}

/** The view in one way of writing, wherever the map stands. */
function viewOf(search: string): string {
	const view = readCityView(new URLSearchParams(search));
	return writeCityView({ ...view, camera: null }, new URLSearchParams()).toString();
}
