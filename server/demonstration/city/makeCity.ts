// A whole city of the size of Shanghai, for measuring: invented from a seed, nothing is planted in it.
// Land is divided by share of people into districts, street-level units and committees; streets divide it further.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { at } from "../at.ts";
import { randomFrom } from "../Random.ts";
import { adminTree } from "./AdminTree.ts";
import type { CityLand } from "./CityLand.ts";
import type { CityScale } from "./CityScale.ts";
import { cityCodes } from "./cityCodes.ts";
import { cityServices } from "./cityServices.ts";
import { cityUnits } from "./cityUnits.ts";
import { densityOf } from "./Density.ts";
import { divideTerritory, type Territory } from "./divideTerritory.ts";
import { nodesOf, waysOf } from "./drawWays.ts";
import type { Ground } from "./Ground.ts";
import { bmusOf, circlesOf } from "./groupRanges.ts";
import { layStreets } from "./layStreets.ts";
import { massOf } from "./Ring.ts";
import { type Home, settleCity } from "./settleCity.ts";
import type { WholeCity } from "./WholeCity.ts";

/** The same scale gives the same city, byte for byte. About 25 s and 1 GB for `CITY_SCALE`. */
export function makeCity(scale: CityScale): WholeCity {
	const random = randomFrom(scale.seed);
	const density = densityOf(scale, random.fork("density"));
	const tree = adminTree(scale, random.fork("tree"));
	const territory = divideTerritory(scale, tree, { density, random: random.fork("territory") });
	const streets = layStreets(scale, territory, { density, random: random.fork("streets") });
	const { ground, drawing } = streets;
	const homes = settleCity(scale, ground, random.fork("people"));
	const firstHome = firstHomes(scale, ground, homes);
	const codes = cityCodes(tree, placesOf(ground, territory, { homes, firstHome }));
	const land: CityLand = {
		scale,
		tree,
		territory,
		ground,
		homes,
		firstHome,
		codes,
		circles: circlesOf(territory, codes, scale, random.fork("circles")),
		bmus: bmusOf(territory, codes, scale, random.fork("bmus")),
	};
	const facilities = cityServices(land, random.fork("services"));
	const seats = new Map<string, LonLat>();
	for (const { category, operatorCode, lonLat } of facilities)
		if (category === "ADM-SUB" && operatorCode !== null) seats.set(operatorCode, lonLat);
	const ways = random.fork("ways");
	return {
		seed: scale.seed,
		streets: { nodes: nodesOf(drawing), ways: waysOf(drawing, ways) },
		units: cityUnits(land, seats, random.fork("units")),
		residences: residencesOf(land, random.fork("residences")),
		facilities,
	};
}

function firstHomes({ committees }: CityScale, { blocks }: Ground, homes: readonly Home[]) {
	const first = new Int32Array(committees + 1);
	for (const { block } of homes) {
		const next = at(blocks, block).committee + 1;
		first[next] = at(first, next) + 1;
	}
	for (let i = 0; i < committees; i++) first[i + 1] = at(first, i + 1) + at(first, i);
	return first;
}

function placesOf(
	{ mesh }: Ground,
	{ committeeRing }: Territory,
	{ homes, firstHome }: Pick<CityLand, "homes" | "firstHome">,
) {
	return committeeRing.map((ring, committee) => {
		const xs = Float64Array.from(ring, (vertex) => mesh.x(vertex));
		const ys = Float64Array.from(ring, (vertex) => mesh.y(vertex));
		const { areaM2, middleX, middleY } = massOf(xs, ys);
		let residents = 0;
		for (let home = at(firstHome, committee); home < at(firstHome, committee + 1); home++)
			residents += at(homes, home).residents;
		return {
			residentsPerKm2: (residents * 1e6) / areaM2,
			fromMiddleM: Math.hypot(middleX, middleY),
		};
	});
}

function residencesOf({ homes, ground, codes }: CityLand, random: ReturnType<typeof randomFrom>) {
	return homes.map(({ block, xM, yM, residents }, i) => ({
		id: `R${String(i + 1).padStart(6, "0")}`,
		lonLat: ground.mesh.lonLatAt(xM, yM),
		residents,
		households: Math.max(1, Math.round(residents / random.between(2.3, 2.7))),
		elders: Math.floor(residents * random.between(0.16, 0.32)),
		children: Math.floor(residents * random.between(0.06, 0.13)),
		declaredUnitCode: at(codes.committeeCode, at(ground.blocks, block).committee),
	}));
}
