// The printable sheet: title block, map, legend, scale, north arrow, and at the foot what the figures stand on.
import type { SheetOptions } from "../../../planning/wire/reports.ts";
import { INKS } from "../map/inks.ts";
import { type MapPanel, mapPanel } from "../map/mapPanel.ts";
import { svgDocument, svgLine, svgText, type TextStyle } from "../map/svg.ts";
import { TEXTURES_SVG } from "../map/textures.ts";
import { wrapText } from "../map/wrapText.ts";
import { methodLines, noteLines } from "../words/methodLines.ts";
import { viewWords } from "../words/viewWords.ts";
import { wordsOf } from "../words/wordsOf.ts";

/** Long side and short side. */
const PAPERS = { a4: [297, 210], a3: [420, 297] } as const;
/** Letters and lines of A3 are wider: it is read from farther away. */
const ENLARGED = { a4: 1, a3: 1.25 } as const;
const MARGIN_MM = 10;
const TITLE = { sizeMm: 6.5, ink: INKS.text, isBold: true };
const SENTENCE: LineStyle = { sizeMm: 3.4, ink: INKS.text, stepMm: 5 };
const FOOT: LineStyle = { sizeMm: 2.5, ink: INKS.quietText, stepMm: 3.6 };
const RULE = `stroke="${INKS.border}" stroke-width="0.4"`;

interface LineStyle extends TextStyle {
	/** From base line to base line. */
	readonly stepMm: number;
}

export type SheetPaper = Pick<SheetOptions, "paper" | "orientation">;

/** Width and height of the paper. */
export function paperSizeMm({ paper, orientation }: SheetPaper): readonly [number, number] {
	const [longMm, shortMm] = PAPERS[paper];
	return orientation === "landscape" ? [longMm, shortMm] : [shortMm, longMm];
}

export function sheetSvg(panel: MapPanel, asked: SheetPaper): string {
	const [paperWidthMm, paperHeightMm] = paperSizeMm(asked);
	const scale = ENLARGED[asked.paper];
	const [widthMm, heightMm] = [paperWidthMm / scale, paperHeightMm / scale];
	const innerMm = widthMm - 2 * MARGIN_MM;
	const title = titleBlock(panel, innerMm);
	const foot = footLines(panel, innerMm);
	const topMm = MARGIN_MM + title.heightMm;
	const footMm = heightMm - MARGIN_MM - foot.length * FOOT.stepMm;
	const mapBox = { xMm: MARGIN_MM, yMm: topMm, widthMm: innerMm, heightMm: footMm - 3 - topMm };
	const body = [
		`<rect width="${paperWidthMm}" height="${paperHeightMm}" fill="${INKS.paper}"/>`,
		TEXTURES_SVG,
		`<g transform="scale(${scale})">`,
		title.svg,
		mapPanel(panel, mapBox),
		...linesSvg(foot, footMm, FOOT),
		"</g>",
	];
	return svgDocument(paperWidthMm, paperHeightMm, body.join("\n"));
}

function titleBlock({ view, language }: MapPanel, innerMm: number) {
	const words = wordsOf(language);
	const { area, service, headline } = viewWords(view, language);
	const [leftMm, rightMm] = [MARGIN_MM, MARGIN_MM + innerMm];
	const sentence = wrapText(headline, SENTENCE.sizeMm, innerMm);
	const heightMm = TITLE.sizeMm + 4 + sentence.length * SENTENCE.stepMm + 3;
	const ruleMm = MARGIN_MM + heightMm - 2.5;
	const date = { sizeMm: 3, ink: INKS.quietText, anchor: "end" } as const;
	const svg = [
		svgText(words.mapTitle(area, service), [leftMm, MARGIN_MM + TITLE.sizeMm], TITLE),
		svgText(words.asOf(view.snapshot.asOf), [rightMm, MARGIN_MM + TITLE.sizeMm], date),
		...linesSvg(sentence, MARGIN_MM + TITLE.sizeMm + 3, SENTENCE),
		svgLine([leftMm, ruleMm], [rightMm, ruleMm], RULE),
	].join("\n");
	return { svg, heightMm };
}

/** What the figures stand on: the same sentences as in a brief. */
function footLines({ view, language }: MapPanel, innerMm: number): string[] {
	const { legend } = wordsOf(language);
	const notes = [...noteLines(view, language), legend.wgs84].join(" ");
	return [...methodLines(view, language), notes].flatMap((line) =>
		wrapText(line, FOOT.sizeMm, innerMm),
	);
}

function linesSvg(lines: readonly string[], topMm: number, style: LineStyle): string[] {
	return lines.map((line, i) =>
		svgText(line, [MARGIN_MM, topMm + (i + 0.8) * style.stepMm], style),
	);
}
