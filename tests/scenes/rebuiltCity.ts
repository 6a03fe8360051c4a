// The slow truth behind what-if: the edited city built anew, piece by piece, and searched in full.
// A closed edge becomes a private way, a new link's ends cut the edges they lie on.
import type { Attachment } from "../../planning/reach/attach.ts";
import type { LinkPlace, NewLink } from "../../planning/reach/links.ts";
import type { Profile } from "../../planning/reach/profiles.ts";
import { nearest, noTimes, reachFor, type Times } from "../../planning/reach/reach.ts";
import { edgeTails } from "../../planning/streets/edgeLine.ts";
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { type BarePiece, plainGraph } from "./plainGraph.ts";

export interface EditedCity {
	readonly graph: StreetGraph;
	readonly residences: readonly Attachment[];
	/** Doors of each facility that is there, by its number. */
	readonly facilities: ReadonlyMap<number, readonly Attachment[]>;
	/** Any edges that are closed. */
	readonly closed: ReadonlySet<number>;
	readonly links: Iterable<NewLink>;
}

/** One cut edge: its parts between cuts, as pieces, and where each part begins. */
interface Parts {
	readonly fromDm: number[];
	/** Piece of each part; on a closed edge the copy that can be left, and the copy that can be entered. */
	readonly leave: number[];
	readonly arrive: number[];
}

/** Nearest of all facilities, everything calculated from nothing. */
export function rebuiltTimes(city: EditedCity, profile: Profile, limitDm: number): Times {
	const rebuilt = new Rebuilder(city);
	const { graph, edgeOf, isForward } = plainGraph(rebuilt.nodeCount, rebuilt.pieces);
	const moved = (
		attachment: Attachment,
		side: "leave" | "arrive",
		role: "home" | "door",
	): Attachment => {
		const place = rebuilt.placeOf(attachment, side, role);
		if (place === null) return attachment;
		const edge = edgeOf[place.piece];
		const offsetDm = isForward[place.piece]
			? place.offsetDm
			: graph.edgeLengthDm[edge] - place.offsetDm;
		return { ...attachment, edge, offsetDm };
	};
	const numbers = [...city.facilities.keys()].sort((a, b) => a - b);
	const doors = numbers.map((number) =>
		(city.facilities.get(number) ?? []).flatMap((door) => [
			moved(door, "leave", "door"),
			moved(door, "arrive", "door"),
		]),
	);
	const homes = city.residences.map((home) => moved(home, "leave", "home"));
	const reach = reachFor(graph, profile, homes, doors);
	const times = noTimes(homes.length);
	nearest(reach, doors.keys(), "all", limitDm, times);
	return {
		costDm: times.costDm,
		facility: times.facility.map((one) => (one < 0 ? -1 : numbers[one])),
	};
}

class Rebuilder {
	nodeCount: number;
	readonly pieces: BarePiece[] = [];
	private readonly city: EditedCity;
	private readonly tails: Uint32Array;
	private readonly twin = new Map<number, number>();
	private readonly parts = new Map<number, Parts>();
	private readonly cuts = new Map<number, { offsetDm: number; node: number }[]>();

	constructor(city: EditedCity) {
		this.city = city;
		this.tails = edgeTails(city.graph);
		this.nodeCount = city.graph.firstEdge.length - 1;
		const { privateTwins } = city.graph;
		for (let i = 0; i < privateTwins.length; i += 2) {
			this.twin.set(privateTwins[i], privateTwins[i + 1]);
			this.twin.set(privateTwins[i + 1], privateTwins[i]);
		}
		const closed = new Set<number>();
		for (const edge of city.closed)
			for (const copy of [this.standing(edge), this.twin.get(this.standing(edge))])
				if (copy !== undefined) closed.add(copy);
		for (const link of city.links) this.addLink(link);
		for (let edge = 0; edge < city.graph.edgeHead.length; edge++)
			if (this.standing(edge) === edge) this.addEdge(edge, closed.has(edge));
	}

	placeOf({ edge, offsetDm }: Attachment, side: "leave" | "arrive", role: "home" | "door") {
		const parts = this.parts.get(edge);
		if (parts === undefined) return null;
		// at a cut, homes can reach it and doors can be reached from it, whichever way the edge runs
		const last = parts.fromDm.length - 1;
		const after = parts.fromDm.findLastIndex((fromDm) => fromDm <= offsetDm);
		const before = parts.fromDm.findIndex((_, i) => i === last || parts.fromDm[i + 1] >= offsetDm);
		const part = role === "home" ? before : after;
		return { piece: parts[side][part], offsetDm: offsetDm - parts.fromDm[part] };
	}

	private standing(edge: number): number {
		return Math.min(edge, this.city.graph.edgeReverse[edge]);
	}

	private addLink(link: NewLink): void {
		const from = this.cut(link.from);
		const to = this.cut(link.to);
		const { lengthDm, flags = 0, penaltyDs = 0 } = link;
		const piece = { lengthDm, flags, penaltyDs, isOneWay: true };
		this.pieces.push({ ...piece, tail: from.leave, head: to.arrive });
		if (link.isOneWay !== true) this.pieces.push({ ...piece, tail: to.leave, head: from.arrive });
	}

	private cut(place: LinkPlace): { leave: number; arrive: number } {
		if ("node" in place) return { leave: place.node, arrive: place.node };
		const { graph } = this.city;
		const edge = this.standing(place.edge);
		const offsetDm =
			edge === place.edge ? place.offsetDm : graph.edgeLengthDm[edge] - place.offsetDm;
		const node = this.cutAt(edge, offsetDm);
		const twin = this.twin.get(edge);
		if (twin === undefined) return { leave: node, arrive: node };
		const other = this.cutAt(twin, offsetDm);
		return (graph.edgeFlags[edge] & EDGE_FLAG.privateStart) !== 0
			? { leave: node, arrive: other }
			: { leave: other, arrive: node };
	}

	private cutAt(edge: number, offsetDm: number): number {
		const same = this.cuts.get(edge)?.find((cut) => cut.offsetDm === offsetDm);
		if (same !== undefined) return same.node;
		const node = this.nodeCount++;
		this.cuts.set(edge, [...(this.cuts.get(edge) ?? []), { offsetDm, node }]);
		return node;
	}

	private addEdge(edge: number, isClosed: boolean): void {
		const { graph } = this.city;
		const cuts = (this.cuts.get(edge) ?? []).sort((a, b) => a.offsetDm - b.offsetDm);
		const chain = [
			{ offsetDm: 0, node: this.tails[edge] },
			...cuts,
			{ offsetDm: graph.edgeLengthDm[edge], node: graph.edgeHead[edge] },
		];
		const fromDm = chain.slice(0, -1).map(({ offsetDm }) => offsetDm);
		if (!isClosed) {
			const pieces = this.addChain(edge, chain);
			this.parts.set(edge, { fromDm, leave: pieces, arrive: pieces });
			return;
		}
		const copyOf = () => chain.map(({ offsetDm }) => ({ offsetDm, node: this.nodeCount++ }));
		const [starts, ends] = [copyOf(), copyOf()];
		chain.forEach(({ node }, i) => {
			this.pieces.push({ tail: starts[i].node, head: node, lengthDm: 0, isOneWay: true });
			this.pieces.push({ tail: node, head: ends[i].node, lengthDm: 0, isOneWay: true });
		});
		const leave = this.addChain(edge, starts);
		this.parts.set(edge, { fromDm, leave, arrive: this.addChain(edge, ends) });
	}

	private addChain(edge: number, chain: { offsetDm: number; node: number }[]): number[] {
		const { graph } = this.city;
		return chain.slice(1).map(({ offsetDm, node }, i) => {
			this.pieces.push({
				tail: chain[i].node,
				head: node,
				lengthDm: offsetDm - chain[i].offsetDm,
				isOneWay: graph.edgeReverse[edge] === NO_EDGE,
				flags: graph.edgeFlags[edge],
				penaltyDs: chain.length === 2 ? graph.edgePenaltyDs[edge] : 0,
			});
			return this.pieces.length - 1;
		});
	}
}
