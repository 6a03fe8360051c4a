// The offsets of all pairs around the place they should be at: one cloud away from the middle is a system, not an error.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OffsetFinding } from "../../../../../planning/wire/understanding.ts";
import { roseOf } from "./roseOf.ts";

const SIZE_PX = 112;

export function OffsetRose({ offset }: { offset: OffsetFinding }): ReactNode {
	const { t } = useTranslation();
	const { dots, tip, rings } = roseOf(offset, SIZE_PX);
	const middle = SIZE_PX / 2;
	return (
		<svg
			className="offset-rose"
			width={SIZE_PX}
			height={SIZE_PX}
			role="img"
			aria-label={t("data.offset.rose")}
		>
			{rings.map(({ radiusPx, metres }) => (
				<g key={metres}>
					<circle className="ring" cx={middle} cy={middle} r={radiusPx} />
					<text x={middle - 3} y={middle + radiusPx - 3} textAnchor="end">
						{metres}
					</text>
				</g>
			))}
			<path className="ring" d={`M2,${middle}H${SIZE_PX - 2}M${middle},2V${SIZE_PX - 2}`} />
			{dots.map(([x, y], index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: dots have no names
				<circle key={index} className="dot" cx={x} cy={y} r={1.3} />
			))}
			<path className="arrow" d={`M${middle},${middle}L${tip[0]},${tip[1]}`} />
			<circle className="origin" cx={middle} cy={middle} r={2.5} />
			<text x={middle + 3} y={10}>
				{t("data.compass.0")}
			</text>
			<text x={SIZE_PX - 2} y={middle - 4} textAnchor="end">
				{t("data.compass.4")}
			</text>
		</svg>
	);
}
