// The map beneath the map: ids of its own, quiet colours of the theme, and nothing that needs another host's pictures.
import type { StyleSpecification } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { backgroundLayers, NO_BACKGROUND } from "../../../client/map/backgroundStyle.ts";
import { PALETTES } from "../../../client/map/palette.ts";
import type { Background } from "../../../planning/wire/background.ts";

const GIVEN = { origin: "http://city.example", style: null };
const file = (more: object): Background =>
	({
		kind: "pmtiles",
		file: "ground.pmtiles",
		tilesUrl: "/api/background/tiles/{z}/{x}/{y}",
		minzoom: 3,
		maxzoom: 14,
		tileType: "vector",
		layers: [],
		attribution: "© a",
		...more,
	}) as Background;
const idsOf = (layers: readonly { readonly id: string }[]) => layers.map(({ id }) => id);

test("without one nothing is added", () => {
	expect(backgroundLayers(null, "light", GIVEN)).toBe(NO_BACKGROUND);
});

test("every source that a layer draws is there, and every id says whose it is", () => {
	const tiles = ["https://t0.example/{z}/{x}/{y}"];
	const layers = ["vec", "cva"].map((id) => ({ id, tiles, minzoom: 1, maxzoom: 18 }));
	const parts = [
		backgroundLayers({ kind: "tianditu", key: "k", layers, attribution: "天地图" }, "dark", GIVEN),
		backgroundLayers(file({ tileType: "raster" }), "light", GIVEN),
		backgroundLayers(file({ layers: ["earth", "water", "roads", "pois"] }), "light", GIVEN),
		backgroundLayers(file({ layers: ["rivers", "paths"] }), "light", GIVEN),
	];
	for (const { sources, layers: drawn } of parts) {
		expect(drawn.length).toBeGreaterThan(0);
		expect(new Set(idsOf(drawn)).size).toBe(drawn.length);
		for (const layer of drawn) {
			expect(layer.id).toMatch(/^background-/);
			expect(Object.keys(sources)).toContain("source" in layer ? layer.source : "none");
		}
	}
});

describe("pictures", () => {
	test("of Tianditu lie ground first, names above, from all hosts, with less colour", () => {
		const tiles = ["https://t0.example/{z}/{x}/{y}", "https://t1.example/{z}/{x}/{y}"];
		const layers = ["vec", "cva"].map((id) => ({ id, tiles, minzoom: 1, maxzoom: 18 }));
		const part = backgroundLayers(
			{ kind: "tianditu", key: "k", layers, attribution: "天地图" },
			"light",
			GIVEN,
		);
		expect(idsOf(part.layers)).toEqual(["background-vec", "background-cva"]);
		expect(part.sources["background-vec"]).toMatchObject({ type: "raster", tiles, maxzoom: 18 });
		expect(part.layers[0]?.paint).toMatchObject({ "raster-saturation": -0.6 });
		expect(part.attribution).toBe("天地图");
	});

	test("are darker by night", () => {
		const paintOf = (theme: "light" | "dark") =>
			backgroundLayers(file({ tileType: "raster" }), theme, GIVEN).layers[0]?.paint;
		expect(paintOf("light")).not.toHaveProperty("raster-brightness-max");
		expect(paintOf("dark")).toMatchObject({ "raster-brightness-max": 0.4 });
	});
});

describe("vector tiles of a file", () => {
	test("come from this server, in whole addresses: workers have no page to start from", () => {
		const { sources } = backgroundLayers(file({ layers: ["water"] }), "light", GIVEN);
		expect(Object.values(sources)).toEqual([
			{
				type: "vector",
				tiles: ["http://city.example/api/background/tiles/{z}/{x}/{y}"],
				minzoom: 3,
				maxzoom: 14,
			},
		]);
	});

	test("of Protomaps are drawn as they mean it, in the theme's own colours", () => {
		const layers = ["pois", "roads", "water", "earth", "buildings", "landuse"];
		const part = backgroundLayers(file({ layers }), "dark", GIVEN);
		expect(idsOf(part.layers)).toEqual([
			"background-earth",
			"background-landuse",
			"background-water",
			"background-water-line",
			"background-roads",
			"background-buildings",
		]);
		expect(part.layers[0]?.paint).toEqual({ "fill-color": PALETTES.dark.land });
	});

	test("with layers nobody knows are thin lines and light areas, one of each", () => {
		const part = backgroundLayers(file({ layers: ["rivers"] }), "light", GIVEN);
		expect(part.layers.map(({ id, type }) => [id, type])).toEqual([
			["background-rivers-area", "fill"],
			["background-rivers", "line"],
		]);
	});
});

describe("another map's style", () => {
	const url = "https://maps.example/styles/quiet.json?key=1";
	const style: StyleSpecification = {
		version: 8,
		sprite: "https://maps.example/sprite",
		glyphs: "https://maps.example/{fontstack}/{range}.pbf",
		sources: {
			streets: { type: "vector", url: "../tiles.json", attribution: '<a href="x">© Streets</a>' },
			hills: { type: "raster", tiles: ["/hills/{z}/{x}/{y}.png"], attribution: "© Hills" },
		},
		layers: [
			{ id: "land", type: "background", paint: { "background-color": "#eee" } },
			{ id: "sand", type: "fill", source: "streets", paint: { "fill-pattern": "sand" } },
			{ id: "road", type: "line", source: "streets", "source-layer": "roads" },
			{ id: "tower", type: "fill-extrusion", source: "streets", "source-layer": "buildings" },
			{ id: "shop", type: "symbol", source: "streets", layout: { "icon-image": "shop" } },
			{
				id: "name",
				type: "symbol",
				source: "streets",
				layout: { "text-field": ["get", "name"], "text-font": ["A"], "icon-image": "dot" },
			},
		],
	};

	test("is nothing until it has been read", () => {
		expect(backgroundLayers({ kind: "style", url }, "light", GIVEN)).toBe(NO_BACKGROUND);
	});

	test("keeps areas, lines and names; what needs its pictures or stands up is left out", () => {
		const part = backgroundLayers({ kind: "style", url }, "light", { ...GIVEN, style });
		expect(idsOf(part.layers)).toEqual(["background-land", "background-road", "background-name"]);
		expect(part.layers[1]).toMatchObject({ source: "background-streets", "source-layer": "roads" });
		expect(part.layers[2]?.layout).toEqual({ "text-field": ["get", "name"] });
		expect(part.attribution).toBe("© Streets · © Hills");
	});

	test("what it names by a relative address lies beside it; braces stay", () => {
		const { sources } = backgroundLayers({ kind: "style", url }, "light", { ...GIVEN, style });
		expect(sources["background-streets"]).toMatchObject({ url: "https://maps.example/tiles.json" });
		expect(sources["background-hills"]).toMatchObject({
			tiles: ["https://maps.example/hills/{z}/{x}/{y}.png"],
		});
	});
});
