// A drawn line led along what is there: its corners onto borders within the slack, its segments through vertices beside
// them; where it crosses a border both get a vertex on the centimetre grid (snap rounding, as in build/nodeSegments.ts,
// but only the line gives way: borders are led through the line's own crossings and nothing else).
import type { LocalBorders } from "./LocalBorders.ts";
import { boxOfPoints, placeKey } from "./place.ts";

/** A line needs two or three rounds; one that does not come to rest is too close to something. */
const MOST_ROUNDS = 12;

type Place = readonly [x: number, y: number];

/** The line as x, y …, its segments meeting borders at vertices only; null where it does not come to rest. */
export function nodeLine(
	line: readonly number[],
	borders: LocalBorders,
	slackCm: number,
): readonly number[] | null {
	let path: readonly number[] = withoutRepeats(
		Array.from({ length: line.length / 2 }, (_, i) =>
			snapped(line[2 * i], line[2 * i + 1], borders, slackCm),
		).flat(),
	);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const led: number[] = [];
		let isAtRest = true;
		for (let i = 0; i + 3 < path.length; i += 2) {
			led.push(path[i], path[i + 1]);
			const step = new Step(path[i], path[i + 1], path[i + 2], path[i + 3], slackCm);
			for (const place of step.contacts(borders)) led.push(...place);
			if (step.hasSplit) isAtRest = false;
		}
		led.push(path[path.length - 2], path[path.length - 1]);
		if (isAtRest) return path;
		path = withoutRepeats(led);
	}
	return null;
}

/** The nearest vertex within the slack, else the nearest place of a border within it, which gets a vertex there. */
function snapped(x: number, y: number, borders: LocalBorders, slackCm: number): Place {
	const vertex = new Nearest(slackCm);
	const foot = new Nearest(slackCm);
	borders.near([x, y, x, y], slackCm, (segment, ax, ay, bx, by) => {
		vertex.offer(ax, ay, (ax - x) ** 2 + (ay - y) ** 2, segment);
		vertex.offer(bx, by, (bx - x) ** 2 + (by - y) ** 2, segment);
		const beside = nearestOn(x, y, ax, ay, bx, by);
		if (beside !== null)
			foot.offer(Math.round(beside[0]), Math.round(beside[1]), beside[2], segment);
	});
	if (vertex.segment >= 0) return [vertex.x, vertex.y];
	if (foot.segment < 0) return [x, y];
	borders.insert(foot.segment, foot.x, foot.y);
	return [foot.x, foot.y];
}

/** The nearest of some places; of several the westernmost. */
class Nearest {
	x = 0;
	y = 0;
	segment = -1;
	private squared: number;

	constructor(withinCm: number) {
		this.squared = withinCm * withinCm;
	}

	offer(x: number, y: number, squared: number, segment: number): void {
		if (squared > this.squared) return;
		const isSame = squared === this.squared && this.segment >= 0;
		if (isSame && placeKey(x, y) >= placeKey(this.x, this.y)) return;
		[this.x, this.y, this.squared, this.segment] = [x, y, squared, segment];
	}
}

/** The foot of a perpendicular between the ends of a segment, and its squared length; null where it falls beyond. */
export function nearestOn(
	x: number,
	y: number,
	ax: number,
	ay: number,
	bx: number,
	by: number,
): readonly [x: number, y: number, squared: number] | null {
	const [dx, dy] = [bx - ax, by - ay];
	const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
	if (!(share > 0 && share < 1)) return null;
	const [footX, footY] = [ax + share * dx, ay + share * dy];
	return [footX, footY, (footX - x) ** 2 + (footY - y) ** 2];
}

/** One segment of the line among the borders. */
class Step {
	/** Whether the step, or a border that it met, got a vertex. */
	hasSplit = false;
	private readonly px: number;
	private readonly py: number;
	private readonly qx: number;
	private readonly qy: number;
	private readonly slackSquared: number;
	private readonly found = new Map<number, Place>();

	constructor(px: number, py: number, qx: number, qy: number, slackCm: number) {
		this.px = px;
		this.py = py;
		this.qx = qx;
		this.qy = qy;
		this.slackSquared = slackCm * slackCm;
	}

	/** Vertices to lead the step through, in its direction; borders that it crosses get theirs. */
	contacts(borders: LocalBorders): readonly Place[] {
		const { px, py, qx, qy } = this;
		const crossings: { segment: number; place: Place }[] = [];
		const box = boxOfPoints([px, py, qx, qy]);
		borders.near(box, Math.ceil(Math.sqrt(this.slackSquared)), (segment, ax, ay, bx, by) => {
			const isMet = [this.meetVertex(ax, ay), this.meetVertex(bx, by)].includes(true);
			if (isMet) return;
			const place = this.crossing(ax, ay, bx, by);
			if (place !== null) crossings.push({ segment, place });
		});
		for (const { segment, place } of crossings) {
			this.hasSplit ||= !borders.isVertex(...place);
			borders.insert(segment, ...place);
			this.add(...place);
		}
		const [dx, dy] = [qx - px, qy - py];
		const along = ([x, y]: Place) => (x - px) * dx + (y - py) * dy;
		return [...this.found.values()].sort(
			(a, b) => along(a) - along(b) || placeKey(...a) - placeKey(...b),
		);
	}

	private add(x: number, y: number): void {
		if ((x === this.px && y === this.py) || (x === this.qx && y === this.qy)) return;
		this.found.set(placeKey(x, y), [x, y]);
		this.hasSplit = true;
	}

	/** Is a vertex an end of the step, or within the slack beside it? Then the step is led through it. */
	private meetVertex(x: number, y: number): boolean {
		const { px, py, qx, qy } = this;
		if ((x === px && y === py) || (x === qx && y === qy)) return true;
		const [dx, dy] = [qx - px, qy - py];
		const [vx, vy] = [x - px, y - py];
		const along = vx * dx + vy * dy;
		const squared = dx * dx + dy * dy;
		if (along <= 0 || along >= squared) return false;
		const across = vx * dy - vy * dx;
		if (across * across > this.slackSquared * squared) return false;
		this.add(x, y);
		return true;
	}

	/** Where the step crosses a piece of a border, on the grid; a vertex of the piece within the slack instead. */
	private crossing(ax: number, ay: number, bx: number, by: number): Place | null {
		const { px, py, qx, qy } = this;
		const [dx, dy] = [qx - px, qy - py];
		const [ex, ey] = [bx - ax, by - ay];
		const [a, b] = [dx * (ay - py) - dy * (ax - px), dx * (by - py) - dy * (bx - px)];
		const [p, q] = [ex * (py - ay) - ey * (px - ax), ex * (qy - ay) - ey * (qx - ax)];
		if (!((a < 0 && b > 0) || (a > 0 && b < 0))) return null;
		if (!((p < 0 && q > 0) || (p > 0 && q < 0))) return null;
		const share = a / (a - b);
		const place: Place = [Math.round(ax + share * ex), Math.round(ay + share * ey)];
		for (const end of [
			[ax, ay],
			[bx, by],
		] as const)
			if ((end[0] - place[0]) ** 2 + (end[1] - place[1]) ** 2 <= this.slackSquared) return end;
		return place;
	}
}

function withoutRepeats(path: readonly number[]): readonly number[] {
	const kept: number[] = [];
	for (let i = 0; i < path.length; i += 2)
		if (path[i] !== kept[kept.length - 2] || path[i + 1] !== kept[kept.length - 1])
			kept.push(path[i], path[i + 1]);
	return kept;
}
