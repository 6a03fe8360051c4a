// Walkable ways cut into pieces between junctions: the edges of the street graph before they are numbered.
import { distanceM } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { shortCuts } from "./privateAreas.ts";
import { EDGE_FLAG } from "./StreetGraph.ts";
import type { Way, WaySet } from "./Way.ts";
import { isShut, type Walkability, walkabilityOf } from "./walkability.ts";

/** A stretch of one way between two graph nodes. */
export interface Piece {
	readonly tail: number;
	readonly head: number;
	readonly lengthDm: number;
	readonly flags: number;
	readonly wayId: number;
	readonly forward: boolean;
	readonly backward: boolean;
	/** Points between the ends: lon, lat, lon, lat … */
	readonly shape: readonly number[];
}

export interface Pieces {
	readonly pieces: readonly Piece[];
	/** lon, lat of each node. */
	readonly nodeLonLat: readonly number[];
	/** Pairs of indices into `pieces`: start copy and end copy of a private stretch. */
	readonly twins: readonly (readonly [number, number])[];
	/** Ways left out, by reason. */
	readonly dropped: Readonly<Record<string, number>>;
}

const PUBLIC = 0;
const PRIVATE_START = 1;
const PRIVATE_END = 2;
type Side = typeof PUBLIC | typeof PRIVATE_START | typeof PRIVATE_END;

/**
 * Cut walkable ways at junctions and at shut gates. A private way that could be a short cut is built twice: once as the
 * start of trips (it can be left for public streets, not entered) and once as their end (entered, not left), so that a
 * plain shortest-path search honours "private only at trip ends".
 */
export function cutWays(ways: WaySet): Pieces {
	const walkable: [Way, Walkability][] = [];
	const dropped: Record<string, number> = {};
	for (const way of ways.ways) {
		const walkability = walkabilityOf(way.tags);
		if (walkability === null) {
			if (way.tags["highway"] !== undefined) count(dropped, "not-walkable");
		} else if (way.nodeIds.length < 2) count(dropped, "fewer-than-two-nodes");
		else walkable.push([way, walkability]);
	}

	const uses = new Map<number, number>();
	for (const [way] of walkable)
		way.nodeIds.forEach((id, position) => {
			const isEnd = position === 0 || position === way.nodeIds.length - 1;
			uses.set(id, (uses.get(id) ?? 0) + (isEnd ? 2 : 1));
		});

	const builder = new PieceBuilder(ways, uses);
	const throughWays = shortCutsOf(walkable, ways.nodeTags);
	for (const [way, walkability] of walkable) {
		if (throughWays.has(way)) builder.addPrivate(way, walkability);
		else builder.add(way, walkability, PUBLIC);
	}
	builder.linkPrivateToPublic();
	return { pieces: builder.pieces, nodeLonLat: builder.nodeLonLat, twins: builder.twins, dropped };
}

function shortCutsOf(
	walkable: readonly (readonly [Way, Walkability])[],
	nodeTags: WaySet["nodeTags"],
): ReadonlySet<Way> {
	const waysThat = (arePrivate: boolean) =>
		walkable.filter(([, { isPrivate }]) => isPrivate === arePrivate).map(([way]) => way);
	const privateWays = waysThat(true);
	if (privateWays.length === 0) return new Set();
	const onStreets = new Set(waysThat(false).flatMap(({ nodeIds }) => nodeIds));
	return shortCuts({
		privateWays,
		isOnStreet: (id) => onStreets.has(id),
		isShut: (id) => isShut(nodeTags.get(id) ?? {}),
	});
}

class PieceBuilder {
	readonly pieces: Piece[] = [];
	readonly nodeLonLat: number[] = [];
	readonly twins: [number, number][] = [];
	private readonly nodeOf: readonly Map<number, number>[] = [new Map(), new Map(), new Map()];
	private readonly ways: WaySet;
	private readonly uses: ReadonlyMap<number, number>;

	constructor(ways: WaySet, uses: ReadonlyMap<number, number>) {
		this.ways = ways;
		this.uses = uses;
	}

	add(way: Way, walkability: Walkability, side: Side): void {
		const ids = way.nodeIds;
		let from = 0;
		let tail = this.node(ids[0], side);
		for (let to = 1; to < ids.length; to++) {
			const isJunction = (this.uses.get(ids[to]) ?? 0) > 1 || this.isShut(ids[to]);
			if (!isJunction) continue;
			const head = this.node(ids[to], side);
			this.addPiece(way, walkability, side, { tail, head, from, to });
			from = to;
			tail = this.isShut(ids[to]) ? this.node(ids[to], side) : head; // the far side of a shut gate
		}
	}

	addPrivate(way: Way, walkability: Walkability): void {
		const firstStart = this.pieces.length;
		this.add(way, walkability, PRIVATE_START);
		const firstEnd = this.pieces.length;
		this.add(way, walkability, PRIVATE_END);
		for (let i = firstStart; i < firstEnd; i++) this.twins.push([i, i - firstStart + firstEnd]);
	}

	linkPrivateToPublic(): void {
		const [publicNodes, startNodes, endNodes] = this.nodeOf as [
			Map<number, number>,
			Map<number, number>,
			Map<number, number>,
		];
		const link = { lengthDm: 0, wayId: 0, forward: true, backward: false, shape: [] };
		for (const [id, start] of startNodes) {
			const junction = publicNodes.get(id);
			const end = endNodes.get(id);
			if (junction === undefined || end === undefined) continue;
			this.pieces.push({ ...link, tail: start, head: junction, flags: EDGE_FLAG.link });
			this.pieces.push({ ...link, tail: junction, head: end, flags: EDGE_FLAG.link });
		}
	}

	private addPiece(
		way: Way,
		walkability: Walkability,
		side: Side,
		ends: { tail: number; head: number; from: number; to: number },
	): void {
		const shape: number[] = [];
		let lengthM = 0;
		let last = this.position(way.nodeIds[ends.from]);
		for (let i = ends.from + 1; i <= ends.to; i++) {
			const next = this.position(way.nodeIds[i]);
			lengthM += distanceM(last, next);
			if (i < ends.to) shape.push(next[0], next[1]);
			last = next;
		}
		const sideFlag =
			side === PUBLIC ? 0 : side === PRIVATE_START ? EDGE_FLAG.privateStart : EDGE_FLAG.privateEnd;
		const lengthDm = Math.round(lengthM * 10);
		if (lengthDm > 0xffff_fffe)
			throw new Error(`Way ${way.id} is ${lengthM} m long: longer than an edge can be.`);
		this.pieces.push({
			tail: ends.tail,
			head: ends.head,
			lengthDm,
			flags: walkability.flags | sideFlag,
			wayId: way.id,
			forward: walkability.forward,
			backward: walkability.backward,
			shape,
		});
	}

	private node(id: number, side: Side): number {
		const known = this.nodeOf[side].get(id);
		if (known !== undefined) return known;
		const node = this.nodeLonLat.length / 2;
		this.nodeLonLat.push(...this.position(id));
		if (!this.isShut(id)) this.nodeOf[side].set(id, node);
		return node;
	}

	private isShut(id: number): boolean {
		const tags = this.ways.nodeTags.get(id);
		return tags !== undefined && isShut(tags);
	}

	private position(id: number): LonLat {
		const lon = this.ways.lonOf.get(id);
		const lat = this.ways.latOf.get(id);
		if (lon === undefined || lat === undefined) throw new Error(`Node ${id} has no position.`);
		return [lon, lat];
	}
}

function count(tally: Record<string, number>, reason: string): void {
	tally[reason] = (tally[reason] ?? 0) + 1;
}
