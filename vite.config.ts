import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `npm run dev` serves the client alone; the API comes from a running `npm start`.
const apiServer = process.env["JIEQUAN_DEV_API"] ?? "http://127.0.0.1:3000";

export default defineConfig({
	root: `${import.meta.dirname}/client`,
	plugins: [react()],
	server: { proxy: { "/api": apiServer } },
	preview: { proxy: { "/api": apiServer } },
	build: {
		outDir: "../dist/client",
		emptyOutDir: true,
		target: "es2022",
		chunkSizeWarningLimit: 1600,
	},
});
