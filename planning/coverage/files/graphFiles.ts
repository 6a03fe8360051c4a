// graph export: the street graph, who is attached where, and the rules, enough for an independent Dijkstra to
// reproduce times.csv to the decimetre.
import type { Attachment } from "../../reach/attach.ts";
import { attachmentAt } from "../../reach/attachments.ts";
import type { Profile } from "../../reach/profiles.ts";
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";
import type { City } from "../analysis.ts";
import type { Surveyed } from "../surveyed.ts";
import type { ChosenProfiles } from "../walkers.ts";
import { csvLine } from "./csvLine.ts";

/** One file of the export; arrays are written as they lie in memory, little-endian. */
export interface GraphFile {
	readonly name: string;
	readonly body: string | Uint8Array | Uint16Array | Uint32Array | Float64Array;
}

const RULES = [
	"costDm of a whole arc = round(edge_length_dm × (steps ? stepFactor : 1)) + round(edge_penalty_ds × speedMPerMin / 60).",
	"A part of an arc costs round(partLengthDm × (steps ? stepFactor : 1)) without penalty; parts of an arc are offset_dm from its tail and edge_length_dm − offset_dm to its head.",
	"Arcs of node n are first_edge[n] … first_edge[n+1]−1; an arc's tail is the node whose range holds it; edge_reverse = 4294967295 where the other direction may not be walked.",
	"Arcs with any forbiddenFlags bit are not used, nor left or entered by residences and doors attached to them.",
	"A walk: connector_dm of the residence, along its arc to the head or (when edge_reverse exists) against it to the tail, whole arcs, then the part of the door's arc from its tail or (when edge_reverse exists) from its head, and connector_dm of the door. On one same arc also straight: |offset difference|, forwards only when edge_reverse does not exist.",
	"A residence on an arc whose offset lies at its end still pays the part's 0 dm. A facility has the least cost of its rows: one per entrance, and a second row for a door on a private way (the copy entered from public streets).",
	"Private ways exist twice: privateStart copies can be left and not entered, privateEnd copies entered and not left; link arcs of length 0 join them to public junctions.",
	"Equal costs: the smaller facility id (UTF-16 order). Within the limit: costDm ≤ floor(limitS × speedMPerMin / 6). walk_seconds = costDm × 6 / speedMPerMin, one decimal.",
	"Shapes: the two arcs of one way piece share one shape, held by the arc of smaller index, edge_first_shape[e] … edge_first_shape[e+1]−1, in that arc's direction; the other arc reads it backwards.",
	"Residences listed in villageResidences travel by villageProfile (slow travel) instead of profile; a profile asked for by name holds for everyone.",
] as const;

/** All files of the export. Residences by id; facilities by category, id, entrance. */
export function graphFiles(
	surveyed: Surveyed,
	profiles: ChosenProfiles,
	snapshot: string,
): GraphFile[] {
	const { city } = surveyed;
	return [
		...arrayFiles(city.graph),
		{ name: "graph.json", body: graphJson(surveyed, profiles, snapshot) },
		{ name: "residences.csv", body: residencesCsv(city, surveyed.residenceAttachments) },
		{ name: "facilities.csv", body: facilitiesCsv(surveyed) },
	];
}

function arrayFiles(graph: StreetGraph): GraphFile[] {
	return [
		{ name: "first_edge.u32", body: graph.firstEdge },
		{ name: "edge_head.u32", body: graph.edgeHead },
		{ name: "edge_reverse.u32", body: graph.edgeReverse },
		{ name: "edge_length_dm.u32", body: graph.edgeLengthDm },
		{ name: "edge_penalty_ds.u32", body: graph.edgePenaltyDs },
		{ name: "edge_flags.u16", body: graph.edgeFlags },
		{ name: "edge_way.f64", body: graph.edgeWay },
		{ name: "node_lonlat.f64", body: graph.nodeLonLat },
		{ name: "edge_first_shape.u32", body: graph.edgeFirstShape },
		{ name: "shape_lonlat.f64", body: graph.shapeLonLat },
		{ name: "private_twins.u32", body: graph.privateTwins },
	];
}

function graphJson(
	{ city, walkers }: Surveyed,
	{ main, village }: ChosenProfiles,
	snapshot: string,
): string {
	const villageResidences = city.residences.filter(
		(_, residence) => walkers.residenceSpeed[residence] === 1,
	);
	const head = {
		snapshot,
		counts: {
			nodes: city.graph.firstEdge.length - 1,
			edges: city.graph.edgeHead.length,
			shapePoints: city.graph.shapeLonLat.length / 2,
			privateTwins: city.graph.privateTwins.length / 2,
			residences: city.residences.length,
			facilities: city.facilities.length,
		},
		noEdge: NO_EDGE,
		flags: EDGE_FLAG,
		profile: profileBody(main),
		villageProfile:
			village === null || villageResidences.length === 0 ? null : profileBody(village),
		villageResidences: villageResidences.map(({ id }) => id),
		rules: RULES.join("\n"),
	};
	return `${JSON.stringify(head, null, "\t")}\n`;
}

function profileBody({ name, speedMPerMin, stepFactor, forbiddenFlags }: Profile) {
	return { name, speedMPerMin, stepFactor, forbiddenFlags };
}

function residencesCsv({ residences }: City, attachments: readonly Attachment[]): string {
	const lines = residences.map(({ id }, residence) =>
		csvLine([id, ...attachmentColumns(attachments[residence])]),
	);
	return csvLine(["id", "edge", "offset_dm", "connector_dm", "status"]) + lines.join("");
}

function facilitiesCsv({ city, located, attachments }: Surveyed): string {
	const { doors, firstDoor, doorEntrance } = attachments;
	const lines = city.facilities.flatMap(({ id, category }, facility) =>
		Array.from({ length: firstDoor[facility + 1] - firstDoor[facility] }, (_, i) => {
			const row = firstDoor[facility] + i;
			return csvLine([
				id,
				category,
				located.operators[facility].unit?.code ?? null,
				doorEntrance[row],
				...attachmentColumns(attachmentAt(doors, row)),
			]);
		}),
	);
	const header = [
		"id",
		"category",
		"operator_unit_code",
		"entrance",
		"edge",
		"offset_dm",
		"connector_dm",
		"status",
	];
	return csvLine(header) + lines.join("");
}

function attachmentColumns({ edge, offsetDm, connectorDm, status }: Attachment) {
	return [edge, offsetDm, connectorDm, status];
}
