// A body packed once in every encoding, off this thread, so that nobody waits for packing but the first.
import { createHash } from "node:crypto";
import { packed } from "../http/packedAnswers.ts";
import type { PreparedBody } from "../http/sendPrepared.ts";

export async function packedBody(identity: Uint8Array): Promise<PreparedBody> {
	const contentHash = createHash("sha256").update(identity).digest("base64url").slice(0, 27);
	return { contentHash, ...(await packed(identity)) };
}
