// A choropleth as SVG: classes by darkness, borders once each, people beyond the limit as dots, facilities by shape, names
// and figures where they fit. The same values give the same text.
import { boxAround } from "../../../planning/geo/box.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { type Shape, shapePath } from "../../../planning/standards/facilityShapes.ts";
import { INKS } from "./inks.ts";
import { BORDER_KINDS, type BorderKind, type MapPicture, type Spot } from "./MapPicture.ts";
import { areaPath, linePath, type PaperFrame, paperFrame } from "./paperFrame.ts";
import { FIGURE_MM, LABEL_STEP_MM, NAME_MM, placeLabels } from "./placeLabels.ts";
import { escapeXml, mm, type PaperBox, type PaperPoint, svgRect, svgText } from "./svg.ts";
import { classFill } from "./textures.ts";

const MARGIN_MM = 5;
const HALO_MM = 0.9;
/** A mark's own box of 24 × 24. */
const FACILITY_MM = 2.1;
/** Of the dot of most people. */
const LARGEST_SPOT_MM = 1.8;

/** Light beneath a border, which else is lost on a dark class. */
const CASING_PEN = `stroke="${INKS.paper}" stroke-opacity="0.75" stroke-width="1"`;

export const SPOT_PEN = `fill="${INKS.beyond}" fill-opacity="0.8" stroke="${INKS.beyondDot}" stroke-width="0.12"`;

/** Pen of each kind of border; a street's border on a map of committees is wider than theirs. */
export const BORDER_PENS: Readonly<Record<BorderKind, string>> = {
	circle: `stroke="${INKS.circle}" stroke-width="0.35" stroke-dasharray="2 0.8"`,
	bmu: `stroke="${INKS.bmu}" stroke-width="0.4" stroke-dasharray="1.8 0.6 0.4 0.6 0.4 0.6"`,
	committee: `stroke="${INKS.committee}" stroke-width="0.15" stroke-dasharray="0.8 0.4"`,
	street: `stroke="${INKS.border}" stroke-width="0.3"`,
	district: `stroke="${INKS.border}" stroke-width="0.7"`,
};

export interface DrawnMap {
	/** For a document that has `TEXTURES_SVG`. */
	readonly svg: string;
	readonly metresPerMm: number;
}

/** The map in a box of the paper. */
export function mapSvg(picture: MapPicture, box: PaperBox): DrawnMap {
	const frame = paperFrame(placesOf(picture), box, MARGIN_MM);
	const layers = [
		svgRect(box, `fill="${INKS.paper}"`),
		`<g clip-path="url(#map-box)">`,
		...unitsSvg(picture, frame),
		...bordersSvg(picture, frame),
		...spotsSvg(picture.spots, frame),
		...facilitiesSvg(picture, frame),
		...labelsSvg(picture, frame),
		"</g>",
		svgRect(box, `fill="none" stroke="${INKS.border}" stroke-width="0.25"`),
	];
	const clip = `<defs><clipPath id="map-box">${svgRect(box, "")}</clipPath></defs>`;
	return { svg: [clip, ...layers].join("\n"), metresPerMm: frame.metresPerMm };
}

/** A facility's mark in its middle. */
export function facilitySvg(shape: Shape, [xMm, yMm]: PaperPoint): string {
	const scale = FACILITY_MM / 24;
	const move = `translate(${mm(xMm - FACILITY_MM / 2)} ${mm(yMm - FACILITY_MM / 2)}) scale(${scale})`;
	return `<path d="${shapePath(shape)}" transform="${move}" fill="${INKS.markerFill}" stroke="${INKS.text}" stroke-width="3"/>`;
}

/** Radius of a dot: areas go with people. */
export function spotRadiusMm(people: number, mostPeople: number): number {
	return LARGEST_SPOT_MM * Math.sqrt(people / mostPeople);
}

/** Corners of the units of the area; the whole picture's where it has none. */
function placesOf({ units, borders }: MapPicture): LonLat[] {
	const inArea = units.filter(({ figure }) => figure !== null);
	return inArea.length > 0
		? inArea.flatMap(({ polygons }) => polygons.flat(2))
		: borders.flatMap(({ line }) => line);
}

function unitsSvg({ units, classCount }: MapPicture, frame: PaperFrame): string[] {
	return units.map(({ code, polygons, figure }) => {
		const path = areaPath(frame, polygons);
		const fill = (ink: string) => `<path d="${path}" fill="${ink}" fill-rule="evenodd"/>`;
		if (figure === null) return fill(INKS.context);
		const { ink, texture } = classFill(figure.classIndex, classCount);
		const over = texture === null ? "" : fill(texture);
		return `<g class="unit" data-code="${escapeXml(code)}">${fill(ink)}${over}</g>`;
	});
}

/** The coarser above the finer. */
function bordersSvg({ borders }: MapPicture, frame: PaperFrame): string[] {
	return BORDER_KINDS.flatMap((kind) => {
		const lines = borders.filter((border) => border.kind === kind);
		if (lines.length === 0) return [];
		const path = lines.map(({ line }) => linePath(frame, line)).join("");
		const drawn = `<path d="${path}" fill="none" stroke-linejoin="round"`;
		const around = kind === "committee" ? [] : [`${drawn} ${CASING_PEN}/>`];
		return [...around, `${drawn} ${BORDER_PENS[kind]}/>`];
	});
}

/** The largest beneath, so that none is hidden. */
function spotsSvg(spots: readonly Spot[], { toPaper }: PaperFrame): string[] {
	const sorted = [...spots].sort((a, b) => b.people - a.people);
	const mostPeople = sorted[0]?.people ?? 0;
	return sorted.map(({ at, people }) => {
		const [xMm, yMm] = toPaper(at);
		const radiusMm = spotRadiusMm(people, mostPeople);
		return `<circle cx="${mm(xMm)}" cy="${mm(yMm)}" r="${mm(radiusMm)}" ${SPOT_PEN}/>`;
	});
}

function facilitiesSvg({ facilities }: MapPicture, { toPaper }: PaperFrame): string[] {
	return facilities.at.map((at) => facilitySvg(facilities.shape, toPaper(at)));
}

function labelsSvg({ units }: MapPicture, { box, toPaper }: PaperFrame): string[] {
	const labels = units.flatMap(({ figure, polygons }) => {
		if (figure === null) return [];
		const { name, text, people, labelAt } = figure;
		const [west, south, east] = boxAround(polygons.flat(2), 0);
		const unitWidthMm = toPaper([east, south])[0] - toPaper([west, south])[0];
		return [{ at: toPaper(labelAt), name, figure: text, unitWidthMm, weight: people }];
	});
	return placeLabels(labels, box).flatMap(({ at: [xMm, yMm], name, figure, hasFigure }) => {
		const nameYMm = hasFigure ? yMm - 0.4 : yMm + 0.9;
		const style = { ink: INKS.text, anchor: "middle", haloMm: HALO_MM } as const;
		const words = svgText(name, [xMm, nameYMm], { ...style, sizeMm: NAME_MM });
		if (!hasFigure) return [words];
		const figureAt = [xMm, nameYMm + LABEL_STEP_MM] as const;
		return [words, svgText(figure, figureAt, { ...style, sizeMm: FIGURE_MM, isBold: true })];
	});
}
