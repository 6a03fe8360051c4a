// Near as the crow flies, far on foot, with a barrier between: a gate or a crossing would help.
import { distanceM } from "../../geo/ellipsoid.ts";
import type { Category } from "../../standards/catalogue.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import { BARRIER_KINDS } from "../../streets/StreetGraph.ts";
import type { Flag } from "../analysis.ts";
import { medianMinutes } from "../gaps/medianMinutes.ts";
import type { Severed } from "../search/results.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { FlagOnDemand } from "./FlagOnDemand.ts";
import { limitConfidence, limitWords, rounded, sortedRecord } from "./flagParts.ts";

/** Clustered like gaps and with the same least number of residents; each names the barrier that most of them face. */
export const severance: FlagFinder = {
	code: "severance",
	isOn: true,
	findIn: severedClusters,
};

function severedClusters(evidence: Evidence, category: Category): Flag[] {
	const severed = new Map(
		evidence.severedFrom(category.code).map((one) => [one.residence, one] as const),
	);
	if (severed.size === 0) return [];
	return evidence
		.clusters(Int32Array.from(severed.keys()), THRESHOLDS.gapMinResidents.value)
		.map((cluster) => {
			const id = `severance:${category.code}:${evidence.surveyed.residenceIds[cluster[0]]}`;
			const members = () => Array.from(cluster, (residence) => severed.get(residence) as Severed);
			return new FlagOnDemand("severance", id, () => flagOf(evidence, category, id, members()));
		});
}

function flagOf(
	evidence: Evidence,
	category: Category,
	id: string,
	cluster: readonly Severed[],
): Flag {
	const { surveyed } = evidence;
	const { city } = surveyed;
	const residences = Int32Array.from(cluster, ({ residence }) => residence);
	const facts = evidence.factsOf(residences);
	const main = mainBarrier(evidence, cluster);
	const { zh, en } = limitWords(category);
	const detour = THRESHOLDS.severanceDetour.value;
	const walks = evidence.timesOf(category.code, "any");
	const straightM = ({ residence, facility }: Severed) =>
		distanceM(city.residences[residence].lonLat, city.facilities[facility].lonLat);
	const nearestOne = cluster.reduce((a, b) => (straightM(b) < straightM(a) ? b : a));
	return {
		id,
		flag: "severance",
		category: category.code,
		unitCodes: facts.unitCodes,
		residents: facts.residents,
		residenceIds: facts.residenceIds,
		rule:
			`${category.nameZh}：步行超过${zh}，而直线 × ${detour} 在限内且穿过阻隔（${category.source}；系数为系统默认值） / ` +
			`${category.nameEn}: walk over ${en}, straight line × ${detour} within, across a barrier`,
		confidence: limitConfidence(category),
		lever: "link",
		figures: {
			limitMinutes: category.walkMinutes,
			barrierWay: city.barriers.lineWay[main.barrier],
			barrierKind: BARRIER_KINDS[city.barriers.lineKind[main.barrier]],
			barrierName: city.barriers.lineName[main.barrier],
			residentsByBarrierWay: main.residentsByWay,
			residences: residences.length,
			nearestStraightM: rounded(straightM(nearestOne), 1),
			nearestFacility: city.facilities[nearestOne.facility].id,
			medianWalkMinutes:
				walks === undefined ? null : medianMinutes(surveyed.walkers, walks, residences),
			residentsByStreet: facts.figures.residentsByStreet,
			residentsByCommittee: facts.figures.residentsByCommittee,
		},
		at: facts.at,
		place: facts.place,
	};
}

/** The barrier that most residents of a cluster face, and residents by source way. */
function mainBarrier({ surveyed: { city } }: Evidence, cluster: readonly Severed[]) {
	const byLine = new Map<number, number>();
	const byWay = new Map<string, number>();
	for (const { residence, barrier } of cluster) {
		const { residents } = city.residences[residence];
		const way = String(city.barriers.lineWay[barrier]);
		byLine.set(barrier, (byLine.get(barrier) ?? 0) + residents);
		byWay.set(way, (byWay.get(way) ?? 0) + residents);
	}
	const [barrier] = [...byLine].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
	return { barrier, residentsByWay: sortedRecord(byWay) };
}
