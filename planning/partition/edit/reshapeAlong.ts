// One way to draw a border anew: the line noded, the ground between it and the old border found and given away.
import { sidesOfCell } from "../shape.ts";
import type { Assignment, Tiling } from "../Tiling.ts";
import type { Half } from "./arcOrder.ts";
import { isChain, type Leg, legsOf, longestStep } from "./chains.ts";
import { positionsOn, type Stretch, type StretchPlace } from "./commonBorder.ts";
import { groundSegments } from "./cutCell.ts";
import { arcsOfCells, type CellChain, pointsOfArc } from "./cutGround.ts";
import { type Division, divide, endsOf } from "./divide.ts";
import { enclosure, type Span } from "./enclosure.ts";
import { LocalBorders } from "./LocalBorders.ts";
import { crossesItself, degreesOf } from "./lineCm.ts";
import { type NodedArc, nodedArcs } from "./nodedArcs.ts";
import { nodeLine } from "./nodeLine.ts";
import { isLeftInside } from "./parity.ts";
import { type BoxCm, boxesMeet, boxOfPoints } from "./place.ts";
import { type EditRefusalCode, type Outcome, type ReshapeEdit, refused } from "./TilingEdit.ts";

export interface ReshapeRequest {
	readonly units: readonly [number, number];
	readonly assignment: Assignment;
	readonly points: readonly number[];
	readonly slackCm: number;
	/** The stretch of the common border that the line begins and ends on, and where. */
	readonly stretch: Stretch;
	readonly begin: StretchPlace;
	readonly end: StretchPlace;
}

/** The border drawn along one line with one slack; where several spans may be replaced, the one that moves least. */
export function reshapeAlong(tiling: Tiling, request: ReshapeRequest): Outcome<ReshapeEdit> {
	const { points } = request;
	const drawn = drawnLine(tiling, request);
	if ("refusal" in drawn) return drawn;
	let least: Reshaped | undefined;
	let refusal: ReturnType<typeof refused> | undefined;
	for (const span of drawn.spans) {
		const reshaped = reshapedTiling(tiling, request, drawn, span);
		if ("refusal" in reshaped) refusal ??= reshaped;
		else if (least === undefined || reshaped.movedTwiceCm2 < least.movedTwiceCm2) least = reshaped;
	}
	if (least !== undefined) return { edit: least.edit, refusal: null };
	return refusal ?? refused("reshape.same-border", degreesOf(tiling.frame, [points[0], points[1]]));
}

interface DrawnLine {
	readonly chains: readonly CellChain[];
	readonly along: readonly Leg[];
	readonly borders: LocalBorders;
	readonly cells: readonly CellBox[];
	/** What of the stretch it may replace. */
	readonly spans: readonly Span[];
}

interface CellBox {
	readonly cell: number;
	readonly box: BoxCm;
}

/** The line from border to border among the cells of the two units, chain by chain, or why it is none. */
function drawnLine(
	tiling: Tiling,
	{ units, assignment, points, slackCm, stretch, begin, end }: ReshapeRequest,
): DrawnLine | ReturnType<typeof refused> {
	const line = [begin.x, begin.y, ...points.slice(2, -2), end.x, end.y];
	const refuse = (code: EditRefusalCode, x: number, y: number) =>
		refused(code, degreesOf(tiling.frame, [x, y]));
	const box = boxOfPoints(line, slackCm + 2);
	const cells = cellBoxes(tiling, assignment, units);
	const near = cells.filter((cell) => boxesMeet(cell.box, box));
	const arcs = arcsOfCells(
		tiling,
		near.map(({ cell }) => cell),
	);
	const borders = new LocalBorders(tiling, arcs, box);
	for (const { x, y, segment } of [begin, end])
		if (segment < stretch.segments.length) borders.insert(stretch.segments[segment], x, y);
	const noded = nodeLine(line, borders, slackCm);
	if (noded === null) return refuse("reshape.too-close", line[0], line[1]);
	const legs = withoutOldEnds(legsOf(noded, borders), stretch);
	if (legs.length === 0) return refuse("reshape.same-border", line[0], line[1]);

	const chains: CellChain[] = [];
	const cellAround = cellFinder(tiling, near, borders);
	for (const { points: way } of legs.filter(isChain)) {
		const step = longestStep(way);
		const cell = cellAround(step);
		if (cell === undefined)
			return refuse("reshape.leaves-units", (step[0] + step[2]) / 2, (step[1] + step[3]) / 2);
		chains.push({ cell, points: way });
	}
	const last = legs[legs.length - 1].points;
	const [firstEnds, lastEnds] = [legs[0].points.slice(0, 2), last.slice(-2)].map(([x, y]) =>
		positionsOn(stretch, tiling, borders, [x, y]),
	);
	const spans = spansBetween(firstEnds, lastEnds, stretch.isClosed);
	if (spans.length === 0) throw new Error(`The line's ends ${line} are not on the stretch.`);
	return { chains, along: legs.filter((leg) => !isChain(leg)), borders, cells, spans };
}

/** What the line may replace: more than one span where the stretch closes, or comes back to where the line ends. */
function spansBetween(
	begins: readonly number[],
	ends: readonly number[],
	isClosed: boolean,
): Span[] {
	return begins.flatMap((begin) =>
		ends.flatMap((end) => {
			const span = { from: Math.min(begin, end), to: Math.max(begin, end), isRest: false };
			return isClosed ? [span, { ...span, isRest: true }] : [span];
		}),
	);
}

/** Without what runs along the stretch itself before the line first leaves it, and after it comes back. */
function withoutOldEnds(legs: readonly Leg[], { segments }: Stretch): readonly Leg[] {
	const isOld = new Set(segments);
	const first = legs.findIndex(({ segment }) => !isOld.has(segment));
	const last = legs.findLastIndex(({ segment }) => !isOld.has(segment));
	return first < 0 ? [] : legs.slice(first, last + 1);
}

/** Cells of two units with the boxes of their borders. */
function cellBoxes(
	tiling: Tiling,
	{ unitOfCell }: Assignment,
	units: readonly [number, number],
): CellBox[] {
	const boxes: CellBox[] = [];
	for (let cell = 0; cell < unitOfCell.length; cell++) {
		if (unitOfCell[cell] !== units[0] && unitOfCell[cell] !== units[1]) continue;
		let box: BoxCm = [Infinity, Infinity, -Infinity, -Infinity];
		for (const side of sidesOfCell(tiling, cell))
			box = boxAroundBoth(box, boxOfPoints(pointsOfArc(tiling, side >> 1)));
		boxes.push({ cell, box });
	}
	return boxes;
}

/** Finds the cell that a step off all borders runs through. */
function cellFinder(
	tiling: Tiling,
	cells: readonly CellBox[],
	borders: LocalBorders,
): (step: Half) => number | undefined {
	const grounds = new Map<number, number[]>();
	const groundOf = (cell: number): number[] => {
		const known = grounds.get(cell);
		if (known !== undefined) return known;
		const ground = groundSegments(tiling, arcsOfCells(tiling, [cell]), borders);
		grounds.set(cell, ground);
		return ground;
	};
	return (step) => {
		const around = boxOfPoints(step);
		return cells.find(
			({ cell, box }) => boxesMeet(box, around) && isLeftInside(groundOf(cell), step),
		)?.cell;
	};
}

interface Reshaped {
	readonly edit: ReshapeEdit;
	readonly movedTwiceCm2: number;
}

/** The tiling with what the line and a span of the stretch enclose on the other side. */
function reshapedTiling(
	tiling: Tiling,
	{ units, assignment, points, stretch }: ReshapeRequest,
	{ chains, along, borders, cells }: DrawnLine,
	span: Span,
): Reshaped | ReturnType<typeof refused> {
	const refuse = (code: EditRefusalCode, at: readonly [number, number] | null, names?: string[]) =>
		refused(code, at && degreesOf(tiling.frame, at), names);
	const cut = new Set(chains.map(({ cell }) => cell));
	const noded = nodedArcs(tiling, arcsOfCells(tiling, cut), borders, endsOf(chains));
	const { isMoved, locked } = enclosure(tiling, noded, { stretch, span, chains, along });
	if (locked !== null) return refuse("reshape.locked-arc", locked);

	const whole = new Set<number>();
	const apart: number[] = [];
	for (const { cell } of cells) {
		if (cut.has(cell)) continue;
		const answers = firstHalves(tiling, cell, noded).map(isMoved);
		if (!answers.includes(true)) continue;
		if (answers.includes(false)) apart.push(cell);
		else whole.add(cell);
	}
	const division =
		cut.size + apart.length === 0 ? null : divide(tiling, { chains, apart, borders, isMoved });
	if (division !== null && "fault" in division) {
		const { fault, at, cells: names } = division;
		if (fault === "not-free") return refused("code.not-free", null, names);
		const isCrossing = fault === "self-touch" && crossesItself(points);
		const code = isCrossing ? "reshape.self-crossing" : "reshape.too-close";
		return refused(code, degreesOf(tiling.frame, at ?? [points[0], points[1]]), names);
	}
	return judged(tiling, { units, assignment, points, whole, division });
}

interface Given {
	readonly units: readonly [number, number];
	readonly assignment: Assignment;
	readonly points: readonly number[];
	/** Cells that change hands undivided. */
	readonly whole: ReadonlySet<number>;
	readonly division: Division | null;
}

/** The transfers of a reshaped border, refused where there are none, or where a unit is left without ground. */
function judged(
	before: Tiling,
	{ units, assignment, points, whole, division }: Given,
): Reshaped | ReturnType<typeof refused> {
	const tiling = division?.patched.tiling ?? before;
	const oldCell = division?.patched.oldCell ?? Int32Array.from(before.cellCode, (_, cell) => cell);
	const movedParts = new Set<number>();
	division?.parts.forEach(({ isMoved }, i) => {
		if (isMoved) movedParts.add(division.patched.newCells[i]);
	});
	const unitOfCell = oldCell.map((cell) => assignment.unitOfCell[cell]);
	const transfers: { cell: string; from: number; to: number }[] = [];
	let movedTwiceCm2 = 0;
	for (let cell = 0; cell < oldCell.length; cell++) {
		if (!movedParts.has(cell) && !whole.has(oldCell[cell])) continue;
		const from = unitOfCell[cell];
		const to = from === units[0] ? units[1] : units[0];
		transfers.push({ cell: tiling.cellCode[cell], from, to });
		unitOfCell[cell] = to;
		movedTwiceCm2 += twiceAreaOfCellCm2(tiling, cell);
	}
	const start = degreesOf(before.frame, [points[0], points[1]]);
	if (transfers.length === 0) return refused("reshape.same-border", start);
	if (units.some((unit) => !unitOfCell.includes(unit)))
		return refused(
			"reshape.swallows-unit",
			start,
			transfers.map(({ cell }) => cell),
		);
	const edit = {
		tiling,
		oldCell,
		divided: division?.divided ?? new Map(),
		joined: new Map(),
		transfers,
		unitOfCell,
	};
	return { edit, movedTwiceCm2 };
}

/** A half of each ring of a cell, the cell on its left. */
function firstHalves(tiling: Tiling, cell: number, noded: ReadonlyMap<number, NodedArc>): Half[] {
	const { cellFirstRing, ringFirstSide, ringSide } = tiling;
	const halves: Half[] = [];
	for (let ring = cellFirstRing[cell]; ring < cellFirstRing[cell + 1]; ring++) {
		const side = ringSide[ringFirstSide[ring]];
		const points = noded.get(side >> 1)?.points ?? pointsOfArc(tiling, side >> 1);
		halves.push(
			(side & 1) === 0
				? [points[0], points[1], points[2], points[3]]
				: [points[2], points[3], points[0], points[1]],
		);
	}
	return halves;
}

/** Twice the area of a cell, from its sides alone: whole cm². */
function twiceAreaOfCellCm2(tiling: Tiling, cell: number): number {
	const sides = sidesOfCell(tiling, cell);
	const [originX, originY] = pointsOfArc(tiling, sides[0] >> 1);
	let sum = 0;
	for (const side of sides) {
		const points = pointsOfArc(tiling, side >> 1);
		let under = 0;
		for (let i = 0; i + 3 < points.length; i += 2)
			under +=
				(points[i] - originX) * (points[i + 3] - originY) -
				(points[i + 1] - originY) * (points[i + 2] - originX);
		sum += (side & 1) === 0 ? under : -under;
	}
	return sum;
}

function boxAroundBoth(one: BoxCm, other: BoxCm): BoxCm {
	return [
		Math.min(one[0], other[0]),
		Math.min(one[1], other[1]),
		Math.max(one[2], other[2]),
		Math.max(one[3], other[3]),
	];
}
