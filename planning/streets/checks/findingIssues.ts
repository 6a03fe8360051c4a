// Findings in words: what is drawn, where, and what to do about it.
import type { Issue, IssueSeverity } from "../../layers/Issue.ts";
import type { IssueGroup } from "../../layers/IssueList.ts";
import type { StreetFindings } from "./checkStreets.ts";
import type { AlmostJoined, DuplicateWay, Findings, MissingCrossing } from "./Findings.ts";

/** Of line layers: more than this share of ends or ways, and the network may not work at all. */
const WARNING_SHARE_PCT = 1;

/** Groups of what was found. `isLineLayer`: nodes were made from equal coordinates, not given by the file. */
export function findingIssues(findings: StreetFindings, isLineLayer: boolean): IssueGroup[] {
	const group = <F extends { readonly lon: number; readonly lat: number }>(
		code: string,
		{ count, listed, sharePct }: Findings<F>,
		words: (finding: F) => Issue["message"],
	): IssueGroup => {
		const severity: IssueSeverity =
			isLineLayer && sharePct > WARNING_SHARE_PCT ? "warning" : "info";
		const issues = listed.map((finding): Issue => {
			const { lon, lat } = finding;
			return { code, severity, at: { lon, lat }, message: words(finding) };
		});
		return { code, severity, count, issues };
	};
	return [
		group("streets.almost-joined", findings.almostJoined, almostJoinedWords),
		group("streets.crossing-not-joined", findings.missingCrossings, crossingWords),
		group("streets.duplicate-way", findings.duplicateWays, duplicateWords),
	].filter(({ count }) => count > 0);
}

function almostJoinedWords({ wayId, otherWayId, distanceM }: AlmostJoined): Issue["message"] {
	const metres = distanceM.toFixed(2);
	return {
		zh: `道路 ${wayId} 的端点离道路 ${otherWayId} ${metres} 米，没有接上，步行到此不通。若实际相通，把端点接到道路 ${otherWayId} 的节点上。`,
		en: `Way ${wayId} ends ${metres} m from way ${otherWayId} without joining it: no walk leads on. If they meet on the ground, join the end to a node of way ${otherWayId}.`,
	};
}

function crossingWords({ wayId, otherWayId }: MissingCrossing): Issue["message"] {
	return {
		zh: `道路 ${wayId} 与道路 ${otherWayId} 在同一层交叉，没有公共节点，步行不能转弯。若是路口，在两条线上各加这个点；若是桥或隧道，填写 bridge、tunnel 或 layer。`,
		en: `Ways ${wayId} and ${otherWayId} cross at one level without a common node: no walk turns there. If it is a junction, put this point on both lines; if a bridge or tunnel, say so in bridge, tunnel or layer.`,
	};
}

function duplicateWords({ wayId, otherWayId }: DuplicateWay): Issue["message"] {
	return {
		zh: `道路 ${wayId} 与道路 ${otherWayId} 是同一条线，画了两遍。删去其中一条。`,
		en: `Way ${wayId} is the same line as way ${otherWayId}, drawn twice. Delete one of them.`,
	};
}
