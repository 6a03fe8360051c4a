// A card over the map, in the corner where it covers least of what it is about.
import type { Map as MapLibreMap } from "maplibre-gl";
import type { ReactNode } from "react";
import type { Box } from "../../../planning/geo/box.ts";
import type { Padding } from "../../map/MapView.tsx";
import { type Frame, quietCorner } from "./quietCorner.ts";
import "./hover.css";

/** The map that cards lie on, and what panels cover of it. */
export interface CardGround {
	readonly map: MapLibreMap | null;
	readonly padding: Padding;
}

interface HoverCardProps extends CardGround {
	/** What the card is about, on the ground. */
	readonly about: Box | null;
	readonly testId: string;
	readonly children: ReactNode;
}

/** About as large as cards become. */
const CARD = { width: 224, height: 216 };

export function HoverCard({ map, padding, about, testId, children }: HoverCardProps): ReactNode {
	const corner = map === null ? "bottom-right" : cornerOf({ map, padding }, map, about);
	return (
		<aside className={`panel hover-card ${corner}`} data-testid={testId}>
			{children}
		</aside>
	);
}

function cornerOf({ padding }: CardGround, map: MapLibreMap, about: Box | null) {
	const { clientWidth, clientHeight } = map.getContainer();
	const free = {
		left: padding.left,
		top: padding.top,
		right: clientWidth - padding.right,
		bottom: clientHeight - padding.bottom,
	};
	return quietCorner(free, CARD, about === null ? null : seenOf(map, about));
}

function seenOf(map: MapLibreMap, [west, south, east, north]: Box): Frame {
	const [from, to] = [map.project([west, north]), map.project([east, south])];
	return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}
