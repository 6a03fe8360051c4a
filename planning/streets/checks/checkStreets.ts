// What a person should look at in a streets layer, beside islands: three ways in which lines look joined and are not.
import { indexBarriers } from "../barrierIndex.ts";
import type { BarrierLines } from "../StreetGraph.ts";
import type { WaySet } from "../Way.ts";
import type { WalkableWays } from "../walkableWays.ts";
import { almostJoined } from "./almostJoined.ts";
import { duplicateWays } from "./duplicateWays.ts";
import type { AlmostJoined, DuplicateWay, Findings, MissingCrossing } from "./Findings.ts";
import { indexLines } from "./LineIndex.ts";
import { missingCrossings } from "./missingCrossings.ts";

export interface StreetFindings {
	readonly almostJoined: Findings<AlmostJoined>;
	readonly missingCrossings: Findings<MissingCrossing>;
	readonly duplicateWays: Findings<DuplicateWay>;
}

export interface CheckedStreets {
	/** The walkable ways as drawn, without crossings of squares. */
	readonly ways: WalkableWays;
	readonly barriers: BarrierLines;
	readonly nodeTags: WaySet["nodeTags"];
}

/** All checks; n log n with the points of the layer. */
export function checkStreets({ ways, barriers, nodeTags }: CheckedStreets): StreetFindings {
	const lines = indexLines(ways);
	return {
		almostJoined: almostJoined(ways, { lines, barriers: indexBarriers(barriers), nodeTags }),
		missingCrossings: missingCrossings(ways, lines),
		duplicateWays: duplicateWays(ways),
	};
}
