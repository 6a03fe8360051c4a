import * as z from "zod";
import { unitKindSchema } from "../../planning/wire/api.ts";

/** A unit in an address: its kind and its code. */
export const unitParamsSchema = z.object({
	kind: unitKindSchema,
	code: z.string().min(1).max(100),
});
