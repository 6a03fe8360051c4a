// Collects facilities with names that tell them apart; ids follow the order of categories at the end.
import type { FacilityRecord } from "../../planning/city/records.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import { at } from "./at.ts";
import { capacityOf, floorAreaOf, hasDoors, labelOf } from "./facilityKinds.ts";
import type { Random } from "./Random.ts";
import type { Sites } from "./Sites.ts";

export interface FacilityDraft {
	readonly category: string;
	readonly site: number;
	/** Code of the unit that operates it; null for schools, shops and the like. */
	readonly operator: string | null;
	/** Name before the sign's words; else that of the committee it stands in. */
	readonly stem?: string;
	/** Replaces the sign's words. */
	readonly label?: string;
	readonly floorAreaM2?: number;
	readonly officeAreaM2?: number;
	readonly premisesId?: string;
	/** Keeps to its one door: the planted truths are measured from it. */
	readonly isPlanted?: boolean;
}

interface Drafted extends FacilityDraft {
	readonly name: string;
}

const ORDINALS = ["", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九"];
const ORDER = new Map(CATEGORIES.map(({ code }, index) => [code, index]));

export class FacilityBook {
	private readonly drafts: Drafted[] = [];
	private readonly sites: Sites;
	private readonly random: Random;
	private readonly named = new Map<string, number>();
	private premisesCount = 0;

	constructor(sites: Sites, random: Random) {
		this.sites = sites;
		this.random = random;
	}

	add(draft: FacilityDraft): void {
		const stem = draft.stem ?? this.stemAt(draft.site);
		const label = draft.label ?? labelOf(draft.category);
		const count = this.named.get(stem + label) ?? 0;
		this.named.set(stem + label, count + 1);
		const ordinal = ORDINALS[count] ?? `第${count + 1}`;
		this.drafts.push({ ...draft, name: stem + ordinal + label });
	}

	/** A new building that several facilities share. */
	premises(): string {
		this.premisesCount++;
		return `P${String(this.premisesCount).padStart(4, "0")}`;
	}

	/** Sites of a category so far. */
	sitesOf(category: string): number[] {
		return this.drafts.flatMap((draft) => (draft.category === category ? [draft.site] : []));
	}

	/** True when a unit already operates one of the category. */
	has(category: string, operator: string): boolean {
		return this.drafts.some((draft) => draft.category === category && draft.operator === operator);
	}

	/** Name of the committee at a site without its title. */
	stemAt(site: number): string {
		const { committee } = at(this.sites.all, site);
		const name = this.sites.land.territory.committees[committee]?.name ?? "新苑";
		return name.replace(/社区居委会$|村村委会$/, "");
	}

	/** The records, by category in the catalogue's order, then by site. */
	records(): FacilityRecord[] {
		const sorted = this.drafts
			.map((draft, order) => ({ draft, order }))
			.sort(
				(a, b) =>
					(ORDER.get(a.draft.category) ?? 0) - (ORDER.get(b.draft.category) ?? 0) ||
					a.order - b.order,
			);
		return sorted.map(({ draft }, index) =>
			this.record(draft, `F${String(index + 1).padStart(5, "0")}`),
		);
	}

	private record(draft: Drafted, id: string): FacilityRecord {
		const { category, site, floorAreaM2, officeAreaM2 } = draft;
		const areaM2 = floorAreaM2 ?? floorAreaOf(category, this.random);
		const office = officeAreaM2 ?? null;
		return {
			id,
			category,
			name: draft.name,
			lonLat: at(this.sites.all, site).lonLat,
			floorAreaM2: areaM2,
			serviceAreaM2: office === null || areaM2 === null ? null : areaM2 - office,
			officeAreaM2: office,
			capacity: capacityOf(category, this.random),
			operatorCode: draft.operator,
			premisesId: draft.premisesId ?? null,
			address: null,
			entrances: draft.isPlanted === true || !hasDoors(category) ? [] : this.doorsAt(site),
		};
	}

	/** The site's own door and one at another street of the same lattice cell, where there is one. */
	private doorsAt(site: number): FacilityRecord["entrances"] {
		const { cell, lonLat, kind } = at(this.sites.all, site);
		if (kind === "home") return [];
		const other = this.sites.all.find(
			(candidate) =>
				candidate.cell === cell && candidate.kind === "street" && candidate.lonLat !== lonLat,
		);
		return other === undefined ? [] : [lonLat, other.lonLat];
	}
}
