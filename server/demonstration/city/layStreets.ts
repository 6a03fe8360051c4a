// All streets of the city on the land of its committees: corridors first, then blocks, dead ends, walls, crossings.
import type { Random } from "../Random.ts";
import type { CityScale } from "./CityScale.ts";
import { type Corridor, carveStrips, chooseCorridors } from "./corridors.ts";
import { crossingsOf } from "./crossings.ts";
import type { Density } from "./Density.ts";
import { deadEndOf } from "./deadEnds.ts";
import { divideBlocks } from "./divideBlocks.ts";
import type { Territory } from "./divideTerritory.ts";
import type { Drawing } from "./drawWays.ts";
import type { Ground } from "./Ground.ts";
import { borderTags } from "./highways.ts";
import type { LooseWay, StreetLine } from "./StreetLine.ts";
import { wallOf } from "./walls.ts";

export interface Streets {
	readonly ground: Ground;
	readonly drawing: Drawing;
}

export function layStreets(
	scale: CityScale,
	territory: Territory,
	{ density, random }: { density: Density; random: Random },
): Streets {
	const { mesh, committeeHalf } = territory;
	const corridors = chooseCorridors(territory, random.fork("corridors"));
	const lines = borderLines(territory, density, random.fork("borders"));
	const ground: Ground = {
		scale,
		mesh,
		density,
		lines,
		compounds: [],
		blocks: [],
		gates: new Set(),
		hiddenEdges: new Set(),
		neckEdges: new Set(),
	};

	// 1. strips beside rivers, railways and expressways, in all committees before any street meets them
	const strips: number[] = [];
	const frontages = random.fork("frontages");
	const lands = committeeHalf.map((half) => {
		const carved = carveStrips(mesh, half, corridors);
		strips.push(...carved.strips);
		for (const _ of carved.strips)
			lines.push({
				rank: "frontage",
				committee: -1,
				compound: -1,
				tags: borderTags("frontage", 0, frontages),
			});
		return carved.land;
	});

	// 2. blocks within committees
	lands.forEach((land, committee) => {
		divideBlocks(ground, { land, committee }, random.fork(`blocks ${committee}`));
	});

	// 3. what stands by itself
	const inStrip = stripHalves(ground, strips);
	const inWater = waterCorners(ground, corridors.values());
	const isStreet = (half: number) =>
		!corridors.has(mesh.lineOf(half)) &&
		!inWater.has(mesh.from(half)) &&
		!inWater.has(mesh.to(half)) &&
		!ground.hiddenEdges.has(half >> 1) &&
		!(inStrip.has(half) && inStrip.has(half ^ 1));
	const frontage = [...inStrip].filter(isStreet).map((half) => mesh.from(half));
	const loose: LooseWay[] = [];
	const add = (way: LooseWay | null) => {
		if (way !== null) loose.push(way);
	};
	const deadEnds = random.fork("dead ends");
	for (const block of ground.blocks) add(deadEndOf(ground, block, isStreet, deadEnds));
	for (const compound of ground.compounds) add(wallOf(ground, compound));
	const crossing = { frontage, density, random: random.fork("crossings") };
	loose.push(...crossingsOf(mesh, corridors.values(), crossing));
	const drawing = { mesh, lines, loose, corridors, gates: ground.gates, isStreet };
	return { ground, drawing };
}

/** Borders are roads; how large depends on the level and on where they are. */
function borderLines(
	{ mesh, borderLevel }: Territory,
	density: Density,
	random: Random,
): StreetLine[] {
	return borderLevel.map((rank, line) => {
		const start = mesh.from(mesh.lineFirst[line] as number);
		const residentsPerKm2 = density.at(mesh.x(start), mesh.y(start));
		return { rank, committee: -1, compound: -1, tags: borderTags(rank, residentsPerKm2, random) };
	});
}

/** Where a river or canal runs, streets do not end: they would meet in its middle. */
function waterCorners({ mesh }: Ground, corridors: Iterable<Corridor>): Set<number> {
	const corners = new Set<number>();
	for (const { line, kind } of corridors)
		if (kind === "river" || kind === "canal")
			for (const half of mesh.along(line)) corners.add(mesh.from(half)).add(mesh.to(half));
	return corners;
}

/** Half-edges around strips, and those that look out of the city. */
function stripHalves({ mesh }: Ground, strips: readonly number[]): Set<number> {
	const halves = new Set<number>();
	for (const strip of strips) for (const half of mesh.ring(strip)) halves.add(half);
	return halves;
}
