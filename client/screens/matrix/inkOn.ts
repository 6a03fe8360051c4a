// Black or white, whichever is easier to read on a colour: relative luminance as WCAG 2 has it.
import { luminanceOf } from "../../map/palette.ts";

export function inkOn(hex: string): "black" | "white" {
	const luminance = luminanceOf(hex);
	return (luminance + 0.05) ** 2 > 0.05 * 1.05 ? "black" : "white";
}
