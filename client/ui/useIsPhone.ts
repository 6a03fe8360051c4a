// Is the screen a telephone's? Fingers need larger targets, and rows of a fixed height have to know.
import { useMedia } from "./useMedia.ts";

/** As in narrow.css. */
const PHONE = "(width < 768px)";

export function useIsPhone(): boolean {
	return useMedia(PHONE);
}
