// Which units the standard asks a facility of: what "missing" means, in flags, on a unit's page and in the presence matrix.
import type { StreetKind, UnitKind } from "../city/records.ts";
import type { Category } from "../standards/catalogue.ts";

/**
 * The kind of unit that must each have one: the coarsest of street level and committee among the category's levels,
 * where its requirement begins with "mandatory". So integrated and party-mass facilities, asked for at several levels,
 * are missing only where a whole street has none; a committee's share of them is judged by floor area.
 */
export function mandatoryKind({ levels, requirement }: Category): UnitKind | null {
	if (!requirement.startsWith("mandatory")) return null;
	if (levels.includes("street")) return "street";
	return levels.includes("committee") ? "committee" : null;
}

/** A sub-district office belongs to sub-districts only; towns and townships have their own government. */
export function suitsStreetKind(
	{ code }: Category,
	{ streetKind }: { readonly streetKind: StreetKind | string | null },
): boolean {
	return code !== "ADM-SUB" || streetKind === "subdistrict";
}
