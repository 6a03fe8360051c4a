// A unit among its peers: where its figure lies between theirs.
import type { UnitKind } from "../../city/records.ts";

/** Fewer units alike than this say nothing; then all units of the kind are the peers. An editable default of the app. */
const FEWEST_ALIKE = 5;

export interface PeerUnit {
	readonly kind: UnitKind;
	readonly code: string;
	readonly streetKind: string | null;
	readonly zone: string | null;
}

/** Units to compare with, the unit itself among them. */
export interface Peers<U> {
	readonly units: readonly U[];
	/** Of the same kind of street or zone of committee too; else only of the same kind. */
	readonly isAlike: boolean;
}

/** Peers of a unit: of its kind, and where there are at least five, of the same 街道/镇/乡 or the same zone. */
export function peersOf<U extends PeerUnit>(units: readonly U[], unit: PeerUnit): Peers<U> {
	const ofKind = units.filter(({ kind }) => kind === unit.kind);
	const alike = ofKind.filter(
		({ streetKind, zone }) => streetKind === unit.streetKind && zone === unit.zone,
	);
	const isAlike = alike.length >= FEWEST_ALIKE && alike.length < ofKind.length;
	return { units: isAlike ? alike : ofKind, isAlike };
}

export interface PeerFigure {
	/** The unit's own; null is no data. */
	readonly value: number | null;
	/** 1 has the highest value; equal values share the better place. Null without data. */
	readonly place: number | null;
	/** Peers with data, the unit among them. */
	readonly of: number;
	/** Least, lower quartile, median, upper quartile, greatest of the peers with data; null where none has. */
	readonly spread: readonly [number, number, number, number, number] | null;
}

/** Where a value lies among those of its peers, which hold it too. */
export function peerFigure(value: number | null, peers: readonly (number | null)[]): PeerFigure {
	const known = peers.filter((peer) => peer !== null).sort((a, b) => a - b);
	return {
		value,
		place: value === null ? null : 1 + known.filter((peer) => peer > value).length,
		of: known.length,
		spread:
			known.length === 0
				? null
				: [
						quantile(known, 0),
						quantile(known, 0.25),
						quantile(known, 0.5),
						quantile(known, 0.75),
						quantile(known, 1),
					],
	};
}

/** Linear between the two nearest: type 7 of R. J. Hyndman & Y. Fan 1996, The American Statistician 50(4) (from memory). */
function quantile(sorted: readonly number[], share: number): number {
	const at = share * (sorted.length - 1);
	const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
	return low + (high - low) * (at - Math.floor(at));
}
