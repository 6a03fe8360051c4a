// Kinds of layer in the order people meet them, with the fields each can hold.
import type { Field } from "../../../planning/layers/fields.ts";
import type { UploadKind } from "../../../planning/wire/understanding.ts";

interface LayerKind {
	readonly kind: UploadKind;
	/** Streets and land are drawn, not filled into a sheet. */
	readonly hasTemplate: boolean;
	readonly fields: readonly Field[];
}

export const LAYER_KINDS: readonly LayerKind[] = [
	{
		kind: "divisions",
		hasTemplate: true,
		fields: [
			"code",
			"name",
			"parent",
			"kind",
			"zone",
			"declaredResidents",
			"declaredHouseholds",
			"seatLon",
			"seatLat",
		],
	},
	{
		kind: "facilities",
		hasTemplate: true,
		fields: [
			"id",
			"name",
			"category",
			"address",
			"floorArea",
			"serviceArea",
			"officeArea",
			"capacity",
			"operator",
			"premises",
			"entrances",
			"lon",
			"lat",
		],
	},
	{
		kind: "residences",
		hasTemplate: true,
		fields: ["id", "residents", "households", "elders", "children", "unit", "lon", "lat"],
	},
	{ kind: "exceptions", hasTemplate: true, fields: ["kind", "from", "to", "reason"] },
	{ kind: "streets", hasTemplate: false, fields: [] },
	{ kind: "land", hasTemplate: false, fields: [] },
];

/** Fields a column of such a layer may be given, and those found that are not listed. */
export function fieldsOf(kind: UploadKind | null, found: readonly (string | null)[]): string[] {
	const listed = LAYER_KINDS.find((one) => one.kind === kind)?.fields ?? [];
	return [...new Set([...listed, ...found.filter((field) => field !== null)])];
}
