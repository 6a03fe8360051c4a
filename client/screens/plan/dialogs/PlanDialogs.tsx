// What is asked before it is done: a new unit, a merger, a facility.
import type { ReactNode } from "react";
import type { DialogsProps } from "./DialogsProps.ts";
import { DissolveUnit } from "./DissolveUnit.tsx";
import { FacilityChange } from "./FacilityChange.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { NewFacility } from "./NewFacility.tsx";
import { NewUnit } from "./NewUnit.tsx";
import { RenameUnit } from "./RenameUnit.tsx";

export function PlanDialogs(props: DialogsProps): ReactNode {
	const { asking } = props.drawing;
	switch (asking?.kind) {
		case "create":
			return <NewUnit {...props} cells={asking.cells} />;
		case "merge":
			return <MergeDialog {...props} gone={asking.gone} into={asking.into} />;
		case "rename":
			return <RenameUnit {...props} unit={asking.unit} name={asking.name} />;
		case "dissolve":
			return <DissolveUnit {...props} unit={asking.unit} name={asking.name} />;
		case "facility":
			return <NewFacility {...props} at={asking.at} />;
		case "facility-change":
			return <FacilityChange {...props} facility={asking.facility} />;
		default:
			return null;
	}
}
