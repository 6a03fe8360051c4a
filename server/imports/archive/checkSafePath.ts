// A name in an archive must stay inside the folder it is unpacked to.
import { Refused } from "../../errors.ts";

const LONGEST_NAME_BYTES = 255;

/** Refuses names that are absolute, lead upwards, or cannot be file names. */
export function checkSafePath(path: string): void {
	const parts = path.split("/");
	const isAbsolute = path.startsWith("/") || /^[a-z]:/i.test(path);
	const isNoName = parts.some(
		(part) => part === "" || Buffer.byteLength(part) > LONGEST_NAME_BYTES || part.includes("\0"),
	);
	if (!isAbsolute && !isNoName && !parts.includes("..")) return;
	throw new Refused("archive.unsafe-path", {
		zh: `压缩包里的文件名“${path}”会写到别的文件夹，不解。请重新压缩，只用相对路径。`,
		en: `The name ${path} in the archive leads out of its folder; nothing was unpacked. Pack it again with relative names.`,
	});
}
