// Formats that fix the encoding of their text leave nothing to find out.
import type { EncodingFinding } from "../../../planning/wire/understanding.ts";

/** The finding of such a format. */
export const FIXED_ENCODING: EncodingFinding = {
	declared: null,
	used: null,
	basis: "format",
	isSure: true,
	alternatives: [],
	sample: [],
};
