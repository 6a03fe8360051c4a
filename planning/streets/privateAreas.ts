// Private ways that could be a short cut: only those need to be kept out of the middle of a trip.
import type { Way } from "./Way.ts";

export interface PrivateAreas {
	readonly privateWays: readonly Way[];
	/** Is the node on a way that is open to all? */
	readonly isOnStreet: (nodeId: number) => boolean;
	/** May nobody pass the node? */
	readonly isShut: (nodeId: number) => boolean;
}

/**
 * The private ways of areas (connected private ways) that meet public streets at two junctions or more. Whoever enters
 * an area with one junction must leave by it again, so no shortest walk passes through one: a drive, a yard, a compound
 * with one gate. Union-find over the private ways' nodes.
 */
export function shortCuts({ privateWays, isOnStreet, isShut }: PrivateAreas): ReadonlySet<Way> {
	const areas = new Areas();
	for (const { nodeIds } of privateWays) {
		let last: number | null = null;
		for (const id of nodeIds) {
			if (isShut(id)) last = null;
			else {
				areas.add(id, last);
				last = id;
			}
		}
	}
	const junctions = new Map<number, number>();
	for (const id of areas.nodeIds()) {
		if (!isOnStreet(id)) continue;
		const area = areas.of(id);
		junctions.set(area, (junctions.get(area) ?? 0) + 1);
	}
	const leadsThrough = (id: number) => !isShut(id) && (junctions.get(areas.of(id)) ?? 0) > 1;
	return new Set(privateWays.filter(({ nodeIds }) => nodeIds.some(leadsThrough)));
}

class Areas {
	private readonly parent = new Map<number, number>();

	/** A node, joined to the one before it on its way. */
	add(id: number, before: number | null): void {
		if (!this.parent.has(id)) this.parent.set(id, id);
		if (before !== null) this.parent.set(this.of(id), this.of(before));
	}

	nodeIds(): Iterable<number> {
		return this.parent.keys();
	}

	/** The node that stands for the area. */
	of(id: number): number {
		let node = id;
		for (;;) {
			const parent = this.parent.get(node);
			if (parent === undefined) throw new Error(`Node ${id} is in no private area.`);
			if (parent === node) return node;
			const above = this.parent.get(parent) ?? parent;
			this.parent.set(node, above);
			node = above;
		}
	}
}
