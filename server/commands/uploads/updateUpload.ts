// The one place that writes a row of uploads.
import type { Knex } from "knex";
import type { IssueRow } from "../../../planning/wire/checking.ts";
import type { Understanding } from "../../../planning/wire/understanding.ts";
import type { Upload } from "../../../planning/wire/uploads.ts";
import type { UploadRow } from "../../queries/uploadRows.ts";

type Changes = Partial<
	Pick<
		UploadRow,
		| "files"
		| "fileHash"
		| "state"
		| "stage"
		| "request"
		| "problem"
		| "settings"
		| "steps"
		| "ignored"
		| "checked"
	>
> & {
	readonly understanding?: Understanding | null;
	readonly committed?: Upload["committed"];
	readonly issues?: readonly IssueRow[];
	readonly baseIssues?: readonly IssueRow[];
};

const COLUMN_OF: Readonly<Record<string, string>> = {
	fileHash: "file_hash",
	baseIssues: "base_issues",
};
const PLAIN = new Set(["fileHash", "state", "stage"]);

export async function updateUpload(db: Knex, id: number, changes: Changes): Promise<void> {
	const values = Object.entries(changes).map(([name, value]) => [
		COLUMN_OF[name] ?? name,
		PLAIN.has(name) || value === null ? value : JSON.stringify(value),
	]);
	await db("uploads")
		.where({ id })
		.update({ ...Object.fromEntries(values), updated_at: db.fn.now() });
}
