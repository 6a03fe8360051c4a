import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startI18n } from "./i18n.ts";
import { openFirst } from "./openFirst.ts";
import { queryClient } from "./queryClient.ts";

startI18n();
void openFirst(queryClient, window.location);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root.");
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);
