// The limit while the slider is held: every figure follows it, the address only when it is let go. The slider moves at
// once; figures follow in a task of their own, so that the hand is never kept waiting for them, and no place is worked out
// that the hand has left already.
import { markInput } from "./figures/timing.ts";
import { useValue, valueStore } from "./valueStore.ts";

const held = valueStore<number | null>(null);
const followed = valueStore<number | null>(null);
let isFollowing = false;

/** Null when the slider is let go. */
export function dragLimit(limit: number | null): void {
	if (limit === held.get()) return;
	held.set(limit);
	if (limit !== null) markInput();
	if (isFollowing) return;
	isFollowing = true;
	setTimeout(() => {
		isFollowing = false;
		followed.set(held.get());
	});
}

/** Where the hand is. */
export function useHeldLimit(): number | null {
	return useValue(held);
}

/** Where figures are. */
export function useDraggedLimit(): number | null {
	return useValue(followed);
}
