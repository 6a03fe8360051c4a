// What every step puts around the map, which stays from step to step: cards to the left, a table below, the bar.
import type { ReactNode } from "react";
import type { StepProps } from "./StepProps.ts";
import { type MainAct, WizardBar } from "./WizardBar.tsx";

interface WizardFrameProps extends StepProps {
	readonly left: ReactNode;
	/** Below the map; without one the map takes its place. */
	readonly table?: ReactNode;
	/** One line: how it stands. */
	readonly sentence: string;
	readonly main: MainAct | null;
}

export function WizardFrame(props: WizardFrameProps): ReactNode {
	const { left, table, sentence, main, ...step } = props;
	return (
		<>
			<div className="wizard-left">{left}</div>
			{table}
			<WizardBar {...step} sentence={sentence} main={main} />
		</>
	);
}
