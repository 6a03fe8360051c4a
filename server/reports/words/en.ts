// Reports in English.
import type { ReportWords } from "./ReportWords.ts";

const PROFILES: Readonly<Record<string, string>> = {
	adult: "Adult",
	elder: "Elder or child",
	stepfree: "Step-free",
	bicycle: "Bicycle",
	adult80: "Brisk adult",
};

export const en: ReportWords = {
	comma: ", ",
	clause: "; ",
	level: {
		district: "districts",
		street: "streets and towns",
		committee: "committees",
		bmu: "basic management units",
		circle: "living circles",
	},
	who: {
		all: "residents",
		elders: "residents of 60 and over",
		children: "children",
		households: "households",
	},
	mode: { any: "any facility", own: "own unit's facility" },
	profile: (name, speed) => `${PROFILES[name] ?? name}, ${speed} m/min`,
	villages: (speed) => `villages by slow travel, ${speed} m/min`,
	breaks: {
		fixed: "fixed",
		quantile: "quantiles",
		equal: "equal steps",
		natural: "natural breaks",
	},
	confidence: {
		verified: "verified in the source",
		"verified-secondary": "verified in a secondary source",
		memory: "from memory, to be checked",
		uncertain: "uncertain",
		derived: "derived",
	},
	flag: {
		severance: "Severance",
		"facility-gap": "Facility gap",
		"boundary-gap": "Boundary gap",
		"unassigned-residents": "Residents outside any committee",
		"missing-mandatory": "Mandatory facility missing",
		"floor-area-short": "Floor area short",
		"facility-too-small": "Premises too small",
		"committee-too-large": "Committee too large",
		"unit-too-large": "Street or town too large",
		"unit-too-small": "Street or town too small",
		"bmu-eligible": "Fit for a basic management unit",
		"detached-part": "Detached part",
		exclave: "Exclave",
	},
	lever: { facility: "Facility", boundary: "Boundary", link: "Link", data: "Data" },
	leverWhy: {
		facility: "No unit's facility is near: a new or larger one changes this",
		boundary: "The boundary causes this: moving it changes this",
		link: "One is near but cut off: a gate or crossing changes this",
		data: "Check the data and the assignment first",
	},
	band: {
		slower: "walking a tenth slower",
		faster: "walking a tenth faster",
		"noted-out": "homes 50–300 m from a street not counted as covered",
		"not-attached-out": "homes without a street left out of the denominator",
		"declared-people": "by the residents that committees declare",
	},
	border: {
		district: "District border",
		street: "Street or town border",
		committee: "Committee border",
		bmu: "Basic management unit",
		circle: "Living circle",
	},
	limit: (limit, unit) =>
		({
			minutes: `${limit} minutes`,
			metres: `${limit} m in a straight line`,
			percent: limit === 100 ? "each one's limit" : `${limit}% of each one's limit`,
		})[unit],
	reach: ({ service, limit, unit, isOwn }) => {
		if (unit === "percent") return `walk to all eight services within ${limit}`;
		const whose = isOwn ? "their own unit's " : "";
		return unit === "metres"
			? `find ${whose}${service} within ${limit}`
			: `walk to ${whose}${service} within ${limit}`;
	},
	noData: "no data",
	sketch: "Sketch map",
	review: (number) => `Map review number ${number}`,
	title: (area, service) => `${area}: ${service}`,
	mapTitle: (area, service) => `${area}: ${service}, coverage`,
	asOf: (date) => `Data as of ${date}`,
	headline: ({ area, who, people, covered, pct, reach, beyond }) =>
		`Of ${people} ${who} in ${area}, ${covered} (${pct}) can ${reach}; ${beyond} cannot.`,
	everybody: ({ area, who, people, reach }) => `All ${people} ${who} in ${area} can ${reach}.`,
	nobody: (area) => `Nobody is counted in ${area}: there is no coverage to tell.`,
	cards: {
		share: "Coverage",
		band: (low, high) => `${low}–${high} under other assumptions`,
		beyond: "Beyond the limit",
		beyondShare: (who, pct) => `${pct} of all ${who}`,
		lowest: (level) => `Lowest of ${level}`,
		lowestNote: (lowest, highest, pct) => `${lowest}; highest ${highest} ${pct}`,
		allAlike: "the same everywhere",
		conforming: (level) => `Conforming premises, ${level}`,
		conformingRule: "35 m² per 100 households and one of 300 m² (沪民基发〔2021〕7号 十一)",
		oneShort: "One service short",
		oneShortNote: "seven of the eight within their limits",
	},
	ranking: {
		title: (level) => `Coverage of ${level}, lowest first`,
		columns: {
			rank: "No.",
			code: "Code",
			name: "Name",
			parent: "Part of",
			total: "People",
			covered: "Within",
			beyond: "Beyond",
			pct: "Coverage",
			notAttached: "Not attached",
			classWords: "Class (%)",
		},
		cut: (shown, all) => `${shown} of ${all}, those of lowest coverage; the table has them all.`,
	},
	gaps: {
		title: "Gaps",
		none: "No gap of this category was found.",
		columns: { kind: "Kind", where: "Units", people: "People", lever: "Lever" },
		more: (names, count) => `${names} and others, ${count} in all`,
		standardLimit:
			"Gaps are judged at the standard's limit, whatever limit is asked for above; a person may count in several.",
	},
	proposals: {
		title: "What would help",
		none: (hasFindings) =>
			hasFindings
				? "No plan has been made yet. The gaps suggest:"
				: "No plan has been made yet, and there is no gap to answer.",
		line: (lever, findings, why) => `${lever}: ${findings}. ${why}.`,
		count: (kind, count) => `${kind} × ${count}`,
	},
	method: {
		title: "Method",
		snapshot: (hash) => `snapshot ${hash}`,
		limit: ({ asked, own, source, confidence }) =>
			`Limit ${asked}; the standard's is ${own} (${source}; ${confidence})`,
		denominator: (people, count) => `Denominator: ${count} ${people}`,
		notAttached: (count) => `${count} not attached to a street, kept in it`,
		compositeLimit: (limit) =>
			`Limit: ${limit}; the eight services are a default of this software and can be changed`,
		unknown: (homes, people) => `${homes} homes do not state their ${people} and are left out`,
		band: (cases) => `One assumption changed at a time, the coverage is: ${cases}`,
		classes: (breaks) => `Classes on the map: ${breaks}`,
	},
	notes: {
		title: "Notes",
		speed: "No standard read so far fixes a walking speed; these are defaults of this software.",
		borders: "Borders are those of the imported data and are no evidence of legal borders.",
		demonstration: "A demonstration city: names and figures are invented.",
	},
	legend: {
		share: "Coverage (%)",
		places: "Places",
		borders: "Borders",
		units: (count) => `${count}`,
		spots: "Residents beyond the limit",
		people: (count) => `${count} people`,
		north: "N",
		wgs84: "WGS84, transverse Mercator",
	},
	file: { brief: "brief", sheet: "map", table: "coverage", data: "data" },
	page: (page, pages) => ["Page ", page, " of ", pages],
};
