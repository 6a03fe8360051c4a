// One file on its way to the server, with its progress. XMLHttpRequest because fetch does not tell what was sent.
import type { ErrorBody } from "../../planning/wire/api.ts";
import { ApiError } from "./http.ts";

interface Sending {
	readonly uploadId: number;
	readonly file: File;
	readonly signal: AbortSignal;
	onProgress(sentBytes: number): void;
}

/** Ends when the server has the whole file. Throws ApiError, or TypeError where the line broke. */
export function sendFile({ uploadId, file, signal, onProgress }: Sending): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("PUT", `/api/uploads/${uploadId}/files/${encodeURIComponent(file.name)}`);
		request.setRequestHeader("content-type", "application/octet-stream");
		request.upload.onprogress = ({ loaded }) => onProgress(loaded);
		request.onload = () => {
			if (request.status < 300) resolve();
			else reject(refusalOf(request));
		};
		request.onerror = () => reject(new TypeError("The line broke while the file was sent."));
		request.onabort = () => reject(new DOMException("Stopped.", "AbortError"));
		signal.addEventListener("abort", () => request.abort(), { once: true });
		request.send(file);
	});
}

function refusalOf({ status, responseText }: XMLHttpRequest): ApiError {
	try {
		const { error } = JSON.parse(responseText) as ErrorBody;
		return new ApiError(status, error.code, error.message);
	} catch {
		return new ApiError(status, "no-answer", {
			zh: `服务器没有收下文件（${status}）。`,
			en: `The server did not take the file (${status}).`,
		});
	}
}
