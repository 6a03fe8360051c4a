// 来历 of the figure that was clicked: one card for the whole panel, beside the figure.
import { Popover } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CriterionCode } from "../../../../planning/plan/measure/Measurement.ts";
import { useEscape } from "../../../app/useEscape.ts";
import type { Asked, OriginFigure } from "./origin.ts";
import { useCriterionName } from "./useCriterionName.ts";
import { type OriginSubject, useOriginLines } from "./useOriginLines.ts";

interface OriginPopoverProps extends Omit<OriginSubject, "origin"> {
	readonly asked: Asked;
	onClose(): void;
}

const METHOD_PATH = "/methods#what-a-plan-does";

export function OriginPopover({ asked, onClose, ...subject }: OriginPopoverProps): ReactNode {
	const { t } = useTranslation();
	useEscape(true, onClose);
	const { unit, figure, frame } = asked;
	const measured = subject.listed.units.find(({ code }) => code === unit);
	const whose = (measured?.after ?? measured?.before)?.name ?? subject.scope;
	return (
		<Popover
			open
			trigger="click"
			placement="left"
			onOpenChange={(isOpen) => {
				if (!isOpen) onClose();
			}}
			title={t("provenance.title", { figure: `${whose} ${useFigureName(figure)}` })}
			content={<OriginCard {...subject} origin={asked} />}
		>
			<span key={`${frame.left} ${frame.top}`} className="plan-anchor" style={frame} />
		</Popover>
	);
}

function OriginCard(subject: OriginSubject): ReactNode {
	const { t } = useTranslation();
	const { about, lines } = useOriginLines(subject);
	return (
		<div className="plan-origin" data-testid="plan-origin">
			<p>{about}</p>
			<dl className="provenance">
				{lines.map(([label, words]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{words}</dd>
					</div>
				))}
			</dl>
			<Link to={METHOD_PATH} target="_blank">
				{t("provenance.method")}
			</Link>
		</div>
	);
}

function useFigureName(figure: OriginFigure): string {
	const { t, i18n } = useTranslation();
	const criterion = useCriterionName();
	const named = [`plan.panel.row.${figure}`, `plan.panel.figure.${figure}`].find((key) =>
		i18n.exists(key),
	);
	return named === undefined ? criterion(figure as CriterionCode) : t(named);
}
