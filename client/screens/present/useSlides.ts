// The presentation's pages and the one that is shown; the address names it, so that a reload shows it again.
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { PRESENT_PATH } from "../../app/workspaces.ts";
import { readCityView } from "../../data/cityView.ts";
import { savedViewsQuery } from "../../data/savedViewQueries.ts";
import { useMapHandle } from "../../map/MapHandle.ts";
import { pageSearch, placeOf, type Slide, slidesOf } from "./slides.ts";

export interface Slides {
	readonly slides: readonly Slide[];
	/** Of the page that is shown. */
	readonly place: number;
	readonly slide: Slide;
	/** Beyond either end it is the end. */
	goTo(place: number): void;
}

export function useSlides(): Slides {
	const { search } = useLocation();
	const navigate = useNavigate();
	const [opened] = useState(search);
	const { data: views } = useQuery(savedViewsQuery);
	const slides = useMemo(() => slidesOf(views ?? [], opened), [views, opened]);
	const place = Math.max(0, placeOf(slides, search));
	const slide = slides[place] as Slide; // there is always one
	const goTo = useCallback(
		(wanted: number) => {
			const next = slides[Math.min(Math.max(wanted, 0), slides.length - 1)] as Slide;
			void navigate({ pathname: PRESENT_PATH, search: pageSearch(next) }, { replace: true });
		},
		[slides, navigate],
	);
	useSlideCamera(slide);
	return { slides, place, slide, goTo };
}

/** The map goes where the page was kept; from there the speaker may move it. */
function useSlideCamera({ search }: Slide): void {
	const map = useMapHandle();
	useEffect(() => {
		map.show(readCityView(new URLSearchParams(search)).camera);
	}, [map, search]);
}
