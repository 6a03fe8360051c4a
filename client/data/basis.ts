// What the screen stands on: the snapshot that the address names, else the newest whose analysis is done. While the
// current one is still being analysed, the last complete result is shown, and the screen says of which date. Figures that
// someone is reading do not change by themselves: a newer result waits until it is asked for.
import { useQuery } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useMemo, useState } from "react";
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import type { CityView } from "./cityView.ts";
import { type Basis, snapshotsQuery } from "./queries.ts";

/** How often a running analysis is asked after. */
const POLL_MS = 1_500;
/** How often, else, the list is read anew: others hand in data too. */
const NEWS_MS = 60_000;

export interface Standing {
	readonly basis: Basis;
	/** The snapshot the figures are of; null until the list has come, and where none fits. */
	readonly shown: SnapshotEntry | null;
	/** The one in force now. */
	readonly current: SnapshotEntry | null;
	readonly all: readonly SnapshotEntry[];
	/** A newer result that could be shown instead; null where the address names a snapshot, and where there is none. */
	readonly newer: SnapshotEntry | null;
	/** The list has come, or cannot be had. */
	readonly isKnown: boolean;
	/** Show the newest result from now on. */
	renew(): void;
}

const StandingContext = createContext<Standing | null>(null);
export const StandingProvider = StandingContext.Provider;

/** How the screen stands: which snapshot is shown, which is in force, what is being analysed. */
export function useScreenStanding(): Standing {
	const standing = useContext(StandingContext);
	if (standing === null) throw new Error("useScreenStanding outside StandingProvider.");
	return standing;
}

const BasisContext = createContext<Basis>({ snapshot: null, profile: "adult" });
export const BasisProvider = BasisContext.Provider;

/** The basis of the side of the screen that a component is on. */
export function useBasis(): Basis {
	return useContext(BasisContext);
}

/**
 * The standing of a view. A snapshot that the address names is asked for as it is, known or not. While no figures are
 * read (data are being handed in, say), nothing is held on to.
 */
export function useStanding({ snapshot, profile }: CityView, isRead: boolean): Standing {
	const { data, error } = useQuery({
		...snapshotsQuery(profile),
		refetchInterval: ({ state }) =>
			state.data?.some(({ run }) => run.status === "running") ? POLL_MS : NEWS_MS,
	});
	const [held, hold] = useState<string | null>(null);
	const standing = useMemo(
		() => standingOf(data ?? [], { snapshot, profile }, held),
		[data, snapshot, profile, held],
	);
	const next = isRead ? heldNext(standing, snapshot, held) : null;
	if (next !== held) hold(next);
	const hash = standing.basis.snapshot;
	// the same words are the same basis, however often the list is read
	const basis = useMemo(() => ({ snapshot: hash, profile }), [hash, profile]);
	const renew = useCallback(() => hold(null), []);
	const isKnown = data !== undefined || error !== null;
	return useMemo(() => ({ ...standing, basis, isKnown, renew }), [standing, basis, isKnown, renew]);
}

/** Pure: which of the snapshots is shown. `held` is the one whose figures are being read. */
export function standingOf(
	all: readonly SnapshotEntry[],
	{ profile, snapshot }: Basis,
	held: string | null = null,
): Omit<Standing, "isKnown" | "renew"> {
	const current = all.find(({ isCurrent }) => isCurrent) ?? null;
	const newest = newestDone(all, current);
	const kept = all.find(({ hash, run }) => hash === held && run.status === "done");
	const named = snapshot === null ? undefined : all.find(({ hash }) => hash.startsWith(snapshot));
	const shown = snapshot === null ? (kept ?? newest) : (named ?? null);
	const isNewer = snapshot === null && newest?.run.status === "done" && newest !== shown;
	const basis = { profile, snapshot: shown?.hash ?? snapshot };
	return { basis, shown, current, all, newer: isNewer ? newest : null };
}

/** A finished result is held on to once it is shown, until the address names another. */
function heldNext(
	{ shown }: Pick<Standing, "shown">,
	named: string | null,
	held: string | null,
): string | null {
	if (named !== null) return null;
	return shown?.run.status === "done" ? shown.hash : held;
}

/** The current one when it is done, or when nothing else is; else the newest that is done. */
function newestDone(
	all: readonly SnapshotEntry[],
	current: SnapshotEntry | null,
): SnapshotEntry | null {
	if (current?.run.status === "done") return current;
	return all.find(({ run }) => run.status === "done") ?? current;
}
