// Which coordinates the numbers are in, on what grounds, and how many of them fall into the city.
import { Checkbox, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../../data/useLanguage.ts";
import { useCrsWords } from "../../useCrsWords.ts";
import type { FindingProps } from "../FindingsCard.tsx";
import { FindingRow } from "./FindingRow.tsx";

const COMMON = [
	"EPSG:4490",
	"EPSG:4326",
	"EPSG:4549",
	"EPSG:4550",
	"EPSG:4528",
	"EPSG:4529",
	"EPSG:3857",
	"gcj02",
	"bd09",
];

export function CrsRow(props: FindingProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const crsWords = useCrsWords();
	const { crs, offset } = props.understanding;
	const { used, basis, isSwapped, inCity, words } = crs;
	// where there is an offset, it is asked about in its own row
	const isSure = crs.isSure || offset !== null;
	return (
		<FindingRow
			label={t("data.finding.crs")}
			testId="crs-card"
			editor={(close) => <CrsEditor {...props} close={close} />}
		>
			<b>{used === null ? t("data.finding.crsUnknown") : crsWords(used)}</b>{" "}
			<span className={`tag ${isSure ? "accent" : "warn"}`}>
				{isSure || used === null ? t(`data.basis.crs.${basis}`) : t("data.finding.unsure")}
			</span>
			<small>{words[language]}</small>
			{isSwapped && <small>{t("data.finding.swapped")}</small>}
			{inCity !== null && basis === "registration" && (
				<small>{t("data.finding.inCity", { ...inCity })}</small>
			)}
		</FindingRow>
	);
}

function CrsEditor({
	understanding,
	onLookAgain,
	close,
}: FindingProps & { close(): void }): ReactNode {
	const { t } = useTranslation();
	const crsWords = useCrsWords();
	const { used, alternatives, isSwapped } = understanding.crs;
	const [crs, setCrs] = useState(used);
	const [swapped, setSwapped] = useState(isSwapped);
	const options = [...new Set([...(used === null ? [] : [used]), ...alternatives, ...COMMON])];
	return (
		<>
			<Select
				size="small"
				className="wide"
				showSearch
				value={crs}
				placeholder={t("data.finding.chooseCrs")}
				aria-label={t("data.finding.crs")}
				data-testid="crs-select"
				options={options.map((value) => ({ value, label: crsWords(value) }))}
				onChange={setCrs}
			/>
			<Checkbox checked={swapped} onChange={({ target }) => setSwapped(target.checked)}>
				{t("data.finding.swap")}
			</Checkbox>
			<button
				type="button"
				className="button small"
				data-testid="crs-look-again"
				disabled={crs === null}
				onClick={() => {
					close();
					onLookAgain({ crs, isSwapped: swapped });
				}}
			>
				{t("data.finding.lookAgain")}
			</button>
		</>
	);
}
