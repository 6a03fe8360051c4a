// A unit on both sides of a swipe: the two shares and what lies between them.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Figures } from "../../data/figures/FiguresContext.tsx";
import { useSides } from "../../data/figures/sides.ts";
import { formatChange, formatChangePct, formatCount, formatPct } from "../../data/formats.ts";
import { useAgainst } from "../swipe/useAgainst.ts";

export function HoverSides({ code }: { code: string }): ReactNode {
	const { t } = useTranslation();
	const sides = useSides();
	const swipe = useAgainst();
	const [here, there] = [rowOf(sides.here, code), rowOf(sides.there, code)];
	const points =
		here?.pct == null || there?.pct == null ? null : formatChangePct(here.pct - there.pct);
	const isPeople = sides.here.denominator === "residents";
	const sideOf = (name: string, row: typeof here) => (
		<>
			<span className="ellipsis">{name}</span>
			<b>{row?.pct == null ? t("legend.noData") : `${formatPct(row.pct)}%`}</b>
			<span className="muted">
				{row !== undefined && isPeople && formatCount(row.total - row.covered)}
			</span>
		</>
	);
	return (
		<div className="hover-sides" data-testid="hover-sides">
			{sideOf(swipe?.there.name ?? "", there)}
			{sideOf(swipe?.here ?? "", here)}
			<span>{t("hover.difference")}</span>
			<b data-testid="hover-difference">{points ?? "–"}</b>
			<span className="muted">
				{here !== undefined &&
					there !== undefined &&
					isPeople &&
					formatChange(here.total - here.covered - (there.total - there.covered))}
			</span>
		</div>
	);
}

function rowOf(figures: Figures | null, code: string) {
	return figures?.rows?.find((row) => row.code === code);
}
