// What a link restores: the whole view of the city as a few short words in the address.
import { UNIT_KINDS, type UnitKind } from "../../planning/city/records.ts";
import { BREAK_KINDS, type BreakKind } from "../../planning/coverage/figures/breaks.ts";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import { WHO, type Who } from "../../planning/coverage/figures/people.ts";
import { PROFILES } from "../../planning/reach/profiles.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";

export interface UnitRef {
	readonly kind: UnitKind;
	readonly code: string;
}
export interface Camera {
	readonly lon: number;
	readonly lat: number;
	readonly zoom: number;
}
export const MAP_SWITCHES = [
	"district",
	"street",
	"committee",
	"bmu",
	"circle",
	"facilities",
	"roads",
	"residences",
] as const;
export type MapSwitch = (typeof MAP_SWITCHES)[number];

/** 单元: shares by unit; 地点: hexagons, near to residences; 热力: density of people beyond; 需求×覆盖: both at once. */
export const READINGS = ["units", "places", "heat", "priority"] as const;
export type Reading = (typeof READINGS)[number];
/** What hexagons show: minutes to the nearest, or people beyond the limit. */
export const SURFACES = ["minutes", "beyond"] as const;

export interface CityView {
	/** Code of the catalogue, or COMPOSITE. */
	readonly category: string;
	readonly mode: "any" | "own";
	readonly profile: string;
	readonly level: UnitKind;
	readonly who: Who;
	/** Minutes, metres, or per cent for the composite; null for the standard's own. */
	readonly limit: number | null;
	readonly reading: Reading;
	readonly surface: (typeof SURFACES)[number];
	readonly breaks: BreakKind;
	/** Beginning of a snapshot's hash; null for the newest whose analysis is done. */
	readonly snapshot: string | null;
	/** The snapshot on the other side of the swipe; null for no swipe. */
	readonly against: string | null;
	readonly panel: "overview" | "flags" | "unit";
	readonly unit: UnitRef | null;
	readonly flagId: string | null;
	/** Id of the residence whose card is open. */
	readonly home: string | null;
	readonly shown: readonly MapSwitch[];
	readonly camera: Camera | null;
}

export const DEFAULT_VIEW: CityView = {
	category: "HEA-CHC",
	mode: "any",
	profile: "adult",
	level: "street",
	who: "all",
	limit: null,
	reading: "units",
	surface: "minutes",
	breaks: "fixed",
	snapshot: null,
	against: null,
	panel: "overview",
	unit: null,
	flagId: null,
	home: null,
	shown: ["district", "street", "committee", "facilities", "roads"],
	camera: null,
};

/** The view of an address; whatever it does not say, or says wrongly, is the default. */
export function readCityView(params: URLSearchParams): CityView {
	const get = (key: string) => params.get(key) ?? "";
	const oneOf = <T extends string>(key: string, allowed: readonly T[], otherwise: T): T =>
		allowed.find((value) => value === get(key)) ?? otherwise;
	return {
		category: isSubject(get("category")) ? get("category") : DEFAULT_VIEW.category,
		mode: oneOf("mode", ["any", "own"], DEFAULT_VIEW.mode),
		profile: oneOf(
			"profile",
			PROFILES.map(({ name }) => name),
			DEFAULT_VIEW.profile,
		),
		level: oneOf("level", UNIT_KINDS, DEFAULT_VIEW.level),
		who: oneOf("who", WHO, DEFAULT_VIEW.who),
		limit: wholeOf(get("limit")),
		reading: oneOf("reading", READINGS, DEFAULT_VIEW.reading),
		surface: oneOf("surface", SURFACES, DEFAULT_VIEW.surface),
		breaks: oneOf("breaks", BREAK_KINDS, DEFAULT_VIEW.breaks),
		snapshot: hashOf(get("snapshot")),
		against: hashOf(get("against")),
		panel: oneOf("panel", ["overview", "flags", "unit"], DEFAULT_VIEW.panel),
		unit: unitOf(get("unit")),
		flagId: params.get("flag"),
		home: params.get("home"),
		shown: params.has("layers")
			? MAP_SWITCHES.filter((name) => get("layers").split(",").includes(name))
			: DEFAULT_VIEW.shown,
		camera: cameraOf(get("at")),
	};
}

/** A view with some of it changed. A limit is said in the unit of its category, so another category begins with its own. */
export function changedView(view: CityView, change: Partial<CityView>): CityView {
	const isOther = change.category !== undefined && change.category !== view.category;
	return { ...view, ...(isOther ? { limit: null } : {}), ...change };
}

/** The address of a view: defaults are left out, foreign keys (the language) are kept. */
export function writeCityView(view: CityView, params: URLSearchParams): URLSearchParams {
	const written = new URLSearchParams(params);
	const put = (key: string, value: string | null, otherwise: string | null) =>
		value === null || value === otherwise ? written.delete(key) : written.set(key, value);
	put("category", view.category, DEFAULT_VIEW.category);
	put("mode", view.mode, DEFAULT_VIEW.mode);
	put("profile", view.profile, DEFAULT_VIEW.profile);
	put("level", view.level, DEFAULT_VIEW.level);
	put("who", view.who, DEFAULT_VIEW.who);
	put("limit", view.limit === null ? null : String(view.limit), null);
	put("reading", view.reading, DEFAULT_VIEW.reading);
	put("surface", view.surface, DEFAULT_VIEW.surface);
	put("breaks", view.breaks, DEFAULT_VIEW.breaks);
	put("snapshot", view.snapshot, null);
	put("against", view.against, null);
	put("panel", view.panel, DEFAULT_VIEW.panel);
	put("unit", view.unit === null ? null : `${view.unit.kind}:${view.unit.code}`, null);
	put("flag", view.flagId, null);
	put("home", view.home, null);
	put("layers", view.shown.join(","), DEFAULT_VIEW.shown.join(","));
	put("at", view.camera === null ? null : cameraText(view.camera), null);
	return written;
}

function isSubject(code: string): boolean {
	return code === COMPOSITE || categoryOf(code) !== undefined;
}

/** Limits that make sense in any unit. */
function wholeOf(text: string): number | null {
	const limit = Number(text);
	return /^\d+$/.test(text) && limit >= 1 && limit <= 5_000 ? limit : null;
}

function hashOf(text: string): string | null {
	return /^[0-9a-f]{8,64}$/.test(text) ? text : null;
}

function cameraText({ lon, lat, zoom }: Camera): string {
	return `${lon.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`;
}

function cameraOf(text: string): Camera | null {
	const [lon, lat, zoom, more] = text.split(",").map(Number);
	if (lon === undefined || lat === undefined || zoom === undefined || more !== undefined)
		return null;
	const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
	return text !== "" && isOnEarth ? { lon, lat, zoom } : null;
}

function unitOf(text: string): UnitRef | null {
	const at = text.indexOf(":");
	const kind = UNIT_KINDS.find((name) => name === text.slice(0, at));
	const code = text.slice(at + 1);
	return kind === undefined || code === "" ? null : { kind, code };
}
