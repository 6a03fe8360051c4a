// What many flags say alike: the rule of a category, the people and place of a cluster. Whoever keeps flags keeps it once.
import type { Flag } from "../analysis.ts";

/** Some of a flag's fields, and some of its figures. */
export type FlagPart = Partial<Flag>;

export interface FlagInParts {
	/** What this flag alone says. */
	readonly own: FlagPart;
	/** The same objects in every flag that says so. */
	readonly parts: readonly FlagPart[];
}

/** A flag that knows what it shares with others. */
export interface SharingFlag extends Flag {
	inParts(): FlagInParts;
}

/** A flag in parts; one that shares nothing is its own. */
export function inParts(flag: Flag): FlagInParts {
	return isSharing(flag) ? flag.inParts() : { own: flag, parts: [] };
}

/** The flag put together; parts must together have every field. */
export function wholeFlag({ own, parts }: FlagInParts): Flag {
	const figures = Object.assign({}, ...parts.map((part) => part.figures), own.figures);
	return Object.assign({}, ...parts, own, { figures }) as Flag;
}

function isSharing(flag: Flag): flag is SharingFlag {
	return "inParts" in flag;
}
