// A file let go over the page, as from a file manager.
import type { Page } from "playwright-core";

export async function dropFile(page: Page, name: string, content: Buffer): Promise<void> {
	const held = await page.evaluateHandle(
		([fileName, base64]) => {
			const bytes = Uint8Array.from(atob(base64 ?? ""), (letter) => letter.charCodeAt(0));
			const transfer = new DataTransfer();
			transfer.items.add(new File([bytes], fileName ?? ""));
			return transfer;
		},
		[name, content.toString("base64")],
	);
	await page.dispatchEvent("body", "dragover", { dataTransfer: held });
	await page.dispatchEvent("body", "drop", { dataTransfer: held });
}
