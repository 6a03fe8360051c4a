// A drawing table in a real browser: where a place of the city is on the screen, and waiting for the map.
import type { Page } from "playwright-core";
import type { LonLat } from "../../planning/geo/LonLat.ts";

/** Width of the flat world in pixels at zoom 0. */
const WORLD_PX = 512;

/** Open and drawn. */
export async function drawn(page: Page): Promise<void> {
	await page.waitForSelector('[data-testid="plan-map"][data-cells][data-idle="true"]');
}

/** Pixels of a place on the page, by the camera that the map says it has. */
export async function onScreen(page: Page, [lon, lat]: LonLat): Promise<[number, number]> {
	const map = page.getByTestId("plan-map");
	const box = await map.boundingBox();
	const [lon0 = 0, lat0 = 0, zoom = 0] = ((await map.getAttribute("data-camera")) ?? "")
		.split(" ")
		.map(Number);
	if (box === null) throw new Error("The map is not on the page.");
	const world = WORLD_PX * 2 ** zoom;
	const y = (degrees: number) => {
		const sine = Math.sin((degrees * Math.PI) / 180);
		return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world;
	};
	return [
		box.x + box.width / 2 + ((lon - lon0) / 360) * world,
		box.y + box.height / 2 + y(lat) - y(lat0),
	];
}

export async function clickAt(page: Page, place: LonLat): Promise<void> {
	await page.mouse.click(...(await onScreen(page, place)));
}

/** Press at the first place, over all others, and let go at the last. */
export async function dragOver(page: Page, places: readonly LonLat[]): Promise<void> {
	for (const [i, place] of places.entries()) {
		const px = await onScreen(page, place);
		await page.mouse.move(...px, { steps: i === 0 ? 1 : 5 });
		if (i === 0) await page.mouse.down();
	}
	await page.mouse.up();
}
