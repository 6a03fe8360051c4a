// Pieces of SVG text. Lengths are millimetres on paper.
import { FAMILY } from "../fonts/typeface.ts";

/** Where a drawing lies on the paper. */
export interface PaperBox {
	readonly xMm: number;
	readonly yMm: number;
	readonly widthMm: number;
	readonly heightMm: number;
}

export type PaperPoint = readonly [xMm: number, yMm: number];

export interface TextStyle {
	readonly sizeMm: number;
	readonly ink: string;
	readonly isBold?: boolean;
	readonly anchor?: "start" | "middle" | "end";
	/** Light around the letters, so that they read on any ground. */
	readonly haloMm?: number;
}

/** Families that an SVG names, should it be opened where the product's letters are not. */
const FAMILIES = `'${FAMILY}', 'PingFang SC', 'Microsoft YaHei', sans-serif`;

/** A whole drawing of a size on paper. */
export function svgDocument(widthMm: number, heightMm: number, body: string): string {
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" ` +
		`viewBox="0 0 ${widthMm} ${heightMm}" font-family="${FAMILIES}">\n${body}\n</svg>\n`
	);
}

/** One line of text; `yMm` is its base line. */
export function svgText(text: string, [xMm, yMm]: PaperPoint, style: TextStyle): string {
	const { sizeMm, ink, isBold = false, anchor = "start", haloMm = 0 } = style;
	const at = `x="${mm(xMm)}" y="${mm(yMm)}" font-size="${mm(sizeMm)}" font-weight="${isBold ? 700 : 400}" text-anchor="${anchor}"`;
	const words = escapeXml(text);
	const halo =
		haloMm === 0
			? ""
			: `<text ${at} fill="#ffffff" stroke="#ffffff" stroke-width="${mm(haloMm)}" stroke-linejoin="round">${words}</text>`;
	return `${halo}<text ${at} fill="${ink}">${words}</text>`;
}

/** About how wide a line of text is: Chinese characters are square, letters and digits a little over half. */
export function textWidthMm(text: string, sizeMm: number): number {
	let widthEm = 0;
	for (const character of text) widthEm += /[\u0020-\u024f]/.test(character) ? 0.56 : 1;
	return widthEm * sizeMm;
}

export function svgRect({ xMm, yMm, widthMm, heightMm }: PaperBox, attributes: string): string {
	return `<rect x="${mm(xMm)}" y="${mm(yMm)}" width="${mm(widthMm)}" height="${mm(heightMm)}" ${attributes}/>`;
}

export function svgLine(from: PaperPoint, to: PaperPoint, attributes: string): string {
	return `<path d="M${from.map(mm).join(" ")}L${to.map(mm).join(" ")}" ${attributes}/>`;
}

/** A hundredth of a millimetre is an eighth of a dot at 300 dpi. */
export function mm(lengthMm: number): string {
	return String(Math.round(lengthMm * 100) / 100);
}

/** Text inside a tag: what names of places may hold and XML may not is left out. */
export function escapeXml(text: string): string {
	return text
		.replaceAll(/\p{Cc}|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/gu, "")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
