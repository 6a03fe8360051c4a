// What a person decides between the stages: how the file is read, which mends apply, which issues are left.
import type { Knex } from "knex";
import type * as z from "zod";
import type { IssueRow } from "../../../planning/wire/checking.ts";
import type { stepsSchema, UploadSettings } from "../../../planning/wire/uploads.ts";
import { Refused } from "../../errors.ts";
import { issuesOfUpload, requireUpload, type UploadRow } from "../../queries/uploadRows.ts";
import { keyOfIssue } from "./issueRows.ts";
import { notUnderstood } from "./requireStage.ts";
import { updateUpload } from "./updateUpload.ts";

/** Refused 400 when a level or category is missing, 409 before the file was understood or while something runs. */
export async function confirmSettings(
	db: Knex,
	id: number,
	settings: UploadSettings,
): Promise<void> {
	const row = await requireUpload(db, id);
	refuseBusy(row);
	if (row.understanding === null) throw notUnderstood();
	if (settings.kind === "divisions" && settings.level === null)
		throw lacks("level", "层级", "level");
	if (
		settings.kind === "facilities" &&
		settings.category === null &&
		settings.columns["category"] === undefined
	)
		throw lacks("category", "设施类别", "category");
	await updateUpload(db, id, {
		settings,
		steps: [],
		ignored: [],
		checked: null,
		issues: [],
		baseIssues: [],
	});
}

/** Issues are named by their numbers in the table the person sees; kept by what they are about. */
export async function changeSteps(
	db: Knex,
	id: number,
	{ steps, ignored }: z.output<typeof stepsSchema>,
): Promise<void> {
	const row = await requireUpload(db, id);
	refuseBusy(row);
	if (row.settings === null) throw notUnderstood();
	const byNumber = new Map<number, IssueRow>(
		(await issuesOfUpload(db, id)).map((issue) => [issue.number, issue]),
	);
	const keys = ignored.flatMap((number) => {
		const issue = byNumber.get(number);
		return issue === undefined ? [] : [keyOfIssue(issue)];
	});
	await updateUpload(db, id, { steps, ignored: [...new Set(keys)] });
}

function refuseBusy({ stage, state }: UploadRow): void {
	if (stage === null && state !== "committed" && state !== "discarded") return;
	throw new Refused(
		"upload.busy",
		{
			zh: "这次上传正在处理或已经结束，现在不能改。",
			en: "This upload is being worked on or is over: it cannot be changed now.",
		},
		{ status: 409 },
	);
}

function lacks(field: string, zh: string, en: string): Refused {
	return new Refused(
		"request.invalid",
		{ zh: `没有选${zh}。`, en: `Choose the ${en}.` },
		{ status: 400, details: [{ path: `settings.${field}`, message: "required" }] },
	);
}
