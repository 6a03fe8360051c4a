// One figure of a card: what it is, and how much.
import type { ReactNode } from "react";

export function HoverLine({ name, value }: { name: string; value: string }): ReactNode {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}
