// Two maps that look at the same place: whichever is moved, the other goes along.
import type { Map as MapLibreMap } from "maplibre-gl";

/** Until the returned function is called. */
export function keepTogether(one: MapLibreMap, other: MapLibreMap): () => void {
	let isFollowing = false;
	const follow = (from: MapLibreMap, to: MapLibreMap) => () => {
		if (isFollowing) return;
		isFollowing = true; // the other's own move leads nowhere
		to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
		isFollowing = false;
	};
	const [lead, leadBack] = [follow(one, other), follow(other, one)];
	lead();
	one.on("move", lead);
	other.on("move", leadBack);
	return () => {
		one.off("move", lead);
		other.off("move", leadBack);
	};
}
