// The part of the HTTP contract about territory (辖域): a unit's shape in figures, its parts and its neighbours.
import * as z from "zod";
import type { UnitTerritory } from "../coverage/unitTerritory.ts";
import { unitKindSchema } from "./api.ts";

const lonLatSchema = z.tuple([z.number(), z.number()]).readonly();
const namedUnitSchema = z.object({ code: z.string(), name: z.string() });
const shareSchema = z.number().min(0).max(1);
const lengthSchema = z.number().min(0);

/** GET /api/units/:kind/:code/territory — figures of planning/coverage/unitTerritory.ts */
export const territorySchema: z.ZodType<UnitTerritory, UnitTerritory> = z.object({
	kind: unitKindSchema,
	code: z.string(),
	cells: z.int().min(0),
	areaM2: z.number().min(0),
	outlineAreaM2: z.number().min(0),
	planeAreaCm2: z.number().min(0),
	perimeterM: lengthSchema,
	compactness: z
		.object({ polsbyPopper: shareSchema, reock: shareSchema, hullShare: shareSchema })
		.nullable(),
	parts: z.int().min(0),
	apart: z
		.array(
			z.object({
				areaM2: z.number().min(0),
				residents: z.number(),
				enclosedBy: namedUnitSchema.nullable(),
				at: lonLatSchema,
			}),
		)
		.readonly(),
	neighbours: z
		.array(
			namedUnitSchema.extend({
				sharedM: lengthSchema,
				lines: z.array(z.array(lonLatSchema).readonly()).readonly(),
			}),
		)
		.readonly(),
	aloneM: lengthSchema,
});
