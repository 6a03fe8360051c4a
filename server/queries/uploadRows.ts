// Uploads as they are stored, and as the wizard sees them.
import type { Knex } from "knex";
import type { CheckReport, IssueRow } from "../../planning/wire/checking.ts";
import type { MendReport, MendStep, Suggestion } from "../../planning/wire/mends.ts";
import type { Understanding } from "../../planning/wire/understanding.ts";
import type { Upload, UploadSettings, UploadState, Work } from "../../planning/wire/uploads.ts";
import { Refused, type Words } from "../errors.ts";

export interface UploadedFile {
	readonly name: string;
	readonly sizeBytes: number;
	readonly isReceived: boolean;
}

/** A stage that runs for an upload. */
export type UploadStage = "understand" | "check" | "commit";

/** What the last check came to. */
export interface CheckedUpload {
	readonly report: CheckReport;
	readonly steps: readonly MendReport[];
	readonly suggestions: readonly Suggestion[];
}

export interface UploadRow {
	readonly id: number;
	readonly files: readonly UploadedFile[];
	readonly fileHash: string | null;
	readonly state: UploadState;
	readonly stage: UploadStage | null;
	readonly request: unknown;
	readonly problem: (Words & { readonly code: string }) | null;
	readonly understanding: Understanding | null;
	readonly settings: UploadSettings | null;
	readonly steps: readonly MendStep[];
	readonly ignored: readonly string[];
	readonly checked: CheckedUpload | null;
	readonly committed: Upload["committed"];
	readonly createdBy: number | null;
	readonly createdByName: string | null;
	readonly createdAt: string;
	readonly updatedAt: string;
}

const COLUMNS = `
	uploads.id,
	uploads.files,
	uploads.file_hash as "fileHash",
	uploads.state,
	uploads.stage,
	uploads.request,
	uploads.problem,
	uploads.understanding,
	uploads.settings,
	uploads.steps,
	uploads.ignored,
	uploads.checked,
	uploads.committed,
	uploads.created_by as "createdBy",
	accounts.display_name as "createdByName",
	to_char(uploads.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
	to_char(uploads.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"
`;

/** Refused 404 `upload.unknown`. */
export async function requireUpload(db: Knex, id: number): Promise<UploadRow> {
	const { rows } = await db.raw<{ rows: UploadRow[] }>(
		`
		select ${COLUMNS}
		from uploads
		left join accounts on accounts.id = uploads.created_by
		where uploads.id = ?
		`,
		[id],
	);
	if (rows[0] !== undefined) return rows[0];
	throw new Refused(
		"upload.unknown",
		{ zh: `没有编号为 ${id} 的上传。`, en: `There is no upload ${id}.` },
		{ status: 404 },
	);
}

/** Uploads nobody has finished, newest first. */
export async function openUploads(db: Knex): Promise<UploadRow[]> {
	const { rows } = await db.raw<{ rows: UploadRow[] }>(
		`
		select ${COLUMNS}
		from uploads
		left join accounts on accounts.id = uploads.created_by
		where uploads.state not in ('committed', 'discarded')
		order by uploads.id desc
		limit 200
		`,
	);
	return rows;
}

/** Every issue of the last check, those that mends dealt with behind the others. */
export async function issuesOfUpload(db: Knex, id: number): Promise<IssueRow[]> {
	const row = await db("uploads").where({ id }).first("uploads.issues");
	return row?.issues ?? [];
}

export function presentUpload(
	row: UploadRow,
	issues: readonly IssueRow[],
	work: Work | null,
): Upload {
	const { id, files, fileHash, createdAt, updatedAt, state, problem } = row;
	return {
		id,
		fileNames: files.map(({ name }) => name),
		sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
		fileHash,
		createdAt,
		updatedAt,
		createdBy: row.createdByName ?? "",
		state,
		work,
		problem,
		understanding: row.understanding,
		settings: row.settings,
		report: row.checked?.report ?? null,
		steps: [...(row.checked?.steps ?? [])],
		suggestions: [...(row.checked?.suggestions ?? [])],
		ignored: issues.filter(({ decision }) => decision === "ignored").map(({ number }) => number),
		committed: row.committed,
	};
}
