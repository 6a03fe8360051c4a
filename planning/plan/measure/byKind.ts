import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";

export type ByKind = Readonly<Record<UnitKind, Int32Array>>;

/** A value per kind of unit. */
export function byKind<T>(of: (kind: UnitKind) => T): Record<UnitKind, T> {
	return Object.fromEntries(UNIT_KINDS.map((kind) => [kind, of(kind)])) as Record<UnitKind, T>;
}
