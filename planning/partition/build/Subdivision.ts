// The plane cut by all outlines: every face with the cells that claim it. What a tiling is made of, and what mends choose.

import type { Frame } from "../Tiling.ts";
import { coverFaces, type FacesOf } from "./coverFaces.ts";
import { mergeNear } from "./mergeNear.ts";
import { nodeSegments } from "./nodeSegments.ts";
import type { CellOutline, Trouble } from "./Outline.ts";
import { type PlanarGraph, planarGraph } from "./PlanarGraph.ts";
import { type BuildRing, type ProjectedRings, projectRings } from "./rings.ts";
import type { SegmentTable } from "./SegmentTable.ts";
import type { Vertices } from "./Vertices.ts";

export interface Subdivision {
	readonly frame: Frame;
	/** Codes of the cells, sorted. */
	readonly codes: readonly string[];
	readonly vertices: Vertices;
	readonly segments: SegmentTable;
	readonly graph: PlanarGraph;
	/** Cells that claim each face, ascending. */
	readonly claims: readonly (readonly number[])[];
	readonly rings: readonly BuildRing[];
	/** Rings that cross themselves, holes that leave their outline, cells that cover themselves, with the faces that show it. */
	readonly selfCrossing: FacesOf;
	readonly strayHoles: FacesOf;
	readonly selfOverlaps: FacesOf;
	/** What was wrong with single rings. */
	readonly troubles: readonly Trouble[];
}

/**
 * Vertices and lines nearer than this are one: seven decimals of a degree are a centimetre, and both sides round.
 * App default, measured (decision 0006).
 */
export const SLACK_CM = 2;

export interface SubdivideOptions {
	/** The plane; around the outlines unless given. A city keeps its own from version to version. */
	readonly frame?: Frame | undefined;
	readonly slackCm?: number | undefined;
}

/** Cut the plane; cost n log n in the number of segments. */
export function subdivide(
	outlines: readonly CellOutline[],
	{ frame, slackCm = SLACK_CM }: SubdivideOptions = {},
): Subdivision {
	return subdivideRings(projectRings(outlines, frame), slackCm);
}

/** The same from rings that are in centimetres already. */
export function subdivideRings(
	{ frame, codes, vertices, rings, troubles }: ProjectedRings,
	slackCm: number,
): Subdivision {
	const standsFor = mergeNear(vertices, slackCm);
	const merged = rings.map((ring) => mergedPath(ring.vertices, standsFor));
	const { segments, rings: led } = nodeSegments(vertices, merged, slackCm);
	const graph = planarGraph(segments, vertices.x, vertices.y);
	const { cells, ...faults } = coverFaces(graph, segments, rings, led);
	return {
		frame,
		codes,
		vertices,
		segments,
		graph,
		claims: cells,
		rings,
		...faults,
		troubles,
	};
}

function mergedPath(path: readonly number[], standsFor: Uint32Array): readonly number[] {
	if (path.every((vertex) => standsFor[vertex] === vertex)) return path;
	const merged = path.map((vertex) => standsFor[vertex]);
	const kept = merged.filter(
		(vertex, i) => vertex !== merged[(i + merged.length - 1) % merged.length],
	);
	return kept.length > 1 ? kept : [];
}
