// No row is lost silently: read = records + left out + not asked for, and what is left out has an issue that says so.
import fc from "fast-check";
import { expect, test } from "vitest";
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import { residenceReader } from "../../../planning/layers/residences.ts";
import { numberOf } from "../../../planning/layers/SourceFeature.ts";
import { NO_OPTIONS } from "./rows.ts";

const HEADER = ["id", "lon", "lat", "residents", "area"];

test("every row is a record, left out with an issue at its row, or not asked for", () => {
	const cell = (...values: string[]) => fc.constantFrom(...values);
	const row = fc.record({
		id: cell("a", "b", "c", ""),
		lon: cell("121.4", "", "east", "200"),
		lat: cell("31.2", ""),
		residents: cell("5", "-1", "x", "1.5"),
		area: cell("north", "south"),
	});
	fc.assert(
		fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
			const where = [{ column: "area", value: "north" }];
			const check = new LayerCheck(residenceReader, { ...NO_OPTIONS, where }, HEADER);
			rows.forEach((properties, i) => {
				check.add({ place: { row: i + 1 }, properties, geometry: null });
			});
			const checked = check.finish();
			const { records, readCount, leftOutCount, leftOut, filteredCount } = checked;
			expect(readCount).toBe(records.length + leftOutCount + filteredCount);
			expect(filteredCount).toBe(rows.filter(({ area }) => area === "south").length);
			const told = new Set(
				checked.issues.byCode().flatMap(({ issues }) => issues.map(({ at }) => at.row)),
			);
			for (const place of leftOut) expect(told).toContain(numberOf(place));
			for (const { id } of records) {
				const place = checked.placeOf(id);
				if (place === undefined) throw new Error(`No row of ${id}.`);
				const source = rows[numberOf(place) - 1];
				expect(source.id || `row-${numberOf(place)}`).toBe(id);
			}
		}),
	);
});

test("a row that a person leaves out is counted and told", () => {
	const check = new LayerCheck(residenceReader, NO_OPTIONS, HEADER);
	const properties = { id: "a", lon: "121", lat: "31", residents: "5", area: "" };
	check.add({ place: { row: 1 }, properties, geometry: null });
	check.leaveOut({ place: { row: 2 }, properties, geometry: null });
	const { records, leftOut, leftOutCount, issues } = check.finish();
	expect([records.length, leftOut, leftOutCount]).toEqual([1, [{ row: 2 }], 1]);
	expect(issues.byCode()).toMatchObject([{ code: "feature.left-out", severity: "info" }]);
});

test("features before the first with a code are told one by one", () => {
	const check = new LayerCheck(residenceReader, NO_OPTIONS, null);
	const geometry = { type: "Point", coordinates: [121, 31] };
	check.add({ place: { feature: 1 }, properties: {}, geometry });
	check.add({ place: { feature: 2 }, properties: { residents: 3 }, geometry });
	const { leftOut, issues } = check.finish();
	expect(leftOut).toEqual([{ feature: 1 }]);
	expect(issues.byCode()).toMatchObject([
		{ code: "field.absent", issues: [{ at: { feature: 1 } }] },
	]);
});
