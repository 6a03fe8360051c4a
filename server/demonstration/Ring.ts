// A closed line inside a parcel on which nodes are put in any order: walls, ring lanes, the edges of parks.
import { at } from "./at.ts";
import type { Parcel } from "./parcels.ts";

/** A closed line at some distance inside a parcel, clockwise, on which nodes are put in any order. */
export class Ring {
	private readonly places: { u: number; v: number; id: number | null; turn: number }[] = [];
	private readonly parcel: Parcel;
	private readonly inBy: number;

	constructor(parcel: Parcel, inBy: number) {
		this.parcel = parcel;
		this.inBy = inBy;
		const { u, v, width, height } = parcel;
		const [west, east] = [u + inBy, u + width - inBy];
		const [north, south] = [v + inBy, v + height - inBy];
		this.corner(west, north);
		for (let i = 1; i < width; i++) this.corner(u + i, north);
		this.corner(east, north);
		for (let j = 1; j < height; j++) this.corner(east, v + j);
		this.corner(east, south);
		for (let i = 1; i < width; i++) this.corner(u + i, south);
		this.corner(west, south);
		for (let j = 1; j < height; j++) this.corner(west, v + j);
	}

	add([u, v]: readonly [number, number], id: number): void {
		this.places.push({ u, v, id, turn: this.turnOf(u, v) });
	}

	closed(node: (u: number, v: number) => number): number[] {
		const ids = [...this.places]
			.sort((a, b) => a.turn - b.turn)
			.map(({ u, v, id }) => id ?? node(u, v));
		return [...ids, at(ids, 0)];
	}

	private corner(u: number, v: number): void {
		this.places.push({ u, v, id: null, turn: this.turnOf(u, v) });
	}

	/** How far around the ring, from its north-west corner. */
	private turnOf(u: number, v: number): number {
		const { parcel, inBy } = this;
		const [fromWest, fromNorth] = [u - parcel.u - inBy, v - parcel.v - inBy];
		const [across, down] = [parcel.width - 2 * inBy, parcel.height - 2 * inBy];
		const isOn = (value: number, wanted: number) => Math.abs(value - wanted) < 1e-9;
		if (isOn(fromNorth, 0)) return fromWest;
		if (isOn(fromWest, across)) return across + fromNorth;
		if (isOn(fromNorth, down)) return across + down + (across - fromWest);
		return 2 * across + down + (down - fromNorth);
	}
}
