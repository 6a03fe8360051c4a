// The map of a brief, as wide as its tables.
import { type MapPanel, mapPanel } from "../map/mapPanel.ts";
import { svgDocument } from "../map/svg.ts";
import { TEXTURES_SVG } from "../map/textures.ts";

export const BRIEF_MAP_MM = { width: 174, height: 96 };

export function briefMap(panel: MapPanel): string {
	const { width, height } = BRIEF_MAP_MM;
	const box = { xMm: 0.2, yMm: 0.2, widthMm: width - 0.4, heightMm: height - 0.4 };
	return svgDocument(width, height, [TEXTURES_SVG, mapPanel(panel, box)].join("\n"));
}
