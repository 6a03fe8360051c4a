// Why one residence is, or is not, served with one category: the same rules as the analysis, for one place, with the route.
import type { UnitRecord } from "../city/records.ts";
import { boxAround } from "../geo/box.ts";
import { distanceM } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { Attacher } from "../reach/attacher.ts";
import { attachmentAt } from "../reach/attachments.ts";
import { nearestStreet } from "../reach/nearestStreet.ts";
import { limitDm, type Profile, secondsOf } from "../reach/profiles.ts";
import { type Route, type RouteDoor, routeTo } from "../reach/route.ts";
import { type Category, limitOf } from "../standards/catalogue.ts";
import { THRESHOLDS } from "../standards/thresholds.ts";
import { barrierBetween } from "../streets/barrierIndex.ts";
import { cutBarriers } from "../streets/cutBarriers.ts";
import { edgeTails } from "../streets/edgeLine.ts";
import { BARRIER_KINDS, type BarrierLines, NO_EDGE } from "../streets/StreetGraph.ts";
import type { City, Mode } from "./analysis.ts";
import type { CityAttachments } from "./cityAttachments.ts";
import type { Explanation, NamedBarrier, Walked } from "./explanation.ts";
import { type Located, unitAt } from "./located.ts";
import { servedUnit } from "./operators.ts";
import { chooseProfiles, type ProfileChoice } from "./walkers.ts";

/** Walks longer than an hour are not looked for. */
const LONGEST_WALK_S = 3_600;
/** A severing line is drawn this far around the residence and the facility. */
const BARRIER_MARGIN_M = 500;

/** A city located and attached, ready to be asked about any residence. */
export interface ExplainGround {
	readonly city: City;
	readonly located: Located;
	readonly attachments: CityAttachments;
	readonly attacher: Attacher;
	readonly edgeTail: Uint32Array;
}

export function explainGround(ground: Omit<ExplainGround, "edgeTail">): ExplainGround {
	return { ...ground, edgeTail: edgeTails(ground.city.graph) };
}

export interface Question {
	/** Index into the city's residences. */
	readonly residence: number;
	readonly category: Category;
	readonly mode: Mode;
	readonly choice: ProfileChoice;
}

/**
 * Explain one residence and category. The code is that of the analysis: covered ⇔ within, severed ⇔ its severance cause.
 * Throws for categories judged by presence, and for own mode where a category has none. Costs one search around the
 * residence as far as the nearest facility, twice where two facilities are told.
 */
export function explain(ground: ExplainGround, question: Question): Explanation {
	const { category, mode } = question;
	if (category.basis === "presence" || (mode === "own" && category.ownUnit !== "yes"))
		throw new Error(`${category.code} has no walk times in mode ${mode}.`);
	const place = new Place(ground, question);
	if (category.basis === "metres") return byRadius(place);
	return mode === "own" ? byOwnWalk(place) : byWalk(place);
}

/** Any facility, on foot. */
function byWalk(place: Place): Explanation {
	if (!place.isAttached) return notAttached(place);
	const nearest = place.nearestOf(place.facilities);
	if (nearest !== null && place.isWithin(nearest))
		return place.answer("covered", { facility: nearest });
	const severed = place.severedFrom();
	if (severed !== null)
		return place.answer("severed", {
			facility: place.walkedTo(severed.facility),
			nearestAny: nearest,
			barrier: place.named(severed.barrier, severed.lonLat),
		});
	if (!place.facilities.some((facility) => place.hasDoor(facility)))
		return place.answer("no-facility", {});
	return place.answer("beyond", { facility: nearest ?? place.straightNearest() });
}

/** One's own units' facility, on foot. */
function byOwnWalk(place: Place): Explanation {
	if (!place.isAttached) return notAttached(place);
	const own = place.facilities.filter(
		(facility) => place.isOwn(facility) && place.hasDoor(facility),
	);
	const nearestOwn = place.nearestOf(own);
	if (nearestOwn !== null && place.isWithin(nearestOwn))
		return place.answer("covered", { facility: nearestOwn });
	const nearestAny = place.nearestOf(place.facilities);
	if (own.length === 0) return place.answer("no-own-facility", { nearestAny });
	const facility = nearestOwn ?? place.straightNearest(own);
	const isNearOther = nearestAny !== null && place.isWithin(nearestAny);
	return place.answer(isNearOther ? "own-unit-only" : "beyond", { facility, nearestAny });
}

/** A radius: straight line to the facility's position. */
function byRadius(place: Place): Explanation {
	const facility = place.straightNearest();
	if (place.isWithinRadius()) return place.answer("covered", { facility });
	if (!place.isAttached) return notAttached(place);
	return place.answer(facility === null ? "no-facility" : "beyond", { facility });
}

function notAttached(place: Place): Explanation {
	const street = nearestStreet(place.ground.attacher, place.lonLat);
	if (street === null) return place.answer("not-attached", {});
	const barrier = barrierBetween(place.ground.attacher.barriers, place.lonLat, street.foot);
	return place.answer("not-attached", {
		street: { distanceM: rounded(street.distanceM), lonLat: street.foot },
		barrier: barrier < 0 ? null : place.named(barrier, street.foot),
	});
}

type Told = Partial<Pick<Explanation, "facility" | "nearestAny" | "street" | "barrier">>;

/** One residence asked about one category. */
class Place {
	readonly ground: ExplainGround;
	readonly lonLat: LonLat;
	readonly isAttached: boolean;
	readonly profile: Profile;
	/** Minutes or metres. */
	readonly limit: number;
	/** Of the category, in id order. */
	readonly facilities: readonly number[];
	private readonly question: Question;
	private readonly cell: number;

	constructor(ground: ExplainGround, question: Question) {
		const { city, located, attachments } = ground;
		const { residence, category, choice } = question;
		this.ground = ground;
		this.question = question;
		this.lonLat = city.residences[residence].lonLat;
		this.isAttached = attachments.residences.edge[residence] !== NO_EDGE;
		this.cell = located.residenceCell[residence];
		const { main, village } = chooseProfiles(choice);
		const isVillage = unitAt(located, this.cell, "committee")?.zone === "village";
		this.profile = isVillage && village !== null ? village : main;
		this.limit = limitOf(category) ?? 0;
		this.facilities = [...city.facilities.keys()].filter(
			(facility) => city.facilities[facility].category === category.code,
		);
	}

	/** The nearest on foot, within an hour. */
	nearestOf(facilities: readonly number[]): Walked | null {
		const route = this.routeTo(facilities);
		return route === null ? null : this.walked(route.facility, route);
	}

	walkedTo(facility: number): Walked {
		return this.walked(facility, this.routeTo([facility]));
	}

	/** The nearest as the crow flies, with the walk to it. */
	straightNearest(facilities: readonly number[] = this.facilities): Walked | null {
		const [nearest] = this.byDistance(facilities);
		return nearest === undefined ? null : this.walkedTo(nearest.facility);
	}

	isWithinRadius(): boolean {
		return this.facilities.some((facility) => this.straightM(facility) <= this.limit);
	}

	isWithin({ walk }: Walked): boolean {
		return walk !== null && walk.costDm <= limitDm(this.limit * 60, this.profile.speedMPerMin);
	}

	/** Operated by the residence's committee, circle or street. */
	isOwn(facility: number): boolean {
		const { located } = this.ground;
		const unit = servedUnit(located.operators[facility], located.tree);
		return (
			unit !== undefined &&
			(["committee", "circle", "street"] as const).some(
				(kind) => unitAt(located, this.cell, kind) === unit,
			)
		);
	}

	hasDoor(facility: number): boolean {
		return this.doorsOf(facility).length > 0;
	}

	/** The nearest facility whose straight line × 1.4 is within the limit and crosses a barrier. */
	severedFrom(): { facility: number; barrier: number; lonLat: LonLat } | null {
		const withinM =
			limitDm(this.limit * 60, this.profile.speedMPerMin) / 10 / THRESHOLDS.severanceDetour.value;
		for (const { facility, straightM } of this.byDistance(this.facilities)) {
			if (straightM > withinM) return null;
			const { lonLat } = this.ground.city.facilities[facility];
			const barrier = barrierBetween(this.ground.attacher.barriers, this.lonLat, lonLat);
			if (barrier >= 0) return { facility, barrier, lonLat };
		}
		return null;
	}

	named(line: number, other: LonLat): NamedBarrier {
		const { barriers } = this.ground.city;
		const box = boxAround([this.lonLat, other], BARRIER_MARGIN_M);
		const only = cutBarriers(oneLine(barriers, line), box);
		return {
			kind: BARRIER_KINDS[barriers.lineKind[line]],
			name: barriers.lineName[line],
			way: barriers.lineWay[line],
			lines: Array.from(only.lineKind, (_, run) =>
				pointsOf(only.pointLonLat, only.firstPoint[run], only.firstPoint[run + 1]),
			),
		};
	}

	answer(code: Explanation["code"], told: Told): Explanation {
		const { residence, category, mode } = this.question;
		const { id, residents } = this.ground.city.residences[residence];
		const facility = told.facility ?? null;
		return {
			code,
			residence: {
				id,
				lonLat: this.lonLat,
				residents,
				districtCode: unitAt(this.ground.located, this.cell, "district")?.code ?? null,
			},
			category: category.code,
			mode,
			profile: this.profile.name,
			speedMPerMin: this.profile.speedMPerMin,
			limit: this.limit,
			limitUnit: category.basis === "metres" ? "metres" : "minutes",
			facility,
			nearestAny: told.nearestAny ?? null,
			beyondBy: code === "covered" || facility === null ? null : this.beyondBy(facility),
			street: told.street ?? null,
			barrier: told.barrier ?? null,
		};
	}

	private beyondBy({ straightM, walk }: Walked): number | null {
		if (this.question.category.basis === "metres") return rounded(straightM - this.limit);
		if (walk === null) return null;
		return Math.round((walk.seconds - this.limit * 60) * 10) / 10;
	}

	private routeTo(facilities: readonly number[]): Route | null {
		const { city, attachments, edgeTail } = this.ground;
		const { profile, lonLat } = this;
		const home = attachmentAt(attachments.residences, this.question.residence);
		return routeTo(
			{ graph: city.graph, profile, edgeTail },
			{ lonLat, home },
			facilities.flatMap((facility) => this.doorsOf(facility)),
			limitDm(LONGEST_WALK_S, profile.speedMPerMin),
		);
	}

	private doorsOf(facility: number): RouteDoor[] {
		const { city, attachments } = this.ground;
		const { lonLat, entrances } = city.facilities[facility];
		const { firstDoor, doors, doorEntrance } = attachments;
		const rows: RouteDoor[] = [];
		for (let row = firstDoor[facility]; row < firstDoor[facility + 1]; row++)
			if (doors.edge[row] !== NO_EDGE)
				rows.push({
					facility,
					lonLat: entrances[doorEntrance[row]] ?? lonLat,
					door: attachmentAt(doors, row),
				});
		return rows;
	}

	/** Nearest first; equal distances by id. */
	private byDistance(facilities: readonly number[]): { facility: number; straightM: number }[] {
		return facilities
			.map((facility) => ({ facility, straightM: this.straightM(facility) }))
			.sort((a, b) => a.straightM - b.straightM || a.facility - b.facility);
	}

	private straightM(facility: number): number {
		return distanceM(this.lonLat, this.ground.city.facilities[facility].lonLat);
	}

	private walked(facility: number, route: Route | null): Walked {
		const { city, located } = this.ground;
		const { id, name, lonLat } = city.facilities[facility];
		const unit: UnitRecord | undefined = servedUnit(located.operators[facility], located.tree);
		return {
			facilityId: id,
			facilityName: name,
			lonLat,
			unit: unit === undefined ? null : { kind: unit.kind, code: unit.code, name: unit.name },
			straightM: rounded(this.straightM(facility)),
			walk: route === null ? null : this.walkOf(route),
		};
	}

	private walkOf({ costDm, lengthDm, parts, line }: Route): NonNullable<Walked["walk"]> {
		const steps = parts.filter(({ kind }) => kind === "steps");
		return {
			costDm,
			seconds: secondsOf(costDm, this.profile.speedMPerMin),
			lengthM: lengthDm / 10,
			stepsM: steps.reduce((sum, part) => sum + part.lengthDm, 0) / 10,
			line,
		};
	}
}

/** A set of barrier lines with this one only. */
function oneLine(
	{ lineKind, lineWay, lineName, firstPoint, pointLonLat }: BarrierLines,
	line: number,
) {
	const [from, to] = [firstPoint[line], firstPoint[line + 1]];
	return {
		lineKind: lineKind.slice(line, line + 1),
		lineWay: lineWay.slice(line, line + 1),
		lineName: [lineName[line]],
		firstPoint: Uint32Array.of(0, to - from),
		pointLonLat: pointLonLat.slice(2 * from, 2 * to),
	};
}

function pointsOf(lonLat: Float64Array, from: number, to: number): LonLat[] {
	return Array.from({ length: to - from }, (_, i) => [
		lonLat[2 * (from + i)],
		lonLat[2 * (from + i) + 1],
	]);
}

function rounded(metres: number): number {
	return Math.round(metres * 10) / 10;
}
