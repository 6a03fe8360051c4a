// What the map shows: category, who walks where within what limit, and how it is drawn.
import "./controls.css";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Icon } from "../../ui/Icon.tsx";
import { CategoryPicker } from "./CategoryPicker.tsx";
import { MapPickers } from "./MapPickers.tsx";
import { WalkPickers } from "./WalkPickers.tsx";

export function ControlPanel(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const { category } = useFigure(view);
	const [isOpen, setOpen] = useState(false);
	return (
		<section className="panel control" aria-label={t("control.label")}>
			{/* shown on narrow screens only, where the choices would cover the map */}
			<button
				type="button"
				className="control-toggle"
				aria-expanded={isOpen}
				onClick={() => setOpen(!isOpen)}
				data-testid="control-toggle"
			>
				<span className="ellipsis">{categoryName(category, language)}</span>
				<span className="muted">{t(`level.${view.level}Short`)}</span>
				<Icon name="down" size={14} />
			</button>
			<div className={isOpen ? "control-choices" : "control-choices closed"}>
				<CategoryPicker />
				<WalkPickers />
				<MapPickers />
			</div>
		</section>
	);
}
