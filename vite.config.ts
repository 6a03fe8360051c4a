import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `npm run dev` serves the client alone; the API comes from a running `npm start`.
const target = process.env["JIEQUAN_DEV_API"] ?? "http://127.0.0.1:3000";
// the server refuses writes whose Origin is not its Host: leave the Host as the browser sent it
const proxy = { "/api": { target, changeOrigin: false } };

export default defineConfig(({ command }) => {
	// whoever starts the build (a test run, say), what is built is what people use
	if (command === "build") process.env["NODE_ENV"] = "production";
	return {
		root: `${import.meta.dirname}/client`,
		plugins: [react()],
		server: { proxy },
		preview: { proxy },
		build: {
			// by hand; `serve` builds into a folder of its own (server/buildClient.ts)
			outDir: "../dist/client",
			emptyOutDir: true,
			target: "es2022",
			// the map and the component library, loaded after sign-in
			chunkSizeWarningLimit: 1900,
		},
	};
});
