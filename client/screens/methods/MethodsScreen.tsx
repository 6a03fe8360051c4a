// 算法说明: docs/methods.md as a page, so that every figure can lead to how it is made.
import "./methods.css";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import methods from "../../../docs/methods.md?raw";
import { type Block, blocksOf, spansOf } from "./markdown.ts";

const BLOCKS = blocksOf(methods);

export default function MethodsScreen(): ReactNode {
	const { t, i18n } = useTranslation();
	const { hash } = useLocation();
	useEffect(() => {
		document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
	}, [hash]);
	return (
		<main className="methods" data-testid="methods">
			<nav aria-label={t("methods.title")}>
				<Link to="/">{t("methods.back")}</Link>
				<ul>
					{BLOCKS.map(
						(block) =>
							block.kind === "heading" &&
							block.depth === 2 && (
								<li key={block.id}>
									<Link to={`#${block.id}`}>{block.text}</Link>
								</li>
							),
					)}
				</ul>
			</nav>
			<article lang="en">
				{i18n.language !== "en" && (
					<p className="muted" lang="zh">
						{t("methods.language")}
					</p>
				)}
				{BLOCKS.map((block, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
					<Section key={index} block={block} />
				))}
			</article>
		</main>
	);
}

function Section({ block }: { block: Block }): ReactNode {
	if (block.kind === "heading") {
		const Heading = block.depth === 1 ? "h1" : block.depth === 2 ? "h2" : "h3";
		return <Heading id={block.id}>{block.text}</Heading>;
	}
	if (block.kind === "paragraph")
		return (
			<p>
				<Words text={block.text} />
			</p>
		);
	if (block.kind === "list")
		return (
			<ul>
				{block.items.map((item) => (
					<li key={item}>
						<Words text={item} />
					</li>
				))}
			</ul>
		);
	return <Table {...block} />;
}

function Table({ head, rows }: Extract<Block, { kind: "table" }>): ReactNode {
	return (
		<div className="table-frame">
			<table>
				<thead>
					<tr>
						{head.map((cell) => (
							<th key={cell}>
								<Words text={cell} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.join()}>
							{row.map((cell, column) => (
								<td key={head[column]}>
									<Words text={cell} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Words({ text }: { text: string }): ReactNode {
	return spansOf(text).map((span, index) => {
		const key = `${index} ${span.text}`;
		if (span.kind === "code") return <code key={key}>{span.text}</code>;
		if (span.kind === "strong") return <strong key={key}>{span.text}</strong>;
		if (span.kind === "emphasis") return <em key={key}>{span.text}</em>;
		return span.text;
	});
}
