// Opens the plan's table, and tries the plan's own district where the whole city is too large for one browser.
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { KeptPlan } from "../../../planning/wire/plansApi.ts";
import type { PlanFocus } from "../../data/plan/planMessages.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { StateNote } from "../../ui/StateNote.tsx";
import { DistrictChoice } from "./DistrictChoice.tsx";
import { DrawingBoard } from "./DrawingBoard.tsx";
import { districtOf } from "./districtOf.ts";
import { type DrawingTable, useDrawingTable, useTableState } from "./useDrawingTable.ts";

/** What a table begins with: party-mass service centres of one's own street, where boundaries matter most. */
const FOCUS: PlanFocus = { layer: "street", category: "ADM-PSC", mode: "own" };

export function PlanTableScreen({ plan }: { plan: KeptPlan }): ReactNode {
	const { t } = useTranslation();
	const [search, setSearch] = useSearchParams();
	const districtCode = search.get("district");
	const made = useDrawingTable(plan, { districtCode, focus: FOCUS });
	const choose = (code: string) => setSearch({ district: code }, { replace: true });
	return (
		<main className="plan-page" data-testid="plan">
			{made === null ? (
				<p className="app-wait">{t("plan.table.loading")}</p>
			) : (
				<Opened plan={plan} made={made} onDistrict={choose} />
			)}
		</main>
	);
}

interface OpenedProps {
	readonly plan: KeptPlan;
	readonly made: DrawingTable;
	onDistrict(code: string): void;
}

function Opened({ plan, made, onDistrict }: OpenedProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const state = useTableState(made.table);
	const isTooLarge = state.failure?.code === "pack.too-large";
	const own = districtOf(plan.operations);
	const [isAsked, setAsked] = useState(false);
	useEffect(() => {
		if (!isTooLarge) return;
		if (own === null) setAsked(true);
		else onDistrict(own);
	}, [isTooLarge, own, onDistrict]);
	if (state.view !== null && state.opened !== null)
		return <DrawingBoard plan={plan} made={made} view={state.view} opened={state.opened} />;
	if (isTooLarge) return isAsked ? <DistrictChoice onChoose={onDistrict} /> : null;
	if (state.status === "failed")
		return (
			<StateNote
				icon="warning"
				tone="error"
				words={state.failure?.words?.[language] ?? t("plan.table.failed")}
				action={{ label: t("action.retry"), onAct: () => window.location.reload() }}
			/>
		);
	const { stage = "ground", pct = 0 } = state.progress ?? {};
	return (
		<div className="plan-opening" role="status">
			<p>{t(`plan.table.opening.${stage}`)}</p>
			<progress value={pct} max={100} aria-label={t(`plan.table.opening.${stage}`)} />
		</div>
	);
}
