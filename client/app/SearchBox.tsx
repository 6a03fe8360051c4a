// Search: units by name or code, facilities, coordinates in either order. `/` comes here, Enter goes there.
import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Input, type InputRef } from "antd";
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import type { SearchResults } from "../../planning/wire/api.ts";
import { parseCoordinates } from "../data/coordinates.ts";
import { formatLonLat } from "../data/formats.ts";
import { searchQuery } from "../data/queries.ts";
import { markSpot } from "../data/spotStore.ts";
import { useCityView } from "../data/useCityView.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";
import { useSelectUnit } from "../data/useSelectUnit.ts";
import { useMapHandle } from "../map/MapHandle.ts";
import { Icon } from "../ui/Icon.tsx";

const SPOT_ZOOM = 15.5;
type Result = SearchResults["results"][number];
type Bbox = readonly [number, number, number, number];

export function SearchBox({ near }: { near: Bbox | null }): ReactNode {
	const { t } = useTranslation();
	const [text, setText] = useState("");
	const asked = useDeferredValue(text.trim());
	const middle: LonLat | null =
		near === null ? null : [(near[0] + near[2]) / 2, (near[1] + near[3]) / 2];
	const position = parseCoordinates(asked, middle);
	const { data: results = [], isFetching } = useQuery(searchQuery(position === null ? asked : ""));
	const input = useSlashFocus();
	const goTo = useGoTo();
	const found = position === null && asked !== "" ? results : [];
	const choose = (key: string) => {
		const result = found.find((one) => keyOf(one) === key);
		if (result !== undefined) goTo.result(result);
		else if (position !== null) goTo.position(position);
		setText(result?.name ?? text);
		input.current?.blur();
	};
	const spot =
		position === null
			? []
			: [
					{
						value: "position",
						label: <Row name={formatLonLat(...position)} detail={t("search.position")} />,
					},
				];
	return (
		<AutoComplete
			className="search"
			value={text}
			onChange={setText}
			onSelect={choose}
			defaultActiveFirstOption
			popupMatchSelectWidth={320}
			options={[
				...spot,
				...found.map((one) => ({ value: keyOf(one), label: <ResultRow result={one} /> })),
			]}
			notFoundContent={asked === "" || isFetching ? null : t("search.nothing")}
		>
			<Input
				ref={input}
				aria-label={t("search.label")}
				placeholder={t("search.placeholder")}
				prefix={<Icon name="search" size={14} />}
				suffix={<kbd>/</kbd>}
				data-testid="search"
			/>
		</AutoComplete>
	);
}

function useGoTo() {
	const [, change] = useCityView();
	const map = useMapHandle();
	const selectUnit = useSelectUnit(change);
	const position = (at: LonLat) => {
		markSpot(at);
		map.flyTo(at, SPOT_ZOOM);
	};
	const result = ({ type, kind, code, lon, lat }: Result) => {
		const unitKind = UNIT_KINDS.find((one) => one === kind);
		if (type === "unit" && unitKind !== undefined) return selectUnit({ kind: unitKind, code });
		if (categoryOf(kind) !== undefined) change({ category: kind });
		position([lon, lat]);
	};
	return { position, result };
}

function ResultRow({ result }: { result: Result }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const category = categoryOf(result.kind);
	const kind =
		category === undefined ? t(`level.${result.kind}`) : categoryName(category, language);
	return <Row name={result.name} detail={[kind, result.detail].filter(Boolean).join(" · ")} />;
}

function Row({ name, detail }: { name: string; detail: string }): ReactNode {
	return (
		<span className="search-row">
			<span>{name}</span>
			<small>{detail}</small>
		</span>
	);
}

function keyOf({ type, kind, code }: Result): string {
	return `${type} ${kind} ${code}`;
}

function useSlashFocus() {
	const input = useRef<InputRef>(null);
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			const isTyping = /INPUT|TEXTAREA/.test((event.target as HTMLElement).tagName);
			if (event.key !== "/" || isTyping) return;
			event.preventDefault();
			input.current?.focus({ cursor: "all" });
		};
		window.addEventListener("keydown", listen);
		return () => window.removeEventListener("keydown", listen);
	}, []);
	return input;
}
