// The isochrone of one place in the committed city.
import type { Knex } from "knex";
import { chooseProfiles } from "../../planning/coverage/walkers.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Attachment } from "../../planning/reach/attach.ts";
import {
	type Attacher,
	attachFacility,
	attachResidence,
	createAttacher,
} from "../../planning/reach/attacher.ts";
import {
	type IsochroneCollection,
	isochroneFeatures,
} from "../../planning/reach/isochrone/isochroneFeatures.ts";
import {
	createWalker,
	type Direction,
	isochroneLabels,
} from "../../planning/reach/isochrone/labels.ts";
import { nearestStreetM } from "../../planning/reach/nearestStreet.ts";
import { limitDm } from "../../planning/reach/profiles.ts";
import { isOnStreet } from "../../planning/reach/tripEnds.ts";
import { NO_EDGE } from "../../planning/streets/StreetGraph.ts";
import { Refused } from "../errors.ts";
import { optionsOf } from "./analysisRuns.ts";
import { snapshotLayers } from "./currentLayers.ts";
import { requireSnapshot } from "./findSnapshot.ts";
import { loadStreets } from "./loadCity.ts";

export interface ReachAsked {
	readonly snapshot: number | "current";
	readonly direction: Direction;
	readonly place: LonLat;
	readonly limitS: number;
	readonly profile?: string | undefined;
	readonly speedMPerMin?: number | undefined;
	readonly withLines: boolean;
}

/** Refused when there is no city, no such profile, or no street that the place can use. */
export async function reachOf(db: Knex, asked: ReachAsked): Promise<IsochroneCollection> {
	const { direction, place, limitS } = asked;
	const { main: profile } = chooseProfiles(optionsOf(asked));
	const snapshot = await requireSnapshot(db, asked.snapshot);
	const { graph, barriers } = await loadStreets(db, await snapshotLayers(db, snapshot.id));
	const attacher = createAttacher(graph, barriers);
	const origins = attachmentsOf(attacher, place, direction);
	if (origins.every(({ edge }) => edge === NO_EDGE)) throw notAttached(attacher, place, direction);
	const walker = createWalker(graph, profile, direction);
	if (!origins.some((origin) => isOnStreet(walker, origin)))
		throw new Refused("reach.street-not-usable", {
			zh: `离该处最近的街道不能用出行方式“${profile.name}”通行。请换一种方式或换一个位置。`,
			en: `The profile “${profile.name}” may not use the street nearest to this place. Choose another profile or place.`,
		});
	const maxDm = limitDm(limitS, profile.speedMPerMin);
	const connectorDm = Math.min(...origins.map((origin) => origin.connectorDm));
	if (connectorDm > maxDm)
		throw new Refused("reach.limit-too-short", {
			zh: `该处到街道有 ${connectorDm / 10} 米，${limitS} 秒走不到。请加大 --limit。`,
			en: `The street is ${connectorDm / 10} m away: farther than ${limitS} s. Raise the limit.`,
		});
	const labels = isochroneLabels(walker, origins, maxDm);
	return isochroneFeatures(walker, labels, {
		place,
		limitS,
		snapshot: snapshot.hash,
		withLines: asked.withLines,
	});
}

function attachmentsOf(attacher: Attacher, place: LonLat, direction: Direction): Attachment[] {
	return direction === "from"
		? [attachResidence(attacher, place)]
		: attachFacility(attacher, place);
}

/** Says how far the nearest street is, and whether longitude and latitude look swapped. */
function notAttached(attacher: Attacher, place: LonLat, direction: Direction): Refused {
	const distanceM = nearestStreetM(attacher, place);
	if (distanceM === null)
		return new Refused("reach.not-attached", {
			zh: "路网中没有可步行的街道。",
			en: "The streets layer has no walkable street.",
		});
	const swapped: LonLat = [place[1], place[0]];
	const fitsSwapped =
		Math.abs(swapped[1]) <= 90 &&
		attachmentsOf(attacher, swapped, direction).some(({ edge }) => edge !== NO_EDGE);
	const [zhHint, enHint] = fitsSwapped
		? [`经度在前：${swapped.join(",")}？`, `Longitude comes first: ${swapped.join(",")}?`]
		: ["请选离街道更近的位置。", "Choose a place nearer to a street."];
	const isNear = distanceM <= 300;
	const far =
		distanceM < 10_000 ? `${Math.round(distanceM)} m` : `${Math.round(distanceM / 1_000)} km`;
	return new Refused("reach.not-attached", {
		zh: isNear
			? `最近的街道在 ${far} 处，但中间隔着河流、铁路或围墙。${zhHint}`
			: `300 米内没有街道，最近的在 ${far} 处。${zhHint}`,
		en: isNear
			? `The nearest street is ${far} away, but a river, railway or wall is between. ${enHint}`
			: `No street within 300 m; the nearest is ${far} away. ${enHint}`,
	});
}
