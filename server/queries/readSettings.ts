// What this database is: the city's name, demonstration or not, the map review number.
import type { Knex } from "knex";

export interface Settings {
	readonly cityName: string;
	readonly isDemonstration: boolean;
	/** 审图号 */
	readonly mapReviewNumber: string | null;
}

export async function readSettings(db: Knex): Promise<Settings> {
	const rows: { key: string; value: unknown }[] = await db("settings")
		.whereIn("settings.key", ["city_name", "demonstration", "map_review_number"])
		.select("settings.key", "settings.value");
	const value = new Map(rows.map((row) => [row.key, row.value]));
	const text = (key: string) => {
		const found = value.get(key);
		return typeof found === "string" && found !== "" ? found : null;
	};
	return {
		cityName: text("city_name") ?? "",
		isDemonstration: value.get("demonstration") === true,
		mapReviewNumber: text("map_review_number"),
	};
}
