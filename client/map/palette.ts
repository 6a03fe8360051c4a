// Colours of the map, light and dark. Teal means minutes and shares; orange means beyond the limit, nothing else.
export type Theme = "light" | "dark";

export interface Palette {
	readonly outside: string;
	readonly land: string;
	readonly green: string;
	readonly industrial: string;
	readonly building: string;
	readonly water: string;
	readonly waterLine: string;
	readonly street: string;
	readonly streetCasing: string;
	readonly streetOnFill: number;
	readonly rail: string;
	readonly railGap: string;
	readonly expressway: string;
	readonly wall: string;
	readonly border: string;
	readonly committee: string;
	readonly bmu: string;
	readonly circle: string;
	readonly halo: string;
	readonly haloOpacity: number;
	readonly label: string;
	readonly roadLabel: string;
	readonly accent: string;
	readonly noData: string;
	readonly mask: string;
	readonly markerFill: string;
	/** Minutes, near to far. */
	readonly minutes: readonly [string, string, string];
	readonly beyond: string;
	readonly beyondDot: string;
	/** Shares, low to high. */
	readonly shares: readonly [string, string, string, string, string];
	/** People beyond the limit, few to many. */
	readonly crowds: readonly [string, string, string, string, string];
	/** Need × lack: three by three, need by rows; both rise together from the first to the last. */
	readonly priorities: readonly string[];
	/** Places where people live and nobody is beyond. */
	readonly settled: string;
	readonly quiet: string;
}

const LIGHT: Palette = {
	outside: "#eceae4",
	land: "#f6f5f1",
	green: "#dfead6",
	industrial: "#ebe7df",
	building: "#e4e0d7",
	water: "#c9dde8",
	waterLine: "#a9c6d6",
	street: "#ffffff",
	streetCasing: "#dcd8ce",
	streetOnFill: 0.6,
	rail: "#8a8f98",
	railGap: "#ffffff",
	expressway: "#e3c98f",
	wall: "#a39b8a",
	border: "#1d2b45",
	committee: "#66718a",
	bmu: "#5b4a8a",
	circle: "#2f6f4f",
	halo: "#ffffff",
	haloOpacity: 0.75,
	label: "#14213a",
	roadLabel: "#7d776b",
	accent: "#2148c0",
	noData: "#b9bec8",
	mask: "rgba(238,236,231,0.62)",
	markerFill: "#ffffff",
	minutes: ["#0b5f7d", "#4797ab", "#a4d0cf"],
	beyond: "#e8743b",
	beyondDot: "#a8430f",
	shares: ["#deeeec", "#a9d3d2", "#6cb0bb", "#33859d", "#0b5f7d"],
	crowds: ["#fbe0cd", "#f4b78d", "#e58747", "#c05a1d", "#80330a"],
	priorities: [
		...["#e8edf2", "#f4cfae", "#ec9a5e"],
		...["#b4c0cc", "#c79a7c", "#bf6a33"],
		...["#76869a", "#86634f", "#73310c"],
	],
	settled: "#d5dadc",
	quiet: "#8d97a8",
};

const DARK: Palette = {
	outside: "#10161f",
	land: "#161d28",
	green: "#182a26",
	industrial: "#1b2230",
	building: "#1d2634",
	water: "#0c2433",
	waterLine: "#1c4258",
	street: "#2b3545",
	streetCasing: "#10161f",
	streetOnFill: 0.5,
	rail: "#5c6776",
	railGap: "#10161f",
	expressway: "#5a4d30",
	wall: "#5b5648",
	border: "#e3e9f4",
	committee: "#7f8ca3",
	bmu: "#b6a5ee",
	circle: "#7fc7a1",
	halo: "#0e141d",
	haloOpacity: 0.5,
	label: "#f2f5fa",
	roadLabel: "#6d7a8f",
	accent: "#8fb0ff",
	noData: "#4a5566",
	mask: "rgba(12,17,24,0.55)",
	markerFill: "#0e141d",
	minutes: ["#bfeae4", "#58adbb", "#1d6580"],
	beyond: "#f08a4b",
	beyondDot: "#ffd2b0",
	shares: ["#173a4c", "#1d6580", "#3a8ba0", "#74bcc4", "#bfeae4"],
	crowds: ["#4a2c1b", "#7d4522", "#b8632b", "#ee9a62", "#ffdcc2"],
	priorities: [
		...["#1e2836", "#5d3c26", "#a05a2a"],
		...["#3f5167", "#8d6a52", "#d48a50"],
		...["#7288a3", "#c3a48e", "#ffd9bd"],
	],
	settled: "#2a3442",
	quiet: "#66748a",
};

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK };

/** Red, green, blue of `#rrggbb`. */
export function rgbOf(hex: string): readonly [number, number, number] {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Colours of some classes out of a ramp, spread over all of it; one class alone takes the middle. */
export function rampOf(ramp: readonly string[], classes: number): readonly string[] {
	const last = ramp.length - 1;
	return Array.from({ length: classes }, (_, index) => {
		const place = classes === 1 ? last / 2 : (index * last) / (classes - 1);
		return ramp[Math.round(place)] ?? "";
	});
}

/** Which of two inks is read better on a ground. */
export function readableInk(ground: string, [one, other]: readonly [string, string]): string {
	return contrastOf(ground, one) >= contrastOf(ground, other) ? one : other;
}

/** Contrast of WCAG 2, 1 to 21. */
export function contrastOf(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of WCAG 2, 0 to 1. */
export function luminanceOf(hex: string): number {
	const [red = 0, green = 0, blue = 0] = rgbOf(hex).map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
