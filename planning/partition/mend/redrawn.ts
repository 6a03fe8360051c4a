// Units after lines moved: those that differ get their new shape, the others stay the objects they were.
import type { UnitRecord } from "../../city/records.ts";
import { SLACK_CM, type Subdivision } from "../build/Subdivision.ts";
import type { ShapeCm } from "./claimedShapes.ts";
import { drawnCm, ExactCorners } from "./exactRings.ts";
import { type Moves, movesBetween } from "./moves.ts";

/** Units with the shapes of a subdivision where these differ by more than the slack from how the units are drawn. */
export function redrawn(
	units: readonly UnitRecord[],
	{ frame, codes }: Subdivision,
	shapes: readonly ShapeCm[],
): { units: UnitRecord[]; moves: Moves } {
	const shapeOf = new Map(codes.map((code, cell) => [code, shapes[cell]]));
	const compared = units.map((unit) => {
		const shape = shapeOf.get(unit.code);
		const moves = shape === undefined ? null : movesBetween(drawnCm(frame, unit.polygons), shape);
		const isTouched =
			shape !== undefined && shape.length > 0 && moves !== null && moves.largestCm > SLACK_CM;
		return { unit, shape: isTouched ? shape : null, moves: isTouched ? moves : null };
	});
	const corners = new ExactCorners(frame);
	for (const { unit, shape } of compared) corners.add(unit.polygons, shape === null);
	return {
		units: compared.map(({ unit, shape }) =>
			shape === null ? unit : { ...unit, polygons: corners.polygonsOf(shape) },
		),
		moves: compared.reduce(
			(sum, { moves }) => ({
				count: sum.count + (moves?.count ?? 0),
				largestCm: Math.max(sum.largestCm, moves?.largestCm ?? 0),
			}),
			{ count: 0, largestCm: 0 },
		),
	};
}
