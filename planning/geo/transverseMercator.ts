// Transverse Mercator on WGS84 with scale 1 on the central meridian, in metres.
// Krüger's series in the third flattening (1912; coefficients as in Karney, 2011, up to n⁴): under a thousandth of a
// millimetre within 3° of the central meridian.
import type { LonLat } from "./LonLat.ts";

const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;
const N = FLATTENING / (2 - FLATTENING);
const RECTIFYING_M = (SEMI_MAJOR_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const FORWARD = [
	N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
	(13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1_440) * N ** 4,
	(61 / 240) * N ** 3 - (103 / 140) * N ** 4,
	(49_561 / 161_280) * N ** 4,
];
const BACKWARD = [
	N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
	(1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1_440) * N ** 4,
	(17 / 480) * N ** 3 - (37 / 840) * N ** 4,
	(4_397 / 161_280) * N ** 4,
];

/** Metres east of the central meridian and north of the equator. */
export function eastNorthM(
	centralLon: number,
	[lon, lat]: LonLat,
): readonly [eastM: number, northM: number] {
	const lambda = (lon - centralLon) * RADIANS;
	const sin = Math.sin(lat * RADIANS);
	const t = Math.sinh(Math.atanh(sin) - E * Math.atanh(E * sin));
	const xi = Math.atan2(t, Math.cos(lambda));
	const eta = Math.asinh(Math.sin(lambda) / Math.hypot(t, Math.cos(lambda)));
	const [dXi, dEta] = series(FORWARD, xi, eta);
	return [RECTIFYING_M * (eta + dEta), RECTIFYING_M * (xi + dXi)];
}

/** The position of metres east of the central meridian and north of the equator. */
export function lonLatOfM(centralLon: number, eastM: number, northM: number): LonLat {
	const [xi, eta] = [northM / RECTIFYING_M, eastM / RECTIFYING_M];
	const [dXi, dEta] = series(BACKWARD, xi, eta);
	const [across, along] = [Math.sinh(eta - dEta), Math.cos(xi - dXi)];
	const conformal = Math.sin(xi - dXi) / Math.hypot(across, along);
	const lon = centralLon + Math.atan2(across, along) / RADIANS;
	return [lon, Math.atan(tanOfConformal(conformal)) / RADIANS];
}

/** Σ αⱼ sin 2jζ of the complex angle ζ = ξ + iη, by Clenshaw's recurrence. */
function series(
	coefficients: readonly number[],
	xi: number,
	eta: number,
): [xi: number, eta: number] {
	const [sin, cos] = [Math.sin(2 * xi), Math.cos(2 * xi)];
	const [sinh, cosh] = [Math.sinh(2 * eta), Math.cosh(2 * eta)];
	const [a, b] = [2 * cos * cosh, -2 * sin * sinh];
	let [x, y, lastX, lastY] = [0, 0, 0, 0];
	for (let j = coefficients.length - 1; j >= 0; j--) {
		const nextX = a * x - b * y - lastX + coefficients[j];
		const nextY = b * x + a * y - lastY;
		lastX = x;
		lastY = y;
		x = nextX;
		y = nextY;
	}
	return [sin * cosh * x - cos * sinh * y, sin * cosh * y + cos * sinh * x];
}

/** Tangent of the latitude from that of the conformal latitude, by Newton's method (Karney, 2011, eq. 19–21). */
function tanOfConformal(conformal: number): number {
	let tan = conformal;
	for (let round = 0; round < 4; round++) {
		const secant = Math.sqrt(1 + tan * tan);
		const sigma = Math.sinh(E * Math.atanh((E * tan) / secant));
		const found = tan * Math.sqrt(1 + sigma * sigma) - sigma * secant;
		tan +=
			((conformal - found) / Math.sqrt(1 + found * found)) *
			((1 + (1 - E2) * tan * tan) / ((1 - E2) * secant));
	}
	return tan;
}
