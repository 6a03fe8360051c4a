// The part of pdfmake that reports use. (Its published types pull in those of a browser's page.)
declare module "pdfmake/js/index.js" {
	type Margins = number | readonly [left: number, top: number, right: number, bottom: number];

	export interface Style {
		readonly font?: string;
		readonly fontSize?: number;
		readonly bold?: boolean;
		readonly color?: string;
		readonly lineHeight?: number;
		readonly alignment?: "left" | "right";
		readonly margin?: Margins;
	}

	/** Lengths are points. */
	export type Content =
		| TextContent
		| ({ readonly stack: readonly Content[]; readonly unbreakable?: boolean } & Style)
		| ({ readonly columns: readonly Content[] } & Style)
		| { readonly svg: string; readonly width: number }
		| { readonly canvas: readonly CanvasLine[] }
		| { readonly table: TableBody; readonly layout: TableLayout };

	export interface TextContent extends Style {
		readonly text: readonly { readonly text: string; readonly font: string }[];
	}

	export interface CanvasLine {
		readonly type: "line";
		readonly x1: number;
		readonly y1: number;
		readonly x2: number;
		readonly y2: number;
		readonly lineWidth: number;
		readonly lineColor: string;
	}

	export interface TableBody {
		readonly widths: readonly (number | "*")[];
		readonly body: readonly (readonly Content[])[];
	}

	export interface TableLayout {
		hLineWidth?(line: number): number;
		vLineWidth?(): number;
		hLineColor?(line: number): string;
		vLineColor?(): string;
		paddingLeft?(): number;
		paddingRight?(): number;
		paddingTop?(): number;
		paddingBottom?(): number;
	}

	export interface PdfDefinition {
		readonly pageSize: "A4" | { readonly width: number; readonly height: number };
		readonly pageMargins: Margins;
		readonly content: readonly Content[];
		readonly footer?: (page: number, pages: number) => Content;
		readonly defaultStyle?: Style;
		readonly info?: {
			readonly title: string;
			readonly creator: string;
			readonly producer: string;
			readonly creationDate: Date;
		};
	}

	interface PdfMake {
		setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
		setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
		/** Paths of the fonts of each family. */
		setFonts(fonts: Record<string, { readonly normal: string; readonly bold: string }>): void;
		createPdf(definition: PdfDefinition): { getBuffer(): Promise<Buffer> };
	}
	const pdfmake: PdfMake;
	export default pdfmake;
}
