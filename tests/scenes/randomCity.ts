// Cities drawn at random: any multigraph, or a desert grid with everything that can be on a street.
import type { Attachment } from "../../planning/reach/attach.ts";
import { attachFacility, attachResidence, createAttacher } from "../../planning/reach/attacher.ts";
import { type Profile, profileNamed } from "../../planning/reach/profiles.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import { EDGE_FLAG, type StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { numbersFrom } from "../bench/reach/desert.ts";
import { plainGraph } from "./plainGraph.ts";
import { at, desertGrid } from "./streetScene.ts";
import { ADULT } from "./walk.ts";

export type Random = (below: number) => number;

export interface RandomCity {
	readonly graph: StreetGraph;
	readonly residences: readonly Attachment[];
	readonly facilities: readonly (readonly Attachment[])[];
	/** Doors anywhere. */
	readonly anyDoors: () => Attachment[];
	readonly profile: Profile;
	readonly limitDm: number;
}

/** Any multigraph: parallel edges, self-loops, zero lengths, one-ways, steps. */
export function anyCity(random: Random): RandomCity {
	const nodeCount = 2 + random(14);
	const lengths = [0, 0, 100, 200, 300];
	const pieces = Array.from({ length: 1 + random(30) }, () => ({
		tail: random(nodeCount),
		head: random(nodeCount),
		lengthDm: random(2) === 0 ? lengths[random(5)] : random(1_000),
		isOneWay: random(4) === 0,
		flags: random(5) === 0 ? EDGE_FLAG.steps : 0,
	}));
	const { graph, edgeOf } = plainGraph(nodeCount, pieces);
	const place = (): Attachment => {
		const edge = edgeOf[random(edgeOf.length)];
		const offsetDm = random(graph.edgeLengthDm[edge] + 1);
		return { edge, offsetDm, connectorDm: random(2) * random(200), status: "attached" };
	};
	const anyDoors = () => Array.from({ length: 1 + random(3) }, place);
	return {
		graph,
		residences: Array.from({ length: 12 }, place),
		facilities: Array.from({ length: random(6) }, anyDoors),
		anyDoors,
		profile: random(4) === 0 ? (profileNamed("stepfree") as Profile) : ADULT,
		limitDm: [500, 1_500, 10_050][random(3)],
	};
}

/** A desert grid with private courts, steps, one-ways and shut gates. */
export function desertCity(random: Random, side: number): RandomCity {
	const scene = desertGrid({ columns: side, rows: side, blockM: 100 });
	const tagged = [
		{ highway: "footway", "oneway:foot": "yes" },
		{ highway: "steps" },
		{ highway: "service", access: "private" },
	];
	const ways = scene.ways.map((way) => ({
		...way,
		tags: random(3) === 0 ? tagged[random(3)] : way.tags,
	}));
	const nodeTags = new Map([[1 + random(side * side), { barrier: "gate", access: "no" }]]);
	const { lonOf, latOf } = scene;
	const { graph, barriers } = compileStreets({ ways, lonOf, latOf, nodeTags });
	const attacher = createAttacher(graph, barriers);
	const anywhere = () => at(random(side * 100), random(side * 100));
	const anyDoors = () => attachFacility(attacher, anywhere());
	return {
		graph,
		residences: Array.from({ length: 60 }, () => attachResidence(attacher, anywhere())),
		facilities: Array.from({ length: 12 }, anyDoors),
		anyDoors,
		profile: ADULT,
		limitDm: 4_000,
	};
}

/** Whole numbers below a limit, the same for the same seed. */
export function below(seed: number): Random {
	const next = numbersFrom(seed);
	return (limit) => Math.floor(next() * limit);
}
