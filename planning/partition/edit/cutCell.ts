// Divide a cell by a drawn line (切分).
import type { LonLat } from "../../geo/LonLat.ts";
import { SLACK_CM } from "../build/Subdivision.ts";
import type { Tiling } from "../Tiling.ts";
import { cellIndex } from "./cellIndex.ts";
import { isChain, type Leg, legsOf, longestStep } from "./chains.ts";
import { arcsOfCells } from "./cutGround.ts";
import { type DivideFault, divide } from "./divide.ts";
import { LocalBorders } from "./LocalBorders.ts";
import { crossesItself, degreesOf, isOutsideCity, lineCm } from "./lineCm.ts";
import { nodeLine } from "./nodeLine.ts";
import { isLeftInside } from "./parity.ts";
import { boxOfPoints } from "./place.ts";
import { type EditOutcome, type EditRefusalCode, refused } from "./TilingEdit.ts";

/** What a line snaps to: first as drawn lines do when a tiling is built, then wider, before it is refused as too close. */
export const SLACKS_CM = [SLACK_CM, 10 * SLACK_CM, 100 * SLACK_CM] as const;

/**
 * Divide a cell by a line in degrees that enters and leaves it, or by a closed line inside it (an island). What lies
 * beyond the cell is clipped; ends and corners within 2 cm of the border are on it, and where that leaves lines too
 * close for whole centimetres, within 20 cm, then 2 m. Parts are called CODE-1, CODE-2 …, the largest first. Where the
 * line ends on an arc both its sides get the vertex.
 */
export function cutCell(tiling: Tiling, code: string, line: readonly LonLat[]): EditOutcome {
	const cell = cellIndex(tiling, code);
	if (cell < 0) return refused("code.unknown", null, [code]);
	const read = lineCm(tiling, line, "cut");
	if (!("points" in read)) return read;
	let first: EditOutcome | undefined;
	for (const slackCm of SLACKS_CM) {
		const outcome = attempt(tiling, cell, read.points, slackCm);
		if (outcome.refusal === null) return outcome;
		first ??= outcome;
		if (first.refusal?.code !== "cut.too-close") break;
	}
	return first ?? refused("cut.too-close", line[0], [code]);
}

function attempt(
	tiling: Tiling,
	cell: number,
	points: readonly number[],
	slackCm: number,
): EditOutcome {
	const { frame } = tiling;
	const codes = [tiling.cellCode[cell]];
	const refuse = (code: EditRefusalCode, x: number, y: number) =>
		refused(code, degreesOf(frame, [x, y]), codes);
	const box = boxOfPoints(points, slackCm + 1);
	const arcs = arcsOfCells(tiling, [cell]);
	const borders = new LocalBorders(tiling, arcs, box);
	const noded = nodeLine(points, borders, slackCm);
	if (noded === null) return refuse("cut.too-close", points[0], points[1]);
	const legs = legsOf(noded, borders);
	const ground = groundSegments(tiling, arcs, borders);
	const inside = legs.filter(
		(leg) => isChain(leg) && isLeftInside(ground, longestStep(leg.points)),
	);

	const [open] = inside.flatMap(openEnd);
	if (open !== undefined) return refuse("cut.ends-inside", ...open);
	if (inside.length === 0) {
		const along = legs.find((leg) => !isChain(leg));
		if (along !== undefined) return refuse("cut.along-border", along.points[0], along.points[1]);
		const isOutside = isOutsideCity(tiling, points);
		return refuse(isOutside ? "cut.outside-city" : "cut.no-crossing", points[0], points[1]);
	}
	const division = divide(tiling, {
		chains: inside.map((leg) => ({ cell, points: leg.points })),
		borders,
	});
	if ("fault" in division) {
		const [x, y] = division.at ?? points;
		const at = division.fault === "not-free" ? null : degreesOf(frame, [x, y]);
		return refused(
			cutCode(division, points),
			at,
			division.fault === "not-free" ? division.cells : codes,
		);
	}
	const { patched, divided } = division;
	const edit = { tiling: patched.tiling, oldCell: patched.oldCell, divided, joined: new Map() };
	return { edit, refusal: null };
}

function cutCode({ fault }: DivideFault, points: readonly number[]): EditRefusalCode {
	if (fault === "not-free") return "code.not-free";
	if (fault !== "self-touch") return `cut.${fault}`;
	return crossesItself(points) ? "cut.self-crossing" : "cut.too-close";
}

/** The end of a chain that is in the middle of a cell. */
function openEnd({ points, beginsAtBorder, endsAtBorder }: Leg): (readonly [number, number])[] {
	if (!beginsAtBorder) return [[points[0], points[1]]];
	if (!endsAtBorder) return [[points[points.length - 2], points[points.length - 1]]];
	return [];
}

/** All pieces of some arcs as x, y of both ends. */
export function groundSegments(
	{ arcFirstPoint }: Tiling,
	arcs: readonly number[],
	borders: LocalBorders,
): number[] {
	const segments: number[] = [];
	for (const arc of arcs)
		for (let point = arcFirstPoint[arc]; point < arcFirstPoint[arc + 1] - 1; point++)
			borders.pieces(point, (_, ax, ay, bx, by) => segments.push(ax, ay, bx, by));
	return segments;
}
