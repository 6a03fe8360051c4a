// Many rows of one height, of which only the visible ones exist.
import { type ReactNode, useState } from "react";

interface VirtualRowsProps {
	readonly count: number;
	readonly rowPx: number;
	readonly maxPx: number;
	readonly label: string;
	row(index: number): ReactNode;
	/** The last rows are about to be seen: where more can be had, it is time. */
	onNearEnd?(): void;
}
const SPARE_ROWS = 8;
const NEAR_END_ROWS = 40;

export function VirtualRows({
	count,
	rowPx,
	maxPx,
	label,
	row,
	onNearEnd,
}: VirtualRowsProps): ReactNode {
	const [topPx, setTopPx] = useState(0);
	const heightPx = Math.min(maxPx, count * rowPx);
	const first = Math.max(0, Math.floor(topPx / rowPx) - SPARE_ROWS);
	const last = Math.min(count, Math.ceil((topPx + heightPx) / rowPx) + SPARE_ROWS);
	return (
		<ul
			className="virtual-rows"
			style={{ height: heightPx }}
			aria-label={label}
			onScroll={({ currentTarget: { scrollTop, clientHeight } }) => {
				setTopPx(scrollTop);
				if (scrollTop + clientHeight > (count - NEAR_END_ROWS) * rowPx) onNearEnd?.();
			}}
		>
			<li style={{ height: first * rowPx }} aria-hidden="true" />
			{Array.from({ length: last - first }, (_, i) => row(first + i))}
			<li style={{ height: (count - last) * rowPx }} aria-hidden="true" />
		</ul>
	);
}
