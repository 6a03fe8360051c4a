// A city of blocks of any size, made directly: irregular streets on a lattice, wavy committees, streets and districts
// that nest, villages at the rim, barriers with gaps. The same seed gives the same city.
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type {
	CellRecord,
	FacilityRecord,
	ResidenceRecord,
	UnitKind,
	UnitRecord,
} from "../../planning/city/records.ts";
import type { City } from "../../planning/coverage/analysis.ts";
import { hilbertOrder } from "../../planning/geo/hilbert.ts";
import type { LonLat, PolygonRings } from "../../planning/geo/LonLat.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import type { BarrierLines, StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { NO_EDGE } from "../../planning/streets/StreetGraph.ts";
import { at } from "./streetScene.ts";

export interface BlockPlan {
	readonly seed: number;
	/** Junctions a side, 60 m apart. */
	readonly nodesPerSide: number;
	readonly residences: number;
	readonly facilities: number;
	/** Districts a side; street-level units a side of a district; committees a side of a street. */
	readonly districts: number;
	readonly streets: number;
	readonly committees: number;
	/** Barrier lines across the city each way. */
	readonly barriers: number;
}

const BLOCK_M = 60;
/** Residences per village, about. */
const VILLAGE = 90;
/** Points of a committee's side. */
const SIDE_POINTS = 4;

/** Numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function blockCity(plan: BlockPlan): City {
	const random = randomFrom(plan.seed);
	const graph = streetsOf(plan, random);
	const { units, cells } = divisionsOf(plan, random);
	return {
		graph,
		barriers: barriersOf(plan),
		units,
		cells,
		facilities: facilitiesOf(plan, random),
		residences: residencesOf(plan, random),
	};
}

function sideM({ nodesPerSide }: BlockPlan): number {
	return (nodesPerSide - 1) * BLOCK_M;
}

function streetsOf({ nodesPerSide: side }: BlockPlan, random: () => number): StreetGraph {
	const count = side * side;
	const placeM = new Float64Array(2 * count);
	const lonLat = new Float64Array(2 * count);
	for (let i = 0; i < count; i++) {
		placeM[2 * i] = ((i % side) + 0.4 * (random() - 0.5)) * BLOCK_M;
		placeM[2 * i + 1] = (Math.floor(i / side) + 0.4 * (random() - 0.5)) * BLOCK_M;
		lonLat.set(at(placeM[2 * i], placeM[2 * i + 1]), 2 * i);
	}
	const order = hilbertOrder(lonLat);
	const rank = new Uint32Array(count);
	order.forEach((place, node) => {
		rank[place] = node;
	});
	const arcs: { tail: number; head: number; lengthDm: number; isOneWay: boolean }[] = [];
	for (let i = 0; i < count; i++)
		for (const j of [i % side < side - 1 ? i + 1 : -1, i + side]) {
			if (j < 0 || j >= count || random() < 0.08) continue;
			const m = Math.hypot(placeM[2 * i] - placeM[2 * j], placeM[2 * i + 1] - placeM[2 * j + 1]);
			const lengthDm = Math.ceil(10 * m * (1 + 0.2 * random()));
			arcs.push({ tail: rank[i], head: rank[j], lengthDm, isOneWay: random() < 0.02 });
		}
	return graphOf(
		arcs,
		Float64Array.from({ length: 2 * count }, (_, i) => lonLat[2 * order[i >> 1] + (i & 1)]),
	);
}

function graphOf(
	ways: readonly { tail: number; head: number; lengthDm: number; isOneWay: boolean }[],
	nodeLonLat: Float64Array,
): StreetGraph {
	const nodes = nodeLonLat.length / 2;
	const firstEdge = new Uint32Array(nodes + 1);
	for (const { tail, head, isOneWay } of ways) {
		firstEdge[tail + 1]++;
		if (!isOneWay) firstEdge[head + 1]++;
	}
	for (let node = 0; node < nodes; node++) firstEdge[node + 1] += firstEdge[node];
	const edges = firstEdge[nodes];
	const next = firstEdge.slice();
	const edgeHead = new Uint32Array(edges);
	const edgeReverse = new Uint32Array(edges).fill(NO_EDGE);
	const edgeLengthDm = new Uint32Array(edges);
	const edgeWay = new Float64Array(edges);
	ways.forEach(({ tail, head, lengthDm, isOneWay }, way) => {
		const there = next[tail]++;
		const back = isOneWay ? -1 : next[head]++;
		edgeHead[there] = head;
		edgeLengthDm[there] = lengthDm;
		edgeWay[there] = way;
		if (back < 0) return;
		edgeHead[back] = tail;
		edgeLengthDm[back] = lengthDm;
		edgeWay[back] = way;
		edgeReverse[there] = back;
		edgeReverse[back] = there;
	});
	return {
		firstEdge,
		edgeHead,
		edgeReverse,
		edgeLengthDm,
		edgePenaltyDs: new Uint32Array(edges),
		edgeFlags: new Uint16Array(edges),
		edgeWay,
		nodeLonLat,
		edgeFirstShape: new Uint32Array(edges + 1),
		shapeLonLat: new Float64Array(0),
		privateTwins: new Uint32Array(0),
	};
}

/** Wavy lines across the city, each way, that streets cross and connectors may not. */
function barriersOf(plan: BlockPlan): BarrierLines {
	const points: number[] = [];
	const firstPoint = [0];
	for (let line = 0; line < 2 * plan.barriers; line++) {
		const acrossM = (sideM(plan) * ((line >> 1) + 0.5)) / plan.barriers;
		const steps = Math.ceil(sideM(plan) / 100);
		for (let step = 0; step <= steps; step++) {
			const [alongM, wavyM] = [(step * sideM(plan)) / steps, acrossM + 150 * Math.sin(step / 9)];
			points.push(...(line % 2 === 0 ? at(alongM, wavyM) : at(wavyM, alongM)));
		}
		firstPoint.push(points.length / 2);
	}
	const count = 2 * plan.barriers;
	return {
		lineKind: Uint8Array.from({ length: count }, (_, line) => line % 5),
		lineWay: Float64Array.from({ length: count }, (_, line) => 1_000_000 + line),
		lineName: Array.from({ length: count }, (_, line) => `barrier ${line}`),
		firstPoint: Uint32Array.from(firstPoint),
		pointLonLat: Float64Array.from(points),
	};
}

function divisionsOf(plan: BlockPlan, random: () => number) {
	const { districts, streets, committees } = plan;
	const perStreet = committees;
	const perDistrict = committees * streets;
	const side = perDistrict * districts;
	const corners = cornersOf(plan, side, random);
	const units: UnitRecord[] = [];
	const cells: CellRecord[] = [];
	const square = (column: number, row: number, size: number): PolygonRings => [
		ringOf(corners, column, row, size),
	];
	for (let column = 0; column < side; column++)
		for (let row = 0; row < side; row++) {
			const code = (per: number, kind: string) =>
				`${kind}${String(Math.floor(column / per)).padStart(3, "0")}${String(Math.floor(row / per)).padStart(3, "0")}`;
			const found: Partial<Record<UnitKind, string>> = {
				district: code(perDistrict, "D"),
				street: code(perStreet, "S"),
				committee: code(1, "C"),
				circle: code(2, "L"),
			};
			const isRim = column === 0 || row === 0 || column === side - 1 || row === side - 1;
			const unit = (kind: UnitKind, size: number, parentCode: string | null) => {
				if (column % size === 0 && row % size === 0)
					units.push({
						kind,
						code: found[kind] as string,
						name: `${kind} ${column} ${row}`,
						parentCode,
						streetKind:
							kind === "street" ? ((column / size) % 3 === 0 ? "town" : "subdistrict") : null,
						zone: kind === "committee" ? (isRim ? "village" : "urban") : null,
						declaredResidents: null,
						declaredHouseholds: null,
						seat: null,
						polygons: [square(column, row, Math.min(size, side - Math.max(column, row)))],
					});
			};
			unit("district", perDistrict, null);
			unit("street", perStreet, found.district ?? null);
			unit("committee", 1, found.street ?? null);
			unit("circle", 2, null);
			cells.push({
				code: found.committee as string,
				polygons: [square(column, row, 1)],
				units: found,
			});
		}
	return { units, cells: cells.sort((a, b) => byCodeUnit(a.code, b.code)) };
}

/** A lattice of corners that every unit shares, moved a little. */
function cornersOf(
	plan: BlockPlan,
	side: number,
	random: () => number,
): (x: number, y: number) => LonLat {
	const points = side * SIDE_POINTS + 1;
	const stepM = (sideM(plan) + 2 * BLOCK_M) / (points - 1);
	const shiftM = Float64Array.from(
		{ length: 2 * points * points },
		() => 0.4 * stepM * (random() - 0.5),
	);
	return (x, y) => {
		const i = 2 * (x * points + y);
		return at(x * stepM - BLOCK_M + shiftM[i], y * stepM - BLOCK_M + shiftM[i + 1]);
	};
}

function ringOf(
	corners: (x: number, y: number) => LonLat,
	column: number,
	row: number,
	size: number,
): LonLat[] {
	const [west, south, count] = [column * SIDE_POINTS, row * SIDE_POINTS, size * SIDE_POINTS];
	const ring: LonLat[] = [];
	for (let i = 0; i < count; i++) ring.push(corners(west + i, south));
	for (let i = 0; i < count; i++) ring.push(corners(west + count, south + i));
	for (let i = 0; i < count; i++) ring.push(corners(west + count - i, south + count));
	for (let i = 0; i < count; i++) ring.push(corners(west, south + count - i));
	ring.push(ring[0]);
	return ring;
}

/** Half around the middle, half in villages of some hundred metres; one in 500 off the streets. */
function placeIn(plan: BlockPlan, random: () => number): LonLat {
	const bell = () => random() + random() + random() - 1.5;
	const place = (middleM: number, widthM: number) =>
		Math.min(sideM(plan), Math.max(0, middleM + widthM * bell()));
	if (random() < 0.002) return at(-3 * sideM(plan) * random(), 0);
	if (random() < 0.5) {
		const [widthM, middleM] = [sideM(plan) / 4, sideM(plan) / 2];
		return at(place(middleM, widthM), place(middleM, widthM));
	}
	const village = randomFrom(plan.seed + Math.floor((random() * plan.residences) / VILLAGE));
	village();
	const [eastM, northM] = [sideM(plan) * village(), sideM(plan) * village()];
	return at(place(eastM, 250), place(northM, 250));
}

function residencesOf(plan: BlockPlan, random: () => number): ResidenceRecord[] {
	return Array.from({ length: plan.residences }, (_, i) => {
		const residents = Math.floor(200 * random());
		return {
			id: `R${String(i).padStart(6, "0")}`,
			lonLat: placeIn(plan, random),
			residents,
			households: Math.ceil(residents / 2.5),
			elders: Math.floor(residents / 5),
			children: null,
			declaredUnitCode: null,
		};
	});
}

/** One neighbourhood centre a committee, one community centre a street-level unit, the rest evenly over the catalogue. */
function facilitiesOf(plan: BlockPlan, random: () => number): FacilityRecord[] {
	const { districts, streets, committees } = plan;
	const side = districts * streets * committees;
	const half = Math.floor(plan.facilities / 3);
	return Array.from({ length: plan.facilities }, (_, i) => {
		const isLocal = i < half;
		const [column, row] = [i % side, Math.floor(i / side) % side];
		const share = (k: number) => (sideM(plan) * (k + 0.2 + 0.6 * random())) / side;
		const category = isLocal
			? i < side * side
				? "ADM-NC"
				: "CUL-RM"
			: CATEGORIES[i % CATEGORIES.length].code;
		return {
			id: `F${String(i).padStart(5, "0")}`,
			category,
			name: `${category} ${i}`,
			lonLat: isLocal ? at(share(column), share(row)) : placeIn(plan, random),
			floorAreaM2: 100 + Math.floor(900 * random()),
			serviceAreaM2: null,
			officeAreaM2: null,
			capacity: null,
			operatorCode: null,
			premisesId: null,
			address: null,
			entrances: [],
		};
	}).sort((a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id));
}
