// What a pedestrian may legally use, as one table. docs/methods.md §2 lists the same rows; a test compares them.
import { EDGE_FLAG } from "./StreetGraph.ts";

export type Tags = Readonly<Record<string, string>>;

/** How a way may be walked; absent altogether when it may not. */
export interface Walkability {
	/** Bits of `EDGE_FLAG`. */
	readonly flags: number;
	readonly forward: boolean;
	readonly backward: boolean;
	/** Only at the ends of a trip. */
	readonly isPrivate: boolean;
}

/** What the rows decide. Of one question (of `flag`: of one tag) the first row that fits decides. */
type Question = "use" | "access" | "direction" | "flag" | "node";
type Answer =
	| "walkable"
	| "absent"
	| "private"
	| "allowed"
	| "both ways"
	| "forward"
	| "backward"
	| "steps"
	| "foot only"
	| "bicycles too"
	| "bridge"
	| "tunnel"
	| "none"
	| "shut"
	| "passable";

export interface WalkRow {
	readonly question: Question;
	readonly tag: string;
	/** Values of the tag; `*` is any value. */
	readonly values: readonly string[];
	readonly answer: Answer;
}

const ANY = ["*"];
const ROADS =
	"trunk trunk_link primary primary_link secondary secondary_link tertiary tertiary_link unclassified residential living_street service road";
const PATHS = "track cycleway path bridleway";
const FOOT_WAYS = "pedestrian footway corridor platform";
const PRIVATE = "private customers delivery permit residents employees members military";
const BICYCLES = "yes designated permissive official destination";
const OPENINGS =
	"gate lift_gate swing_gate sliding_gate kissing_gate hampshire_gate bollard block cycle_barrier turnstile full-height_turnstile stile entrance kerb toll_booth border_control";

/** The table. Nothing else in the compiler reads these tags. */
export const WALK_TABLE: readonly WalkRow[] = [
	row("use", "highway", ROADS, "walkable"),
	row("use", "highway", PATHS, "walkable"),
	row("use", "highway", `${FOOT_WAYS} steps`, "walkable"),
	row("use", "highway", "motorway motorway_link bus_guideway busway raceway escape", "absent"),
	row("use", "highway", "construction proposed planned abandoned razed", "absent"),
	row("use", "highway", "*", "absent"),
	row("use", "route", "ferry", "absent"),
	row("access", "foot", "no use_sidepath", "absent"),
	row("access", "foot", PRIVATE, "private"),
	row("access", "foot", "*", "allowed"),
	row("access", "motorroad", "yes", "absent"),
	row("access", "access", "no", "absent"),
	row("access", "access", PRIVATE, "private"),
	row("access", "access", "*", "allowed"),
	row("direction", "oneway:foot", "yes 1 true", "forward"),
	row("direction", "oneway:foot", "-1 reverse", "backward"),
	row("direction", "oneway:foot", "*", "both ways"),
	row("direction", "foot:backward", "no", "forward"),
	row("direction", "foot:forward", "no", "backward"),
	row("direction", "conveying", "forward", "forward"),
	row("direction", "conveying", "backward", "backward"),
	row("direction", "conveying", "*", "both ways"),
	row("flag", "highway", "steps", "steps"),
	row("flag", "highway", FOOT_WAYS, "foot only"),
	row("flag", "bicycle", BICYCLES, "bicycles too"),
	row("flag", "bridge", "no", "none"),
	row("flag", "bridge", "*", "bridge"),
	row("flag", "tunnel", "no building_passage", "none"),
	row("flag", "tunnel", "*", "tunnel"),
	row("node", "foot", "no use_sidepath", "shut"),
	row("node", "foot", "*", "passable"),
	row("node", "access", "no", "shut"),
	row("node", "access", "*", "passable"),
	row("node", "locked", "yes", "shut"),
	row("node", "barrier", "wall city_wall retaining_wall fence", "shut"),
	row("node", "barrier", OPENINGS, "passable"),
	row("node", "barrier", "*", "passable"),
];

function row(question: Question, tag: string, values: string, answer: Answer): WalkRow {
	return { question, tag, values: values === "*" ? ANY : values.split(" "), answer };
}

/** How a way with these tags may be walked, or null when it may not be. */
export function walkabilityOf(tags: Tags): Walkability | null {
	if (answerTo("use", tags) !== "walkable") return null;
	const access = answerTo("access", tags);
	if (access === "absent") return null;
	const direction = answerTo("direction", tags);
	return {
		flags: flagsOf(tags),
		forward: direction !== "backward",
		backward: direction !== "forward",
		isPrivate: access === "private",
	};
}

/** True when nobody may walk through a node with these tags: a barrier that is shut to all. */
export function isShut(tags: Tags): boolean {
	return tags["barrier"] !== undefined && answerTo("node", tags) === "shut";
}

function answerTo(question: Question, tags: Tags): Answer | undefined {
	return rowsOf(question).find((each) => fits(each, tags))?.answer;
}

function flagsOf(tags: Tags): number {
	const answers = ["highway", "bicycle", "bridge", "tunnel"].map(
		(tag) => rowsOf("flag").find((each) => each.tag === tag && fits(each, tags))?.answer,
	);
	const isFootOnly = answers.includes("steps") || answers.includes("foot only");
	return (
		(answers.includes("steps") ? EDGE_FLAG.steps : 0) |
		(answers.includes("bridge") ? EDGE_FLAG.bridge : 0) |
		(answers.includes("tunnel") ? EDGE_FLAG.tunnel : 0) |
		(isFootOnly && !answers.includes("bicycles too") ? EDGE_FLAG.footOnly : 0)
	);
}

function fits({ tag, values }: WalkRow, tags: Tags): boolean {
	const value = tags[tag];
	return value !== undefined && (values === ANY || values.includes(value));
}

function rowsOf(question: Question): readonly WalkRow[] {
	return ROWS[question];
}

const ROWS: Readonly<Record<Question, readonly WalkRow[]>> = {
	use: rowsFor("use"),
	access: rowsFor("access"),
	direction: rowsFor("direction"),
	flag: rowsFor("flag"),
	node: rowsFor("node"),
};

function rowsFor(question: Question): readonly WalkRow[] {
	return WALK_TABLE.filter((each) => each.question === question);
}
