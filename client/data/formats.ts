// Numbers as words: the one place where metres, minutes and counts become text.
export type Language = "zh" | "en";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** 12,345 with a true minus sign. */
export function formatCount(count: number): string {
	return grouped.format(count).replace("-", "−");
}

/** A change with its sign, `+1,932` or `−1,932`; nothing changed is `±0`. */
export function formatChange(change: number): string {
	return change === 0 ? "±0" : `${change > 0 ? "+" : ""}${formatCount(change)}`;
}

/** A change of a share in percentage points, one decimal. */
export function formatChangePct(points: number): string {
	const words = Math.abs(points).toFixed(1);
	return Number(words) === 0 ? "±0.0" : `${points > 0 ? "+" : "−"}${words}`;
}

/** A headline count: from ten thousand on, Chinese counts in 万. */
export function formatHeadline(count: number, language: Language): { value: string; unit: string } {
	if (language === "zh" && Math.abs(count) >= 10_000)
		return { value: (count / 10_000).toFixed(2), unit: "万" };
	return { value: formatCount(count), unit: "" };
}

/** One decimal, without the sign; null stays null so that nobody prints 0 for no data. */
export function formatPct(pct: number | null): string | null {
	return pct === null ? null : pct.toFixed(1);
}

export function formatDistance(distanceM: number, language: Language): string {
	const [m, km] = language === "zh" ? ["米", "公里"] : ["m", "km"];
	if (distanceM < 1000) return `${formatCount(Math.round(distanceM))} ${m}`;
	return `${(distanceM / 1000).toFixed(distanceM < 10_000 ? 2 : 1)} ${km}`;
}

export function formatArea(areaM2: number, language: Language): string {
	if (areaM2 < 100_000)
		return `${formatCount(Math.round(areaM2))} ${language === "zh" ? "㎡" : "m²"}`;
	return `${(areaM2 / 1_000_000).toFixed(2)} ${language === "zh" ? "平方公里" : "km²"}`;
}

/** 1.8 MB, as file managers count: 1 MB is 1,000,000 bytes. */
export function formatBytes(bytes: number): string {
	if (bytes < 1_000) return `${bytes} B`;
	const [unit, size] =
		bytes < 1e6 ? ["kB", bytes / 1e3] : bytes < 1e9 ? ["MB", bytes / 1e6] : ["GB", bytes / 1e9];
	return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}

/** 2026-06-30 14:32 in the reader's own time. */
export function formatTime(iso: string): string {
	const at = new Date(iso);
	const two = (n: number) => String(n).padStart(2, "0");
	const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** 2026-06-30 in Chinese, 30 Jun 2026 in English; the day as it is written, in no time zone. */
export function formatDay(day: string, language: Language): string {
	const [year, month, date] = day.slice(0, 10).split("-");
	const name = MONTHS[Number(month) - 1];
	return language === "zh" || name === undefined
		? day.slice(0, 10)
		: `${Number(date)} ${name} ${year}`;
}
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Five decimals: about one metre. */
export function formatLonLat(lon: number, lat: number): string {
	return `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
}

/** The half of a rule's words in the reader's language; rules are written as `中文 / English`. */
export function inLanguage(words: string, language: Language): string {
	const at = words.indexOf(" / ");
	if (at < 0) return words;
	return language === "zh" ? words.slice(0, at) : words.slice(at + 3);
}
