// Why an upload could not go on, in the server's words.
import type { ReactNode } from "react";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { StateNote } from "../../../ui/StateNote.tsx";

export function ProblemNote({ upload }: { upload: Upload }): ReactNode {
	const language = useLanguage();
	const { problem, report } = upload;
	// warnings are decided at the end; only a refusal stands in the way
	const refusal = report?.status === "refused" ? report.reason : null;
	const reason = problem ?? refusal;
	if (reason === null) return null;
	return (
		<div data-testid="problem" data-code={reason.code}>
			<StateNote icon="warning" tone="error" words={reason[language]} />
		</div>
	);
}
