// A new border between two units, drawn between two places of their old one (重划界线).
import type { LonLat } from "../../geo/LonLat.ts";
import { SLACK_CM } from "../build/Subdivision.ts";
import type { Assignment, Tiling } from "../Tiling.ts";
import { commonBorder, nearestPlace, type Stretch, type StretchPlace } from "./commonBorder.ts";
import { SLACKS_CM } from "./cutCell.ts";
import { degreesOf, isOutsideCity, lineCm } from "./lineCm.ts";
import { reshapeAlong } from "./reshapeAlong.ts";
import { type EditRefusalCode, type Outcome, type ReshapeEdit, refused } from "./TilingEdit.ts";

/** How far from the common border a line may begin and end. App default, no source. */
const ENDS_WITHIN_CM = 500;

/**
 * Draw the border of two units anew from one place of it to another. What lies between the old and the new line changes
 * sides, also where they cross; cells that lie there in part are cut as by `cutCell`. The line's ends go to the nearest
 * place of the border within `endsWithinCm`. Of a border that closes, or comes back to a place, the stretch is replaced
 * that moves least.
 * Throws on units that are not in the assignment, or the same.
 */
export function reshapeBorder(
	tiling: Tiling,
	assignment: Assignment,
	units: readonly [number, number],
	line: readonly LonLat[],
	endsWithinCm: number = ENDS_WITHIN_CM,
): Outcome<ReshapeEdit> {
	const [one, other] = units;
	if (one === other || units.some((unit) => assignment.unitCode[unit] === undefined))
		throw new Error(`No border between units ${one} and ${other}.`);
	const pair: [number, number] = one < other ? [one, other] : [other, one];
	const read = lineCm(tiling, line, "reshape");
	if (!("points" in read)) return read;
	const { points } = read;
	const stretches = commonBorder(tiling, assignment, pair);
	if (stretches.length === 0) return refused("reshape.not-neighbours", null);
	const ends = endsOnBorder(stretches, points, endsWithinCm);
	if (!("stretch" in ends)) {
		const code: EditRefusalCode = isOutsideCity(tiling, points)
			? "reshape.outside-city"
			: ends.code;
		return refused(code, degreesOf(tiling.frame, ends.at));
	}
	let first: Outcome<ReshapeEdit> | undefined;
	for (const slackCm of SLACKS_CM) {
		const request = { units: pair, assignment, points, slackCm, ...ends };
		const outcome = reshapeAlong(tiling, request);
		if (outcome.refusal === null) return outcome;
		first ??= outcome;
		if (first.refusal?.code !== "reshape.too-close") break;
	}
	return first ?? refused("reshape.too-close", line[0]);
}

interface EndsOnBorder {
	readonly stretch: Stretch;
	readonly begin: StretchPlace;
	readonly end: StretchPlace;
}

/** The stretch that both ends of a line are nearest to; else which end is off, or that there is none for both. */
function endsOnBorder(
	stretches: readonly Stretch[],
	points: readonly number[],
	withinCm: number,
): EndsOnBorder | { readonly code: EditRefusalCode; readonly at: readonly [number, number] } {
	const places = [
		[points[0], points[1]],
		[points[points.length - 2], points[points.length - 1]],
	] as const;
	const found = stretches.map((stretch) => ({
		stretch,
		begin: nearestPlace(stretch, places[0], SLACK_CM),
		end: nearestPlace(stretch, places[1], SLACK_CM),
	}));
	const isNear = ({ squared }: StretchPlace) => squared <= withinCm * withinCm;
	if (!found.some(({ begin }) => isNear(begin)))
		return { code: "reshape.ends-off-border", at: places[0] };
	if (!found.some(({ end }) => isNear(end)))
		return { code: "reshape.ends-off-border", at: places[1] };
	const [best] = found
		.filter(({ begin, end }) => isNear(begin) && isNear(end))
		.sort((a, b) => a.begin.squared + a.end.squared - b.begin.squared - b.end.squared);
	return best ?? { code: "reshape.ends-apart", at: places[1] };
}
