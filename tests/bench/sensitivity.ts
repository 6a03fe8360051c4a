// How coverage moves with speed, snapping rule and profile on real streets: prints the table of docs/methods.md.
// npx tsx tests/bench/sensitivity.ts
import { resolve } from "node:path";
import Flatbush from "flatbush";
import { distanceM } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Attachment } from "../../planning/reach/attach.ts";
import { attachFacility, attachResidence, createAttacher } from "../../planning/reach/attacher.ts";
import { limitDm, PROFILES, type Profile } from "../../planning/reach/profiles.ts";
import { nearest, noTimes, reachFor, UNREACHED_DM } from "../../planning/reach/reach.ts";
import { edgeTails, privateTwin } from "../../planning/streets/edgeLine.ts";
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { REAL_CITIES, type RealStreets, realStreets } from "../scenes/realStreets.ts";
import { ADULT } from "../scenes/walk.ts";

const SPEEDS_M_PER_MIN = [53, 60, 67, 80, 85];
const LIMIT_S = 900;

interface Case {
	readonly name: string;
	readonly profile: Profile;
	readonly isNodeSnapped: boolean;
}

const CASES: readonly Case[] = [
	...SPEEDS_M_PER_MIN.map((speedMPerMin) => ({
		name: `${speedMPerMin} m/min`,
		profile: { ...ADULT, speedMPerMin },
		isNodeSnapped: false,
	})),
	{ name: "67 m/min, snapped to the nearest node", profile: ADULT, isNodeSnapped: true },
	...PROFILES.filter(({ name }) => name !== "adult").map((profile) => ({
		name: `\`${profile.name}\` (${profile.speedMPerMin} m/min)`,
		profile,
		isNodeSnapped: false,
	})),
];

/** One line per case: covered share and, against 67 m/min, the share of residents whose answer differs. */
async function main(): Promise<void> {
	const folder = resolve(import.meta.dirname, "../../../shared/geodata");
	const columns: string[][] = [];
	for (const city of REAL_CITIES) {
		const streets = await realStreets(city, (file) => resolve(folder, file));
		const base = within(streets, { name: "", profile: ADULT, isNodeSnapped: false });
		columns.push(CASES.map((one) => cell(streets, base, within(streets, one))));
	}
	console.log(`| case | ${REAL_CITIES.map((city) => `${city} % (changed %)`).join(" | ")} |`);
	console.log(`| --- | ${REAL_CITIES.map(() => "--:").join(" | ")} |`);
	CASES.forEach(({ name }, row) => {
		console.log(`| ${name} | ${columns.map((column) => column[row]).join(" | ")} |`);
	});
}

function cell({ residents }: RealStreets, base: boolean[], now: boolean[]): string {
	const sharePct = (isCounted: (home: number) => boolean) => {
		let [counted, total] = [0, 0];
		residents.forEach((count, home) => {
			total += count;
			if (isCounted(home)) counted += count;
		});
		return ((100 * counted) / total).toFixed(1);
	};
	return `${sharePct((home) => now[home])} (${sharePct((home) => now[home] !== base[home])})`;
}

/** Which homes have a door within 15 minutes. */
function within({ graph, barriers, homes, doors }: RealStreets, one: Case): boolean[] {
	const attacher = createAttacher(graph, barriers);
	const node = nodeSnapper(graph);
	const atHome = (lonLat: LonLat) =>
		one.isNodeSnapped ? node(lonLat) : attachResidence(attacher, lonLat);
	const atDoor = (lonLat: LonLat) => {
		if (!one.isNodeSnapped) return attachFacility(attacher, lonLat);
		const door = node(lonLat);
		const twin = door.edge === NO_EDGE ? -1 : privateTwin(graph, door.edge);
		return twin < 0 ? [door] : [door, { ...door, edge: twin }];
	};
	const reach = reachFor(graph, one.profile, homes.map(atHome), doors.map(atDoor));
	const times = noTimes(homes.length);
	nearest(reach, doors.keys(), "all", limitDm(LIMIT_S, one.profile.speedMPerMin), times);
	return Array.from(times.costDm, (dm) => dm !== UNREACHED_DM);
}

/** The other rule in use: the nearest node as the crow flies, at most 300 m away, barriers not looked at. */
function nodeSnapper(graph: StreetGraph): (lonLat: LonLat) => Attachment {
	const { nodeLonLat, edgeFlags, edgeReverse, edgeLengthDm } = graph;
	const never = EDGE_FLAG.bridge | EDGE_FLAG.tunnel | EDGE_FLAG.link | EDGE_FLAG.privateEnd;
	const tails = edgeTails(graph);
	// any two-way edge stands for its node
	const edges = [...tails.keys()].filter(
		(edge) => (edgeFlags[edge] & never) === 0 && edgeReverse[edge] !== NO_EDGE,
	);
	const tree = new Flatbush(edges.length);
	for (const edge of edges) tree.add(nodeLonLat[2 * tails[edge]], nodeLonLat[2 * tails[edge] + 1]);
	tree.finish();
	const positionOf = (edge: number): LonLat => [
		nodeLonLat[2 * tails[edge]],
		nodeLonLat[2 * tails[edge] + 1],
	];
	return (lonLat) => {
		// neighbours come by degrees, not metres: the nearest of a few is the nearest
		const near = tree
			.neighbors(lonLat[0], lonLat[1], 40)
			.map((i) => edges[i])
			.map((edge) => ({ edge, distanceM: distanceM(lonLat, positionOf(edge)) }))
			.sort((a, b) => a.distanceM - b.distanceM || a.edge - b.edge)[0];
		if (near === undefined || near.distanceM > 300)
			return { edge: NO_EDGE, offsetDm: 0, connectorDm: 0, status: "not-attached" };
		const standing = Math.min(near.edge, edgeReverse[near.edge]);
		const offsetDm = standing === near.edge ? 0 : edgeLengthDm[standing];
		const connectorDm = Math.round(near.distanceM * 10);
		return { edge: standing, offsetDm, connectorDm, status: "attached" };
	};
}

await main();
