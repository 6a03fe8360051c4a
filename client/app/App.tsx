// Who is asking decides the first screen. The city's code comes while that is asked: whoever signs in needs it next.
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { BrowserRouter, Navigate, Route, Routes } from "react-router";
import { ApiError } from "../data/http.ts";
import { sessionQuery } from "../data/queries.ts";
import { SignInScreen } from "../screens/signIn/SignInScreen.tsx";
import { StateNote } from "../ui/StateNote.tsx";
import { PreferencesProvider } from "./preferences.tsx";
import { queryClient } from "./queryClient.ts";
import { served } from "./served.ts";

const Workspace = lazy(served(() => import("./Workspace.tsx")));
const CityScreen = lazy(served(() => import("../screens/city/CityScreen.tsx")));
const DataScreen = lazy(served(() => import("../screens/data/DataScreen.tsx")));
const HelpScreen = lazy(served(() => import("../screens/data/HelpScreen.tsx")));
const LayerScreen = lazy(served(() => import("../screens/data/layer/LayerScreen.tsx")));
const MatrixScreen = lazy(served(() => import("../screens/matrix/MatrixScreen.tsx")));
const MethodsScreen = lazy(served(() => import("../screens/methods/MethodsScreen.tsx")));
const PlanListScreen = lazy(served(() => import("../screens/plan/PlanListScreen.tsx")));
const PlanScreen = lazy(served(() => import("../screens/plan/PlanScreen.tsx")));
const PresentScreen = lazy(served(() => import("../screens/present/PresentScreen.tsx")));
const SavedViewScreen = lazy(served(() => import("../screens/present/SavedViewScreen.tsx")));
const TablesScreen = lazy(served(() => import("../screens/tables/TablesScreen.tsx")));
const UnitScreen = lazy(served(() => import("../screens/unit/UnitScreen.tsx")));
const UploadScreen = lazy(served(() => import("../screens/data/wizard/UploadScreen.tsx")));

export function App(): ReactNode {
	return (
		<QueryClientProvider client={queryClient}>
			<BrowserRouter>
				<PreferencesProvider>
					<Gate />
				</PreferencesProvider>
			</BrowserRouter>
		</QueryClientProvider>
	);
}

function Gate(): ReactNode {
	const { t } = useTranslation();
	const session = useQuery(sessionQuery);
	if (session.data !== undefined)
		return (
			<Suspense fallback={<p className="app-wait">{t("state.loadingCity")}</p>}>
				<Routes>
					<Route path="methods" element={<MethodsScreen />} />
					<Route path="data/help" element={<HelpScreen />} />
					<Route element={<Workspace account={session.data.account} />}>
						<Route index element={<CityScreen />} />
						<Route path="tables" element={<TablesScreen />} />
						<Route path="matrix" element={<MatrixScreen />} />
						<Route path="units/:kind/:code" element={<UnitScreen />} />
						<Route path="present" element={<PresentScreen />} />
						<Route path="views/:id" element={<SavedViewScreen />} />
						<Route path="plans" element={<PlanListScreen />} />
						<Route path="plans/:id" element={<PlanScreen />} />
						<Route path="data" element={<DataScreen />} />
						<Route path="data/uploads/:id" element={<UploadScreen />} />
						<Route path="data/layers/:kind" element={<LayerScreen />} />
						<Route path="*" element={<Navigate to="/" replace />} />
					</Route>
				</Routes>
			</Suspense>
		);
	if (session.error instanceof ApiError && session.error.status === 401) return <SignInScreen />;
	if (session.error !== null)
		return (
			<main className="sign-in">
				<StateNote
					icon="warning"
					tone="error"
					words={t("state.serverAway")}
					action={{ label: t("action.retry"), onAct: () => void session.refetch() }}
				/>
			</main>
		);
	return <p className="app-wait">{t("state.loading")}</p>;
}
