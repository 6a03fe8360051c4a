// Which facilities are there, as seeds of the search: for what-if, where facilities come, move and go.
import type { Attachment } from "./attach.ts";
import { betweenDm, type Ends, endsOf, type Streets } from "./ends.ts";
import type { Seed } from "./repair.ts";

/** Where a new link meets an edge between its ends: a slot of its own. */
export interface Point {
	readonly slot: number;
	/** The standing edge and the offset from its tail. */
	readonly edge: number;
	readonly offsetDm: number;
}

/** A door on an edge. */
interface Door {
	readonly facility: number;
	readonly ends: Ends;
	readonly row: number;
}

export class DoorBook {
	/** Facilities may share a node, and a facility may have several doors there: every seed is kept. */
	readonly seedsAt = new Map<number, Seed[]>();
	private readonly doorsOn = new Map<number, Door[]>();
	private readonly attachmentsOf = new Map<number, readonly Attachment[]>();
	private readonly streets: Streets;
	private readonly pointsOn: ReadonlyMap<number, readonly Point[]>;

	constructor(streets: Streets, pointsOn: ReadonlyMap<number, readonly Point[]>) {
		this.streets = streets;
		this.pointsOn = pointsOn;
	}

	/** Doors of a facility, or undefined when there is no such facility. */
	attachments(facility: number): readonly Attachment[] | undefined {
		return this.attachmentsOf.get(facility);
	}

	onEdge(edge: number): readonly Door[] {
		return this.doorsOn.get(edge) ?? [];
	}

	/** Put a facility there; returns its seeds. */
	add(facility: number, attachments: readonly Attachment[]): Seed[] {
		this.attachmentsOf.set(facility, attachments);
		const ends = endsOf(this.streets, attachments, "doors");
		const seeds: Seed[] = [];
		ends.edge.forEach((edge, row) => {
			if (edge < 0) return;
			const door = { facility, ends, row };
			this.doorsOn.set(edge, [...this.onEdge(edge), door]);
			seeds.push(
				{ slot: ends.tailSlot[row], rank: facility, costDm: ends.tailDm[row] },
				{ slot: ends.headSlot[row], rank: facility, costDm: ends.headDm[row] },
			);
			for (const point of this.pointsOn.get(edge) ?? []) seeds.push(this.seedAt(point, door));
		});
		for (const seed of seeds) this.seedsAt.set(seed.slot, [...this.at(seed.slot), seed]);
		return seeds;
	}

	/** Take a facility away; returns the seeds it had. */
	remove(facility: number): Seed[] {
		const gone: Seed[] = [];
		const edges = new Set(this.attachmentsOf.get(facility)?.map(({ edge }) => edge));
		this.attachmentsOf.delete(facility);
		const slots = new Set<number>();
		for (const edge of edges) {
			for (const { ends, row, facility: one } of this.onEdge(edge))
				if (one === facility) slots.add(ends.tailSlot[row]).add(ends.headSlot[row]);
			for (const { slot } of this.pointsOn.get(edge) ?? []) slots.add(slot);
			keep(this.doorsOn, edge, (door) => door.facility !== facility);
		}
		for (const slot of slots)
			keep(this.seedsAt, slot, (seed) => {
				if (seed.rank === facility) gone.push(seed);
				return seed.rank !== facility;
			});
		return gone;
	}

	/** Seeds of the doors on a point's edge, which are reached from it. */
	addPoint(point: Point): Seed[] {
		const seeds = this.onEdge(point.edge).map((door) => this.seedAt(point, door));
		if (seeds.length > 0) this.seedsAt.set(point.slot, seeds);
		return seeds;
	}

	removePoint({ slot }: Point): void {
		this.seedsAt.delete(slot);
	}

	private at(slot: number): readonly Seed[] {
		return this.seedsAt.get(slot) ?? [];
	}

	private seedAt({ slot, offsetDm }: Point, { facility, ends, row }: Door): Seed {
		const partDm = betweenDm(this.streets, ends.edge[row], offsetDm, ends.offsetDm[row]);
		return { slot, rank: facility, costDm: partDm + ends.connectorDm[row] };
	}
}

function keep<Value>(
	lists: Map<number, Value[]>,
	key: number,
	isKept: (value: Value) => boolean,
): void {
	const kept = (lists.get(key) ?? []).filter(isKept);
	if (kept.length > 0) lists.set(key, kept);
	else lists.delete(key);
}
