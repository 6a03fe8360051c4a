// The map of half-edges: whatever is cut, faces close, nothing crosses, no land is lost.
import fc from "fast-check";
import Flatbush from "flatbush";
import { expect, test } from "vitest";
import { segmentsCross } from "../../../../planning/geo/crossing.ts";
import { cutAcross } from "../../../../server/demonstration/city/cutAcross.ts";
import { Mesh } from "../../../../server/demonstration/city/Mesh.ts";
import { ringOf } from "../../../../server/demonstration/city/Ring.ts";
import { randomFrom } from "../../../../server/demonstration/Random.ts";

function square(sideM: number): { mesh: Mesh; half: number } {
	const mesh = new Mesh([121, 31]);
	const corners = [
		[0, 0],
		[sideM, 0],
		[sideM, sideM],
		[0, sideM],
	].map(([x, y]) => mesh.addVertex(x, y));
	return { mesh, half: mesh.addRing(corners) };
}

/** Faces of a square cut again and again at random. */
function cutSquare(seed: number, cuts: number) {
	const { mesh, half } = square(4_000);
	const random = randomFrom(seed);
	const faces = [half];
	for (let i = 0; i < cuts; i++) {
		const index = random.whole(0, faces.length - 1);
		const ring = ringOf(mesh, faces[index]);
		const angle = random.between(0, Math.PI);
		const cut = { x: ring.middleX, y: ring.middleY, dx: Math.cos(angle), dy: Math.sin(angle) };
		const style = { spacingM: 60, bendShare: 0.1, snapM: 30 };
		const first = cutAcross(mesh, ring, cut, style, random);
		if (first >= 0) faces.splice(index, 1, first, first ^ 1);
	}
	return { mesh, faces };
}

test("a cut square is still the square: areas add up, every face turns left, corners − edges + faces = 2", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
			const { mesh, faces } = cutSquare(seed, 60);
			const areas = faces.map((half) => ringOf(mesh, half).areaM2);
			expect(Math.min(...areas)).toBeGreaterThan(0);
			// only the corners rounded to the grid can move the sum
			expect(areas.reduce((a, b) => a + b)).toBeCloseTo(16e6, -3);
			const used = new Set(mesh.origin.subarray(0, mesh.halfCount));
			expect(used.size - mesh.halfCount / 2 + faces.length + 1).toBe(2);
		}),
		{ numRuns: 25 },
	);
});

test("no two lines of a cut square cross", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
			expect(crossings(cutSquare(seed, 80).mesh)).toBe(0);
		}),
		{ numRuns: 15 },
	);
});

test("a line keeps its corners in order, from whichever side others are put on it", () => {
	const { mesh, half } = square(100);
	const middle = mesh.addVertex(50, 0);
	const top = mesh.addVertex(50, 100);
	const a = mesh.splitEdge(half, middle);
	const b = mesh.splitEdge(mesh.after(mesh.after(half ^ 0)), top) >= 0 ? a : -1;
	expect(b).toBe(a);
	const upper = mesh.ring(half).find((each) => mesh.from(each) === top);
	const line = mesh.lineOf(mesh.cutFace(a, upper as number, []));
	const first = mesh.lineFirst[line];
	mesh.splitEdge(first, mesh.addVertex(50, 40)); // from its own side
	mesh.splitEdge(mesh.lineFirst[line] ^ 1, mesh.addVertex(50, 20)); // from the other
	const heights = [...mesh.along(line)].map((each) => Math.round(mesh.y(mesh.from(each))));
	expect(heights).toEqual([0, 20, 40]);
});

function crossings(mesh: Mesh): number {
	const edges = mesh.halfCount / 2;
	const tree = new Flatbush(edges);
	const ends = (edge: number) =>
		[mesh.from(2 * edge), mesh.to(2 * edge)].flatMap((v) => [mesh.x(v), mesh.y(v)]);
	for (let edge = 0; edge < edges; edge++) {
		const [ax, ay, bx, by] = ends(edge);
		tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
	}
	tree.finish();
	let count = 0;
	for (let edge = 0; edge < edges; edge++) {
		const [ax, ay, bx, by] = ends(edge);
		const corners = [mesh.from(2 * edge), mesh.to(2 * edge)];
		for (const other of tree.search(
			Math.min(ax, bx),
			Math.min(ay, by),
			Math.max(ax, bx),
			Math.max(ay, by),
		)) {
			const others = [mesh.from(2 * other), mesh.to(2 * other)];
			if (other <= edge || others.some((corner) => corners.includes(corner))) continue;
			const [cx, cy, dx, dy] = ends(other);
			if (segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) count++;
		}
	}
	return count;
}
