// The gaps of a brief and what they suggest, lever by lever.
import type { FlagCode, Lever } from "../../../planning/coverage/analysis.ts";
import type { Language } from "../../../planning/wire/reports.ts";
import { countWords } from "../words/numbers.ts";
import { wordsOf } from "../words/wordsOf.ts";
import type { BriefList, BriefTable } from "./Brief.ts";

/** Findings of the category, those of most people first, with the names of their units. */
export interface BriefFindings {
	readonly flags: readonly BriefFinding[];
	/** Of all findings, by code. */
	readonly countsByFlag: Readonly<Partial<Record<FlagCode, number>>>;
}

export interface BriefFinding {
	readonly flag: FlagCode;
	readonly residents: number;
	readonly lever: Lever;
	readonly unitNames: readonly string[];
}

/** Names beyond these are counted. */
const MOST_NAMES = 3;
const LEVER_OF: Readonly<Record<FlagCode, Lever>> = {
	severance: "link",
	"facility-gap": "facility",
	"boundary-gap": "boundary",
	"unassigned-residents": "boundary",
	"missing-mandatory": "facility",
	"floor-area-short": "facility",
	"facility-too-small": "facility",
	"committee-too-large": "boundary",
	"unit-too-large": "boundary",
	"unit-too-small": "boundary",
	"bmu-eligible": "boundary",
	"detached-part": "boundary",
	exclave: "boundary",
};
const LEVERS: readonly Lever[] = ["facility", "boundary", "link", "data"];

/** Null where nothing was found. */
export function gapsTable({ flags }: BriefFindings, language: Language): BriefTable | null {
	if (flags.length === 0) return null;
	const { gaps, flag, lever } = wordsOf(language);
	const { columns } = gaps;
	return {
		title: gaps.title,
		columns: [
			{ title: columns.kind, isNumber: false, widthShare: 0.17 },
			{ title: columns.where, isNumber: false, widthShare: 0.53 },
			{ title: columns.people, isNumber: true, widthShare: 0.12 },
			{ title: columns.lever, isNumber: false, widthShare: 0.18 },
		],
		rows: flags.map((one) => [
			flag[one.flag],
			namesOf(one.unitNames, language),
			countWords(one.residents),
			lever[one.lever],
		]),
		note: gaps.standardLimit,
	};
}

/** What the findings suggest; no plan has answered them yet, and the brief says so. */
export function proposalLines({ countsByFlag }: BriefFindings, language: Language): BriefList {
	const { proposals, flag, lever, leverWhy, comma } = wordsOf(language);
	const lines = LEVERS.flatMap((one) => {
		const found = (Object.keys(countsByFlag) as FlagCode[]).filter(
			(code) => LEVER_OF[code] === one,
		);
		if (found.length === 0) return [];
		const counts = found.map((code) =>
			proposals.count(flag[code], countWords(countsByFlag[code] ?? 0)),
		);
		return [proposals.line(lever[one], counts.join(comma), leverWhy[one])];
	});
	return { title: proposals.title, lines: [proposals.none(lines.length > 0), ...lines] };
}

function namesOf(names: readonly string[], language: Language): string {
	const { comma, gaps } = wordsOf(language);
	const shown = names.slice(0, MOST_NAMES).join(comma);
	return names.length <= MOST_NAMES ? shown : gaps.more(shown, countWords(names.length));
}
