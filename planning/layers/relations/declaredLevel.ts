import type { UnitKind } from "../../city/records.ts";
import { levelOfCode, twelveDigits } from "../unitCodes.ts";

/** The level that a declared code is of; null for codes that are not the state's. */
export function declaredLevel(code: string): UnitKind | null {
	const digits = twelveDigits(code);
	return digits === null ? null : levelOfCode(digits);
}
