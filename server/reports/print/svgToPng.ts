// A drawing as pixels, with the product's own letters.
import { Resvg } from "@resvg/resvg-js";
import { NAME_IN_FILE, typefaceFor } from "../fonts/typeface.ts";
import { withFontFiles } from "../fonts/withFontFiles.ts";
import { withResolution } from "./pngResolution.ts";
import { withPrintable } from "./svgLetters.ts";

const MM_PER_INCH = 25.4;

/** `widthMm` of the drawing at so many dots per inch. */
export async function svgToPng(
	svg: string,
	{ widthMm, dpi }: { readonly widthMm: number; readonly dpi: number },
): Promise<Uint8Array> {
	const typeface = await typefaceFor([svg]);
	return await withFontFiles(typeface, async (files) => {
		const drawing = new Resvg(withPrintable(svg, typeface), {
			font: {
				loadSystemFonts: false,
				fontFiles: files.flatMap(({ regular, bold }) => [regular, bold]),
				defaultFontFamily: NAME_IN_FILE,
				sansSerifFamily: NAME_IN_FILE,
			},
			fitTo: { mode: "width", value: Math.round((widthMm / MM_PER_INCH) * dpi) },
		});
		return withResolution(drawing.render().asPng(), dpi);
	});
}
