// The city before any facility: land, people and streets.
import type { CityPlan } from "./CityPlan.ts";
import { drawExpressway, drawRailway, drawRiver } from "./drawGround.ts";
import { drawInside } from "./drawInside.ts";
import { drawFrontages, drawStreets, StreetNodes } from "./drawStreets.ts";
import { buildLattice, type Lattice } from "./Lattice.ts";
import { type Names, namesFrom } from "./names.ts";
import { cutParcels, type Parcels } from "./parcels.ts";
import { type Random, randomFrom } from "./Random.ts";
import { StreetBook } from "./StreetBook.ts";
import { type Home, settle } from "./settle.ts";
import { type Cuts, cutsOf, layOutSides, type Street } from "./streetSides.ts";
import { layOutTerritory, type Territory } from "./territory.ts";

export interface Land {
	readonly plan: CityPlan;
	readonly random: Random;
	readonly names: Names;
	readonly lattice: Lattice;
	readonly parcels: Parcels;
	readonly territory: Territory;
	readonly cuts: Cuts;
	readonly sides: ReadonlyMap<string, Street>;
	readonly book: StreetBook;
	readonly homes: readonly Home[];
}

/** The same plan gives the same city, to the last digit. */
export function layOutCity(plan: CityPlan): Land {
	const random = randomFrom(plan.seed);
	const names = namesFrom(random.fork("names"));
	const lattice = buildLattice(plan, random.fork("lattice"));
	const parcels = cutParcels(lattice, random.fork("parcels"));
	const territory = layOutTerritory(plan, lattice, parcels, {
		random: random.fork("territory"),
		names,
	});
	const homes = settle(plan, lattice, parcels, { territory, random: random.fork("homes") });
	const cuts = cutsOf(plan, lattice);
	const sides = layOutSides(plan, lattice, parcels, random.fork("sides"));

	const book = new StreetBook();
	const nodes = new StreetNodes(lattice, book);
	const ground = { lattice, nodes, streets: sides, names, random: random.fork("inside") };
	drawRailway(lattice, nodes, cuts);
	drawRiver(lattice, book);
	drawExpressway(lattice, book, cuts);
	for (const parcel of parcels.parcels) drawInside(ground, parcel);
	drawFrontages(lattice, nodes, sides, cuts);
	drawStreets(lattice, nodes, sides, names);
	return { plan, random, names, lattice, parcels, territory, cuts, sides, book, homes };
}
