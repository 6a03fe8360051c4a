// A noded line in legs: along a piece of a border, or from border to border through one piece of ground, or closed in
// the middle of it.
import type { Half } from "./arcOrder.ts";
import type { LocalBorders } from "./LocalBorders.ts";

export interface Leg {
	/** x, y … with both ends. */
	readonly points: readonly number[];
	/** The segment that the leg is a piece of; -1 of a chain, which runs off all borders. */
	readonly segment: number;
	/** Whether a chain is at a border where it begins and where it ends; a closed one is at rest in itself. */
	readonly beginsAtBorder: boolean;
	readonly endsAtBorder: boolean;
}

/** Does a leg run off all borders? */
export function isChain({ segment }: Leg): boolean {
	return segment < 0;
}

/** The legs of a line that is noded among borders, one after the other. Of a closed line the beginning is no end. */
export function legsOf(line: readonly number[], borders: LocalBorders): Leg[] {
	const isClosed = isClosedLine(line);
	const path = isClosed ? begunAtBorder(line, borders) : line;
	const legs: Leg[] = [];
	let points = path.slice(0, 2);
	const isVertex = (i: number) => borders.isVertex(path[i], path[i + 1]);
	for (let i = 0; i + 3 < path.length; i += 2) {
		const step = [path[i], path[i + 1], path[i + 2], path[i + 3]] as const;
		points.push(step[2], step[3]);
		if (!isVertex(i + 2)) continue;
		const beginsAtBorder = isVertex(i + 4 - points.length);
		const segment = beginsAtBorder && points.length === 4 ? borders.segmentOfPiece(...step) : -1;
		legs.push({ points, segment, beginsAtBorder, endsAtBorder: true });
		points = [step[2], step[3]];
	}
	if (points.length > 2) {
		const beginsAtBorder = isVertex(path.length - points.length) || isClosed;
		legs.push({ points, segment: -1, beginsAtBorder, endsAtBorder: isClosed });
	}
	return legs;
}

/** Does a line end where it began, around anything? */
export function isClosedLine(line: readonly number[]): boolean {
	return line.length >= 8 && line[0] === line[line.length - 2] && line[1] === line[line.length - 1];
}

/** The longest step of a chain: what is surest to lie off all borders. */
export function longestStep(points: readonly number[]): Half {
	let [longest, squared] = [0, -1];
	for (let i = 0; i + 3 < points.length; i += 2) {
		const now = (points[i + 2] - points[i]) ** 2 + (points[i + 3] - points[i + 1]) ** 2;
		if (now > squared) [longest, squared] = [i, now];
	}
	return [points[longest], points[longest + 1], points[longest + 2], points[longest + 3]];
}

function begunAtBorder(line: readonly number[], borders: LocalBorders): readonly number[] {
	for (let i = 0; i < line.length; i += 2)
		if (borders.isVertex(line[i], line[i + 1])) {
			if (i === 0 || i === line.length - 2) return line;
			return [...line.slice(i), ...line.slice(2, i + 2)];
		}
	return line;
}
