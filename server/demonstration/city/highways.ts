// What streets are, by where they are: tags as OpenStreetMap has them.
import type { Random } from "../Random.ts";
import type { Compound } from "./Ground.ts";
import { roadName } from "./placeNames.ts";
import type { Rank } from "./StreetLine.ts";

type Tags = Readonly<Record<string, string>>;

const TOWN = 1_500;
const OLD_TOWN = 14_000;

/** Roads along borders, named; rural ones are narrow. */
export function borderTags(rank: Rank, residentsPerKm2: number, random: Random): Tags {
	if (rank === "outline") return { highway: "unclassified" };
	if (rank === "frontage") return { highway: "tertiary", name: roadName(random, "路") };
	if (rank === "district") return { highway: "primary", name: roadName(random, "大道") };
	if (rank === "street") return { highway: "secondary", name: roadName(random, "路") };
	if (residentsPerKm2 < TOWN) return { highway: "unclassified", name: roadName(random, "公路") };
	return { highway: "tertiary", name: roadName(random, "路") };
}

/** Streets between blocks. */
export function streetTags(residentsPerKm2: number, random: Random): Tags {
	if (residentsPerKm2 < TOWN) return { highway: random.chance(0.6) ? "unclassified" : "track" };
	return { highway: "residential", name: roadName(random, "街") };
}

/** Lanes between houses, by the compound they are in. */
export function laneTags(
	residentsPerKm2: number,
	compound: Compound | undefined,
	random: Random,
): Tags {
	if (compound?.kind === "park") return { highway: random.chance(0.7) ? "footway" : "path" };
	if (compound?.kind === "works") return { highway: "service" };
	if (compound?.kind === "homes")
		return compound.isPrivate
			? { highway: "service", access: "private" }
			: { highway: random.chance(0.6) ? "living_street" : "service" };
	const draw = random.next();
	if (residentsPerKm2 < TOWN)
		return { highway: draw < 0.4 ? "track" : draw < 0.7 ? "path" : "unclassified" };
	if (residentsPerKm2 > OLD_TOWN && draw < 0.012) return { highway: "footway", steps: "middle" };
	if (draw < 0.26) return { highway: "footway" };
	return { highway: draw < 0.55 ? "living_street" : draw < 0.8 ? "residential" : "service" };
}
