// What lies inside parcels: lanes of the old town, walled compounds with gates, village lanes, park paths, industry.
import { at } from "./at.ts";
import type { Style } from "./CityPlan.ts";
import type { StreetNodes } from "./drawStreets.ts";
import { type Lattice, placeAt } from "./Lattice.ts";
import type { Names } from "./names.ts";
import type { Parcel } from "./parcels.ts";
import type { Random } from "./Random.ts";
import { Ring } from "./Ring.ts";
import { type Side, type Street, sideKey } from "./streetSides.ts";

/** Distance of the wall and of the ring lane from the parcel's edge, in cells (about 100 m). */
const WALL_IN = 0.17;
const RING_IN = 0.4;
/** Shares of compounds with a wall, by style. */
const WALLED: Readonly<Partial<Record<Style, number>>> = { w: 0.85, n: 0.08, t: 0.1, e: 1, h: 1 };

interface Ground {
	readonly lattice: Lattice;
	readonly nodes: StreetNodes;
	readonly streets: ReadonlyMap<string, Street>;
	readonly names: Names;
	readonly random: Random;
}

/** A way into a parcel: a place on a side street, and the direction inward. */
interface Door {
	readonly side: Side;
	/** Lattice coordinates. */
	readonly u: number;
	readonly v: number;
	readonly inU: number;
	readonly inV: number;
}

export function drawInside(ground: Ground, parcel: Parcel): void {
	const { style, width, height } = parcel;
	const isSmall = width * height < (style === "o" ? 4 : 2);
	if (style === "p") drawPark(ground, parcel);
	else if (style === "i") drawIndustry(ground, parcel);
	else if (style === "v") drawVillage(ground, parcel);
	else if (style === "~" || style === "f") return;
	else if (!isSmall) drawCompound(ground, parcel);
	else if (style === "o" || ground.random.chance(0.6)) drawLane(ground, parcel);
}

/** Doors of a parcel in the middle of those of its lattice sides that are streets, clockwise from the north-west. */
function doorsOf({ streets }: Ground, { u, v, width, height }: Parcel): Door[] {
	const doors: Door[] = [];
	const add = (side: Side, inU: number, inV: number) => {
		const street = streets.get(sideKey(side));
		if (street === undefined || street.isTunnel || street.isBridge) return;
		const isEast = side.direction === "east";
		doors.push({ side, u: side.u + (isEast ? 0.5 : 0), v: side.v + (isEast ? 0 : 0.5), inU, inV });
	};
	for (let i = 0; i < width; i++) add({ u: u + i, v, direction: "east" }, 0, 1);
	for (let j = 0; j < height; j++) add({ u: u + width, v: v + j, direction: "south" }, -1, 0);
	for (let i = width - 1; i >= 0; i--) add({ u: u + i, v: v + height, direction: "east" }, 0, -1);
	for (let j = height - 1; j >= 0; j--) add({ u, v: v + j, direction: "south" }, 1, 0);
	return doors;
}

/** A crooked lane from side to opposite side. */
function drawLane(ground: Ground, parcel: Parcel): void {
	const { nodes, lattice, random } = ground;
	const doors = doorsOf(ground, parcel);
	const first = doors[random.whole(0, Math.max(0, doors.length - 1))];
	if (first === undefined || random.chance(0.12)) return;
	const last = doors.find((door) => door.inU === -first.inU && door.inV === -first.inV);
	const middle = nodes.book.node(
		placeAt(
			lattice,
			parcel.u + parcel.width * random.between(0.4, 0.6),
			parcel.v + parcel.height * random.between(0.4, 0.6),
		),
	);
	const tags = {
		highway: random.chance(0.35) ? "footway" : "living_street",
		name: `${ground.names.lane()}弄`,
	};
	const ends = last === undefined ? [] : [nodes.on(last.side, 0.5)];
	nodes.book.way(tags, [nodes.on(first.side, 0.5), middle, ...ends]);
	const across = doors.find((door) => door.inU !== first.inU && door.inU !== -first.inU);
	if (across !== undefined && random.chance(0.4))
		nodes.book.way({ highway: "footway" }, [nodes.on(across.side, 0.5), middle]);
}

/** A compound: a ring lane, a cross lane, doors on every side; behind a wall they are gates. */
function drawCompound(ground: Ground, parcel: Parcel): void {
	const { nodes, lattice, random } = ground;
	const isWalled = random.chance(WALLED[parcel.style] ?? 0);
	const isPrivate = isWalled && random.chance(0.55);
	const tags = isPrivate
		? { highway: "service", access: "private", foot: "private" }
		: isWalled
			? { highway: "living_street", access: "private", foot: "permissive" }
			: { highway: "living_street" };
	const doors = pickDoors(doorsOf(ground, parcel), random);
	const ring = new Ring(parcel, RING_IN);
	const wall = new Ring(parcel, WALL_IN);
	for (const door of doors) {
		const gatePlace = inward(parcel, door, WALL_IN);
		const gate = isWalled
			? nodes.book.node(placeAt(lattice, ...gatePlace), { barrier: "gate", foot: "yes" })
			: null;
		const onRing = nodes.book.node(placeAt(lattice, ...inward(parcel, door, RING_IN)));
		ring.add(inward(parcel, door, RING_IN), onRing);
		if (gate !== null) wall.add(gatePlace, gate);
		nodes.book.way(tags, [nodes.on(door.side, 0.5), ...(gate === null ? [] : [gate]), onRing]);
	}
	drawCross(ground, parcel, ring, tags);
	nodes.book.way(
		tags,
		ring.closed((u, v) => nodes.book.node(placeAt(lattice, u, v))),
	);
	if (isWalled)
		nodes.book.way(
			{ barrier: "wall" },
			wall.closed((u, v) => nodes.book.node(placeAt(lattice, u, v))),
		);
}

/** Two lanes through the middle of a deep compound. */
function drawCross(
	{ nodes, lattice }: Ground,
	{ u, v, width, height }: Parcel,
	ring: Ring,
	tags: Readonly<Record<string, string>>,
): void {
	const [midU, midV] = [u + width / 2, v + height / 2];
	const node = (atU: number, atV: number) => nodes.book.node(placeAt(lattice, atU, atV));
	const middle = node(midU, midV);
	const lane = (fromU: number, fromV: number, toU: number, toV: number) => {
		const [from, to] = [node(fromU, fromV), node(toU, toV)];
		ring.add([fromU, fromV], from);
		ring.add([toU, toV], to);
		nodes.book.way(tags, [from, middle, to]);
	};
	// a hair off the middle, where doors of odd sides are
	if (width >= 2) lane(midU + 0.02, v + RING_IN, midU + 0.02, v + height - RING_IN);
	if (height >= 2) lane(u + RING_IN, midV + 0.02, u + width - RING_IN, midV + 0.02);
}

/** At least two doors, on as many sides as there are streets. */
function pickDoors(doors: readonly Door[], random: Random): Door[] {
	const bySide = new Map<string, Door[]>();
	for (const door of doors) {
		const key = `${door.inU} ${door.inV}`;
		bySide.set(key, [...(bySide.get(key) ?? []), door]);
	}
	return [...bySide.values()].map((list) => at(list, random.whole(0, list.length - 1)));
}

function inward(parcel: Parcel, { u, v, inU, inV }: Door, by: number): [number, number] {
	const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
	return [
		clamp(u + inU * by, parcel.u + by, parcel.u + parcel.width - by),
		clamp(v + inV * by, parcel.v + by, parcel.v + parcel.height - by),
	];
}

/** Lanes from the sides to a crooked middle, and a few dead ends. */
function drawVillage(ground: Ground, parcel: Parcel): void {
	const { nodes, lattice, random } = ground;
	const doors = pickDoors(doorsOf(ground, parcel), random);
	const [u, v] = [parcel.u + random.between(1.2, 1.8), parcel.v + random.between(1.2, 1.8)];
	const middle = nodes.book.node(placeAt(lattice, u, v));
	for (const door of doors) {
		const [turnU, turnV] = [
			(door.u + u) / 2 + random.between(-0.3, 0.3),
			(door.v + v) / 2 + random.between(-0.3, 0.3),
		];
		const turn = nodes.book.node(placeAt(lattice, turnU, turnV));
		nodes.book.way({ highway: "unclassified" }, [nodes.on(door.side, 0.5), turn, middle]);
		const end = nodes.book.node(
			placeAt(lattice, turnU + random.between(-0.6, 0.6), turnV + random.between(-0.6, 0.6)),
		);
		nodes.book.way({ highway: "track" }, [turn, end]);
	}
}

function drawPark(ground: Ground, parcel: Parcel): void {
	const { nodes, lattice } = ground;
	drawArea(ground, parcel, 0.08, { leisure: "park", name: `${ground.names.town()}公园` });
	const middle = nodes.book.node(
		placeAt(lattice, parcel.u + parcel.width / 2, parcel.v + parcel.height / 2),
	);
	for (const door of pickDoors(doorsOf(ground, parcel), ground.random))
		nodes.book.way({ highway: "footway" }, [nodes.on(door.side, 0.5), middle]);
}

function drawIndustry(ground: Ground, parcel: Parcel): void {
	drawArea(ground, parcel, 0.08, { landuse: "industrial", name: `${ground.names.town()}工业园` });
	drawArea(ground, parcel, 0.16, { barrier: "fence" });
}

function drawArea(
	{ nodes, lattice }: Ground,
	parcel: Parcel,
	inBy: number,
	tags: Readonly<Record<string, string>>,
): void {
	nodes.book.way(
		tags,
		new Ring(parcel, inBy).closed((u, v) => nodes.book.node(placeAt(lattice, u, v))),
	);
}
