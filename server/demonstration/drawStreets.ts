// Streets along the lattice as ways: runs of sides of one kind become one way, with the nodes that gates, lanes and
// frontage roads have put on them.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { at } from "./at.ts";
import { cellAt, isInside, type Lattice, placeAt } from "./Lattice.ts";
import type { Names } from "./names.ts";
import type { StreetBook } from "./StreetBook.ts";
import { type Cuts, type Side, type Street, sideKey } from "./streetSides.ts";

/** How far along a side a stub ends, 0–1. */
const STUB_AT = 0.86;

/** Nodes of lattice corners and on sides, made when first asked for. */
export class StreetNodes {
	readonly book: StreetBook;
	private readonly lattice: Lattice;
	private readonly corners = new Map<string, number>();
	private readonly onSide = new Map<string, { along: number; id: number }[]>();

	constructor(lattice: Lattice, book: StreetBook) {
		this.lattice = lattice;
		this.book = book;
	}

	corner(u: number, v: number, tags: Readonly<Record<string, string>> = {}): number {
		const key = `${u} ${v}`;
		const known = this.corners.get(key);
		if (known !== undefined) return known;
		const id = this.book.node(placeAt(this.lattice, u, v), tags);
		this.corners.set(key, id);
		return id;
	}

	/** A node on a side, `along` 0–1 from its start; the same place gives the same node. */
	on(side: Side, along: number): number {
		const list = this.onSide.get(sideKey(side)) ?? [];
		const known = list.find((entry) => Math.abs(entry.along - along) < 1e-6);
		if (known !== undefined) return known.id;
		const id = this.book.node(this.placeOn(side, along));
		list.push({ along, id });
		list.sort((a, b) => a.along - b.along);
		this.onSide.set(sideKey(side), list);
		return id;
	}

	placeOn({ u, v, direction }: Side, along: number): LonLat {
		return direction === "east"
			? placeAt(this.lattice, u + along, v)
			: placeAt(this.lattice, u, v + along);
	}

	/** Nodes strictly between the ends of a side. */
	between(side: Side): readonly number[] {
		return (this.onSide.get(sideKey(side)) ?? []).map(({ id }) => id);
	}
}

/** Call last: gates and lanes must have put their nodes on the sides before. */
export function drawStreets(
	lattice: Lattice,
	nodes: StreetNodes,
	streets: ReadonlyMap<string, Street>,
	names: Names,
): void {
	for (let v = 0; v <= lattice.rows; v++)
		drawLine(
			nodes,
			names,
			lineOf(streets, lattice.columns, (u) => ({ u, v, direction: "east" })),
		);
	for (let u = 0; u <= lattice.columns; u++)
		drawLine(
			nodes,
			names,
			lineOf(streets, lattice.rows, (v) => ({ u, v, direction: "south" })),
		);
}

function lineOf(
	streets: ReadonlyMap<string, Street>,
	length: number,
	sideAt: (index: number) => Side,
): (Street | undefined)[] {
	return Array.from({ length }, (_, index) => streets.get(sideKey(sideAt(index))));
}

function drawLine(nodes: StreetNodes, names: Names, line: readonly (Street | undefined)[]): void {
	let name = "";
	let run: Street[] = [];
	const end = () => {
		const first = run[0];
		if (first !== undefined)
			nodes.book.way(
				tagsOf(first, name),
				run.flatMap((side, i) => nodesOf(nodes, side, i)),
			);
		run = [];
	};
	for (const street of line) {
		const last = run.at(-1);
		const goesOn = last !== undefined && street !== undefined && isAlike(last, street);
		if (!goesOn) end();
		if (street === undefined) name = "";
		else {
			if (name === "" && street.highway !== "residential") name = names.road();
			run.push(street);
		}
	}
	end();
}

function isAlike(a: Street, b: Street): boolean {
	return (
		a.highway === b.highway &&
		a.isBridge === b.isBridge &&
		a.isTunnel === b.isTunnel &&
		a.stub !== "end" &&
		b.stub !== "start"
	);
}

function nodesOf(nodes: StreetNodes, street: Street, index: number): number[] {
	const { u, v, direction, stub } = street;
	const [endU, endV] = direction === "east" ? [u + 1, v] : [u, v + 1];
	const start = stub === "start" || index > 0 ? [] : [nodes.corner(u, v)];
	return [
		...start,
		...nodes.between(street),
		...(stub === "end" ? [] : [nodes.corner(endU, endV)]),
	];
}

function tagsOf(street: Street, name: string): Record<string, string> {
	const suffix = street.highway === "primary" ? "大道" : street.direction === "south" ? "路" : "街";
	return {
		highway: street.highway,
		...(name === "" ? {} : { name: street.isBridge ? `${name}大桥` : name + suffix }),
		...(street.isBridge ? { bridge: "yes", layer: "1" } : {}),
		...(street.isTunnel ? { tunnel: "yes", layer: "-1" } : {}),
	};
}

/** Roads along both sides of the railway and the expressway that link the streets which stop short of them. */
export function drawFrontages(
	lattice: Lattice,
	nodes: StreetNodes,
	streets: ReadonlyMap<string, Street>,
	cuts: Cuts,
): void {
	const isLand = (u: number, v: number) =>
		isInside(lattice, cellAt(lattice, u, v)) && at(lattice.styleOf, cellAt(lattice, u, v)) !== "~";
	const { railColumn, expresswayRow } = cuts;
	for (const [u, along, name] of [
		[railColumn - 1, STUB_AT, "铁路西路"],
		[railColumn, 1 - STUB_AT, "铁路东路"],
	] as const)
		drawFrontage(nodes, streets, {
			name,
			sides: Array.from(
				{ length: lattice.rows + 1 },
				(_, v) => ({ u, v, direction: "east" }) as const,
			),
			along,
			isLand: (v) => isLand(u, v),
			brokenAt: expresswayRow,
		});
	for (const [v, along, name] of [
		[expresswayRow - 1, STUB_AT, "高速北辅路"],
		[expresswayRow, 1 - STUB_AT, "高速南辅路"],
	] as const)
		drawFrontage(nodes, streets, {
			name,
			sides: Array.from(
				{ length: lattice.columns + 1 },
				(_, u) => ({ u, v, direction: "south" }) as const,
			),
			along,
			isLand: (u) => isLand(u, v),
			brokenAt: railColumn,
		});
}

interface Frontage {
	readonly name: string;
	/** The sides it crosses, in order; stretch i lies between sides i and i + 1. */
	readonly sides: readonly Side[];
	readonly along: number;
	readonly isLand: (stretch: number) => boolean;
	/** Where railway and expressway cross, the road ends. */
	readonly brokenAt: number;
}

function drawFrontage(
	nodes: StreetNodes,
	streets: ReadonlyMap<string, Street>,
	{ name, sides, along, isLand, brokenAt }: Frontage,
): void {
	let run: number[] = [];
	const end = () => {
		nodes.book.way({ highway: "service", name }, run);
		run = [];
	};
	for (const [index, side] of sides.entries()) {
		if (index === brokenAt) {
			end();
			continue;
		}
		const street = streets.get(sideKey(side));
		const isTouched = isLand(index) || (index > 0 && isLand(index - 1));
		// under or over the railway it does not meet the street
		const isFree = street === undefined || street.isTunnel;
		if (isTouched)
			run.push(isFree ? nodes.book.node(nodes.placeOn(side, along)) : nodes.on(side, along));
		if (!isLand(index)) end();
	}
	end();
}
