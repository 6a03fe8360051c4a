// The figure of what-if: one facility or link added, moved, closed or opened on the whole city, undone in turn.

import type { Attachment } from "../../../planning/reach/attach.ts";
import { limitDm } from "../../../planning/reach/profiles.ts";
import { reachFor } from "../../../planning/reach/reach.ts";
import { createWhatIf } from "../../../planning/reach/whatIf.ts";
import { edgeTails } from "../../../planning/streets/edgeLine.ts";
import { ADULT } from "../../scenes/walk.ts";
import type { Figure } from "../Figure.ts";
import { p95Ms } from "../measure.ts";
import { numbersFrom } from "./desert.ts";
import type { OneCategory } from "./nearest.ts";

const PER_BATCH = 400;

/** `what-if-p95`: additions, moves, closures, links closed and opened in equal parts, each followed by its undoing. */
export async function whatIfFigures({
	graph,
	residences,
	facilities,
}: OneCategory): Promise<Figure[]> {
	const reach = reachFor(graph, ADULT, residences, facilities);
	const whatIf = createWhatIf(reach, facilities.keys(), limitDm(900, ADULT.speedMPerMin));
	const tails = edgeTails(graph);
	const random = numbersFrom(1);
	const below = (limit: number) => Math.floor(random() * limit);
	const anyDoor = (): Attachment[] => [residences[below(residences.length)]];
	const edits = [
		() => whatIf.addFacility(facilities.length, anyDoor()),
		() => whatIf.moveFacility(below(facilities.length), anyDoor()),
		() => whatIf.closeFacility(below(facilities.length)),
		() => whatIf.closeLink(below(graph.edgeHead.length)),
		() => {
			// across a block: from some junction to one two streets on
			const edge = below(graph.edgeHead.length);
			const next = graph.firstEdge[graph.edgeHead[edge]];
			const to = { node: graph.edgeHead[next] };
			return whatIf.openLink({ from: { node: tails[edge] }, to, lengthDm: 500 });
		},
	];
	const value = p95Ms(PER_BATCH, (index) => {
		if (index % 2 === 1) return whatIf.undo();
		return edits[(index / 2) % edits.length]();
	});
	return [{ id: "what-if-p95", value, unit: "ms", atMost: 1 }];
}
