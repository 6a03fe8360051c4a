// How the text was read. Content outranks what the file declares; a sample shows whether it reads right.
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { encodingName } from "../../fileWords.ts";
import type { FindingProps } from "../FindingsCard.tsx";
import { FindingRow } from "./FindingRow.tsx";

const ENCODINGS = ["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

export function EncodingRow({ understanding, onLookAgain }: FindingProps): ReactNode {
	const { t } = useTranslation();
	const { declared, used, basis, isSure, alternatives, sample } = understanding.encoding;
	if (used === null) return null;
	const options = [...new Set([used, ...alternatives, ...ENCODINGS].map(encodingName))];
	const isContrary = declared !== null && basis === "content" && !isSame(declared, used);
	return (
		<FindingRow
			label={t("data.finding.encoding")}
			testId="encoding-card"
			editor={(close) => (
				<Select
					size="small"
					className="wide"
					defaultValue={encodingName(used)}
					aria-label={t("data.finding.encoding")}
					options={options.map((value) => ({ value, label: value }))}
					onChange={(encoding) => {
						close();
						onLookAgain({ encoding });
					}}
				/>
			)}
		>
			<b>{encodingName(used)}</b>{" "}
			{!isSure && <span className="tag warn">{t("data.finding.unsure")}</span>}
			{isContrary && (
				<small>{t("data.finding.contrary", { declared: encodingName(declared) })}</small>
			)}
			{!isContrary && <small>{t(`data.basis.encoding.${basis}`)}</small>}
			{sample.length > 0 && (
				<small className={isSure ? "" : "sample"}>
					{t("data.finding.sample", { sample: sample.slice(0, isSure ? 2 : 5).join(" · ") })}
				</small>
			)}
		</FindingRow>
	);
}

const isSame = (a: string, b: string) =>
	a.toLowerCase().replace(/[^a-z0-9]/g, "") === b.toLowerCase().replace(/[^a-z0-9]/g, "");
