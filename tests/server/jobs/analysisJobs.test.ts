// From files to a stored run by way of the job that the server polls.
import { setTimeout as later } from "node:timers/promises";
import { expect, test } from "vitest";
import { type ImportRequest, importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { runAnalysis } from "../../../server/commands/runAnalysis.ts";
import { createAnalysisJobs } from "../../../server/jobs/analysisJobs.ts";
import { loadSummary } from "../../../server/queries/loadAnalysis.ts";
import { onBothEngines } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();
const STREET = `<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="31.0" lon="121.0"/><node id="2" lat="31.0" lon="121.01"/>
<way id="7"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>`;

onBothEngines("analysis jobs", (db) => {
	async function bring(given: Pick<ImportRequest, "kind" | "path"> & Partial<ImportRequest>) {
		const { status } = await importLayer(
			db().knex,
			importRequest({ acceptWarnings: true, ...given }),
		);
		expect(status).toBe("accepted");
	}

	test("an empty database is refused, and asking again does not hang", async () => {
		const jobs = createAnalysisJobs(db().knex);
		await expect(jobs.ensure({ snapshot: "current" })).rejects.toThrow("no data yet");
		await expect(jobs.ensure({ snapshot: "current" })).rejects.toThrow("no data yet");
	});

	test("people before streets: the job fails with a reason, once streets are there it runs", async () => {
		const path = write(
			"homes.csv",
			"id,lon,lat,people\nA,121.002,31.0001,300\nB,121.009,31.0001,50\n",
		);
		await bring({ kind: "residences", path, columns: { residents: "people" } });
		const jobs = createAnalysisJobs(db().knex);
		expect((await jobs.ensure({ snapshot: "current" })).status).toBe("running");
		await expect(settled(jobs)).rejects.toThrow("no streets layer");

		await bring({ kind: "streets", path: write("streets.osm", STREET) });
		await bring({
			kind: "facilities",
			path: write("schools.csv", "id,lon,lat\nS,121.0,31.0\n"),
			category: "EDU-PRI",
		});
		const runId = await settled(jobs);
		expect(await loadSummary(db().knex, runId)).toMatchObject({
			residents: 350,
			residencesNotAttached: 0,
		});
		expect(await runAnalysis(db().knex, { snapshot: "current" })).toEqual({
			runId,
			isReused: true,
		});
		await jobs.close();
	});
});

/** Poll as a browser does. */
async function settled(jobs: ReturnType<typeof createAnalysisJobs>): Promise<number> {
	for (;;) {
		const state = await jobs.ensure({ snapshot: "current" });
		if (state.status === "done") return state.runId;
		await later(50);
	}
}
