// The commit right after a check takes what was checked; whatever could change the verdict makes it check again.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkRecords } from "../../../server/commands/checkRecords.ts";
import { type ImportRequest, importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { createJudgedMemo } from "../../../server/commands/JudgedMemo.ts";
import { RESIDENCE_LAYER } from "../../../server/commands/recordLayers.ts";
import { onBothEngines } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();
const TABLE = "id,lon,lat,residents\nA,0.5,30.5,10\nB,0.6,30.5,20\n";

onBothEngines("a check that is kept", (db) => {
	const requestOf = (path: string, more: Partial<ImportRequest> = {}) =>
		importRequest({ kind: "residences", path, ...more });

	test("is what the commit commits, though the file is gone", async () => {
		const path = write("kept.csv", TABLE);
		const control = { memo: createJudgedMemo() };
		await checkRecords(db().knex, requestOf(path, { control }), RESIDENCE_LAYER);
		writeFileSync(path, "nothing to read any more");
		const commit = requestOf(path, { control, acceptWarnings: true, reason: "why" });
		expect(await importLayer(db().knex, commit)).toMatchObject({
			status: "accepted",
			residents: 30,
		});
	});

	test("is not taken for another way to read the file, nor after another commit", async () => {
		const path = write("other.csv", TABLE);
		const control = { memo: createJudgedMemo() };
		const request = requestOf(path, { control });
		const first = await checkRecords(db().knex, request, RESIDENCE_LAYER);
		expect(await checkRecords(db().knex, request, RESIDENCE_LAYER)).toBe(first);
		const where = [{ column: "id", value: "B" }];
		const part = await checkRecords(db().knex, { ...request, where }, RESIDENCE_LAYER);
		expect(part.taken.map(({ id }) => id)).toEqual(["B"]);
		const again = await checkRecords(db().knex, request, RESIDENCE_LAYER);
		const other = write("between.csv", "id,lon,lat\nS,0.5,30.5\n");
		await importLayer(
			db().knex,
			importRequest({ kind: "facilities", category: "EDU-PRI", path: other }),
		);
		expect(await checkRecords(db().knex, request, RESIDENCE_LAYER)).not.toBe(again);
	});
});
