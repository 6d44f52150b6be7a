import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pulumiState } from "../../cli/pulumi-state.ts";
import { temporaryFiles } from "../source/temporary-files.ts";

const project = (url: string) => `name: shop\nruntime: nodejs\nbackend: { url: "${url}" }\n`;

test("the folder of the state is made, also beside a passphrase of the user", async () => {
  const home = temporaryFiles({ "Pulumi.yaml": "name: shop\nruntime: nodejs\n" });
  const environment = { XDG_STATE_HOME: home, PULUMI_CONFIG_PASSPHRASE: "theirs" };
  const folder = join(home, "heddle", "pulumi");
  expect(await pulumiState(environment, home)).toEqual({
    backend: `file://${folder}`,
    passphrase: "theirs",
  });
  expect(existsSync(folder)).toBe(true);
});

test("a passphrase is made once", async () => {
  const home = temporaryFiles({});
  const passphraseFile = join(home, "heddle", "pulumi", "passphrase");
  const read = async () => pulumiState({ XDG_STATE_HOME: home }, home);
  expect(await read()).toMatchObject({ passphraseFile });
  const made = readFileSync(passphraseFile, "utf8");
  await read();
  expect([made.length, readFileSync(passphraseFile, "utf8")]).toEqual([32, made]);
});

test("the backend of the project counts, and the variable over it", async () => {
  const home = temporaryFiles({ "Pulumi.yaml": project("s3://states") });
  mkdirSync(join(home, "deep"));
  const environment = { XDG_STATE_HOME: home, PULUMI_CONFIG_PASSPHRASE_FILE: "/p" };
  const at = async (variables: Record<string, string>, folder: string) =>
    (await pulumiState({ ...environment, ...variables }, folder)).backend;
  expect(await at({}, join(home, "deep"))).toBe("s3://states");
  expect(await at({ PULUMI_BACKEND_URL: "file:///b" }, home)).toBe("file:///b");
  expect(existsSync(join(home, "heddle"))).toBe(false);
  const broken = temporaryFiles({ "Pulumi.yaml": "backend: [\n" });
  expect(await at({}, broken)).toBe(`file://${join(home, "heddle", "pulumi")}`);
});
