import fc from "fast-check";
import { expect, test } from "vitest";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { BorderLine } from "../../../planning/partition/borderLines.ts";
import { joinBorders } from "../../../planning/partition/joinBorders.ts";

const border = (points: string, level: BorderLine["level"] = "street"): BorderLine => ({
	level,
	bmu: false,
	circle: false,
	line: [...points].map((letter): LonLat => [letter.charCodeAt(0), 0]),
});
const written = (lines: readonly BorderLine[]) =>
	lines.map(({ line }) => String.fromCharCode(...line.map(([lon]) => lon)));

test("pieces of one border are one line, whichever way each was drawn", () => {
	expect(written(joinBorders([border("cba"), border("cde"), border("gfe")]))).toEqual(["gfedcba"]);
});

test("at a junction of three, lines end", () => {
	expect(written(joinBorders([border("am"), border("bm"), border("cm")]))).toEqual([
		"am",
		"bm",
		"cm",
	]);
});

test("a border goes on past one of another level that ends there", () => {
	const lines = [border("am"), border("mz"), border("mx", "committee")];
	expect(written(joinBorders(lines))).toEqual(["amz", "mx"]);
});

test("a ring comes back closed, drawn once", () => {
	const [ring] = written(joinBorders([border("ab"), border("cb"), border("ca")]));
	expect(ring?.length).toBe(4);
	expect(ring?.[0]).toBe(ring?.at(-1));
	expect(written(joinBorders([border("aba")]))).toEqual(["aba"]);
});

test("no piece is lost, added or drawn twice", () => {
	const ends = fc.integer({ min: 0, max: 6 });
	const level = fc.constantFrom("district", "street", "committee");
	const pieces = fc.array(fc.tuple(ends, ends, level), { maxLength: 14 });
	fc.assert(
		fc.property(pieces, (drawn) => {
			// every piece has a point of its own in its middle, so that each can be told from the others
			const lines = drawn.map(
				([from, to, of], piece): BorderLine => ({
					level: of as BorderLine["level"],
					bmu: false,
					circle: false,
					line: [
						[from, 0],
						[piece, 1],
						[to, 0],
					],
				}),
			);
			const segments = (all: readonly BorderLine[]) =>
				all
					.flatMap(({ line, level: of }) =>
						line.slice(1).map((to, i) => [of, ...[String(line[i]), String(to)].sort()].join(" ")),
					)
					.sort();
			const joined = joinBorders(lines);
			expect(segments(joined)).toEqual(segments(lines));
			// what could have gone on did: only junctions, loose ends and rings end a line
			for (const of of ["district", "street", "committee"]) {
				const count = new Map<string, number>();
				for (const line of joined.filter((one) => one.level === of)) {
					const [first, last] = [String(line.line[0]), String(line.line.at(-1))];
					if (first === last) continue;
					for (const end of [first, last]) count.set(end, (count.get(end) ?? 0) + 1);
				}
				const rings = new Set(
					joined.filter((one) => one.level === of).map(({ line }) => String(line[0])),
				);
				for (const [end, times] of count) if (!rings.has(end)) expect(times).not.toBe(2);
			}
		}),
	);
});
