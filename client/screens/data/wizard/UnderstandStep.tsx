// 识别: what the file is. Where everything is sure, one "yes, read it so" is enough.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Understanding } from "../../../../planning/wire/understanding.ts";
import { useEnter } from "../useEnter.ts";
import {
	type Draft,
	draftOfUpload,
	offsetAnswer,
	openQuestions,
	settingsOf,
} from "./draftSettings.ts";
import { FieldTable } from "./FieldTable.tsx";
import { FindingsCard } from "./FindingsCard.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import type { StepProps } from "./StepProps.ts";
import { WizardFrame } from "./WizardFrame.tsx";

export interface UnderstandProps extends StepProps {
	readonly understanding: Understanding;
}

/** What was changed here counts for what was found; another finding starts anew. */
export function UnderstandStep(props: UnderstandProps): ReactNode {
	const { understanding, upload } = props;
	const { layer, encoding, crs, kind } = understanding;
	const found = [layer, encoding.used, crs.used, crs.isSwapped, kind].join(" ");
	return <Understood key={`${upload.id} ${found}`} {...props} />;
}

function Understood(props: UnderstandProps): ReactNode {
	const { t } = useTranslation();
	const { upload, understanding, act, goTo } = props;
	const [changes, setChanges] = useState<Partial<Draft>>({});
	const found = draftOfUpload(upload);
	const draft = { ...(found as Draft), ...changes };
	const [question] = openQuestions(understanding, draft);
	const settings = settingsOf(draft);
	const change = (more: Partial<Draft>) => setChanges({ ...changes, ...more });
	const confirm = () => {
		if (settings === null) return;
		act.mutate({ verb: "check", body: { settings } }, { onSuccess: () => goTo("check") });
	};
	const isPlaced = understanding.crs.isSure || offsetAnswer(understanding, draft) !== null;
	const isSure = understanding.encoding.isSure && isPlaced;
	const whyNot = question === undefined ? null : t(`data.open.${question}`);
	useEnter(confirm, whyNot === null && upload.work === null && !act.isPending);
	return (
		<WizardFrame
			{...props}
			sentence={whyNot ?? t(isSure ? "data.understand.sure" : "data.understand.unsure")}
			main={{
				label: t(isSure ? "data.understand.yes" : "data.understand.confirm"),
				testId: "confirm",
				whyNot,
				onAct: confirm,
			}}
			left={
				<>
					<ProblemNote upload={upload} />
					<FindingsCard {...props} draft={draft} onChange={change} />
				</>
			}
			table={<FieldTable understanding={understanding} draft={draft} onChange={change} />}
		/>
	);
}
