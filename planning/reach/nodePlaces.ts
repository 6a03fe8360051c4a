// Junctions that are one place on the ground: a private way is built twice (one copy can be left, one entered),
// tied to the public junction by arcs of no length. Measures about places must not count a place twice.
import { edgeTails } from "../streets/edgeLine.ts";
import { EDGE_FLAG, type StreetGraph } from "../streets/StreetGraph.ts";

/** The smallest node of each node's place; most nodes are their own. One pass over the arcs. */
export function nodePlaces(graph: StreetGraph): Uint32Array {
	const { edgeHead, edgeFlags, nodeLonLat, privateTwins } = graph;
	const tails = edgeTails(graph);
	const place = Uint32Array.from({ length: graph.firstEdge.length - 1 }, (_, node) => node);
	const find = (node: number): number => {
		let root = node;
		while (place[root] !== root) root = place[root];
		place[node] = root;
		return root;
	};
	const join = (a: number, b: number): void => {
		const [rootA, rootB] = [find(a), find(b)];
		place[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
	};
	const isSamePlace = (a: number, b: number): boolean =>
		nodeLonLat[2 * a] === nodeLonLat[2 * b] && nodeLonLat[2 * a + 1] === nodeLonLat[2 * b + 1];
	for (let edge = 0; edge < edgeHead.length; edge++)
		if ((edgeFlags[edge] & EDGE_FLAG.link) !== 0) join(tails[edge], edgeHead[edge]);
	for (let i = 0; i < privateTwins.length; i += 2)
		for (const a of endsOf(privateTwins[i]))
			for (const b of endsOf(privateTwins[i + 1])) if (isSamePlace(a, b)) join(a, b);
	for (let node = 0; node < place.length; node++) find(node);
	return place;

	function endsOf(edge: number): readonly [number, number] {
		return [tails[edge], edgeHead[edge]];
	}
}
