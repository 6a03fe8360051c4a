// Files that start products, browsers or whole cities come first, so that none of them runs alone at the end; then the
// rest of their project, since a worker keeps its modules only from file to file of one project.
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Two that need no demonstration, while it is prepared; then the journeys. */
const SLOW = [
	"server/killedStages",
	"server/cli/import",
	"journeys/",
	"server/serve",
	"server/cli/",
	"server/demonstration/",
	"server/routes/",
	"server/commands/",
];

export class SlowFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId, project }: TestSpecification) => {
			if (project.name === "pure") return SLOW.length + 1;
			const at = SLOW.findIndex((folder) => moduleId.includes(`/tests/${folder}`));
			return at < 0 ? SLOW.length : at;
		};
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}
