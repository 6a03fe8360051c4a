// Where the people of a whole city live: houses within the blocks, denser towards the centre.
import type { ResidenceRecord } from "../../../planning/city/records.ts";
import type { Random } from "../Random.ts";
import type { CityUnits } from "./cityUnits.ts";
import { type Fabric, placeAt, remoteness } from "./Fabric.ts";

const MEAN_RESIDENTS = 100;

/** Residences with counts; about 100 residents each, fewer at the rim. */
export function cityPeople(
	{ side }: Fabric,
	{ committeeOfSquare, committeeCode }: CityUnits,
	count: number,
	random: Random,
): ResidenceRecord[] {
	const squares = side - 1;
	return Array.from({ length: count }, (_, i) => {
		const square = random.whole(0, squares * squares - 1);
		const [column, row] = [square % squares, Math.floor(square / squares)];
		const remote = remoteness(side, column, row);
		const residents = Math.round(
			MEAN_RESIDENTS * (1.5 - remote * 0.75) * (0.3 + 1.4 * random.next() ** 1.5 * 1.25),
		);
		return {
			id: `R${String(i + 1).padStart(6, "0")}`,
			lonLat: placeAt(side, column + random.between(0.3, 0.7), row + random.between(0.3, 0.7)),
			residents,
			households: Math.max(1, Math.round(residents / 2.6)),
			elders: Math.round(residents * random.between(0.18, 0.36)),
			children: Math.round(residents * random.between(0.05, 0.12)),
			declaredUnitCode: committeeCode[committeeOfSquare[square] as number] ?? null,
		};
	});
}
