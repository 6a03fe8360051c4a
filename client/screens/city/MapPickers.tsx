// How the map shows it: by which units, in which reading, with which layers.
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import {
	type CityView,
	MAP_SWITCHES,
	READINGS,
	type Reading,
	SURFACES,
} from "../../data/cityView.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { Field } from "./Field.tsx";

export function MapPickers(): ReactNode {
	const [view] = useCityView();
	const { hasWalks } = useFigure(view);
	return (
		<div className="group">
			<LevelPicker />
			<ReadingPicker />
			{view.reading === "places" && hasWalks && <SurfacePicker />}
			<LayerSwitches />
		</div>
	);
}

function LevelPicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	return (
		<Field label={t("control.level")}>
			<Segmented
				block
				size="small"
				className="tight"
				aria-label={t("control.level")}
				value={view.level}
				options={UNIT_KINDS.map((kind) => ({
					value: kind,
					label: t(`level.${kind}Short`),
					title: t(`level.${kind}`),
				}))}
				onChange={(level) => change({ level, unit: null })}
			/>
		</Field>
	);
}

function ReadingPicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	return (
		<Field label={t("control.reading")}>
			<Segmented<Reading>
				block
				size="small"
				className="tight"
				aria-label={t("control.reading")}
				value={view.reading}
				options={READINGS.map((value) => ({ value, label: t(`reading.${value}`) }))}
				onChange={(reading) => change({ reading })}
			/>
		</Field>
	);
}

function SurfacePicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	return (
		<Field label={t("control.surface")}>
			<Segmented<CityView["surface"]>
				block
				size="small"
				aria-label={t("control.surface")}
				value={view.surface}
				options={SURFACES.map((value) => ({ value, label: t(`surface.${value}`) }))}
				onChange={(surface) => change({ surface })}
			/>
		</Field>
	);
}

function LayerSwitches(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	return (
		<fieldset className="layer-switches">
			<legend>{t("control.layers")}</legend>
			{MAP_SWITCHES.map((name) => {
				const isForced = name === "residences" && view.reading === "places";
				const isOn = isForced || view.shown.includes(name);
				const toggled = MAP_SWITCHES.filter((one) => view.shown.includes(one) !== (one === name));
				return (
					<button
						key={name}
						type="button"
						aria-pressed={isOn}
						disabled={isForced}
						className={isOn ? "chip-switch on" : "chip-switch"}
						onClick={() => change({ shown: toggled }, { replace: true })}
					>
						{t(`layer.${name}`)}
					</button>
				);
			})}
		</fieldset>
	);
}
