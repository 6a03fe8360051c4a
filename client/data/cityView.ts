// What a link restores: the whole view of the city as a few short words in the address.
import { UNIT_KINDS, type UnitKind } from "../../planning/city/records.ts";
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

export interface CityView {
	readonly category: string;
	readonly mode: "any" | "own";
	readonly profile: string;
	readonly level: UnitKind;
	/** 单元: shares by unit; 地点: residences by walk time. */
	readonly reading: "units" | "places";
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
	reading: "units",
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
		category: categoryOf(get("category"))?.code ?? DEFAULT_VIEW.category,
		mode: oneOf("mode", ["any", "own"], DEFAULT_VIEW.mode),
		profile: oneOf(
			"profile",
			PROFILES.map(({ name }) => name),
			DEFAULT_VIEW.profile,
		),
		level: oneOf("level", UNIT_KINDS, DEFAULT_VIEW.level),
		reading: oneOf("reading", ["units", "places"], DEFAULT_VIEW.reading),
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

/** The address of a view: defaults are left out, foreign keys (the language) are kept. */
export function writeCityView(view: CityView, params: URLSearchParams): URLSearchParams {
	const written = new URLSearchParams(params);
	const put = (key: string, value: string | null, otherwise: string | null) =>
		value === null || value === otherwise ? written.delete(key) : written.set(key, value);
	put("category", view.category, DEFAULT_VIEW.category);
	put("mode", view.mode, DEFAULT_VIEW.mode);
	put("profile", view.profile, DEFAULT_VIEW.profile);
	put("level", view.level, DEFAULT_VIEW.level);
	put("reading", view.reading, DEFAULT_VIEW.reading);
	put("panel", view.panel, DEFAULT_VIEW.panel);
	put("unit", view.unit === null ? null : `${view.unit.kind}:${view.unit.code}`, null);
	put("flag", view.flagId, null);
	put("home", view.home, null);
	put("layers", view.shown.join(","), DEFAULT_VIEW.shown.join(","));
	put("at", view.camera === null ? null : cameraText(view.camera), null);
	return written;
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
