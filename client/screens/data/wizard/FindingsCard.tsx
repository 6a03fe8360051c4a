// 识别结果: file, encoding, coordinates, offset, kind and range, each with its evidence and a way to say otherwise.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "./draftSettings.ts";
import { CrsRow } from "./findings/CrsRow.tsx";
import { EncodingRow } from "./findings/EncodingRow.tsx";
import { FileRow } from "./findings/FileRow.tsx";
import { KindRow } from "./findings/KindRow.tsx";
import { OffsetRow } from "./findings/OffsetRow.tsx";
import { RangeRow } from "./findings/RangeRow.tsx";
import type { UnderstandProps } from "./UnderstandStep.tsx";

export interface FindingProps extends UnderstandProps {
	readonly draft: Draft;
	onChange(more: Partial<Draft>): void;
	/** Looks at the file again with this settled. */
	onLookAgain(more: Partial<Draft>): void;
}

export function FindingsCard(props: Omit<FindingProps, "onLookAgain">): ReactNode {
	const { t } = useTranslation();
	const { act, draft, upload, understanding } = props;
	const lookAgain = (more: Partial<Draft>) => {
		const { layer, encoding, crs, isSwapped, kind } = { ...draft, ...more };
		act.mutate({ verb: "understand", body: { layer, encoding, crs, isSwapped, kind } });
	};
	const finding = { ...props, onLookAgain: lookAgain };
	const isKnown = draft.layer !== null || understanding.layers.length <= 1;
	return (
		<section className="data-card findings" aria-labelledby="findings">
			<h2 id="findings">
				{t("data.understand.title")}
				<span className={`tag right ${upload.report === null ? "" : "good"}`}>
					{t(upload.report === null ? "data.understand.toConfirm" : "data.understand.confirmed")}
				</span>
			</h2>
			<div className="finding-list">
				<FileRow {...finding} />
				{isKnown && (
					<>
						<EncodingRow {...finding} />
						<CrsRow {...finding} />
						<OffsetRow {...finding} />
						<KindRow {...finding} />
						<RangeRow {...finding} />
					</>
				)}
			</div>
		</section>
	);
}
