// What is known of the city before a file is read: where it lies, what the file can be laid over, the bureau's own grids,
// and how files of the same columns were mapped before.
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import type { RegistrationItem } from "../../planning/layers/registration.ts";
import type { UploadKind } from "../../planning/wire/understanding.ts";
import { pointOfEwkb } from "../db/ewkb.ts";
import type { LocalGrid } from "../imports/crs/LocalGrid.ts";
import type { KnownCity } from "../imports/understand.ts";
import { currentLayers, type StoredLayerKind } from "./currentLayers.ts";
import { loadFacilities, loadUnits } from "./loadRecords.ts";

/** Half a degree around what is committed also belongs to the city's surroundings. */
const AROUND_DEG = 0.5;

const NOTHING: KnownCity = {
	cityBox: null,
	references: async () => [],
	localGrids: [],
	savedMapping: async () => null,
};

export async function knownCity(db: Knex | null): Promise<KnownCity> {
	if (db === null) return NOTHING;
	return {
		cityBox: await cityBox(db),
		references: (kind) => references(db, kind),
		localGrids: await localGrids(db),
		savedMapping: (columns, kind) => savedMapping(db, columns, kind),
	};
}

/** Names a set of columns, whatever their order. */
export function shapeHash(columns: readonly string[]): string {
	return createHash("sha256")
		.update([...columns].sort().join("\u0000"))
		.digest("hex");
}

async function currentVersions(db: Knex, kind: StoredLayerKind): Promise<number[]> {
	return (await currentLayers(db)).filter((layer) => layer.kind === kind).map(({ id }) => id);
}

async function cityBox(db: Knex): Promise<KnownCity["cityBox"]> {
	const { rows } = await db.raw(
		`
		select
		  st_xmin(extent.box) - :around as west,
		  st_ymin(extent.box) - :around as south,
		  st_xmax(extent.box) + :around as east,
		  st_ymax(extent.box) + :around as north
		from (
		  select st_extent(unit_versions.geom) as box
		  from unit_versions
		  where unit_versions.layer_version_id = any(:versions::integer[])
		) as extent
		`,
		{ around: AROUND_DEG, versions: await currentVersions(db, "divisions") },
	);
	const { west, south, east, north } = rows[0];
	return west === null ? null : [west, south, east, north];
}

/** Units for divisions and where the kind is not known, else what is committed of the same kind. */
async function references(db: Knex, kind: UploadKind | null): Promise<RegistrationItem[]> {
	if (kind === "facilities")
		return (await loadFacilities(db, await currentVersions(db, "facilities"))).map(
			({ name, lonLat }) => ({ code: null, name, at: lonLat }),
		);
	if (kind === "residences") return someResidences(db, await currentVersions(db, "residences"));
	if (kind === "streets" || kind === "exceptions") return [];
	const units = await loadUnits(db, await currentVersions(db, "divisions"));
	return units.flatMap(({ code, name, polygons }) => {
		const line = polygons[0]?.[0];
		const at = line?.[0];
		return line === undefined || at === undefined ? [] : [{ code, name, at, line }];
	});
}

/** Enough to find pairs in a sample of a file; a million would only take long. */
const REFERENCE_RESIDENCES = 50_000;

/** The same share of them whichever file asks: by a hash of the id, so that equal ids meet. */
async function someResidences(
	db: Knex,
	versionIds: readonly number[],
): Promise<RegistrationItem[]> {
	const { rows } = await db.raw<{ rows: { id: string; geom: string }[] }>(
		`
		select residences.feature_id as id, residences.geom
		from residences
		where residences.layer_version_id = any(:versions::integer[])
		  and abs(hashtext(residences.feature_id)::bigint) % greatest(
		    1,
		    (
		      select ceil(sum(layer_versions.feature_count) / :wanted::double precision)::bigint
		      from layer_versions
		      where layer_versions.id = any(:versions::integer[])
		    )
		  ) = 0
		`,
		{ versions: [...versionIds], wanted: REFERENCE_RESIDENCES },
	);
	return rows.map(({ id, geom }) => ({ code: id, name: null, at: pointOfEwkb(geom) }));
}

async function localGrids(db: Knex): Promise<LocalGrid[]> {
	const row = await db("settings").where({ key: "local_grids" }).first("settings.value");
	return Array.isArray(row?.value) ? row.value : [];
}

async function savedMapping(
	db: Knex,
	columns: readonly string[],
	kind: UploadKind | null,
): Promise<Record<string, string> | null> {
	const query = db("field_mappings").where({ shape_hash: shapeHash(columns) });
	const row = await (kind === null ? query : query.andWhere({ kind })).first(
		"field_mappings.columns",
	);
	return row?.columns ?? null;
}
