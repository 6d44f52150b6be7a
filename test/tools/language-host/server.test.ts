import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { credentials, status } from "@grpc/grpc-js";
import languageGrpc from "@pulumi/pulumi/proto/language_grpc_pb.js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import { describe, expect, it, onTestFinished } from "vitest";

import { Children } from "../../../tools/language-host/children.ts";
import { startLanguageHost } from "../../../tools/language-host/server.ts";
import { temporaryFolder } from "../temporary-folder.ts";

async function client() {
  const host = await startLanguageHost({
    engineAddress: "",
    tracing: "",
    children: new Children(),
  });
  const address = `127.0.0.1:${String(host.port)}`;
  const stub = new languageGrpc.LanguageRuntimeClient(address, credentials.createInsecure());
  onTestFinished(() => {
    stub.close();
    host.close();
  });
  return stub;
}

function program(directory: string) {
  return new languagePb.ProgramInfo().setProgramDirectory(directory).setRootDirectory(directory);
}

describe("the language host", () => {
  it("names the providers of the installed SDKs, the nearest first, once each", async () => {
    const folder = await temporaryFolder();
    const inner = join(folder, "inner");
    const sdk = (version: string, extra = {}) =>
      JSON.stringify({ name: "@pulumi/lamp", version, pulumi: { resource: true, ...extra } });
    for (const [at, text] of [
      [join(folder, "node_modules", "@pulumi", "lamp"), sdk("1.0.0")],
      [
        join(inner, "node_modules", "@pulumi", "lamp"),
        sdk("2.0.0", { server: "https://x.example" }),
      ],
      [join(inner, "node_modules", "plain"), '{"name":"plain","version":"1.0.0"}'],
      [join(inner, "node_modules", "broken"), "{"],
    ] as const) {
      await mkdir(at, { recursive: true });
      await writeFile(join(at, "package.json"), text);
    }
    const stub = await client();
    const request = new languagePb.GetRequiredPackagesRequest().setInfo(program(inner));
    const packages = await new Promise((resolve, reject) => {
      stub.getRequiredPackages(request, (error, response) => {
        if (error === null) resolve(response.toObject().packagesList);
        else reject(error);
      });
    });
    expect(packages).toMatchObject([
      { name: "lamp", kind: "resource", version: "v2.0.0", server: "https://x.example" },
    ]);
  });

  it("says that it does not generate code, and what does", async () => {
    const stub = await client();
    const error = await new Promise((resolve) => {
      stub.generateProgram(new languagePb.GenerateProgramRequest(), resolve);
    });
    expect(error).toMatchObject({ code: status.UNIMPLEMENTED });
    expect(String(error)).toContain("install Pulumi's own distribution");
  });

  it("refuses to run a program without the SDK and says how to install it", async () => {
    const directory = await temporaryFolder();
    const stub = await client();
    const request = new languagePb.RunRequest().setInfo(program(directory));
    const error = await new Promise((resolve) => {
      stub.run(request, resolve);
    });
    expect(String(error)).toContain(`@pulumi/pulumi is not installed for ${directory}`);
    expect(String(error)).toContain("npm install");
  });

  it("passes arguments, a failing exit and nothing of the configuration on the command line", async () => {
    const directory = await temporaryFolder();
    const sdk = join(directory, "node_modules", "@pulumi", "pulumi", "cmd", "run");
    await mkdir(sdk, { recursive: true });
    await writeFile(
      join(sdk, "index.js"),
      `require("fs").writeFileSync(${JSON.stringify(join(directory, "seen"))},
         JSON.stringify({ argv: process.argv.slice(2), config: process.env.PULUMI_CONFIG,
                          keys: process.env.PULUMI_CONFIG_SECRET_KEYS }));
       process.exit(Number(process.argv.at(-1)));`,
    );
    const bin = join(directory, "node_modules", ".bin");
    await mkdir(bin);
    await symlink(process.execPath, join(bin, "node"));
    const stub = await client();
    const run = (exit: string): Promise<languagePb.RunResponse.AsObject> => {
      const request = new languagePb.RunRequest()
        .setInfo(program(directory).setEntryPoint("."))
        .setMonitorAddress("127.0.0.1:1")
        .setStack("dev")
        .setDryrun(true)
        .setConfigsecretkeysList(["tiny:token"])
        .setArgsList([exit]);
      request.getConfigMap().set("tiny:token", "open sesame");
      return new Promise((resolve, reject) => {
        stub.run(request, (error, response) => {
          if (error === null) resolve(response.toObject());
          else reject(error);
        });
      });
    };
    expect(await run("32")).toEqual({ error: "", bail: true });
    expect(await run("0")).toEqual({ error: "", bail: false });
    expect(await run("7")).toEqual({
      error: "Program exited with non-zero exit code: 7",
      bail: false,
    });
    const seen = JSON.parse(await readFile(join(directory, "seen"), "utf8")) as {
      argv: string[];
      config: string;
      keys: string;
    };
    expect(seen.argv).toEqual([
      ...["--monitor", "127.0.0.1:1", "--root-directory", directory, "--stack", "dev"],
      ...["--pwd", directory, "--parallel", "0", "--dry-run", ".", "7"],
    ]);
    expect(JSON.parse(seen.config)).toEqual({ "tiny:token": "open sesame" });
    expect(JSON.parse(seen.keys)).toEqual(["tiny:token"]);
  });
});
