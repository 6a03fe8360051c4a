// The whole screen for a presentation: given back when it ends; and leaving it by the browser's own Escape ends it.
import { useEffect, useRef, useState } from "react";

export interface FullScreen {
	readonly isFull: boolean;
	/** False where the browser has none to give. */
	readonly isPossible: boolean;
	toggle(): void;
}

export function useFullScreen(onLeft: () => void): FullScreen {
	const [isFull, setFull] = useState(isWhole);
	const isOwnWish = useRef(false);
	const latest = useRef(onLeft);
	useEffect(() => {
		latest.current = onLeft;
	});
	useEffect(() => {
		const listen = () => {
			setFull(isWhole());
			if (!isWhole() && !isOwnWish.current) latest.current();
			isOwnWish.current = false;
		};
		document.addEventListener("fullscreenchange", listen);
		return () => {
			document.removeEventListener("fullscreenchange", listen);
			if (isWhole()) void document.exitFullscreen();
		};
	}, []);
	const toggle = () => {
		isOwnWish.current = isWhole();
		if (isWhole()) void document.exitFullscreen();
		else document.documentElement.requestFullscreen().catch(() => {}); // refused: the window does
	};
	return { isFull, isPossible: document.fullscreenEnabled, toggle };
}

function isWhole(): boolean {
	return document.fullscreenElement !== null;
}
