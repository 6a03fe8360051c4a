// What another limit or walking speed, or a facility closed, would change: for this residence and for its district, counted in the browser.

import { useQuery } from "@tanstack/react-query";
import { Slider } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Explanation } from "../../planning/coverage/explanation.ts";
import { secondsOf } from "../../planning/reach/profiles.ts";
import { WHOLE_CITY } from "../../planning/wire/districtPack.ts";
import { useBasis } from "../data/basis.ts";
import { formatCount } from "../data/formats.ts";
import { cityQuery, facilitiesQuery, unitsQuery } from "../data/queries.ts";
import type { ReachAnswer, ReachQuestion } from "../data/reachMessages.ts";
import { useCityView } from "../data/useCityView.ts";
import { type ReachState, useReach } from "../data/useReach.ts";
import { walkTime } from "../data/whyWords.ts";

const SPEEDS = { min: 40, max: 90 } as const;
const MIN_MINUTES = 3;
/** Until the pack has said how far it answers. */
const USUAL_MAX_MINUTES = 15;

export function ResidenceWhatIf({ why }: { why: Explanation }): ReactNode {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	// who is not on the street network walks nowhere at any speed
	if (why.limitUnit === "metres" || why.code === "not-attached") return null;
	return (
		<section className="residence-what-if">
			<button
				type="button"
				className="text-button"
				aria-expanded={isOpen}
				onClick={() => setOpen(!isOpen)}
				data-testid="what-if"
			>
				{t(isOpen ? "whatIf.close" : "whatIf.open")}
			</button>
			{isOpen && <Choices why={why} />}
		</section>
	);
}

function Choices({ why }: { why: Explanation }): ReactNode {
	const { t } = useTranslation();
	const isVillage = why.speedMPerMin > SPEEDS.max;
	const [minutes, setMinutes] = useState(why.limit);
	const [speed, setSpeed] = useState(why.speedMPerMin);
	const [isClosed, setClosed] = useState(false);
	const isChanged = minutes !== why.limit || speed !== why.speedMPerMin || isClosed;
	const nearest = why.nearestAny ?? why.facility;
	const now = useReach(useQuestion(why, { minutes: why.limit, speed: null, closed: null }));
	const changedSpeed = speed === why.speedMPerMin ? null : speed;
	const closed = isClosed ? (nearest?.facilityId ?? null) : null;
	const then = useReach(useQuestion(why, { minutes, speed: changedSpeed, closed }));
	const longestS = longestOf(then) ?? longestOf(now);
	const most = longestS === null ? USUAL_MAX_MINUTES : Math.floor(longestS / 60);
	return (
		<>
			<Choice
				label={t("whatIf.limit")}
				value={minutes}
				words={t("whatIf.minutes", { minutes })}
				range={[MIN_MINUTES, Math.max(most, why.limit)]}
				onChange={setMinutes}
			/>
			{!isVillage && (
				<Choice
					label={t("whatIf.speed")}
					value={speed}
					words={t("whatIf.perMinute", { speed })}
					range={[SPEEDS.min, SPEEDS.max]}
					onChange={setSpeed}
				/>
			)}
			{why.mode === "any" && nearest !== null && (
				<label className="what-if-closed">
					<input
						type="checkbox"
						checked={isClosed}
						onChange={({ target }) => setClosed(target.checked)}
						data-testid="what-if-closed"
					/>
					{t("whatIf.closed", { name: nearest.facilityName })}
				</label>
			)}
			<Outcome why={why} minutes={minutes} now={now} then={then} />
			{isChanged && (
				<button
					type="button"
					className="text-button"
					onClick={() => {
						setMinutes(why.limit);
						setSpeed(why.speedMPerMin);
						setClosed(false);
					}}
				>
					{t("whatIf.reset")}
				</button>
			)}
		</>
	);
}

interface ChoiceProps {
	readonly label: string;
	readonly value: number;
	readonly words: string;
	readonly range: readonly [min: number, max: number];
	onChange(value: number): void;
}

function Choice({ label, value, words, range: [min, max], onChange }: ChoiceProps): ReactNode {
	return (
		<div className="what-if-choice">
			<span>{label}</span>
			<Slider
				min={min}
				max={max}
				value={value}
				onChange={onChange}
				tooltip={{ open: false }}
				ariaLabelForHandle={label}
				ariaValueTextFormatterForHandle={() => words}
			/>
			<b>{words}</b>
		</div>
	);
}

interface OutcomeProps {
	readonly why: Explanation;
	readonly minutes: number;
	readonly now: ReachState;
	readonly then: ReachState;
}

function Outcome({ why, minutes, now, then }: OutcomeProps): ReactNode {
	const { t } = useTranslation();
	if (then.status === "failed") {
		const { code, longestS } = then;
		const most = Math.floor((longestS ?? 0) / 60);
		if (code === "beyond-halo")
			return <p className="muted">{t("whatIf.halo", { minutes: most })}</p>;
		return (
			<p className="muted">{t(code === "pack.too-large" ? "whatIf.tooLarge" : "whatIf.failed")}</p>
		);
	}
	const answer = answerIn(then);
	if (answer === null)
		return (
			<p className="muted" role="status">
				{t("whatIf.loading", { pct: then.status === "asking" ? then.pct : 0 })}
			</p>
		);
	const before = answerIn(now);
	return (
		<dl className={then.status === "asking" ? "what-if-outcome stale-figures" : "what-if-outcome"}>
			<Here why={why} minutes={minutes} answer={answer} />
			<District why={why} answer={answer} before={before} />
		</dl>
	);
}

/** This residence: the nearest now, and whether that is within. */
function Here({
	why,
	minutes,
	answer,
}: {
	why: Explanation;
	minutes: number;
	answer: ReachAnswer;
}): ReactNode {
	const { t } = useTranslation();
	const slot = answer.residenceIds.indexOf(why.residence.id);
	if (slot < 0) return null;
	const facility = answer.facility[slot] ?? -1;
	const isWithin = answer.within[slot] === 1;
	const seconds = secondsOf(answer.costDm[slot] ?? 0, answer.speedMPerMin[slot] ?? 1);
	return (
		<div>
			<dt>{t("whatIf.here")}</dt>
			<dd data-testid="what-if-here">
				{facility >= 0 && (
					<b className={isWithin ? "within" : "beyond"}>
						{t(isWithin ? "whatIf.within" : "whatIf.beyond", { minutes })}
					</b>
				)}
				{facility < 0
					? t("whatIf.nobody", { minutes: Math.floor(answer.longestS / 60) })
					: t("whatIf.walk", {
							name: answer.facilityNames[facility] ?? "",
							time: walkTime(seconds, (key, figures) => t(key, { ...figures })),
						})}
			</dd>
		</div>
	);
}

/** Its district: the share of residents within, and how many people that is more or fewer. */
function District({
	why,
	answer,
	before,
}: {
	why: Explanation;
	answer: ReachAnswer;
	before: ReachAnswer | null;
}): ReactNode {
	const { t } = useTranslation();
	const { data: units } = useQuery(unitsQuery(useBasis().snapshot));
	const name = units?.find(
		({ kind, code }) => kind === "district" && code === why.residence.districtCode,
	)?.name;
	if (answer.residents === 0) return null;
	const share = ((100 * answer.coveredResidents) / answer.residents).toFixed(1);
	const more = before === null ? 0 : answer.coveredResidents - before.coveredResidents;
	return (
		<div>
			<dt>{name ?? t("whatIf.city")}</dt>
			<dd data-testid="what-if-district">
				<b>{`${share}%`}</b>
				{t("whatIf.residents")}
				{more !== 0 && (
					<span className={more > 0 ? "gained" : "beyond"}>
						{t(more > 0 ? "whatIf.more" : "whatIf.fewer", { people: formatCount(Math.abs(more)) })}
					</span>
				)}
			</dd>
		</div>
	);
}

interface Changed {
	readonly minutes: number;
	/** Null as the profile has it. */
	readonly speed: number | null;
	/** Id of a facility that is no longer there. */
	readonly closed: string | null;
}

/** Null until the city's snapshot, and what is left open, are known. */
function useQuestion(why: Explanation, { minutes, speed, closed }: Changed): ReachQuestion | null {
	const [view] = useCityView();
	const { data: city } = useQuery(cityQuery);
	const { data: facilities } = useQuery(facilitiesQuery(useBasis().snapshot));
	const open = useMemo(
		() =>
			facilities
				?.filter(({ category, id }) => category === why.category && id !== closed)
				.map(({ id }) => id),
		[facilities, why.category, closed],
	);
	if (city?.snapshot == null || (closed !== null && open === undefined)) return null;
	return {
		districtCode: why.residence.districtCode ?? WHOLE_CITY,
		snapshot: city.snapshot.hash,
		category: why.category,
		mode: why.mode,
		profile: view.profile,
		limitS: minutes * 60,
		...(speed === null ? {} : { speedMPerMin: speed }),
		...(closed === null ? {} : { facilityIds: open }),
	};
}

function answerIn(state: ReachState): ReachAnswer | null {
	if (state.status === "done") return state.answer;
	return state.status === "asking" ? state.last : null;
}

function longestOf(state: ReachState): number | null {
	if (state.status === "failed") return state.longestS;
	return answerIn(state)?.longestS ?? null;
}
