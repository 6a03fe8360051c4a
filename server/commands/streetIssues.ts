// What a streets file left behind, counted by reason: information, not refusal (a clipped extract always has some).
import type { IssueSeverity } from "../../planning/layers/Issue.ts";
import type { IssueGroup } from "../../planning/layers/IssueList.ts";
import type { StreetsReport } from "../../planning/streets/compileStreets.ts";
import type { WaySet } from "../../planning/streets/Way.ts";
import type { Words } from "../errors.ts";
import type { CollectedStreets } from "../imports/osm/collectStreets.ts";

const REASONS: Readonly<Record<string, Words>> = {
	"not-walkable": {
		zh: "条道路依法不可步行（高速公路、foot=no 等），未用于步行网络。",
		en: "roads may not legally be walked (motorways, foot=no and so on) and are not in the graph.",
	},
	"fewer-than-two-nodes": {
		zh: "条道路不足两个节点，已丢弃。",
		en: "roads have fewer than two nodes and were dropped.",
	},
};

export const streetIssues = { outOfRange, dropped };

/** Nodes outside ±180/±90: blocking, with the first. */
function outOfRange({ lonOf, latOf }: WaySet): IssueGroup[] {
	let count = 0;
	let first: { node: number; lon: number; lat: number } | null = null;
	for (const [node, lon] of lonOf) {
		const lat = latOf.get(node) ?? Number.NaN;
		if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) continue;
		count++;
		first ??= { node, lon, lat };
	}
	if (first === null) return [];
	const { node, lon, lat } = first;
	return [
		group("blocking", "place.out-of-range", count, {
			zh: `节点 ${node} 的坐标 (${lon}, ${lat}) 超出经度 ±180、纬度 ±90。请检查文件。`,
			en: `Node ${node} at (${lon}, ${lat}) is outside longitude ±180, latitude ±90. Check the file.`,
		}),
	];
}

/** Everything that was dropped, by reason; blocking when no street is left. */
function dropped(collected: CollectedStreets, report: StreetsReport): IssueGroup[] {
	const { danglingReferences, danglingMembers, waysWithoutNodes, waysNotNeeded } =
		collected.dropped;
	const info = (code: string, count: number, words: Words) =>
		group("info", code, count, { zh: `${count} ${words.zh}`, en: `${count} ${words.en}` });
	const groups = [
		info("streets.dangling-references", danglingReferences, {
			zh: "处引用的节点不在文件中，道路在该处断开。",
			en: "references to nodes that the file lacks; ways end there.",
		}),
		info("streets.dangling-members", danglingMembers, {
			zh: "个面的边界不在文件中。",
			en: "members of areas are missing from the file.",
		}),
		info("streets.ways-without-nodes", waysWithoutNodes, {
			zh: "条线剩下不足两个节点，已丢弃。",
			en: "ways have fewer than two nodes left and were dropped.",
		}),
		info("streets.other-ways", waysNotNeeded, {
			zh: "条线不是道路、屏障或底图要素，未导入。",
			en: "ways are neither streets nor barriers nor ground and were left out.",
		}),
		...Object.entries(report.dropped).map(([reason, count]) =>
			info(
				`streets.${reason}`,
				count,
				REASONS[reason] ?? { zh: `条：${reason}。`, en: `ways: ${reason}.` },
			),
		),
		info("streets.islands", Math.max(0, report.components - 1), {
			zh: `块路网与主网不相连（主网占 ${report.largestSharePct}%）。`,
			en: `islands are not joined to the main network (which holds ${report.largestSharePct} %).`,
		}),
	].filter(({ count }) => count > 0);
	if (report.edges > 0) return groups;
	const none = {
		zh: "文件中没有可步行的道路。请确认文件含有 highway 道路。",
		en: "The file has no walkable street. Check that it holds highway ways.",
	};
	return [group("blocking", "streets.none", 1, none), ...groups];
}

function group(severity: IssueSeverity, code: string, count: number, message: Words): IssueGroup {
	return { code, severity, count, issues: [{ code, severity, at: {}, message }] };
}
