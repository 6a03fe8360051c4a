// What a streets file left behind, counted by reason: information, not refusal (a clipped extract always has some).
import type { Issue, IssueSeverity } from "../../planning/layers/Issue.ts";
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
	"too-long": {
		zh: "段道路长于 42.9 万公里，坐标必定有误，已丢弃。",
		en: "stretches of road are longer than 429,000 km: their coordinates must be wrong. They were dropped.",
	},
	"no-length": {
		zh: "段道路起终点相同且长度为零，已丢弃。",
		en: "stretches of road start and end at one node without any length and were dropped.",
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
		islands(report),
	].filter(({ count }) => count > 0);
	if (report.edges > 0) return groups;
	const none = {
		zh: "文件中没有可步行的道路。核对是不是路网：OpenStreetMap 文件要有 highway，其他文件要是道路中线。",
		en: "The file has no walkable street. Check that it is one of streets: ways with highway in an OpenStreetMap file, lines in any other.",
	};
	return [group("blocking", "streets.none", 1, none), ...groups];
}

/** Every island with its size and place, largest first: the first thousand listed, all counted. */
function islands({ components, largestSharePct, islands: listed }: StreetsReport): IssueGroup {
	const code = "streets.islands";
	const count = Math.max(0, components - 1);
	const issues = listed.map(({ nodes, lengthM, lon, lat, wayId }): Issue => {
		const km = (lengthM / 1_000).toFixed(2);
		return {
			code,
			severity: "info",
			at: { lon, lat },
			message: {
				zh: `孤立路网：${nodes} 个路口、${km} 公里，含道路 ${wayId}，与主网（占 ${largestSharePct}%）不相连。若实际相通，请在路网中接上。`,
				en: `Island of ${nodes} junctions and ${km} km with way ${wayId}, not joined to the main network (which holds ${largestSharePct} %). If it is joined on the ground, join it in the file.`,
			},
		};
	});
	return { code, severity: "info", count, issues };
}

function group(severity: IssueSeverity, code: string, count: number, message: Words): IssueGroup {
	return { code, severity, count, issues: [{ code, severity, at: {}, message }] };
}
