import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { root } from "./read-imports.ts";

const pages = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "changes/README.md"],
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

test.each(pages)("the links of %s lead somewhere", (page) => {
  const broken = links(readFileSync(join(root, page), "utf8")).filter((link) => !leads(page, link));
  expect(broken).toEqual([]);
});

/** Targets of the links that stay in the project. */
function links(text: string): string[] {
  const found = text.matchAll(/\]\(([^)\s]+)\)/g);
  return [...found].map(([, link = ""]) => link).filter((link) => !/^\w+:/.test(link));
}

function leads(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? page : relative(root, join(root, dirname(page), path));
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchors(file).has(anchor);
}

/** The anchors that a Markdown page has: its headings and its explicit ids. */
function anchors(file: string): Set<string> {
  const text = readFileSync(join(root, file), "utf8");
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
  const ids = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return new Set([...headings, ...ids]);
}
