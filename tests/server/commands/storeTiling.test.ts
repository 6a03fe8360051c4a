import { expect, test } from "vitest";
import { hasArcFlag } from "../../../planning/partition/arcFlags.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { findSnapshot } from "../../../server/queries/findSnapshot.ts";
import { tilingOfSnapshot } from "../../../server/queries/tilingOfSnapshot.ts";
import { desertGrid, streetScene } from "../../scenes/streetScene.ts";
import { tinyCity } from "../../scenes/tinyCity.ts";
import { onBothEngines } from "../engines.ts";
import { commitCity } from "../routes/commitCity.ts";

// four committees about a crossing of two streets, the city's edge 50 m outside of the last streets
const grid = compileStreets(desertGrid({ columns: 11, rows: 11, blockM: 100 }));
const canal = compileStreets(
	streetScene({ a: [-40, 500], b: [1_040, 510], c: [20, 20], d: [60, 60] })
		.way("a b", { waterway: "canal" })
		.way("c d"),
);

const isInner = ({ arcLeft, arcRight }: Tiling, arc: number) =>
	(arcLeft[arc] as number) >= 0 && (arcRight[arc] as number) >= 0;

onBothEngines("the lines of a snapshot", (db) => {
	test("follow nothing without streets", async () => {
		const { knex } = db();
		await commitCity(knex, tinyCity, null);
		const snapshot = await findSnapshot(knex, "current");
		const { arcFlags } = await tilingOfSnapshot(knex, snapshot?.id ?? 0);
		expect([...arcFlags].every((flags) => flags === 0)).toBe(true);
	});

	test("know which streets they follow, and again when only the streets change", async () => {
		const { knex } = db();
		await commitCity(knex, tinyCity, grid);
		const first = await findSnapshot(knex, "current");
		const tiling = await tilingOfSnapshot(knex, first?.id ?? 0);
		for (const arc of tiling.arcFrom.keys()) {
			expect(hasArcFlag(tiling, arc, "followsStreet")).toBe(isInner(tiling, arc));
			expect(hasArcFlag(tiling, arc, "followsWater")).toBe(false);
		}

		await commitCity(knex, tinyCity, canal);
		const second = await findSnapshot(knex, "current");
		expect(second?.id).not.toBe(first?.id);
		const later = await tilingOfSnapshot(knex, second?.id ?? 0);
		expect(later.pointCm).toEqual(tiling.pointCm);
		const flagged = (flag: "followsStreet" | "followsWater") =>
			[...later.arcFrom.keys()].filter((arc) => hasArcFlag(later, arc, flag));
		expect(flagged("followsStreet")).toEqual([]);
		expect(flagged("followsWater")).toHaveLength(2); // west and east of the crossing
		expect(flagged("followsWater").every((arc) => isInner(later, arc))).toBe(true);
	});
});
