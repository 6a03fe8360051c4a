// `isochrone-outside-pct`, `isochrone-missed-pct`: the worst polygon of 30 places in Porto, 15 minutes from and to each.
import { resolve } from "node:path";
import { attachResidence, createAttacher } from "../../../planning/reach/attacher.ts";
import { isochroneError } from "../../../planning/reach/isochrone/isochroneError.ts";
import { isochronePolygon } from "../../../planning/reach/isochrone/isochronePolygon.ts";
import { createWalker, isochroneLabels } from "../../../planning/reach/isochrone/labels.ts";
import { nodePlaces } from "../../../planning/reach/nodePlaces.ts";
import { limitDm, type Profile, profileNamed } from "../../../planning/reach/profiles.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { collectStreets } from "../../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../../server/imports/osm/readOsm.ts";
import type { Figure } from "../Figure.ts";
import { portoOrigins } from "./portoOrigins.ts";

const PORTO = resolve(
	import.meta.dirname,
	"../../../../shared/geodata/osm-scale/porto_portugal.osm.pbf",
);
const ORIGINS = 30;
const LIMIT_S = 900;

/** Needs the real file of Porto beside the repository. */
export async function isochroneFigures(): Promise<Figure[]> {
	const { waySet } = await collectStreets(readOsm(PORTO));
	const { graph, barriers } = compileStreets(waySet);
	const attacher = createAttacher(graph, barriers);
	const places = nodePlaces(graph);
	const adult = profileNamed("adult") as Profile;
	let [outsidePct, missedPct] = [0, 0];
	for (const direction of ["from", "to"] as const) {
		const walker = createWalker(graph, adult, direction);
		for (const place of portoOrigins(graph, ORIGINS)) {
			const origin = attachResidence(attacher, place);
			const labels = isochroneLabels(walker, [origin], limitDm(LIMIT_S, adult.speedMPerMin));
			const polygon = isochronePolygon(walker, labels, places);
			const error = isochroneError(walker, labels, polygon, places);
			outsidePct = Math.max(outsidePct, error.outsidePct);
			missedPct = Math.max(missedPct, error.missedPct);
		}
	}
	return [
		{ id: "isochrone-outside-pct", value: outsidePct, unit: "%", atMost: 1 },
		{ id: "isochrone-missed-pct", value: missedPct, unit: "%", atMost: 1 },
	];
}
