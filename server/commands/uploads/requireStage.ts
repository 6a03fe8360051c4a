// Which stage an upload can go to from where it is.
import { Refused } from "../../errors.ts";
import type { UploadRow, UploadStage } from "../../queries/uploadRows.ts";

/** Refused 409 before its files are there, before the stage it stands on, and when the upload is over. */
export function requireStage(row: UploadRow, stage: UploadStage): void {
	const { state, files, settings, checked } = row;
	if (state === "committed" || state === "discarded") throw over();
	if (state === "receiving" || files.some(({ isReceived }) => !isReceived)) throw notReceived();
	if (stage !== "understand" && settings === null) throw notUnderstood();
	if (stage === "commit" && checked === null) throw notChecked();
}

/** Refused 409: the settings are not confirmed. */
export function notUnderstood(): Refused {
	return new Refused(
		"upload.not-understood",
		{ zh: "先确认识别结果，再检查。", en: "Confirm what was found in the file first." },
		{ status: 409 },
	);
}

function notChecked(): Refused {
	return new Refused(
		"upload.not-checked",
		{
			zh: "还没有检查。先检查，再提交。",
			en: "Nothing was checked yet. Check first, then commit.",
		},
		{ status: 409 },
	);
}

function notReceived(): Refused {
	return new Refused(
		"upload.not-received",
		{
			zh: "服务器上没有完整的文件。上传完再继续，或重新开始一次上传。",
			en: "The files are not all here. Send them first, or begin a new upload.",
		},
		{ status: 409 },
	);
}

function over(): Refused {
	return new Refused(
		"upload.over",
		{
			zh: "这次上传已经结束。重新开始一次上传。",
			en: "This upload is over. Begin a new one.",
		},
		{ status: 409 },
	);
}
