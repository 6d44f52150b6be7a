import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderErrors } from "./render-errors.ts";
import { renderFeatures } from "./render-features.ts";
import { renderTargets } from "./render-targets.ts";

/** `npm run docs`: writes the pages that can be derived. A test fails when one of them is not current. */
writeFileSync(join(import.meta.dirname, "errors.md"), await renderErrors());
writeFileSync(join(import.meta.dirname, "targets.md"), await renderTargets());
writeFileSync(join(import.meta.dirname, "features.md"), await renderFeatures());
