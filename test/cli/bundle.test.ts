import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freshBundle, recordFile } from "../../cli/bundle/bundle-record.ts";
import { commandLineModule } from "../../cli/bundle/command-line-module.ts";
import { writeBundle } from "../../cli/bundle/write-bundle.ts";

/** A checkout of two sources. */
describe("the bundle of the command line", () => {
  let root: string;
  const source = (...path: string[]): string => join(root, ...path);

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), "heddle-bundle-")));
    await mkdir(source("cli"));
    await mkdir(source("other"));
    await writeFile(source("package-lock.json"), "{}");
    await writeFile(
      source("cli", "run-command-line.ts"),
      `import { place, text } from "../other/place.ts";
       import { sep } from "node:path";
       export const said: readonly string[] = [place, text, sep];`,
    );
    await writeFile(
      source("other", "place.ts"),
      `export const place: string = import.meta.dirname; export const text = "import.meta.url";`,
    );
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(root, { recursive: true, force: true });
  });

  const main = (): string => source("cli", "main.ts");
  const plain = (): string => pathToFileURL(source("cli", "run-command-line.ts")).href;

  test("is one module whose sources still see their own place", async () => {
    const { said } = (await import(await writeBundle(root))) as { said: readonly string[] };
    expect(said).toEqual([source("other"), "import.meta.url", "/"]);
  });

  test("is made once, and again when a source or a package changed", async () => {
    expect(freshBundle(root)).toBeUndefined();
    const first = await commandLineModule(main());
    expect(first).not.toBe(plain());
    expect(await commandLineModule(main())).toBe(first);
    await writeFile(source("other", "place.ts"), `export const place = "new", text = "";`);
    expect(freshBundle(root)).toBeUndefined();
    const second = await commandLineModule(main());
    expect((await import(second)) as unknown).toMatchObject({ said: ["new", "", "/"] });
    await writeFile(source("package-lock.json"), `{ "name": "new" }`);
    expect(freshBundle(root)).toBeUndefined();
  });

  test.each(["", "{", "null", `{"entry":"/nowhere.mjs","inputs":[]}`])(
    "is made again when its record is %j",
    async (record) => {
      await writeBundle(root);
      await writeFile(recordFile(root), record);
      expect(freshBundle(root)).toBeUndefined();
    },
  );

  test("gives way to the sources where it cannot be made, is not wanted, or there are none", async () => {
    vi.stubEnv("HEDDLE_DEBUG", "1");
    expect(await commandLineModule(main())).toBe(plain());
    vi.unstubAllEnvs();
    expect(await commandLineModule(source("cli", "main.js"))).toBe(plain().replace(/ts$/, "js"));
    await writeFile(source("other", "place.ts"), "export const = ;");
    expect(await commandLineModule(main())).toBe(plain());
    await writeFile(source("other", "place.ts"), `export const place = "", text = "";`);
    await writeFile(source("node_modules"), "a file where a folder is needed");
    expect(await commandLineModule(main())).toBe(plain());
  });
});
