import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `npm run dev` serves the client alone; the API comes from a running `npm start`.
const target = process.env["JIEQUAN_DEV_API"] ?? "http://127.0.0.1:3000";
// the server refuses writes whose Origin is not its Host: leave the Host as the browser sent it
const proxy = { "/api": { target, changeOrigin: false } };

export default defineConfig({
	root: `${import.meta.dirname}/client`,
	plugins: [react()],
	server: { proxy },
	preview: { proxy },
	build: {
		outDir: "../dist/client",
		emptyOutDir: true,
		target: "es2022",
		chunkSizeWarningLimit: 1600,
	},
});
