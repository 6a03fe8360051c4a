// The step a person is most likely to agree to, for each trouble; nothing is done before they do.
import { faceBorders } from "../build/faceBorders.ts";
import { type Mending, type MendStep, openTroubles } from "./Mending.ts";

/**
 * A sliver goes to the neighbour (of an overlap: the claimant) with the longer border; a larger overlap of two is given
 * along its middle line by a step of its own (see `suggestMiddle`), else to the claimant with the longer border. A larger
 * gap is left as it is: that may be a lake or a unit that was not handed in.
 */
export function suggestMends(mending: Mending): MendStep[] {
	const { subdivision } = mending;
	const troubles = openTroubles(mending).filter(({ face }) => face > 0);
	const borders = faceBorders(subdivision, new Set(troubles.map(({ face }) => face)));
	return troubles.flatMap(({ kind, face, isSliver }): MendStep[] => {
		if (kind === "gap" && !isSliver) return [{ op: "leave", face }];
		const claims = subdivision.claims[face];
		const candidates = [...(borders.get(face)?.withCell ?? [])]
			.filter(([cell]) => claims.length === 0 || claims.includes(cell))
			.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		const cell = candidates[0]?.[0] ?? claims[0];
		return cell === undefined
			? [{ op: "leave", face }]
			: [{ op: "give", face, cell: subdivision.codes[cell] }];
	});
}

/** Overlaps of exactly two cells that are no slivers, to be divided along their middle line. */
export function suggestMiddle(mending: Mending): MendStep | null {
	const faces = openTroubles(mending)
		.filter(({ kind, isSliver, cells }) => kind === "overlap" && !isSliver && cells.length === 2)
		.map(({ face }) => face);
	return faces.length === 0 ? null : { op: "middle", faces };
}
