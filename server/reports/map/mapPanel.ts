// A map with everything that it needs to be read on its own: legend, scale, north arrow, and the note in its corner.
import type { Language } from "../../../planning/wire/reports.ts";
import type { View } from "../View.ts";
import { viewWords } from "../words/viewWords.ts";
import { wordsOf } from "../words/wordsOf.ts";
import { INKS } from "./inks.ts";
import { legendOf, legendSvg } from "./legend.ts";
import type { MapPicture } from "./MapPicture.ts";
import { type DrawnMap, mapSvg } from "./mapSvg.ts";
import { northArrowSvg, scaleBarSvg } from "./scaleBar.ts";
import { type PaperBox, type PaperPoint, svgText } from "./svg.ts";

const LEGEND_MM = 42;
const GAP_MM = 4;
const PART_GAP_MM = 3;
const FURNITURE_MM = 40;

export interface MapPanel {
	readonly view: View;
	readonly picture: MapPicture;
	readonly language: Language;
}

/** The legend at the right, in a tall box below; for a document with `TEXTURES_SVG`. */
export function mapPanel(panel: MapPanel, box: PaperBox): string {
	return box.heightMm > box.widthMm ? legendBelow(panel, box) : legendBeside(panel, box);
}

function legendBeside(panel: MapPanel, box: PaperBox): string {
	const xMm = box.xMm + box.widthMm - LEGEND_MM;
	let yMm = box.yMm;
	const parts = partsOf(panel).map((part) => {
		const { svg, heightMm } = legendSvg(part, [xMm, yMm], LEGEND_MM);
		yMm += heightMm + PART_GAP_MM;
		return svg;
	});
	const map = mapWithNote(panel, { ...box, widthMm: box.widthMm - LEGEND_MM - GAP_MM });
	const furniture = furnitureSvg(panel, map, [xMm, box.yMm + box.heightMm]);
	return [map.svg, ...parts, furniture].join("\n");
}

function legendBelow(panel: MapPanel, box: PaperBox): string {
	const parts = partsOf(panel);
	const columnMm = (box.widthMm - FURNITURE_MM) / parts.length;
	const at = (yMm: number) =>
		parts.map((part, i) =>
			legendSvg(part, [box.xMm + i * columnMm, yMm], Math.min(LEGEND_MM, columnMm - GAP_MM)),
		);
	const legendMm = Math.max(...at(0).map(({ heightMm }) => heightMm));
	const map = mapWithNote(panel, { ...box, heightMm: box.heightMm - legendMm - GAP_MM });
	const bottomMm = box.yMm + box.heightMm;
	const furnitureAt = [box.xMm + box.widthMm - FURNITURE_MM, bottomMm] as const;
	return [
		map.svg,
		...at(bottomMm - legendMm).map(({ svg }) => svg),
		furnitureSvg(panel, map, furnitureAt),
	].join("\n");
}

function partsOf({ view, picture, language }: MapPanel) {
	return legendOf(view, picture, language);
}

/** The note stands in the lower right corner of the map itself. */
function mapWithNote({ view, picture, language }: MapPanel, box: PaperBox): DrawnMap {
	const { svg, metresPerMm } = mapSvg(picture, box);
	const corner = [box.xMm + box.widthMm - 2, box.yMm + box.heightMm - 2] as const;
	const style = { sizeMm: 2.4, ink: INKS.text, anchor: "end", haloMm: 0.7 } as const;
	const note = svgText(viewWords(view, language).mapNote, corner, style);
	return { svg: `${svg}\n${note}`, metresPerMm };
}

/** North arrow above the scale bar, from the lower left corner up. */
function furnitureSvg({ language }: MapPanel, map: DrawnMap, [xMm, yMm]: PaperPoint): string {
	return [
		northArrowSvg([xMm + 4, yMm - 9], wordsOf(language).legend.north),
		scaleBarSvg([xMm + 1, yMm - 1], map.metresPerMm, FURNITURE_MM - 8),
	].join("\n");
}
