// The findings of one check on a scene, for tests.
import { indexBarriers } from "../../../../planning/streets/barrierIndex.ts";
import { barrierLinesOf } from "../../../../planning/streets/barrierLines.ts";
import { almostJoined, type JoinLimits } from "../../../../planning/streets/checks/almostJoined.ts";
import { indexLines } from "../../../../planning/streets/checks/LineIndex.ts";
import { missingCrossings } from "../../../../planning/streets/checks/missingCrossings.ts";
import type { WaySet } from "../../../../planning/streets/Way.ts";
import { walkableWays } from "../../../../planning/streets/walkableWays.ts";

export function almostJoinedIn(scene: WaySet, limits?: JoinLimits) {
	const ways = walkableWays(scene);
	const barriers = indexBarriers(barrierLinesOf(scene));
	return almostJoined(
		ways,
		{ lines: indexLines(ways), barriers, nodeTags: scene.nodeTags },
		limits,
	);
}

export function crossingsIn(scene: WaySet) {
	const ways = walkableWays(scene);
	return missingCrossings(ways, indexLines(ways));
}
