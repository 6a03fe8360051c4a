// Textures for print in one colour: dots on the lowest class, hatching where there is no data.
import { INKS, shareInk } from "./inks.ts";

export interface ClassFill {
	readonly ink: string;
	/** Drawn over the ink; null where the ink says enough. */
	readonly texture: string | null;
}

/** Patterns that `classFill` names; once per document. */
export const TEXTURES_SVG = [
	"<defs>",
	'<pattern id="lowest" patternUnits="userSpaceOnUse" width="1.2" height="1.2">',
	`<circle cx="0.3" cy="0.3" r="0.13" fill="${INKS.teal}"/><circle cx="0.9" cy="0.9" r="0.13" fill="${INKS.teal}"/>`,
	"</pattern>",
	'<pattern id="no-data" patternUnits="userSpaceOnUse" width="1.1" height="1.1" patternTransform="rotate(45)">',
	`<rect x="0" y="0" width="0.22" height="1.1" fill="${INKS.noData}"/>`,
	"</pattern>",
	"</defs>",
].join("");

/** How a class looks; null is no data, which is never a colour. */
export function classFill(index: number | null, classCount: number): ClassFill {
	if (index === null) return { ink: INKS.paper, texture: "url(#no-data)" };
	const isLowest = index === 0 && classCount > 1;
	return { ink: shareInk(index, classCount), texture: isLowest ? "url(#lowest)" : null };
}
