// A stored file of the streets, or a refusal that says what to do (decision 0004).
import { BrokenSeal } from "../../planning/wire/sealedArrays.ts";
import { Refused, type Words } from "../errors.ts";

const AGAIN = {
	zh: "请重新导入路网：jiequan import streets 文件.osm.pbf",
	en: "Import the streets again: jiequan import streets FILE.osm.pbf",
};

const WHY: Readonly<Record<BrokenSeal["reason"], Words & { code: string }>> = {
	older: {
		code: "streets.stored-older",
		zh: `库中的路网由旧版程序编译，本版不再读取。${AGAIN.zh}`,
		en: `The stored streets were compiled by an older version of this program. ${AGAIN.en}`,
	},
	newer: {
		code: "streets.stored-newer",
		zh: `库中的路网由更新版本的程序编译。请升级程序，或${AGAIN.zh}`,
		en: `The stored streets were compiled by a newer version of this program. Upgrade, or: ${AGAIN.en}`,
	},
	truncated: broken(),
	corrupted: broken(),
	foreign: broken(),
};

/** What `decode` makes of the bytes. Refused when they are of another version or broken. */
export function openStored<T>(decode: (bytes: Uint8Array) => T, bytes: Uint8Array): T {
	try {
		return decode(bytes);
	} catch (error) {
		if (!(error instanceof BrokenSeal)) throw error;
		const { code, zh, en } = WHY[error.reason];
		throw new Refused(code, { zh, en });
	}
}

function broken(): Words & { code: string } {
	return {
		code: "streets.stored-broken",
		zh: `库中的路网已损坏（校验不符）。请从备份恢复，或${AGAIN.zh}`,
		en: `The stored streets are broken (their checksum differs). Restore a backup, or: ${AGAIN.en}`,
	};
}
