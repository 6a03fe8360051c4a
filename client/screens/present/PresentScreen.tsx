// 演示: one view after another on the whole screen, in large type, by arrow keys.
import "../../app/styles/share.css";
import "./present.css";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useKeys } from "../../app/useKeys.ts";
import { useScreenStanding } from "../../data/basis.ts";
import { readCityView } from "../../data/cityView.ts";
import { prefetchView } from "../../data/prefetchView.ts";
import { PresentBar } from "./PresentBar.tsx";
import { SlideCard } from "./SlideCard.tsx";
import { type Slide, withoutPage } from "./slides.ts";
import { useFullScreen } from "./useFullScreen.ts";
import { type Slides, useSlides } from "./useSlides.ts";
import { ViewManager } from "./ViewManager.tsx";

export default function PresentScreen(): ReactNode {
	const { t } = useTranslation();
	const slides = useSlides();
	const [isManaging, setManaging] = useState(false);
	const leave = useLeave();
	const screen = useFullScreen(leave);
	useSlideKeys(slides, { isOn: !isManaging, leave });
	usePrefetched(slides.slides[slides.place + 1]);
	return (
		<section className="present" aria-label={t("present.label")} data-testid="present">
			<SlideCard slide={slides.slide} />
			<PresentBar
				slides={slides}
				screen={screen}
				onManage={() => setManaging(true)}
				onLeave={leave}
			/>
			<ViewManager isOpen={isManaging} onClose={() => setManaging(false)} />
		</section>
	);
}

/** Back to the panels, on the view that is shown; the browser's own way back leads past the presentation. */
function useLeave(): () => void {
	const navigate = useNavigate();
	const { search } = useLocation();
	return useCallback(
		() => void navigate({ pathname: "/", search: withoutPage(search) }, { replace: true }),
		[navigate, search],
	);
}

interface KeySwitch {
	readonly isOn: boolean;
	leave(): void;
}

/** Before the map's own arrow keys; while the list of views is open it has the keys. */
function useSlideKeys({ slides, place, goTo }: Slides, { isOn, leave }: KeySwitch): void {
	const next = () => goTo(place + 1);
	const previous = () => goTo(place - 1);
	const first = () => goTo(0);
	const last = () => goTo(slides.length - 1);
	const acts = {
		ArrowRight: next,
		PageDown: next,
		" ": next,
		ArrowLeft: previous,
		PageUp: previous,
		Home: first,
		End: last,
		Escape: leave,
	};
	useKeys(isOn ? acts : {}, { isFirst: true });
}

/** The next page is there before it is asked for. */
function usePrefetched(next: Slide | undefined): void {
	const queries = useQueryClient();
	const { all } = useScreenStanding();
	const search = next?.search;
	useEffect(() => {
		if (search !== undefined) prefetchView(queries, readCityView(new URLSearchParams(search)), all);
	}, [queries, search, all]);
}
