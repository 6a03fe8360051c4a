// A few texts of a file as they read in an encoding, for a person to judge by.
import { isAscii } from "node:buffer";
import iconv from "iconv-lite";
import { holdsIdentityNumber } from "../../../planning/layers/personalData.ts";

const SAMPLES = 5;
const LONGEST = 60;

/** Up to five different texts that hold characters outside ASCII. */
export function sampleTexts(pieces: readonly Uint8Array[], encoding: string): string[] {
	const texts = new Set<string>();
	for (const piece of pieces) {
		const decoded = iconv.decode(Buffer.from(piece), encoding);
		for (const part of decoded.replaceAll("\0", "\n").split(/[\r\n\t,;"{}[\]<>]+/)) {
			const text = part.trim();
			if (text === "" || isAscii(Buffer.from(text)) || holdsIdentityNumber(text)) continue;
			texts.add([...text].slice(0, LONGEST).join(""));
			if (texts.size === SAMPLES) return [...texts];
		}
	}
	return [...texts];
}
