// Layers of another map's style, to be drawn beneath ours: areas, lines and names. What needs pictures of its own
// (patterns, icons) or stands up from the ground is left out; letters are drawn with the reader's fonts, as ours are.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { BackgroundPart } from "./backgroundStyle.ts";

const PREFIX = "background-";
const DRAWN = new Set(["background", "fill", "line", "circle", "raster", "symbol"]);
const PICTURES = ["background-pattern", "fill-pattern", "line-pattern"];

/** `url` is where the style came from: what it names by a relative address lies beside it. */
export function borrowedStyle(style: StyleSpecification, url: string): BackgroundPart {
	const sources = Object.entries(style.sources).map(
		([name, source]) => [`${PREFIX}${name}`, placedSource(source, url)] as const,
	);
	return {
		sources: Object.fromEntries(sources),
		layers: style.layers.filter(isDrawn).map(borrowedLayer),
		attribution: attributionOf(style),
	};
}

function isDrawn(layer: LayerSpecification): boolean {
	const paint = layer.paint as Readonly<Record<string, unknown>> | undefined;
	if (!DRAWN.has(layer.type) || PICTURES.some((name) => paint?.[name] !== undefined)) return false;
	return layer.type !== "symbol" || layer.layout?.["text-field"] !== undefined;
}

function borrowedLayer(layer: LayerSpecification): LayerSpecification {
	const named = { ...layer, id: `${PREFIX}${layer.id}` } as LayerSpecification;
	if (named.type === "background") return named;
	const moved = { ...named, source: `${PREFIX}${named.source}` } as LayerSpecification;
	return moved.type === "symbol" ? { ...moved, layout: wordsOnly(moved.layout ?? {}) } : moved;
}

function wordsOnly(layout: object): object {
	return Object.fromEntries(
		Object.entries(layout).filter(([name]) => !name.startsWith("icon-") && name !== "text-font"),
	);
}

function placedSource(source: SourceSpecification, base: string): SourceSpecification {
	const { url, tiles, data } = source as { url?: string; tiles?: string[]; data?: unknown };
	return {
		...source,
		...(url === undefined ? {} : { url: placed(url, base) }),
		...(tiles === undefined ? {} : { tiles: tiles.map((tile) => placed(tile, base)) }),
		...(typeof data === "string" ? { data: placed(data, base) } : {}),
	} as SourceSpecification;
}

/** An address is resolved with its braces left as they are: `{z}` is for the map to fill in. */
function placed(address: string, base: string): string {
	if (!URL.canParse(address, base)) return address;
	return new URL(address, base).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
}

function attributionOf({ sources }: StyleSpecification): string {
	const words = Object.values(sources).flatMap((source) => {
		const { attribution } = source as { attribution?: string };
		return attribution === undefined ? [] : [attribution.replaceAll(/<[^>]*>/g, "").trim()];
	});
	return [...new Set(words)].join(" · ");
}
