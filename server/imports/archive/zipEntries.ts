// What is in a ZIP archive, with everything refused that could harm: names that lead out of the folder, sizes that
// would fill the disk, archives in archives, what is locked by a password.
import { extname } from "node:path";
import iconv from "iconv-lite";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { Refused } from "../../errors.ts";
import { chooseEncoding } from "../encoding/chooseEncoding.ts";
import { type FormatWords, malformed, refusing } from "../refusing.ts";
import { checkSafePath } from "./checkSafePath.ts";

export const ARCHIVE: FormatWords = { code: "archive", zh: "压缩包", en: "archive" };
const MOST_ENTRIES = 10_000;
export const MOST_BYTES = 4_000_000_000;
/** Data deflates to a twentieth or so; this is for files made to swell. */
export const MOST_RATIO = 200;
/** Below this a high ratio does no harm. */
export const HARMLESS_BYTES = 10_000_000;
const NESTED = new Set([".zip", ".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz"]);
const UTF8_FLAG = 0x800;
const UNICODE_PATH_FIELD = 0x7075;

export interface ZipEntry {
	/** With `/` between folders. */
	readonly path: string;
	readonly entry: Entry;
}

/** The files of an archive; without folders, links and what operating systems add. Throws Refused `archive.…`. */
export async function zipEntries(zip: ZipFile): Promise<ZipEntry[]> {
	if (zip.entryCount > MOST_ENTRIES) throw tooManyEntries(zip.entryCount);
	const entries = await refusing(ARCHIVE, async () => {
		const found: Entry[] = [];
		for await (const entry of zip.eachEntry()) found.push(entry);
		return found;
	});
	const named = withNames(entries).filter((one) => !isLink(one.entry) && !isOfSystem(one.path));
	checkSizes(named);
	for (const { path, entry } of named) checkEntry(path, entry);
	const paths = new Set(named.map(({ path }) => path));
	if (paths.size < named.length) throw malformed(ARCHIVE, "有重名文件 / two files of one name");
	return named;
}

/** The open archive, to be closed by the caller. Throws Refused `archive.malformed` on what is none. */
export function openedZip(path: string): Promise<ZipFile> {
	return refusing(ARCHIVE, () =>
		yauzl.openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false }),
	);
}

/** Runs `use` on the open archive. Throws Refused `archive.malformed` on what is none. */
export async function withZip<T>(path: string, use: (zip: ZipFile) => Promise<T>): Promise<T> {
	const zip = await openedZip(path);
	try {
		return await use(zip);
	} finally {
		zip.close();
	}
}

/** Names are UTF-8 when the archive says so, else in the encoding of whoever packed it. */
function withNames(entries: readonly Entry[]): ZipEntry[] {
	const isMarked = ({ generalPurposeBitFlag }: Entry) => (generalPurposeBitFlag & UTF8_FLAG) !== 0;
	const raw = entries.filter((entry) => !isMarked(entry)).map(({ fileNameRaw }) => fileNameRaw);
	const { used, isSure } = chooseEncoding(raw, {});
	const encoding = used === "windows-1252" && !isSure ? "cp437" : (used ?? "utf-8");
	return entries.map((entry) => {
		const own = isMarked(entry) ? entry.fileNameRaw.toString("utf8") : unicodeName(entry);
		const name = own ?? iconv.decode(entry.fileNameRaw, encoding);
		return { path: name.replaceAll("\\", "/"), entry };
	});
}

/** The name in the Unicode field that some packers add; behind a version and a checksum. */
function unicodeName({ extraFields }: Entry): string | null {
	const field = extraFields.find(({ id }) => id === UNICODE_PATH_FIELD);
	return field === undefined || field.data.length < 6
		? null
		: field.data.subarray(5).toString("utf8");
}

function checkEntry(path: string, entry: Entry): void {
	checkSafePath(path);
	if (entry.isEncrypted())
		throw new Refused("archive.encrypted", {
			zh: `压缩包里的“${path}”加了密码。请去掉密码重新压缩。`,
			en: `${path} in the archive is locked by a password. Pack it again without one.`,
		});
	if (NESTED.has(extname(path).toLowerCase()))
		throw new Refused("archive.nested", {
			zh: `压缩包里还有压缩包“${path}”。请把里面的文件解出来，直接压成一个 zip。`,
			en: `The archive holds another archive, ${path}. Pack its files into one zip.`,
		});
	const { uncompressedSize, compressedSize } = entry;
	if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * MOST_RATIO)
		throw suspiciousRatio(path);
}

/** A file that swells beyond measure when unpacked. */
export function suspiciousRatio(path: string): Refused {
	return new Refused("archive.suspicious-ratio", {
		zh: `“${path}”解压后超过原来的 ${MOST_RATIO} 倍，像是压缩炸弹，不解。请直接交原文件。`,
		en: `${path} would unpack to more than ${MOST_RATIO} times its size; it was not unpacked. Hand in the file itself.`,
	});
}

/** More than can be unpacked. */
export function tooLarge(): Refused {
	return new Refused("archive.too-large", {
		zh: "压缩包解开后超过 4 GB。请分成几个压缩包。",
		en: "Unpacked, the archive is larger than 4 GB. Split it into several.",
	});
}

function checkSizes(entries: readonly ZipEntry[]): void {
	const total = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
	if (total > MOST_BYTES) throw tooLarge();
}

function tooManyEntries(count: number): Refused {
	return new Refused("archive.too-many-entries", {
		zh: `压缩包里有 ${count} 个文件，最多 ${MOST_ENTRIES} 个。请只压缩数据文件。`,
		en: `The archive holds ${count} files; ${MOST_ENTRIES} are allowed. Pack the data files only.`,
	});
}

/** Symbolic links of Unix: made there, with that file type in the upper half of the attributes. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
	return versionMadeBy >> 8 === 3 && ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function isOfSystem(path: string): boolean {
	return /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)|\/$/i.test(path);
}
