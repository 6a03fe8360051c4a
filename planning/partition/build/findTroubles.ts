// What does not fit among the outlines: gaps, overlaps, slivers, rings that cross themselves, borders that nearly meet.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { lonLatOfCm } from "../lonLatShape.ts";
import { faceBorders } from "./faceBorders.ts";
import type { Trouble } from "./Outline.ts";
import type { Subdivision } from "./Subdivision.ts";
import { unsharedBorders } from "./unsharedBorders.ts";

/** A gap or overlap of less mean width (twice the area by the border) is a sliver. App default, no source. */
const SLIVER_WIDTH_CM = 100;

/** All troubles, in the order of their kinds' severity and of the cells' codes. */
export function findTroubles(subdivision: Subdivision): Trouble[] {
	const { claims, codes, rings, selfCrossing, strayHoles, frame, graph } = subdivision;
	const odd = [...claims.keys()].filter((face) => face > 0 && claims[face].length !== 1);
	const borders = faceBorders(
		subdivision,
		new Set([...odd, ...selfCrossing.values(), ...strayHoles.values()]),
	);
	const none = { areaM2: 0, isSliver: false, lengthM: 0, face: -1 };
	const placeOf = (face: number) => lonLatOfCm(frame, ...(borders.get(face)?.at ?? [0, 0]));
	const ofRings = [
		...[...selfCrossing].map(([ring, face]) => ({ kind: "self-crossing" as const, ring, face })),
		...[...strayHoles].map(([ring, face]) => ({ kind: "hole-outside" as const, ring, face })),
	].map(
		({ kind, ring, face }): Trouble => ({
			...none,
			kind,
			cells: [codes[rings[ring].cell]],
			at: placeOf(face),
		}),
	);
	const ofFaces = odd.map((face): Trouble => {
		const border = borders.get(face);
		const isGap = claims[face].length === 0;
		const cells = isGap ? [...(border?.withCell.keys() ?? [])] : claims[face];
		const areaCm2 = graph.twiceAreaCm2[face] / 2;
		return {
			...none,
			kind: isGap ? "gap" : "overlap",
			cells: cells.map((cell) => codes[cell]).sort(byCodeUnit),
			at: placeOf(face),
			areaM2: areaCm2 / 1e4,
			isSliver: 2 * areaCm2 < SLIVER_WIDTH_CM * (border?.lengthCm ?? 0),
			face,
		};
	});
	return [
		...subdivision.troubles,
		...ofRings,
		...ofFaces
			.filter(({ cells }) => cells.length > 0)
			.sort((a, b) => b.areaM2 - a.areaM2 || byCodeUnit(a.cells.join(), b.cells.join())),
		...unsharedBorders(subdivision),
	];
}
