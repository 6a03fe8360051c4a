// Whose facilities count, who is counted, within what limit, and who walks.
import { Segmented, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { WHO, type Who } from "../../../planning/coverage/figures/people.ts";
import { PROFILES } from "../../../planning/reach/profiles.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { Field } from "./Field.tsx";
import { LimitSlider } from "./LimitSlider.tsx";

export function WalkPickers(): ReactNode {
	return (
		<div className="group">
			<ModePicker />
			<WhoPicker />
			<LimitSlider />
			<ProfilePicker />
		</div>
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
				aria-label={t("control.mode")}
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

/** Presence counts units, so nobody is counted there. */
function WhoPicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const { hasWalks, who } = useFigure(view);
	return (
		<Field label={t("control.who")} hint={t(hasWalks ? "control.whoHint" : "control.whoUnits")}>
			<Segmented<Who>
				block
				size="small"
				className="tight"
				aria-label={t("control.who")}
				disabled={!hasWalks}
				value={who}
				options={WHO.map((one) => ({ value: one, label: t(`who.${one}`) }))}
				onChange={(one) => change({ who: one })}
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
				size="small"
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
