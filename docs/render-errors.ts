import prettier from "prettier";
import { codes } from "../diagnostics/index.ts";
import { everyRule } from "../rules/index.ts";

/** What the first digit of a code says. */
const ranges: Readonly<Record<string, { readonly title: string; readonly about: string }>> = {
  1: { title: "Model", about: "What was written is not a mesh: syntax, keys, types, values." },
  2: {
    title: "Graph",
    about: "Each part is right, but together they are not: references, identities, hosts.",
  },
  3: {
    title: "Target",
    about: "The mesh is right, but this target cannot express it. Nothing is dropped in silence.",
  },
  4: {
    title: "Rule",
    about: "The mesh can be deployed, but a rule says that it will hurt. Each rule has a page.",
  },
  5: {
    title: "Tools and bench",
    about: "The machine: something is missing, could not be built, or did not start.",
  },
  9: {
    title: "Our fault",
    about: "A fault of Heddle. Please report it, with the output of `HEDDLE_DEBUG=1`.",
  },
};

/** The page of all diagnostic codes. */
export async function renderErrors(): Promise<string> {
  const sections = Object.entries(ranges).map(([digit, { title, about }]) => {
    const rows = Object.entries(codes)
      .filter(([code]) => code.charAt(3) === digit)
      .map(
        ([code, text]) => `| <a id="${code.toLowerCase()}"></a>${code} | ${linked(code, text)} |`,
      );
    return [
      `## ${title}: HED${digit}xxx`,
      about,
      ["| code | says |", "| - | - |", ...rows].join("\n"),
    ].join("\n\n");
  });
  const page = [
    "# Errors",
    "Every finding has a code that never changes its meaning and is never used again. A finding says the value got, the " +
      "values allowed, where, and what to change; this page is the list. Written by `npm run docs` from " +
      "`diagnostics/codes.ts`.",
    ...sections,
  ].join("\n\n");
  return prettier.format(page, { parser: "markdown", printWidth: 100 });
}

/** The text, with a link to the page of the rule that reports the code. */
function linked(code: string, text: string): string {
  const rule = everyRule.find((each) => each.code === code);
  return rule === undefined ? text : `[${text}](rules/${rule.id}.md)`;
}
