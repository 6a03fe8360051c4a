// Shapes and borders on the map come from the same cells: what is coloured, chosen and outlined fits together.
import { beforeAll, expect, test } from "vitest";
import { areaM2 } from "../../../planning/city/geodesicArea.ts";
import type { UnitKind } from "../../../planning/city/records.ts";
import { borderFeatures } from "../../../server/queries/borderFeatures.ts";
import { divisionFeatures } from "../../../server/queries/divisionFeatures.ts";
import { requireSnapshot } from "../../../server/queries/findSnapshot.ts";
import { gridCity } from "../../scenes/gridCity.ts";
import { onBothEngines } from "../engines.ts";
import { commitCity } from "../routes/commitCity.ts";

/** Two streets of one committee each, drawn with their common border 40 m too far east; a circle without cells. */
const misfit = gridCity({
	units: [
		{ kind: "committee", code: "310199001001", areas: [[0, 0, 1000, 1000]] },
		{ kind: "committee", code: "310199002001", areas: [[1000, 0, 2000, 1000]] },
		{ kind: "street", code: "310199001000", areas: [[0, 0, 1040, 1000]] },
		{ kind: "street", code: "310199002000", areas: [[1040, 0, 2000, 1000]] },
		{ kind: "circle", code: "C-9", areas: [[5000, 0, 5100, 100]] },
	],
});

onBothEngines("shapes on the map", (db) => {
	let snapshotId = 0;
	beforeAll(async () => {
		await commitCity(db().knex, misfit, null);
		snapshotId = (await requireSnapshot(db().knex, "current")).id;
	});
	const shapesOf = async (level: UnitKind) =>
		(await divisionFeatures(db().knex, snapshotId, level)).features;

	test("a chosen street is outlined along its border, also where it was drawn beside it", async () => {
		const { features: borders } = await borderFeatures(db().knex, snapshotId);
		const drawn = new Set(
			borders.flatMap(({ geometry }) => geometry.coordinates.map((at) => at.join())),
		);
		const streets = await shapesOf("street");
		expect(streets.map(({ properties }) => properties.code)).toEqual([
			"310199001000",
			"310199002000",
		]);
		for (const { geometry } of streets)
			for (const at of geometry.coordinates.flat(2)) expect(drawn).toContain(at.join());
	});

	test("neighbours have the common border point by point: no light between them, no land twice", async () => {
		const [west, east] = await shapesOf("street");
		const pointsOf = (feature: typeof west) =>
			new Set((feature?.geometry.coordinates ?? []).flat(2).map((at) => at.join()));
		const common = [...pointsOf(west)].filter((at) => pointsOf(east).has(at));
		expect(common.length).toBeGreaterThanOrEqual(2);
		const m2 = [west, east].map((one) => areaM2(one?.geometry.coordinates ?? []));
		expect((m2[0] ?? 0) / (m2[1] ?? 1)).toBeCloseTo(1, 4);
	});

	test("a unit without cells keeps its outline, so that it can be seen and mended", async () => {
		const [circle] = await shapesOf("circle");
		expect(circle?.geometry.coordinates).toEqual(
			misfit.units.find(({ kind }) => kind === "circle")?.polygons,
		);
	});
});
