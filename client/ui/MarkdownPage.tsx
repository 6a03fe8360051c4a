// A document of docs/ as a page: its chapters at the side, its text beside them.
import "./markdownPage.css";
import { type ReactNode, useEffect } from "react";
import { Link, useLocation } from "react-router";
import { type Block, spansOf } from "./markdown.ts";

interface MarkdownPageProps {
	readonly blocks: readonly Block[];
	readonly title: string;
	readonly back: { readonly to: string; readonly words: string };
	readonly testId: string;
	/** Of the text, where it is not the reader's. */
	readonly lang?: string;
	/** Said before the text. */
	readonly note?: string | null;
}

export function MarkdownPage({
	blocks,
	title,
	back,
	testId,
	lang,
	note,
}: MarkdownPageProps): ReactNode {
	const { hash } = useLocation();
	useEffect(() => {
		document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
	}, [hash]);
	return (
		<main className="methods" data-testid={testId}>
			<nav aria-label={title}>
				<Link to={back.to}>{back.words}</Link>
				<ul>
					{blocks.map(
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
			<article lang={lang}>
				{note != null && (
					<p className="muted" lang="zh">
						{note}
					</p>
				)}
				{blocks.map((block, index) => (
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

/** A wide table is scrolled by keys too. */
const scrolled = (head: readonly string[]) => ({
	tabIndex: 0,
	role: "group",
	"aria-label": head.join(", "),
});

function Table({ head, rows }: Extract<Block, { kind: "table" }>): ReactNode {
	return (
		<div className="table-frame" {...scrolled(head)}>
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
