// The mark: a circle cut by a border.
import type { ReactNode } from "react";

export function BrandMark({ size = 26 }: { size?: number }): ReactNode {
	return (
		<svg width={size} height={size} viewBox="0 0 26 26" fill="none" aria-hidden="true">
			<circle cx="13" cy="13" r="11" stroke="var(--accent)" strokeWidth="2" />
			<path
				d="M3.5 17.5 10 14.5l2-5 5 1.5 6-3.5"
				stroke="var(--accent)"
				strokeWidth="2"
				strokeLinejoin="round"
			/>
			<circle cx="15.5" cy="16.5" r="2.3" fill="var(--accent)" />
		</svg>
	);
}
