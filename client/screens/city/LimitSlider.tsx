// The limit that is asked about. While it is held every figure follows; the address has it when it is let go.
import { Slider } from "antd";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { dragLimit, useHeldLimit } from "../../data/limitStore.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { Field } from "./Field.tsx";
import { limitScale } from "./limitScale.ts";

export function LimitSlider(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const { limits, limit: followed, isOwnLimit } = useFigure(view);
	const limit = useHeldLimit() ?? followed;
	useHeldUntilWritten(view.limit ?? limits?.own ?? null);
	if (limits === null || limit === null) return null;
	const { unit, own } = limits;
	const { marks, ...scale } = limitScale(limits);
	const write = (next: number | null) => {
		if ((next ?? own) !== (view.limit ?? own)) change({ limit: next }, { replace: true });
	};
	return (
		<Field
			label={t(`limit.${unit}`)}
			hint={t(`limit.${unit}Hint`, { own })}
			value={
				<>
					{!isOwnLimit && (
						<button
							type="button"
							className="text-button"
							onClick={() => write(null)}
							data-testid="limit-reset"
						>
							{t("limit.reset", { own: t(`limit.value.${unit}`, { limit: own }) })}
						</button>
					)}
					<b data-testid="limit-value">{t(`limit.value.${unit}`, { limit })}</b>
				</>
			}
		>
			<div className="limit-slider" data-testid="limit-slider">
				<Slider
					{...scale}
					value={limit}
					marks={Object.fromEntries(marks.map((mark) => [mark, String(mark)]))}
					tooltip={{ open: false }}
					ariaLabelForHandle={t(`limit.${unit}`)}
					ariaValueTextFormatterForHandle={(value) => t(`limit.value.${unit}`, { limit: value })}
					onChange={dragLimit}
					onChangeComplete={(value) => write(value === own ? null : value)}
				/>
			</div>
		</Field>
	);
}

/** What was dragged is let go once the address says the same, so that no figure jumps back in between. */
function useHeldUntilWritten(written: number | null): void {
	const held = useHeldLimit();
	useEffect(() => {
		if (held === written) dragLimit(null);
	}, [held, written]);
	useEffect(() => () => dragLimit(null), []);
}
