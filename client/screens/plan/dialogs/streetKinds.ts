import type { OperationOf } from "../../../../planning/wire/plans.ts";

export type StreetKind = NonNullable<OperationOf<"createUnit">["streetKind"]>;
/** Kinds that a plan makes a street-level unit of. */
export const STREET_KINDS: readonly StreetKind[] = ["subdistrict", "town", "township"];
