// Sign-in: one card per role in the demonstration, name and password everywhere.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../app/preferences.tsx";
import { ApiError, send } from "../../data/http.ts";
import { sessionQuery, welcomeQuery } from "../../data/queries.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { BrandMark } from "../../ui/Brand.tsx";
import { StateNote } from "../../ui/StateNote.tsx";

interface Credentials {
	readonly name: string;
	readonly password: string;
}

export function SignInScreen(): ReactNode {
	const { t, i18n } = useTranslation();
	const { toggleLanguage } = usePreferences();
	const welcome = useQuery(welcomeQuery);
	const signIn = useSignIn();
	return (
		<main className="sign-in">
			<button type="button" className="text-button sign-in-language" onClick={toggleLanguage}>
				{i18n.language === "en" ? "中文" : "English"}
			</button>
			<div className="sign-in-card">
				<header>
					<BrandMark size={40} />
					<div>
						<h1>{t("brand.name")}</h1>
						<p>{t("brand.line")}</p>
					</div>
				</header>
				{welcome.data?.cityName && <p className="sign-in-city">{welcome.data.cityName}</p>}
				{welcome.error !== null && (
					<StateNote
						icon="warning"
						tone="error"
						words={t("state.serverAway")}
						action={{ label: t("action.retry"), onAct: () => void welcome.refetch() }}
					/>
				)}
				{welcome.data?.demonstration === true && (
					<DemonstrationAccounts
						accounts={welcome.data.accounts}
						isBusy={signIn.isPending}
						onChoose={(name) => signIn.mutate({ name, password: name })}
					/>
				)}
				<SignInForm isBusy={signIn.isPending} onSubmit={signIn.mutate} />
				<SignInProblem error={signIn.error} />
			</div>
		</main>
	);
}

function useSignIn() {
	const queries = useQueryClient();
	return useMutation({
		mutationFn: (credentials: Credentials) => send("POST", "/api/session", credentials),
		onSuccess: () => queries.fetchQuery({ ...sessionQuery, staleTime: 0 }),
	});
}

function SignInProblem({ error }: { error: Error | null }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	if (error === null) return null;
	const words = error instanceof ApiError ? error.words[language] : t("state.serverAway");
	return <StateNote icon="warning" tone="error" words={words} />;
}

interface DemonstrationAccountsProps {
	readonly accounts: readonly { name: string; displayName: string; role: string }[];
	readonly isBusy: boolean;
	onChoose(name: string): void;
}

function DemonstrationAccounts({ accounts, isBusy, onChoose }: DemonstrationAccountsProps) {
	const { t } = useTranslation();
	return (
		<section aria-label={t("signIn.demonstration")}>
			<p className="sign-in-hint">
				<span className="badge">{t("header.sample")}</span> {t("signIn.demonstration")}
			</p>
			<div className="role-cards">
				{accounts.map(({ name, displayName, role }) => (
					<button
						key={name}
						type="button"
						className="role-card"
						disabled={isBusy}
						data-testid={`role-${role}`}
						onClick={() => onChoose(name)}
					>
						<span className="avatar">{displayName.slice(0, 1)}</span>
						<span>
							<b>{t(`role.${role}.name`)}</b>
							<small>{displayName}</small>
							<em>{t(`role.${role}.does`)}</em>
						</span>
					</button>
				))}
			</div>
		</section>
	);
}

interface SignInFormProps {
	readonly isBusy: boolean;
	onSubmit(credentials: Credentials): void;
}

function SignInForm({ isBusy, onSubmit }: SignInFormProps): ReactNode {
	const { t } = useTranslation();
	const [name, setName] = useState("");
	const [password, setPassword] = useState("");
	const submit = (event: FormEvent) => {
		event.preventDefault();
		onSubmit({ name, password });
	};
	return (
		<form className="sign-in-form" onSubmit={submit}>
			<label>
				{t("signIn.name")}
				<input
					value={name}
					autoComplete="username"
					required
					onChange={({ target }) => setName(target.value)}
				/>
			</label>
			<label>
				{t("signIn.password")}
				<input
					value={password}
					type="password"
					autoComplete="current-password"
					required
					onChange={({ target }) => setPassword(target.value)}
				/>
			</label>
			<button type="submit" className="button primary" disabled={isBusy}>
				{t("signIn.enter")}
			</button>
		</form>
	);
}
