import { once } from "node:events";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";

import { execa } from "execa";
import { describe, expect, it } from "vitest";

import { LANGUAGE_HOST, languageHostDirectory } from "../../../tools/language-host-directory.ts";
import { temporaryFolder } from "../temporary-folder.ts";

describe("the launcher on PATH", () => {
  it("serves from any folder, through links, until its standard input closes", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "bin"));
    await symlink(join(languageHostDirectory(), LANGUAGE_HOST), join(folder, "first"));
    await symlink("../first", join(folder, "bin", LANGUAGE_HOST));
    const host = execa(LANGUAGE_HOST, ["-v=9", "--logtostderr", "127.0.0.1:1"], {
      cwd: folder,
      env: { PATH: `${join(folder, "bin")}:/usr/bin:/bin` },
      timeout: 20_000,
    });
    const [line] = (await once(host.stdout, "data")) as [Buffer];
    expect(line.toString()).toMatch(/^\d+\n$/);
    host.stdin.end();
    expect((await host).exitCode).toBe(0);
  });
});
