// How walks are shared out: the curve of shares by walk, or how unequal walks are; of the composite, how many services
// people reach.
import "../../app/chart/distribution.css";
import { Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { FairnessChart } from "./FairnessChart.tsx";
import { ReachedChart } from "./ReachedChart.tsx";
import { useChosenUnit } from "./useChosenUnit.ts";
import { WalkChart } from "./WalkChart.tsx";

const TABS = ["curve", "fairness"] as const;
type Tab = (typeof TABS)[number];

export function Distribution(): ReactNode {
	const { t } = useTranslation();
	const { figure } = useFigures();
	const [tab, setTab] = useState<Tab>("curve");
	if (!figure.hasWalks) return null;
	const isStraight = figure.limits?.unit === "metres";
	const title = figure.isComposite ? "reached" : isStraight ? "straight" : "walk";
	return (
		<section
			className={figure.isComposite ? "distribution of-composite" : "distribution"}
			data-testid="distribution"
		>
			<h3>
				{t(`distribution.${title}`)}
				{!figure.isComposite && (
					<Segmented<Tab>
						size="small"
						className="right"
						aria-label={t(`distribution.${title}`)}
						value={tab}
						options={TABS.map((one) => ({ value: one, label: t(`distribution.tab.${one}`) }))}
						onChange={setTab}
					/>
				)}
			</h3>
			<Keys />
			{figure.isComposite ? <ReachedChart /> : tab === "curve" ? <WalkChart /> : <FairnessChart />}
		</section>
	);
}

/** Which line is whose. */
function Keys(): ReactNode {
	const { t } = useTranslation();
	const unit = useChosenUnit();
	return (
		<p className="muted keys">
			<i className="line whole" />
			{t("distribution.whole")}
			{unit !== null && (
				<>
					<i className="line part" />
					<span className="ellipsis">{unit.name}</span>
				</>
			)}
		</p>
	);
}
