// Parts of the page are loaded when they are opened. A newer build may have taken the file away meanwhile, or the server may
// be gone: as soon as it answers, the page loads itself anew at the address it is at, instead of ending empty.
const RETRY_MS = 3_000;
const AGAIN_MS = 60_000;
const LOADED_ANEW = "jiequan.loadedAnewMs";

/** `load` for `lazy`: it waits where the part does not come, and throws where loading anew did not help either. */
export function served<T>(load: () => Promise<T>): () => Promise<T> {
	return () =>
		load().catch((error: unknown) => {
			const lastMs = Number(sessionStorage.getItem(LOADED_ANEW) ?? 0);
			if (Date.now() - lastMs < AGAIN_MS) throw error;
			void loadAnew();
			return new Promise<T>(() => undefined); // the page ends before
		});
}

async function loadAnew(): Promise<void> {
	const isThere = await fetch("/", { method: "HEAD", cache: "no-store" }).then(
		({ ok }) => ok,
		() => false,
	);
	if (!isThere) {
		setTimeout(() => void loadAnew(), RETRY_MS);
		return;
	}
	sessionStorage.setItem(LOADED_ANEW, String(Date.now()));
	window.location.reload();
}
