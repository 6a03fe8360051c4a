// Bytes of the server for a worker: with word of how much has arrived, and refusals with their code and words.

interface Refusal {
	readonly error?: { readonly code?: string; readonly message?: { zh: string; en: string } };
}

/** Rejects with an error that carries `code` and `words` of the server's refusal. */
export async function fetchBytes(
	path: string,
	told: (share: number) => void,
	signal: AbortSignal | null = null,
): Promise<Uint8Array> {
	const response = await fetch(path, { credentials: "same-origin", signal });
	if (!response.ok) {
		const body = (await response.json().catch(() => null)) as Refusal | null;
		throw Object.assign(new Error(`${response.status}`), {
			code: body?.error?.code,
			words: body?.error?.message,
		});
	}
	const length = Number(response.headers.get("x-body-length"));
	return bytesOf(response, (read) => told(length > 0 ? read / length : 0));
}

async function bytesOf(response: Response, told: (read: number) => void): Promise<Uint8Array> {
	if (response.body === null) return new Uint8Array(await response.arrayBuffer());
	const chunks: Uint8Array[] = [];
	let read = 0;
	const reader = response.body.getReader();
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		chunks.push(next.value);
		read += next.value.length;
		told(read);
	}
	const bytes = new Uint8Array(read);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
