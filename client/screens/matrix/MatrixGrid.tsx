// A grid of units × categories of which only the visible rows exist: head and names stay in sight, arrow keys walk from
// cell to cell, and the focus stays with its cell.
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "../../ui/useIsPhone.ts";
import { type GridPlace, gridMove, rowsToDraw } from "./gridMoves.ts";
import { useGridFocus } from "./useGridFocus.ts";

const HEAD_PX = 150;
const NAME_PX = 168;
const COLUMN_PX = 44;
const ROW_PX = 28;
/** A fingertip, and the line between two rows. */
const PHONE_ROW_PX = 45;
const SPARE_ROWS = 6;
/** ARIA in HTML allows a table to be a grid: its cells then are grid cells without saying so. */
const GRID = { role: "grid" } as const;

export interface GridHead {
	readonly key: string;
	readonly words: string;
	readonly sorted: "ascending" | "descending" | "none";
	onUse(): void;
}
export interface GridCell {
	readonly text: string;
	/** All that the cell says, for whoever hears it. */
	readonly words: string;
	readonly className: string;
	readonly fill?: string;
}

interface MatrixGridProps {
	readonly label: string;
	readonly rowCount: number;
	/** Above the names of the rows. */
	readonly corner: GridHead;
	readonly heads: readonly GridHead[];
	rowKey(row: number): string;
	rowName(row: number): string;
	cell(row: number, column: number): GridCell;
	onRow(row: number): void;
	onCell(row: number, column: number): void;
}

export function MatrixGrid(props: MatrixGridProps): ReactNode {
	const { label, rowCount, corner, heads } = props;
	const { t } = useTranslation();
	const rowPx = useIsPhone() ? PHONE_ROW_PX : ROW_PX;
	const scroller = useRef<HTMLDivElement>(null);
	const [seen, setSeen] = useState({ topPx: 0, heightPx: 600 });
	const { place, moveTo, handlers } = useGridFocus(scroller);
	const first = Math.max(0, Math.floor(seen.topPx / rowPx) - SPARE_ROWS);
	const last = Math.min(rowCount, Math.ceil((seen.topPx + seen.heightPx) / rowPx) + SPARE_ROWS);
	const at = {
		row: Math.min(place.row, rowCount - 1),
		column: Math.min(place.column, heads.length - 1),
	};
	const rows = rowsToDraw(first, last, at.row);
	const look = ({ scrollTop: topPx, clientHeight: heightPx }: HTMLElement) =>
		setSeen((now) =>
			now.topPx === topPx && now.heightPx === heightPx ? now : { topPx, heightPx },
		);
	useEffect(() => {
		const box = scroller.current;
		if (box === null) return;
		const size = new ResizeObserver(() =>
			setSeen({ topPx: box.scrollTop, heightPx: box.clientHeight }),
		);
		size.observe(box);
		return () => size.disconnect();
	}, []);
	const onKeyDown = (event: KeyboardEvent) => {
		const page = Math.max(1, Math.floor((seen.heightPx - HEAD_PX) / rowPx) - 1);
		const next = gridMove(event.key, event.ctrlKey || event.metaKey, at, {
			rows: rowCount,
			columns: heads.length,
			page,
		});
		if (next === null) return;
		event.preventDefault();
		const box = scroller.current;
		if (box !== null) {
			bringIntoSight(box, next, rowPx);
			look(box); // with the place, not when the scrolling is told: the next key may come before that
		}
		moveTo(next);
	};
	const here = (row: number, column: number) =>
		row === at.row && column === at.column
			? ({ tabIndex: 0, "data-at": "" } as const)
			: ({ tabIndex: -1 } as const);
	return (
		<div
			className="matrix-scroll"
			ref={scroller}
			onScroll={({ currentTarget }) => look(currentTarget)}
		>
			<table
				{...GRID}
				aria-label={label}
				aria-rowcount={rowCount + 1}
				aria-colcount={heads.length + 1}
				style={{ width: NAME_PX + heads.length * COLUMN_PX }}
				onKeyDown={onKeyDown}
				{...handlers}
				data-testid="matrix"
			>
				<HeadRow corner={corner} heads={heads} here={here} />
				<tbody>
					{rows.map((row, i) => (
						<Fragment key={props.rowKey(row)}>
							<Spacer heightPx={(row - (rows[i - 1] ?? -1) - 1) * rowPx} />
							<Row row={row} rowPx={rowPx} here={here} {...props} />
						</Fragment>
					))}
					<Spacer heightPx={(rowCount - 1 - (rows.at(-1) ?? -1)) * rowPx} />
				</tbody>
			</table>
			{rowCount === 0 && <p className="muted matrix-none">{t("matrix.noneFound")}</p>}
		</div>
	);
}

type Here = (row: number, column: number) => object;

interface HeadRowProps extends Pick<MatrixGridProps, "corner" | "heads"> {
	readonly here: Here;
}

function HeadRow({ corner, heads, here }: HeadRowProps): ReactNode {
	return (
		<thead>
			<tr aria-rowindex={1} style={{ height: HEAD_PX }}>
				<th
					scope="col"
					className="matrix-corner"
					style={{ width: NAME_PX }}
					aria-sort={corner.sorted}
				>
					<button type="button" {...here(-1, -1)} onClick={corner.onUse}>
						{corner.words}
						<SortArrow sorted={corner.sorted} />
					</button>
				</th>
				{heads.map((head, column) => (
					<th key={head.key} scope="col" style={{ width: COLUMN_PX }} aria-sort={head.sorted}>
						<button
							type="button"
							className="matrix-head"
							title={head.words}
							{...here(-1, column)}
							onClick={head.onUse}
							data-testid={`matrix-head-${head.key}`}
						>
							<span>{head.words}</span>
							<SortArrow sorted={head.sorted} />
						</button>
					</th>
				))}
			</tr>
		</thead>
	);
}

interface RowProps extends MatrixGridProps {
	readonly row: number;
	readonly rowPx: number;
	readonly here: Here;
}

function Row({ row, rowPx, here, heads, rowName, cell, onRow, onCell }: RowProps): ReactNode {
	const name = rowName(row);
	return (
		<tr aria-rowindex={row + 2} style={{ height: rowPx }}>
			<th scope="row">
				<button
					type="button"
					className="ellipsis"
					title={name}
					{...here(row, -1)}
					onClick={() => onRow(row)}
				>
					{name}
				</button>
			</th>
			{heads.map((head, column) => {
				const { text, words, className, fill } = cell(row, column);
				return (
					<td key={head.key} className={className} style={fill ? { background: fill } : {}}>
						<button
							type="button"
							aria-label={`${name} ${head.words} ${words}`}
							{...here(row, column)}
							onClick={() => onCell(row, column)}
						>
							{text}
						</button>
					</td>
				);
			})}
		</tr>
	);
}

/** Room of the rows that do not exist; `aria-rowindex` tells where the others are. */
function Spacer({ heightPx }: { readonly heightPx: number }): ReactNode {
	return heightPx > 0 ? <tr style={{ height: heightPx }} /> : null;
}

function SortArrow({ sorted }: { readonly sorted: GridHead["sorted"] }): ReactNode {
	if (sorted === "none") return null;
	return <i aria-hidden="true">{sorted === "ascending" ? "↑" : "↓"}</i>;
}

/** Scrolled at once, so that the row of the place exists when the focus comes. */
function bringIntoSight(box: HTMLDivElement, { row, column }: GridPlace, rowPx: number): void {
	if (row >= 0) {
		const topPx = row * rowPx;
		const freePx = box.clientHeight - HEAD_PX - rowPx;
		if (topPx < box.scrollTop) box.scrollTop = topPx;
		else if (topPx > box.scrollTop + freePx) box.scrollTop = topPx - freePx;
	}
	if (column >= 0) {
		const leftPx = column * COLUMN_PX;
		const freePx = box.clientWidth - NAME_PX - COLUMN_PX;
		if (leftPx < box.scrollLeft) box.scrollLeft = leftPx;
		else if (leftPx > box.scrollLeft + freePx) box.scrollLeft = leftPx - freePx;
	}
}
