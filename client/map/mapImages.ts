// Pictures the map needs: the shapes of facilities and the hatching of places without data.
import type { Map as MapLibreMap } from "maplibre-gl";
import { SHAPES, shapePath } from "../../planning/standards/facilityShapes.ts";
import { PALETTES, type Palette, type Theme } from "./palette.ts";

const RATIO = 2;

/** Adds the pictures of both themes; a style names them `square-light`, `no-data-dark`, … */
export function addMapImages(map: MapLibreMap): void {
	for (const theme of ["light", "dark"] satisfies Theme[]) {
		const palette = PALETTES[theme];
		for (const shape of SHAPES)
			add(map, `${shape}-${theme}`, 20, (context) => drawShape(context, shapePath(shape), palette));
		add(map, `no-data-${theme}`, 8, (context) => drawHatch(context, palette.noData, 1.2));
		add(map, `flag-${theme}`, 8, (context) => drawHatch(context, palette.accent, 1.4));
	}
}

function add(
	map: MapLibreMap,
	name: string,
	sizePx: number,
	draw: (context: CanvasRenderingContext2D) => void,
): void {
	const canvas = document.createElement("canvas");
	canvas.width = sizePx * RATIO;
	canvas.height = sizePx * RATIO;
	const context = canvas.getContext("2d");
	if (context === null) return;
	context.scale(RATIO, RATIO);
	draw(context);
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	map.addImage(name, { width: canvas.width, height: canvas.height, data }, { pixelRatio: RATIO });
}

function drawShape(context: CanvasRenderingContext2D, path: string, palette: Palette): void {
	const outline = new Path2D(path);
	context.scale(20 / 24, 20 / 24);
	context.lineJoin = "round";
	context.fillStyle = palette.markerFill;
	context.strokeStyle = palette.label;
	context.lineWidth = 2.6;
	context.fill(outline);
	context.stroke(outline);
}

/** Lines at 45° that meet themselves at the edges of the picture. */
function drawHatch(context: CanvasRenderingContext2D, colour: string, widthPx: number): void {
	context.strokeStyle = colour;
	context.lineWidth = widthPx;
	for (const shift of [-8, 0, 8]) {
		context.beginPath();
		context.moveTo(shift - 2, 10);
		context.lineTo(shift + 10, -2);
		context.stroke();
	}
}
