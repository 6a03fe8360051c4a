// A value that has stayed the same for a moment: cards come when the pointer rests, not while it passes.
import { useEffect, useState } from "react";

/** The value as it was when it last stayed for `ms`; nothing (null) is taken at once. */
export function useSettled<T>(value: T | null, ms: number): T | null {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		if (value === null) return setSettled(null);
		const timer = setTimeout(() => setSettled(value), ms);
		return () => clearTimeout(timer);
	}, [value, ms]);
	return value === null ? null : settled;
}
