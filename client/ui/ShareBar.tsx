// A share as a bar, with an upright line at the share to compare with.
import type { ReactNode } from "react";

export function ShareBar({ pct, markPct }: { pct: number; markPct: number | null }): ReactNode {
	return (
		<span className="share-bar" aria-hidden="true">
			<i style={{ width: `${pct}%` }} />
			{markPct !== null && <u style={{ left: `${markPct}%` }} />}
		</span>
	);
}
