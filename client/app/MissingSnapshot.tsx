// A link may name a snapshot that this database does not have: said plainly, with the way to today's figures.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCityView } from "../data/useCityView.ts";
import { StateNote } from "../ui/StateNote.tsx";

export function MissingSnapshot({ hash }: { hash: string }): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const isAgainst = view.against === hash;
	return (
		<StateNote
			icon="calendar"
			tone="error"
			words={t(isAgainst ? "snapshot.againstMissing" : "snapshot.missing", { hash })}
			detail={t("snapshot.missingWhy")}
			action={{
				label: t(isAgainst ? "snapshot.openWithout" : "snapshot.openCurrent"),
				onAct: () => change(isAgainst ? { against: null } : { snapshot: null, against: null }),
			}}
		/>
	);
}
