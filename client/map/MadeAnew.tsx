// A graphics card can give up, when a laptop wakes or a driver is renewed, and come back with nothing of what it was given.
// Whatever drew on it is made anew then.
import { Fragment, type ReactNode, useState } from "react";

interface MadeAnewProps {
	/** The component; `onBack` makes it anew. */
	children(onBack: () => void): ReactNode;
}

export function MadeAnew({ children }: MadeAnewProps): ReactNode {
	const [times, setTimes] = useState(0);
	return <Fragment key={times}>{children(() => setTimes(times + 1))}</Fragment>;
}
