// The streets of a whole city as OpenStreetMap has them: ways along the lattice, bent between junctions, and barriers.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { Way } from "../../../planning/streets/Way.ts";
import type { Random } from "../Random.ts";
import type { BookNode } from "../StreetBook.ts";
import {
	type BarrierRun,
	type Blocks,
	EAST,
	EAST_BRIDGE,
	isArterial,
	NORTH,
	NORTH_BRIDGE,
} from "./blocks.ts";
import { type Fabric, placeAt } from "./Fabric.ts";

export interface CityStreets {
	readonly nodes: readonly BookNode[];
	readonly ways: readonly Way[];
}

const LONGEST_WAY = 24;
const BENT = 0.4;
const NO_TAGS = {};

/** Streets and barriers; the same random stream gives the same streets. */
export function cityStreets(fabric: Fabric, blocks: Blocks, random: Random): CityStreets {
	const book = new WayBook(fabric, random);
	for (let line = 0; line < fabric.side; line++) {
		book.addLine(blocks, line, false);
		book.addLine(blocks, line, true);
	}
	for (const barrier of blocks.barriers) book.addBarrier(barrier);
	return { nodes: book.nodes.sort((a, b) => a.id - b.id), ways: book.ways };
}

class WayBook {
	readonly nodes: BookNode[] = [];
	readonly ways: Way[] = [];
	private readonly isUsed: Uint8Array;
	private nextNode: number;
	private readonly fabric: Fabric;
	private readonly random: Random;

	constructor(fabric: Fabric, random: Random) {
		this.fabric = fabric;
		this.random = random;
		this.isUsed = new Uint8Array(fabric.side ** 2);
		this.nextNode = fabric.side ** 2 + 1;
	}

	/** The ways along a row, or along a column. */
	addLine({ edges }: Blocks, line: number, isVertical: boolean): void {
		const { side } = this.fabric;
		const [street, bridge] = isVertical ? [NORTH, NORTH_BRIDGE] : [EAST, EAST_BRIDGE];
		let nodeIds: number[] = [];
		let tags = this.tagsOf(line);
		const end = () => {
			if (nodeIds.length > 1) this.ways.push({ id: this.ways.length + 1, tags, nodeIds });
			nodeIds = [];
			tags = this.tagsOf(line);
		};
		for (let along = 0; along + 1 < side; along++) {
			const junction = isVertical ? along * side + line : line * side + along;
			const bits = edges[junction] ?? 0;
			const next = isVertical ? junction + side : junction + 1;
			if ((bits & street) === 0) end();
			else if ((bits & bridge) !== 0) {
				end();
				const ends = [this.junction(junction), this.junction(next)];
				this.ways.push({
					id: this.ways.length + 1,
					tags: { ...tags, bridge: "yes" },
					nodeIds: ends,
				});
			} else {
				if (nodeIds.length === 0) nodeIds.push(this.junction(junction));
				nodeIds.push(...this.bends(junction, next), this.junction(next));
				if (this.random.chance(1 / LONGEST_WAY)) end();
			}
		}
		end();
	}

	/** A line midway between two columns or rows. */
	addBarrier({ isVertical, line, from, to, tags }: BarrierRun): void {
		const nodeIds: number[] = [];
		for (let along = from - 0.5; along <= to + 0.5; along++) {
			const wander = line + 0.5 + this.random.between(-0.1, 0.1);
			const [column, row] = isVertical ? [wander, along] : [along, wander];
			nodeIds.push(this.add(placeAt(this.fabric.side, column, row)));
		}
		this.ways.push({ id: this.ways.length + 1, tags, nodeIds });
	}

	private tagsOf(line: number): Record<string, string> {
		if (isArterial(line)) return { highway: line % 27 === 4 ? "primary" : "secondary" };
		const kind = this.random.next();
		if (kind < 0.004) return { highway: "steps" };
		if (kind < 0.012) return { highway: "service", access: "private" };
		if (kind < 0.2) return { highway: "footway" };
		if (kind < 0.4) return { highway: "service" };
		return { highway: kind < 0.45 ? "living_street" : "residential" };
	}

	private bends(from: number, to: number): number[] {
		if (!this.random.chance(BENT)) return [];
		const [a, b] = [this.place(from), this.place(to)];
		const share = this.random.between(0.3, 0.7);
		const aside = this.random.between(-0.08, 0.08);
		const [dLon, dLat] = [b[0] - a[0], b[1] - a[1]];
		return [this.add([a[0] + share * dLon - aside * dLat, a[1] + share * dLat + aside * dLon])];
	}

	private junction(index: number): number {
		const id = index + 1;
		if (this.isUsed[index] === 0) {
			this.isUsed[index] = 1;
			this.nodes.push({ id, lonLat: this.place(index), tags: NO_TAGS });
		}
		return id;
	}

	private add(lonLat: LonLat): number {
		const id = this.nextNode++;
		this.nodes.push({ id, lonLat, tags: NO_TAGS });
		return id;
	}

	private place(index: number): LonLat {
		const { lonLat } = this.fabric;
		return [lonLat[2 * index] as number, lonLat[2 * index + 1] as number];
	}
}
