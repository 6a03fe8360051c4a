// The address of a tile.
import * as z from "zod";

const wholeSchema = z.coerce.number().int().min(0);

/** `z`, `x` and `y` of a tile that exists at its zoom. */
export function tileSchema(maxZoom: number) {
	return z
		.object({ z: wholeSchema.max(maxZoom), x: wholeSchema, y: wholeSchema })
		.refine((tile) => Math.max(tile.x, tile.y) < 2 ** tile.z, "no such tile at this zoom");
}
