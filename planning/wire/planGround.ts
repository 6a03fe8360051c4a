// What plans of a whole city stand on, in one binary: territory, units and their people, facilities. With a district's
// pack beside it a browser draws and measures exactly as the server does. Layout: "JQPG", version u32, checksum u32 of
// what follows, the records as JSON and the tiling, each behind its length. Little-endian.
import type { ContiguityException, FacilityRecord, UnitKind, UnitRecord } from "../city/records.ts";
import { decodeTiling, encodeTiling } from "../partition/encodeTiling.ts";
import type { Tiling } from "../partition/Tiling.ts";
import { ByteReader } from "./pack/ByteReader.ts";
import { ByteWriter } from "./pack/ByteWriter.ts";
import { type Seal, sealed, unsealed } from "./pack/sealed.ts";

const SEAL: Seal = { name: "the ground of plans", letters: "JQPG", version: 1 };

/** A unit without its shape: shapes are merged from cells. */
export type GroundUnit = Omit<UnitRecord, "polygons">;

/** A facility with where the whole city puts it. */
export interface GroundFacility extends FacilityRecord {
	/** Index into `cells`; -1 where none contains it. */
	readonly cell: number;
	/** Index into `units` of who operates it; -1 for nobody. */
	readonly operator: number;
	/** Operator inferred from the place (推定). */
	readonly isPresumed: boolean;
}

/** Units by kind then code, cells by code, facilities by category then id: as in `City`. */
export interface PlanGround {
	/** Hash of the snapshot. */
	readonly snapshot: string;
	readonly tiling: Tiling;
	readonly units: readonly GroundUnit[];
	readonly cells: readonly {
		readonly code: string;
		readonly units: Readonly<Partial<Record<UnitKind, string>>>;
	}[];
	readonly facilities: readonly GroundFacility[];
	readonly exceptions: readonly ContiguityException[];
}

/** One buffer with all of it; the same ground gives the same bytes. */
export function encodePlanGround({ tiling, ...records }: PlanGround): Uint8Array {
	const body = new ByteWriter();
	body.text(JSON.stringify(records));
	const tiled = encodeTiling(tiling);
	body.varint(tiled.length);
	body.raw(tiled);
	return sealed(SEAL, body.finish());
}

/** The ground of a buffer. Throws on a foreign, older, damaged or cut-off one. */
export function decodePlanGround(bytes: Uint8Array): PlanGround {
	const from = new ByteReader(unsealed(SEAL, bytes));
	const records = JSON.parse(from.text()) as Omit<PlanGround, "tiling">;
	return { ...records, tiling: decodeTiling(from.raw(from.varint())) };
}
