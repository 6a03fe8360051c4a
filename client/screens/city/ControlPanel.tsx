// What the map shows: category, mode, who walks, level, reading, layers.
import { Segmented, Select, Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import { PROFILES } from "../../../planning/reach/profiles.ts";
import { MAP_SWITCHES } from "../../data/cityView.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Icon } from "../../ui/Icon.tsx";
import { CategoryPicker } from "./CategoryPicker.tsx";

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
				<div className="group">
					<ModePicker />
					<ProfilePicker />
				</div>
				<div className="group">
					<LevelPicker />
					<ReadingPicker />
					<LayerSwitches />
				</div>
			</div>
		</section>
	);
}

function ModePicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const { hasOwn, key } = useFigure(view);
	return (
		<Field label={t("control.mode")} hint={t(hasOwn ? "control.modeHint" : "control.noOwn")}>
			<Segmented<"any" | "own">
				block
				size="small"
				value={key.mode}
				options={[
					{ value: "any", label: t("mode.any") },
					{ value: "own", label: t("mode.own"), disabled: !hasOwn },
				]}
				onChange={(mode) => change({ mode })}
			/>
		</Field>
	);
}

function ProfilePicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	return (
		<Field label={t("control.profile")} hint={t("control.speedNote")}>
			<Select
				value={view.profile}
				aria-label={t("control.profile")}
				style={{ width: "100%" }}
				options={PROFILES.map(({ name, speedMPerMin }) => ({
					value: name,
					label: t(`profile.${name}`, { speed: speedMPerMin }),
				}))}
				onChange={(profile) => change({ profile })}
			/>
		</Field>
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
			<Segmented<"units" | "places">
				block
				size="small"
				value={view.reading}
				options={[
					{ value: "units", label: t("reading.units") },
					{ value: "places", label: t("reading.places") },
				]}
				onChange={(reading) => change({ reading })}
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

interface FieldProps {
	readonly label: string;
	readonly hint?: string;
	readonly children: ReactNode;
}

function Field({ label, hint, children }: FieldProps): ReactNode {
	return (
		<div className="field">
			<div className="field-label">
				{label}
				{hint !== undefined && (
					<Tooltip title={hint} placement="right">
						<button type="button" className="hint" aria-label={hint}>
							<Icon name="info" size={13} />
						</button>
					</Tooltip>
				)}
			</div>
			{children}
		</div>
	);
}
