// Up to four alternatives side by side: maps that move together, what each changes hatched, and the table of figures.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { KeptPlan, PlanSummary } from "../../../planning/wire/plansApi.ts";
import { usePreferences } from "../../app/preferences.tsx";
import type { PlanTable } from "../../data/plan/PlanTable.ts";
import { summaryFigures } from "../../data/plan/planFigures.ts";
import type { PlanOpened, PlanView } from "../../data/plan/planMessages.ts";
import { plansQuery } from "../../data/plan/planQueries.ts";
import { keepTogether } from "../../map/keepTogether.ts";
import type { PlanMap, PlanMapEvents } from "../../map/plan/PlanMap.ts";
import { PlanMapView } from "../../map/plan/PlanMapView.tsx";
import { MOST_COMPARED } from "./panel/AlternativesStrip.tsx";
import { CompareTable } from "./panel/CompareTable.tsx";
import { letterOf } from "./panel/letterOf.ts";
import { planScene } from "./planScene.ts";
import { useTableState } from "./useDrawingTable.ts";
import { useLooks } from "./useLooks.ts";

interface CompareProps {
	readonly plan: KeptPlan;
	readonly table: PlanTable;
	readonly opened: PlanOpened;
}

const PADDING = { top: 44, right: 20, bottom: 20, left: 20 };
const STILL: PlanMapEvents = {
	onDown: () => {},
	onMove: () => {},
	onUp: () => {},
	onCancel: () => {},
	onClick: () => {},
	onDoubleClick: () => {},
};

export function CompareBoard({ plan, table, opened }: CompareProps): ReactNode {
	const { t } = useTranslation();
	const [search, setSearch] = useSearchParams();
	const { focus, view } = useTableState(table);
	const all = useQuery(plansQuery);
	const asked = (search.get("compare") ?? "").split(",").map(Number).slice(0, MOST_COMPARED);
	const plans = asked.flatMap((id) => all.data?.filter((one) => one.id === id) ?? []);
	const looks = useLooks(
		table,
		plans.filter(({ id }) => id !== plan.id),
		focus,
	);
	const viewOf = (id: number) => (id === plan.id ? view : looks.get(id)) ?? null;
	const together = useTogether(plans.length);
	const columns = plans.map(({ id, title }) => {
		const seen = viewOf(id);
		return { id, title, figures: seen === null ? null : summaryFigures(seen, focus) };
	});
	const leave = () =>
		setSearch((before) => {
			before.delete("compare");
			return before;
		});
	return (
		<section className="compare-board" aria-label={t("plan.table.compare")} data-testid="compare">
			<header>
				<h1>{t("plan.table.compare")}</h1>
				<button type="button" className="button" onClick={leave} data-testid="compare-leave">
					{t("plan.table.compareLeave")}
				</button>
			</header>
			<div className="compare-maps">
				{plans.map((one, index) => (
					<ComparedMap
						key={one.id}
						{...{ plan: one, index, opened, focus }}
						view={viewOf(one.id)}
						onMap={(map) => together(index, map)}
					/>
				))}
			</div>
			<CompareTable columns={columns} />
		</section>
	);
}

interface ComparedProps {
	readonly plan: PlanSummary;
	readonly index: number;
	readonly view: PlanView | null;
	readonly opened: PlanOpened;
	readonly focus: PlanTable["state"]["focus"];
	onMap(map: PlanMap): void;
}

function ComparedMap({ plan, index, view, opened, focus, onMap }: ComparedProps): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const scene = useMemo(
		() => (view === null ? null : planScene({ theme, view, focus, showing: "difference", opened })),
		[theme, view, focus, opened],
	);
	return (
		<figure>
			<figcaption>
				<i>{letterOf(index)}</i>
				{plan.title}
			</figcaption>
			{scene === null ? (
				<p className="app-wait">{t("plan.table.measuring")}</p>
			) : (
				<PlanMapView
					scene={scene}
					bbox={opened.bbox}
					padding={PADDING}
					isStill={false}
					events={STILL}
					label={t("plan.table.mapOf", { title: plan.title })}
					fallback={<p>{t("state.noWebGl")}</p>}
					onMap={onMap}
				/>
			)}
		</figure>
	);
}

/** The first map leads; whichever is moved, all go along. */
function useTogether(count: number): (index: number, map: PlanMap) => void {
	const maps = useRef<(PlanMap | undefined)[]>([]);
	const [made, setMade] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another map has come
	useEffect(() => {
		const [first, ...others] = maps.current.slice(0, count).flatMap((map) => map ?? []);
		const ends = first === undefined ? [] : others.map((map) => keepTogether(first.map, map.map));
		return () => {
			for (const end of ends) end();
		};
	}, [count, made]);
	return (index, map) => {
		maps.current[index] = map;
		setMade((before) => before + 1);
	};
}
