// What the colours, dots, marks and lines of a printed map mean, with how many units are in each class.
import { classLabel } from "../../../planning/coverage/figures/breaks.ts";
import type { Language } from "../../../planning/wire/reports.ts";
import type { View } from "../View.ts";
import { countWords } from "../words/numbers.ts";
import { wordsOf } from "../words/wordsOf.ts";
import { INKS } from "./inks.ts";
import type { BorderKind, MapPicture } from "./MapPicture.ts";
import { BORDER_PENS, facilitySvg, SPOT_PEN, spotRadiusMm } from "./mapSvg.ts";
import { mm, type PaperPoint, svgLine, svgRect, svgText, textWidthMm } from "./svg.ts";
import { classFill } from "./textures.ts";
import { wrapText } from "./wrapText.ts";

const ROW_MM = 4.6;
const TEXT_MM = 2.6;
/** From base line to base line of words that need several. */
const STEP_MM = 3.4;
const TITLE_MM = 2.9;
const KEY_MM = 6;
const TITLE = { sizeMm: TITLE_MM, ink: INKS.text, isBold: true };
const WORDS = { sizeMm: TEXT_MM, ink: INKS.text };
const DETAIL = { sizeMm: TEXT_MM, ink: INKS.quietText, anchor: "end" } as const;

/** A row: a key drawn around its middle, words, and at the right a count. */
interface LegendRow {
	readonly key: (at: PaperPoint) => string;
	readonly words: string;
	readonly detail: string;
}

/** Classes; dots and marks; borders. */
export interface LegendPart {
	readonly title: string;
	readonly rows: readonly LegendRow[];
}

/** Only what the map shows; a part without rows is left out. */
export function legendOf(view: View, picture: MapPicture, language: Language): LegendPart[] {
	const { legend } = wordsOf(language);
	return [
		{ title: legend.share, rows: classRows(view, language) },
		{
			title: legend.places,
			rows: [...spotRows(picture, language), ...facilityRows(view, picture, language)],
		},
		{ title: legend.borders, rows: borderRows(picture, language) },
	].filter(({ rows }) => rows.length > 0);
}

/** A part from its top left corner down, as wide as told. */
export function legendSvg(
	{ title, rows }: LegendPart,
	[xMm, yMm]: PaperPoint,
	widthMm: number,
): { readonly svg: string; readonly heightMm: number } {
	const lines = [svgText(title, [xMm, yMm + TITLE_MM], TITLE)];
	let atMm = yMm + TITLE_MM + 2;
	for (const { key, words, detail } of rows) {
		const roomMm = widthMm - KEY_MM - 3 - textWidthMm(detail, TEXT_MM);
		const wrapped = wrapText(words, TEXT_MM, roomMm);
		const middleMm = atMm + ROW_MM / 2;
		const baseMm = middleMm + TEXT_MM * 0.36;
		lines.push(
			key([xMm + KEY_MM / 2, middleMm]),
			...wrapped.map((line, i) => svgText(line, [xMm + KEY_MM + 2, baseMm + i * STEP_MM], WORDS)),
			svgText(detail, [xMm + widthMm, baseMm], DETAIL),
		);
		atMm += ROW_MM + Math.max(0, wrapped.length - 1) * STEP_MM;
	}
	return { svg: lines.join("\n"), heightMm: atMm - yMm };
}

/** The best class on top. */
function classRows({ breaks }: View, language: Language): LegendRow[] {
	const { legend, noData } = wordsOf(language);
	const { bounds, counts, noDataCount } = breaks;
	const rows = counts.map((count, index) => ({
		key: swatch(index, counts.length),
		words: classLabel(index, bounds),
		detail: legend.units(countWords(count)),
	}));
	const without = {
		key: swatch(null, counts.length),
		words: noData,
		detail: legend.units(countWords(noDataCount)),
	};
	return [...rows.reverse(), ...(noDataCount === 0 ? [] : [without])];
}

function swatch(index: number | null, classCount: number) {
	const { ink, texture } = classFill(index, classCount);
	return ([xMm, yMm]: PaperPoint) => {
		const box = { xMm: xMm - KEY_MM / 2, yMm: yMm - 1.5, widthMm: KEY_MM, heightMm: 3 };
		const pen = `stroke="${INKS.committee}" stroke-width="0.1"`;
		const over = texture === null ? "" : svgRect(box, `fill="${texture}"`);
		return `${svgRect(box, `fill="${ink}" ${pen}`)}${over}`;
	};
}

/** The dot of most people, and one of a quarter of them. */
function spotRows({ spots }: MapPicture, language: Language): LegendRow[] {
	const most = Math.max(0, ...spots.map(({ people }) => people));
	if (most === 0) return [];
	const { legend } = wordsOf(language);
	return [most, Math.max(1, Math.round(most / 4))].map((people, i) => ({
		key: ([xMm, yMm]) =>
			`<circle cx="${mm(xMm)}" cy="${mm(yMm)}" r="${mm(spotRadiusMm(people, most))}" ${SPOT_PEN}/>`,
		words: i === 0 ? legend.spots : "",
		detail: legend.people(countWords(people)),
	}));
}

function facilityRows(
	{ category }: View,
	{ facilities }: MapPicture,
	language: Language,
): LegendRow[] {
	if (facilities.at.length === 0) return [];
	return [
		{
			key: (at) => facilitySvg(facilities.shape, at),
			words: language === "zh" ? category.nameZh : category.nameEn,
			detail: wordsOf(language).legend.units(countWords(facilities.inAreaCount)),
		},
	];
}

function borderRows({ borders }: MapPicture, language: Language): LegendRow[] {
	const { border } = wordsOf(language);
	const kinds = new Set(borders.map(({ kind }) => kind));
	const order: readonly BorderKind[] = ["district", "street", "committee", "bmu", "circle"];
	return order
		.filter((kind) => kinds.has(kind))
		.map((kind) => ({
			key: ([xMm, yMm]) =>
				svgLine(
					[xMm - KEY_MM / 2, yMm],
					[xMm + KEY_MM / 2, yMm],
					`fill="none" ${BORDER_PENS[kind]}`,
				),
			words: border[kind],
			detail: "",
		}));
}
