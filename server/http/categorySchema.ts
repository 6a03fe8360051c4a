// A category code that the standard knows.
import * as z from "zod";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";

export const categorySchema = z.enum(CATEGORIES.map(({ code }) => code));
