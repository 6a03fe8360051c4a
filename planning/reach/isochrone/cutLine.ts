// A part of a line, cut out by fractions of its length.
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { Part } from "./reachedParts.ts";

/** lon, lat, lon, lat … of the part between two distances of a line that is `lengthDm` long. */
export function cutLine(line: readonly number[], lengthDm: number, [fromDm, toDm]: Part): number[] {
	if (fromDm <= 0 && toDm >= lengthDm) return [...line];
	const { lonM, latM } = metresPerDegree(line[1]);
	const alongM = [0];
	for (let i = 2; i < line.length; i += 2)
		alongM.push(
			alongM[alongM.length - 1] +
				Math.hypot((line[i] - line[i - 2]) * lonM, (line[i + 1] - line[i - 1]) * latM),
		);
	const totalM = alongM[alongM.length - 1];
	const [fromM, toM] = [(totalM * fromDm) / lengthDm, (totalM * toDm) / lengthDm];
	const part: number[] = [];
	for (let i = 1; i < alongM.length; i++) {
		const [startM, endM] = [alongM[i - 1], alongM[i]];
		if (endM < fromM || startM > toM || endM === startM) continue;
		if (part.length === 0) part.push(...pointAt(line, i, (fromM - startM) / (endM - startM)));
		part.push(...pointAt(line, i, (toM - startM) / (endM - startM)));
	}
	return part;
}

/** The point at a share (0–1, clamped) of the line's i-th segment. */
function pointAt(line: readonly number[], i: number, share: number): [lon: number, lat: number] {
	const t = Math.min(1, Math.max(0, share));
	const [lon, lat, nextLon, nextLat] = line.slice(2 * i - 2, 2 * i + 2);
	if (t === 1) return [nextLon, nextLat];
	return [lon + (nextLon - lon) * t, lat + (nextLat - lat) * t];
}
