// The few buttons of a presentation, in a corner: pages, the list of views, the whole screen, the way out.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import type { FullScreen } from "./useFullScreen.ts";
import type { Slides } from "./useSlides.ts";

interface PresentBarProps {
	readonly slides: Slides;
	readonly screen: FullScreen;
	onManage(): void;
	onLeave(): void;
}

export function PresentBar({ slides, screen, onManage, onLeave }: PresentBarProps): ReactNode {
	const { t } = useTranslation();
	const { place, slide, goTo } = slides;
	const count = slides.slides.length;
	return (
		<div className="panel present-bar" role="toolbar" aria-label={t("present.bar")}>
			<button
				type="button"
				className="icon-button"
				aria-label={t("present.previous")}
				disabled={place === 0}
				data-testid="slide-previous"
				onClick={() => goTo(place - 1)}
			>
				<Icon name="back" />
			</button>
			<span data-testid="slide-place">
				{place + 1} / {count}
			</span>
			<button
				type="button"
				className="icon-button next"
				aria-label={t("present.next")}
				disabled={place === count - 1}
				data-testid="slide-next"
				onClick={() => goTo(place + 1)}
			>
				<Icon name="back" />
			</button>
			<button type="button" className="button small" data-testid="manage" onClick={onManage}>
				{t("present.manage")}
			</button>
			{screen.isPossible && (
				<button type="button" className="button small" onClick={screen.toggle}>
					{t(screen.isFull ? "present.window" : "present.full")}
				</button>
			)}
			<button type="button" className="button small" data-testid="leave" onClick={onLeave}>
				{t("present.leave")} <kbd>Esc</kbd>
			</button>
			<span className="unseen" role="status">
				{t("present.page", { place: place + 1, count, title: slide.title ?? t("present.unkept") })}
			</span>
		</div>
	);
}
