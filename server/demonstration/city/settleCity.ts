// Where the people of the city live: residences in blocks, as many as the density says, and how many live in each.
import type { Random } from "../Random.ts";
import type { CityScale } from "./CityScale.ts";
import type { Block, Ground } from "./Ground.ts";
import { isInRing, type Ring, ringOf } from "./Ring.ts";

/** In the order of their blocks, hence of their committees. */
export interface Home {
	readonly block: number;
	readonly xM: number;
	readonly yM: number;
	readonly residents: number;
}

/** Fields: more and smaller residences per resident, and near the roads. */
const FIELDS_PER_KM2 = 1_200;
const FIELDS_FACTOR = 2.2;

export function settleCity(
	scale: CityScale,
	{ mesh, blocks, compounds }: Ground,
	random: Random,
): Home[] {
	const people = blocks.map((block) => peopleIn(block, compounds[block.compound]?.kind ?? "homes"));
	const wanted = blocks.map((block, i) => (people[i] as number) * factorOf(block));
	const total = wanted.reduce((sum, weight) => sum + weight, 0);

	// 1. how many residences each block gets: every so much weight makes one
	const places: { block: number; xM: number; yM: number; weight: number }[] = [];
	let passed = 0;
	blocks.forEach((block, i) => {
		passed += wanted[i] as number;
		const count = Math.round((passed / total) * scale.residences) - places.length;
		if (count === 0) return;
		const ring = ringOf(mesh, block.half);
		for (let k = 0; k < count; k++) {
			const [xM, yM] = placeIn(ring, block, random);
			places.push({ block: i, xM, yM, weight: random.between(0.55, 1.45) / factorOf(block) });
		}
	});

	// 2. whole people whose sum is right
	const all = places.reduce((sum, { weight }) => sum + weight, 0);
	let [weights, given] = [0, 0];
	return places.map(({ block, xM, yM, weight }) => {
		weights += weight;
		const residents = Math.round((weights / all) * scale.residents) - given;
		given += residents;
		return { block, xM, yM, residents };
	});
}

function peopleIn({ areaM2, residentsPerKm2 }: Block, kind: string): number {
	return kind === "homes" ? areaM2 * residentsPerKm2 : 0;
}

function factorOf({ residentsPerKm2 }: Block): number {
	return residentsPerKm2 < FIELDS_PER_KM2 ? FIELDS_FACTOR : 1;
}

/** Between the middle and the edge; in wide blocks along the edge. */
function placeIn(ring: Ring, { areaM2, x, y }: Block, random: Random): readonly [number, number] {
	const edgeward = areaM2 > 60_000 ? random.between(0.8, 0.95) : 0.78 * Math.sqrt(random.next());
	for (let attempt = 0; attempt < 4; attempt++) {
		const i = random.whole(0, ring.xs.length - 1);
		const j = (i + 1) % ring.xs.length;
		const t = random.next();
		const edgeX = (ring.xs[i] as number) * (1 - t) + (ring.xs[j] as number) * t;
		const edgeY = (ring.ys[i] as number) * (1 - t) + (ring.ys[j] as number) * t;
		const [px, py] = [x + edgeward * (edgeX - x), y + edgeward * (edgeY - y)];
		if (isInRing(ring, px, py)) return [px, py];
	}
	return [x, y];
}
