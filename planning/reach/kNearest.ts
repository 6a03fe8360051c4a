// The first, second and third nearest facility of every residence: what is left when the nearest is full or closed.
// A bounded bucket search with up to k labels per node; (cost, facility) settles ties as everywhere.
import { type Reach, UNREACHED_DM } from "./reach.ts";
import { alongDm, arrivalEnds, departureEnds } from "./tripEnds.ts";

/** Row r holds the k best (cost, facility) of residence r, nearest first; UNREACHED_DM and -1 where there are fewer. */
export interface KTimes {
	readonly k: number;
	readonly costDm: Uint32Array;
	readonly facility: Int32Array;
}

/** What the search from these reaches stays in the processor's cache. */
const DOORS_AT_ONCE = 16;

/**
 * The `k` (1–3) nearest distinct facilities of each residence within `limitDm`.
 * If a facility is among the k best at a node, it is among the k best at the node before it on its way, so k labels
 * per node are enough. Memory: 8·k bytes per node and residence.
 */
export function kNearest(
	reach: Reach,
	facilities: Iterable<number>,
	k: number,
	limitDm: number,
): KTimes {
	if (!Number.isInteger(k) || k < 1 || k > 3) throw new Error(`Expected k of 1 to 3, got ${k}.`);
	const doors = [...facilities].flatMap((facility) =>
		reach.facilities[facility].map((door) => ({ facility, door })),
	);
	// 1. search from a few neighbouring doors at a time: labels only ever get better, so turns change nothing but speed
	const nodes = noLabels(reach.graph.firstEdge.length - 1, k);
	const queue = new Queue(limitDm);
	const inStreetOrder = [...doors].sort((a, b) => a.door.edge - b.door.edge);
	for (let from = 0; from < inStreetOrder.length; from += DOORS_AT_ONCE) {
		for (const { facility, door } of inStreetOrder.slice(from, from + DOORS_AT_ONCE))
			for (const { node, costDm } of arrivalEnds(reach, door))
				if (costDm <= limitDm && offer(nodes, node, costDm, facility))
					queue.push(node, facility, costDm);
		search(reach, nodes, queue, limitDm);
		queue.clear();
	}

	// 2. harvest at both ends of each residence's edge, and the doors on that edge itself
	const doorsOn = new Map<number, typeof doors>();
	for (const each of doors) {
		const others = doorsOn.get(each.door.edge);
		if (others === undefined) doorsOn.set(each.door.edge, [each]);
		else others.push(each);
	}
	const times = noLabels(reach.residences.length, k);
	reach.residences.forEach((home, residence) => {
		const ends = departureEnds(reach, home);
		if (ends.length === 0) return;
		for (const { node, costDm } of ends) take(times, residence, nodes, node, costDm, limitDm);
		for (const { facility, door } of doorsOn.get(home.edge) ?? []) {
			const costDm = alongDm(reach, home, door);
			if (costDm <= limitDm) offer(times, residence, costDm, facility);
		}
	});
	return times;
}

function noLabels(rows: number, k: number): KTimes {
	return {
		k,
		costDm: new Uint32Array(rows * k).fill(UNREACHED_DM),
		facility: new Int32Array(rows * k).fill(-1),
	};
}

/** Put a label into a row if it is among the k best, one per facility; false when nothing changed. */
function offer({ k, costDm, facility }: KTimes, row: number, dm: number, id: number): boolean {
	const base = row * k;
	let slot = base + k - 1;
	let isKnown = false;
	for (let i = base; i < base + k; i++)
		if (facility[i] === id) {
			if (costDm[i] <= dm) return false;
			slot = i;
			isKnown = true;
		}
	if (!isKnown && (dm > costDm[slot] || (dm === costDm[slot] && id >= facility[slot])))
		return false;
	while (slot > base && isBetter(dm, id, costDm[slot - 1], facility[slot - 1])) {
		costDm[slot] = costDm[slot - 1];
		facility[slot] = facility[slot - 1];
		slot--;
	}
	costDm[slot] = dm;
	facility[slot] = id;
	return true;
}

function isBetter(dm: number, id: number, thanDm: number, thanId: number): boolean {
	return dm < thanDm || (dm === thanDm && id < thanId);
}

function search({ backward }: Reach, nodes: KTimes, queue: Queue, limitDm: number): void {
	const { first, arcs } = backward;
	for (let costDm = 0; costDm <= limitDm; costDm++) {
		// zero-length arcs refill the open bucket; a label pushed out by a better one is skipped
		for (let entry = queue.pop(costDm); entry >= 0; entry = queue.pop(costDm)) {
			const node = queue.node[entry];
			const facility = queue.facility[entry];
			if (!holds(nodes, node, costDm, facility)) continue;
			for (let arc = 2 * first[node]; arc < 2 * first[node + 1]; arc += 2) {
				const headDm = costDm + arcs[arc + 1];
				if (headDm <= limitDm && offer(nodes, arcs[arc], headDm, facility))
					queue.push(arcs[arc], facility, headDm);
			}
		}
	}
}

function holds({ k, costDm, facility }: KTimes, row: number, dm: number, id: number): boolean {
	for (let i = row * k; i < (row + 1) * k; i++) if (facility[i] === id) return costDm[i] === dm;
	return false;
}

function take(
	times: KTimes,
	residence: number,
	nodes: KTimes,
	node: number,
	restDm: number,
	limitDm: number,
): void {
	// costs past 2^32 stay exact in doubles, so a node that is not reached simply exceeds the limit
	for (let i = node * nodes.k; i < (node + 1) * nodes.k; i++)
		if (nodes.costDm[i] + restDm <= limitDm)
			offer(times, residence, nodes.costDm[i] + restDm, nodes.facility[i]);
}

/** Buckets of (node, facility) entries, one per decimetre. */
class Queue {
	node = new Uint32Array(4_096);
	facility = new Int32Array(4_096);
	private next = new Int32Array(4_096);
	private readonly bucket: Int32Array;
	private count = 0;

	constructor(limitDm: number) {
		this.bucket = new Int32Array(limitDm + 1).fill(-1);
	}

	push(node: number, facility: number, costDm: number): void {
		const entry = this.count++;
		if (entry === this.node.length) this.grow();
		this.node[entry] = node;
		this.facility[entry] = facility;
		this.next[entry] = this.bucket[costDm];
		this.bucket[costDm] = entry;
	}

	/** An entry of the bucket, taken out of it; -1 when it is empty. */
	pop(costDm: number): number {
		const entry = this.bucket[costDm];
		if (entry >= 0) this.bucket[costDm] = this.next[entry];
		return entry;
	}

	/** Use the memory of entries again; all buckets must be empty. */
	clear(): void {
		this.count = 0;
	}

	private grow(): void {
		const [node, facility, next] = [this.node, this.facility, this.next];
		this.node = new Uint32Array(2 * node.length);
		this.facility = new Int32Array(2 * facility.length);
		this.next = new Int32Array(2 * next.length);
		this.node.set(node);
		this.facility.set(facility);
		this.next.set(next);
	}
}
