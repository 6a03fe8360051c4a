// Second stage: the staged copy checked, mended as decided, compared. Kept: the report and issues in the database, the
// shapes and the comparison in the upload's folder.
import type { Knex } from "knex";
import type { CheckReport, IssueRow } from "../../../planning/wire/checking.ts";
import { Refused } from "../../errors.ts";
import type { FileStore } from "../../imports/FileStore.ts";
import type { UploadRow } from "../../queries/uploadRows.ts";
import { COMPARISON_FILE, SHAPES_FILE } from "../../queries/uploadViews.ts";
import type { ImportControl } from "../ImportControl.ts";
import { type StagedLayer, stageLayer } from "../stageLayer.ts";
import { decidedRows, numberedRows } from "./issueRows.ts";
import { refusePersonalData } from "./refusePersonalData.ts";
import { updateUpload } from "./updateUpload.ts";
import { uploadRequest } from "./uploadRequest.ts";

/** Refused when the file cannot be read as it was confirmed, or holds what is about persons: it is then gone. */
export async function checkUpload(
	db: Knex,
	store: FileStore,
	row: UploadRow,
	control: ImportControl,
): Promise<void> {
	const staged = await stageLayer(db, uploadRequest(row, store, control));
	refuseUnread(staged);
	await refusePersonalData(db, store, { row, report: staged.report });
	await store.write(row.id, SHAPES_FILE, JSON.stringify(staged.shapes));
	await store.write(row.id, COMPARISON_FILE, JSON.stringify(staged.comparison));
	const issues = staged.report.issues.flatMap(({ all }) => all);
	const found = numberedRows(issues);
	const base = row.steps.length === 0 ? found : await baseIssues(db, row.id);
	const suggestions = await staged.suggest(
		found.map((row, i) => ({ ...row, cell: issues[i]?.cell, about: issues[i]?.about })),
	);
	control.signal?.throwIfAborted();
	await updateUpload(db, row.id, {
		state: "checked",
		problem: null,
		issues: decidedRows(found, base, { ignored: new Set(row.ignored), suggestions }),
		baseIssues: base,
		checked: { report: checkReport(staged), steps: staged.mends, suggestions },
	});
}

/** A file that could not be read has a reason and nothing else. */
function refuseUnread({ report }: StagedLayer): void {
	if (report.format !== null || report.reason === null) return;
	const { code, zh, en } = report.reason;
	throw new Refused(code, { zh, en });
}

async function baseIssues(db: Knex, id: number): Promise<IssueRow[]> {
	const row = await db("uploads").where({ id }).first("uploads.base_issues");
	return row?.base_issues ?? [];
}

function checkReport({ report, areaM2 }: StagedLayer): CheckReport {
	const { status, features, issues, reason } = report;
	return {
		status,
		...features,
		groups: issues.map(({ code, severity, count, all }) => ({
			code,
			severity,
			count,
			listed: all.length,
		})),
		reason,
		areaM2,
		checkedAt: new Date().toISOString(),
	};
}
