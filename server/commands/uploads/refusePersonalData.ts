// A file about persons is not kept: its bytes go, and what was read out of them; only the places of what is wrong stay.
import type { Knex } from "knex";
import { Refused } from "../../errors.ts";
import type { FileStore } from "../../imports/FileStore.ts";
import type { UploadRow } from "../../queries/uploadRows.ts";
import type { ImportReport } from "../ImportReport.ts";
import { numberedRows } from "./issueRows.ts";
import { updateUpload } from "./updateUpload.ts";

const PERSONAL: ReadonlySet<string> = new Set([
	"residence.personal-data",
	"residence.person-level",
	"personal.identity-number",
]);

/** Refused with the code of what was found; the upload is then `failed` and its files are removed. */
export async function refusePersonalData(
	db: Knex,
	store: FileStore,
	{ row, report }: { row: Pick<UploadRow, "id" | "files">; report: ImportReport },
): Promise<void> {
	const found = report.issues.filter(({ code }) => PERSONAL.has(code));
	const [worst] = found;
	if (worst === undefined) return;
	const { zh, en } = worst.first.message;
	const words = {
		zh: `文件含个人信息，已拒收，未留副本。${zh}`,
		en: `The file holds personal data: it was refused and no copy was kept. ${en}`,
	};
	await updateUpload(db, row.id, {
		state: "failed",
		stage: null,
		request: null,
		problem: { code: worst.code, ...words },
		fileHash: null,
		files: row.files.map((file) => ({ ...file, isReceived: false })),
		understanding: null,
		settings: null,
		steps: [],
		checked: null,
		issues: numberedRows(found.flatMap(({ all }) => all)),
		baseIssues: [],
	});
	await store.removeUpload(row.id);
	throw new Refused(worst.code, words);
}
