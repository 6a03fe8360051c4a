// Pictures of issues: a disc where committing is refused, a square for a warning, a small disc for a hint.
import type { Map as MapLibreMap } from "maplibre-gl";
import type { IssueRow } from "../../planning/wire/checking.ts";
import type { Theme } from "./palette.ts";

type Severity = IssueRow["severity"];
const RATIO = 2;
const SIZE_PX = 24;

/** White letters are readable on all of them, and the disc and the square differ in grey too. */
export const BADGE_COLOURS: Readonly<Record<Theme, Readonly<Record<Severity, string>>>> = {
	light: { blocking: "#a3195b", warning: "#8a5a00", info: "#5b6578" },
	dark: { blocking: "#b8306f", warning: "#8f6410", info: "#66748a" },
};

export function addIssueBadges(map: MapLibreMap): void {
	for (const theme of ["light", "dark"] satisfies Theme[])
		for (const severity of ["blocking", "warning", "info"] satisfies Severity[]) {
			const image = draw(severity, BADGE_COLOURS[theme][severity]);
			if (image !== null) map.addImage(`issue-${severity}-${theme}`, image, { pixelRatio: RATIO });
		}
}

function draw(severity: Severity, colour: string): ImageData | null {
	const canvas = document.createElement("canvas");
	canvas.width = SIZE_PX * RATIO;
	canvas.height = SIZE_PX * RATIO;
	const context = canvas.getContext("2d");
	if (context === null) return null;
	context.scale(RATIO, RATIO);
	context.fillStyle = colour;
	context.strokeStyle = "#ffffff";
	context.lineWidth = 2;
	context.beginPath();
	if (severity === "warning") context.roundRect(3, 3, 18, 18, 4);
	else context.arc(12, 12, severity === "blocking" ? 10 : 8.5, 0, 2 * Math.PI);
	context.fill();
	context.stroke();
	return context.getImageData(0, 0, canvas.width, canvas.height);
}
