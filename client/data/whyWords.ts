// An explanation as a key of words and the figures in it; the words themselves are in i18n. Pure.
import type { Explanation, NamedBarrier, Walked } from "../../planning/coverage/explanation.ts";
import { formatDistance, type Language } from "./formats.ts";

export interface WhyWords {
	/** Below `why.` in i18n. */
	readonly key: string;
	/** A second sentence; null for none. */
	readonly more: string | null;
	readonly figures: Readonly<Record<string, string | number>>;
}

/** Words for parts that have words of their own: kinds of barrier, minutes and seconds. */
export type Say = (key: string, figures?: Readonly<Record<string, string | number>>) => string;

export function whyWords(why: Explanation, language: Language, say: Say): WhyWords {
	const { code, facility, nearestAny, barrier, street, beyondBy, limit } = why;
	const isByRadius = why.limitUnit === "metres";
	const m = (metres: number) => formatDistance(metres, language);
	const figures = {
		limit,
		...(facility === null ? {} : walkedFigures(facility, m, say)),
		...(nearestAny === null ? {} : prefixed("other", walkedFigures(nearestAny, m, say))),
		...(barrier === null ? {} : { barrier: barrierWords(barrier, say) }),
		...(street === null ? {} : { distance: m(street.distanceM) }),
		...(beyondBy === null ? {} : { over: isByRadius ? m(beyondBy) : walkTime(beyondBy, say) }),
	};
	const isElsewhere = nearestAny !== null && nearestAny.facilityId !== facility?.facilityId;
	const more = code === "severed" && isElsewhere ? "severed.elsewhere" : null;
	return { key: keyOf(code, why, isByRadius), more, figures };
}

function keyOf(
	code: Explanation["code"],
	{ facility, nearestAny, barrier, street, mode }: Explanation,
	isByRadius: boolean,
): string {
	const isUnreached = facility !== null && facility.walk === null;
	switch (code) {
		case "covered":
			return isByRadius ? "covered.radius" : "covered.walk";
		case "not-attached":
			if (street === null) return "notAttached.noStreet";
			return barrier === null ? "notAttached.far" : "notAttached.barrier";
		case "severed":
			return isUnreached ? "severed.unreached" : "severed.walk";
		case "beyond":
			if (facility === null) return "beyond.nobody";
			if (isByRadius) return "beyond.radius";
			if (isUnreached) return mode === "own" ? "beyond.ownUnreached" : "beyond.unreached";
			return mode === "own" ? "beyond.own" : "beyond.walk";
		case "no-facility":
			return "noFacility";
		case "own-unit-only":
			return isUnreached ? "ownUnitOnly.unreached" : "ownUnitOnly.walk";
		case "no-own-facility":
			return nearestAny === null ? "noOwnFacility.alone" : "noOwnFacility.near";
	}
}

function walkedFigures(
	{ facilityName, unit, straightM, walk }: Walked,
	m: (metres: number) => string,
	say: Say,
): Record<string, string> {
	return {
		name: facilityName,
		unit: unit?.name ?? "",
		straight: m(straightM),
		...(walk === null ? {} : { time: walkTime(walk.seconds, say), length: m(walk.lengthM) }),
	};
}

function prefixed(prefix: string, figures: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(figures).map(([name, value]) => [
			prefix + name.charAt(0).toUpperCase() + name.slice(1),
			value,
		]),
	);
}

function barrierWords({ kind, name }: NamedBarrier, say: Say): string {
	const what = say(`why.barrier.${kind}`);
	return name === "" ? what : say("why.barrier.named", { name, kind: what });
}

/** 12 分 34 秒. Half seconds round up, so that nothing beyond a limit is shown as if it were on it. */
export function walkTime(seconds: number, say: Say): string {
	const whole = Math.ceil(seconds);
	if (whole < 60) return say("why.time.seconds", { seconds: whole });
	const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
	return rest === 0
		? say("why.time.minutes", { minutes })
		: say("why.time.both", { minutes, seconds: rest });
}
