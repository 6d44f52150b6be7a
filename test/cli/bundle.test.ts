import { mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freshBundle, recordFile } from "../../cli/bundle/bundle-record.ts";
import { loadBundle } from "../../cli/bundle/load-bundle.ts";
import { loadCommandLine } from "../../cli/bundle/load-command-line.ts";
import { writeBundle, writeScript } from "../../cli/bundle/write-bundle.ts";

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
       export const runCommandLine = async (): Promise<readonly unknown[]> =>
         [place, text, sep, (await import("../other/late.ts")).late, /[µ]/.test("µ")];`,
    );
    await writeFile(source("other", "late.ts"), `export const late: number = 7;`);
    await writeFile(
      source("other", "place.ts"),
      `export const place: string = import.meta.dirname; export const text = "import.meta.url";`,
    );
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(root, { recursive: true, force: true });
  });

  /** What the command line of the checkout says. */
  async function say(main = "main.ts"): Promise<unknown> {
    const here = source("cli", main);
    const { runCommandLine, keepCode } = await loadCommandLine(here, "say", source("cache"));
    const said: unknown = await runCommandLine([]);
    keepCode();
    return said;
  }
  const asWritten = (): unknown => [source("other"), "import.meta.url", "/", 7, true];
  const codeIn = async (folder: string): Promise<readonly string[]> =>
    (await readdir(folder)).filter((name) => name.endsWith(".code"));

  test("is one script whose sources still see their own place", async () => {
    const script = await writeBundle(root);
    expect(await say()).toEqual(asWritten());
    expect(freshBundle(root)).toBe(script);
  });

  test("sees the new place when the checkout moves", async () => {
    const script = source("moved.cjs");
    await writeScript(root, source("cli", "run-command-line.ts"), script);
    const { exports } = loadBundle(script, "/elsewhere", { folder: root, part: "say" });
    const { runCommandLine } = exports as {
      readonly runCommandLine: () => Promise<readonly unknown[]>;
    };
    expect((await runCommandLine())[0]).toBe("/elsewhere/other");
  });

  test("is made once, and again when a source or a package changed", async () => {
    expect(freshBundle(root)).toBeUndefined();
    await say();
    const first = freshBundle(root);
    expect(await say()).toEqual(asWritten());
    expect(freshBundle(root)).toBe(first);
    await writeFile(source("other", "place.ts"), `export const place = "new", text = "";`);
    expect(freshBundle(root)).toBeUndefined();
    expect(await say()).toEqual(["new", "", "/", 7, true]);
    await writeFile(source("package-lock.json"), `{ "name": "new" }`);
    expect(freshBundle(root)).toBeUndefined();
  });

  test("keeps the compiled code of each command, and does without where it is broken", async () => {
    await say();
    const folder = dirname(freshBundle(root) ?? "");
    const [code = "", ...others] = await codeIn(folder);
    expect(code).toMatch(/^say-/);
    expect(others).toEqual([]);
    await writeFile(join(folder, code), "not code");
    expect(await say()).toEqual(asWritten());
    await rm(join(folder, code));
    await mkdir(join(folder, code));
    expect(await say()).toEqual(asWritten());
  });

  test("comes with the published package, whose code is kept in the user's cache", async () => {
    await writeScript(
      root,
      source("cli", "run-command-line.ts"),
      source("cli", "command-line.cjs"),
    );
    await rename(source("cli", "run-command-line.ts"), source("gone.ts"));
    expect(await say("main.js")).toEqual(asWritten());
    const [stamp = ""] = await readdir(source("cache"));
    expect(await codeIn(source("cache", stamp))).toHaveLength(1);
  });

  test.each(["", "{", "null", `{"entry":"/nowhere.cjs","inputs":[]}`])(
    "is made again when its record is %j",
    async (record) => {
      await writeBundle(root);
      await writeFile(recordFile(root), record);
      expect(freshBundle(root)).toBeUndefined();
    },
  );

  test("gives way to the sources where it is not wanted or cannot be made", async () => {
    vi.stubEnv("HEDDLE_DEBUG", "1");
    expect(await say()).toEqual(asWritten());
    expect(freshBundle(root)).toBeUndefined();
    vi.unstubAllEnvs();
    await writeFile(source("node_modules"), "a file where a folder is needed");
    expect(await say()).toEqual(asWritten());
  });

  test("leaves it to the sources to say why they do not compile", async () => {
    await writeFile(source("other", "place.ts"), "export const = ;");
    await expect(say()).rejects.toThrow();
    expect(freshBundle(root)).toBeUndefined();
  });
});
