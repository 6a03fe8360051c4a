// What does not fit among the outlines: gaps, overlaps, slivers, rings that cross themselves, borders that nearly meet.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { lonLatOfCm } from "../lonLatShape.ts";
import { byPlace, type FaceBorder, faceBorders } from "./faceBorders.ts";
import type { Trouble, TroubleKind } from "./Outline.ts";
import type { Subdivision } from "./Subdivision.ts";
import { unsharedBorders } from "./unsharedBorders.ts";

/** A gap or overlap of less mean width (twice the area by the border) is a sliver. App default, no source. */
const SLIVER_WIDTH_CM = 100;

/** All troubles, in the order of their kinds' severity, of their size and of the cells' codes. */
export function findTroubles(subdivision: Subdivision): Trouble[] {
	const { claims, selfCrossing, strayHoles, selfOverlaps } = subdivision;
	const odd = [...claims.keys()].filter((face) => face > 0 && claims[face].length !== 1);
	const shown = [selfCrossing, strayHoles, selfOverlaps].flatMap((faces) => [...faces.values()]);
	const borders = faceBorders(subdivision, new Set([...odd, ...shown.flat()]));
	return [
		...subdivision.troubles,
		...emptyCells(subdivision),
		...ringTroubles(subdivision, borders),
		...faceTroubles(subdivision, borders, odd),
		...unsharedBorders(subdivision),
	];
}

type Borders = ReadonlyMap<number, FaceBorder>;

const NONE = { areaM2: 0, isSliver: false, lengthM: 0, face: -1 };

/** Cells that nothing is left of, although their rings had corners: narrower than the slack, or a hole as large. */
function emptyCells({ frame, codes, claims, rings, vertices, troubles }: Subdivision): Trouble[] {
	const claiming = new Set(claims.flat());
	const told = new Set(troubles.flatMap(({ cells }) => cells));
	return codes.flatMap((code, cell): Trouble[] => {
		if (claiming.has(cell) || told.has(code)) return [];
		const places = rings
			.filter((ring) => ring.cell === cell)
			.flatMap((ring) => ring.vertices.map((v) => [vertices.x[v], vertices.y[v]] as const));
		const [first = [0, 0] as const] = places.sort(byPlace);
		return [{ ...NONE, kind: "no-area", cells: [code], at: lonLatOfCm(frame, ...first) }];
	});
}

/** What is wrong with rings and cells by themselves, each at the smallest face that shows it. */
function ringTroubles(subdivision: Subdivision, borders: Borders): Trouble[] {
	const { codes, rings, frame, graph, selfCrossing, strayHoles, selfOverlaps } = subdivision;
	const placeOf = (face: number) => borders.get(face)?.at ?? ([0, 0] as const);
	const smallest = (faces: readonly number[]) =>
		[...faces].sort(
			(a, b) => graph.twiceAreaCm2[a] - graph.twiceAreaCm2[b] || byPlace(placeOf(a), placeOf(b)),
		)[0];
	const trouble = (kind: TroubleKind, cell: number, faces: readonly number[]) => ({
		trouble: { ...NONE, kind, cells: [codes[cell]] },
		place: placeOf(smallest(faces)),
	});
	const kinds = [
		[...selfCrossing].map(([ring, faces]) => trouble("self-crossing", rings[ring].cell, faces)),
		[...selfOverlaps].map(([cell, faces]) => {
			const found = trouble("self-overlap", cell, faces);
			const areaM2 = faces.reduce((sum, face) => sum + graph.twiceAreaCm2[face], 0) / 2e4;
			const isSliver = faces.every((face) => isThin(graph.twiceAreaCm2[face], borders.get(face)));
			return { ...found, trouble: { ...found.trouble, areaM2, isSliver } };
		}),
		[...strayHoles].map(([ring, faces]) => trouble("hole-outside", rings[ring].cell, faces)),
	];
	return kinds.flatMap((ofKind) =>
		ofKind
			.sort(
				(a, b) => byCodeUnit(a.trouble.cells[0], b.trouble.cells[0]) || byPlace(a.place, b.place),
			)
			.map(({ trouble, place }) => ({ ...trouble, at: lonLatOfCm(frame, ...place) })),
	);
}

/** Gaps between cells and overlaps, the largest first. */
function faceTroubles(
	{ claims, codes, frame, graph }: Subdivision,
	borders: Borders,
	odd: readonly number[],
): Trouble[] {
	const found = odd.flatMap((face) => {
		const border = borders.get(face);
		const isGap = claims[face].length === 0;
		const cells = isGap ? [...(border?.withCell.keys() ?? [])] : claims[face];
		if (border === undefined || cells.length === 0) return [];
		const areaCm2 = graph.twiceAreaCm2[face] / 2;
		const trouble: Trouble = {
			...NONE,
			kind: isGap ? "gap" : "overlap",
			cells: cells.map((cell) => codes[cell]).sort(byCodeUnit),
			at: lonLatOfCm(frame, ...border.at),
			areaM2: areaCm2 / 1e4,
			isSliver: isThin(2 * areaCm2, border),
			face,
		};
		return [{ trouble, place: border.at }];
	});
	return found
		.sort(
			({ trouble: a, place: atA }, { trouble: b, place: atB }) =>
				b.areaM2 - a.areaM2 || byCodeUnit(a.cells.join(), b.cells.join()) || byPlace(atA, atB),
		)
		.map(({ trouble }) => trouble);
}

function isThin(twiceAreaCm2: number, border: FaceBorder | undefined): boolean {
	return twiceAreaCm2 < SLIVER_WIDTH_CM * (border?.lengthCm ?? 0);
}
