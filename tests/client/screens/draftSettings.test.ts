import { expect, test } from "vitest";
import {
	crsOfAnswer,
	draftOf,
	offsetAnswer,
	openQuestions,
	settingsOf,
	withField,
} from "../../../client/screens/data/wizard/draftSettings.ts";
import type { OffsetFinding } from "../../../planning/wire/understanding.ts";
import { uploadSettingsSchema } from "../../../planning/wire/uploads.ts";
import { understanding } from "./uploadFixtures.ts";

const offset: OffsetFinding = {
	system: "gcj02",
	matchedBy: "name",
	pairs: 10,
	medianM: 476,
	bearingDeg: 112,
	spreadM: 6,
	residualM: 0.1,
	offsets: [],
	words: { zh: "", en: "" },
};
const degrees = { ...understanding().crs, used: "EPSG:4326" };

test("where everything is sure, yes is enough: nothing is open and the settings are whole", () => {
	const found = understanding();
	const draft = draftOf(found);
	expect(openQuestions(found, draft)).toEqual([]);
	const settings = settingsOf(draft);
	expect(uploadSettingsSchema.parse(settings)).toEqual(settings);
	expect(settings).toMatchObject({ kind: "divisions", level: "street", crs: null, encoding: null });
});

test("of two columns for one field the first is taken", () => {
	expect(draftOf(understanding()).columns).toEqual({ code: "DM", name: "MC" });
});

test("a column that gets a field leaves its old one, and takes the new one from whoever had it", () => {
	const columns = { code: "DM", name: "MC" };
	expect(withField(columns, "MC2", "name")).toEqual({ code: "DM", name: "MC2" });
	expect(withField(columns, "MC", "parent")).toEqual({ code: "DM", parent: "MC" });
	expect(withField(columns, "MC", null)).toEqual({ code: "DM" });
});

test("an offset waits for an answer, whichever way it goes", () => {
	const found = understanding({ crs: degrees, offset });
	const draft = draftOf(found);
	expect(openQuestions(found, draft)).toEqual(["offset"]);
	for (const isShifted of [true, false]) {
		const answered = { ...draft, crs: crsOfAnswer(found, isShifted) };
		expect(openQuestions(found, answered)).toEqual([]);
		expect(offsetAnswer(found, answered)).toBe(isShifted);
	}
});

test("coordinates that are right as they are keep their own system, never the shifted one", () => {
	expect(
		crsOfAnswer(understanding({ crs: { ...degrees, used: "EPSG:4490" }, offset }), false),
	).toBe("EPSG:4490");
	expect(crsOfAnswer(understanding({ crs: { ...degrees, used: "gcj02" }, offset }), false)).toBe(
		"EPSG:4326",
	);
});

test("of several layers one is chosen before anything else is asked", () => {
	const layers = ["a", "b"].map((name) => ({ name, featureCount: null, geometry: null }));
	const found = understanding({ layers, layer: null, kind: null });
	expect(openQuestions(found, draftOf(found))).toEqual(["layer"]);
});

test("facilities need a category, or the column that holds it", () => {
	const found = understanding({ kind: "facilities", level: null });
	const draft = draftOf(found);
	expect(openQuestions(found, draft)).toEqual(["category"]);
	expect(openQuestions(found, { ...draft, category: "ADM-ISF" })).toEqual([]);
	expect(openQuestions(found, { ...draft, columns: { category: "BZ" } })).toEqual([]);
});

test("numbers that tell no coordinate system are asked about; a table without places is not", () => {
	const crs = { ...degrees, used: null, basis: "unknown" as const, isSure: false };
	const found = understanding({ crs });
	expect(openQuestions(found, draftOf(found))).toEqual(["crs"]);
	const table = understanding({ crs, kind: "exceptions", geometries: { none: 3 } });
	expect(openQuestions(table, draftOf(table))).toEqual([]);
});

test("the level of divisions does not stay when the kind becomes another", () => {
	const draft = { ...draftOf(understanding()), kind: "residences" as const };
	expect(settingsOf(draft)?.level).toBeNull();
});
