import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Direction } from "../../planning/reach/isochrone/labels.ts";
import { wholeNumber } from "./analyse.ts";
import { type Command, type OptionValues, WrongUsage } from "./Command.ts";
import { lonLatOf } from "./lonLatOf.ts";
import { writeFiles } from "./writeFiles.ts";

const USAGE =
	"--from LON,LAT | --to LON,LAT [--limit S] [--profile NAME] [--speed M_PER_MIN] [--lines] [--out FILE]";
const DEFAULT_LIMIT_S = 900;

export const reachCommand: Command = {
	name: "reach",
	usage: USAGE,
	summary: {
		zh: "从一地出发（--from）或到达一地（--to）的等时圈，GeoJSON；--lines 另附可达道路。",
		en: "Isochrone from a place or to it, as GeoJSON; --lines adds the reached streets.",
	},
	options: {
		from: { type: "string" },
		to: { type: "string" },
		limit: { type: "string" },
		profile: { type: "string" },
		speed: { type: "string" },
		lines: { type: "boolean" },
		out: { type: "string" },
	},
	positionals: 0,
	async run({ options, withDatabase, print }) {
		const { reachOf } = await import("../queries/reachOf.ts");
		const { direction, place } = placeOf(options);
		const asked = {
			snapshot: "current" as const,
			direction,
			place,
			limitS: wholeNumber(options, "limit", 14_400) ?? DEFAULT_LIMIT_S,
			profile: options["profile"] as string | undefined,
			speedMPerMin: wholeNumber(options, "speed", 1_000),
			withLines: options["lines"] === true,
		};
		const out = options["out"] as string | undefined;
		if (out !== undefined && (out === "" || isFolder(out)))
			throw new WrongUsage(`--out is the name of a file, not “${out}”`);
		const collection = await withDatabase(({ knex }) => reachOf(knex, asked));
		const text = JSON.stringify(collection);
		if (out === undefined) {
			print(collection, [text]);
			return 0;
		}
		await writeFiles(dirname(out), [{ name: basename(out), body: `${text}\n` }]);
		const { properties } = collection.features[0];
		print({ ...properties, out }, [
			`${properties.nodes} 个路口在限值内 street nodes within ${properties.limitS} s, ${properties.profile} ${properties.speedMPerMin} m/min`,
			`误差 error: ${properties.outsidePct} % 圈内而不可达 inside but beyond · ${properties.missedPct} % 可达而在圈外 reached but outside`,
			`已写入 Written to ${out}`,
		]);
		return 0;
	},
};

function isFolder(path: string): boolean {
	return path.endsWith("/") || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function placeOf(options: OptionValues): { direction: Direction; place: LonLat } {
	const { from, to } = options;
	if (typeof from === "string" && to === undefined)
		return { direction: "from", place: lonLatOf("from", from) };
	if (typeof to === "string" && from === undefined)
		return { direction: "to", place: lonLatOf("to", to) };
	throw new WrongUsage(`one of --from and --to: jiequan reach ${USAGE}`);
}
