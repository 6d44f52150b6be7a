import { describe, expect, test } from "vitest";
import { temporaryFiles } from "../../source/temporary-files.ts";
import { runHeddle } from "../run-heddle.ts";

const model = {
  name: "shop",
  trust: { domain: "shop.example" },
  services: {
    web: { port: 8080, calls: { cart: { timeout: "1s" } } },
    cart: { port: 8080, calls: { stock: { timeout: "3s" } } },
    stock: { port: 8080 },
  },
};
const state = (definition: unknown) =>
  JSON.stringify(
    {
      version: 3,
      deployment: {
        resources: [
          {
            urn: "urn:pulumi:prod::shop::heddle:index:Mesh::shop",
            type: "heddle:index:Mesh",
            inputs: { model: definition },
          },
        ],
      },
    },
    null,
    2,
  );

interface Output {
  readonly diagnostics: readonly unknown[];
  readonly unknown: readonly unknown[];
}

async function check(definition: unknown): Promise<Output> {
  const cwd = temporaryFiles({ "state.json": state(definition) });
  const { stdout } = await runHeddle(["check", "state.json", "--json"], { cwd });
  return JSON.parse(stdout) as Output;
}

describe("heddle check of a state that holds a mesh of Heddle", () => {
  test("knows who calls whom, and where the state says so", async () => {
    const { diagnostics } = await check(model);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: "HED4502",
        file: "state.json",
        line: 18,
        path: "services.web.calls.cart",
      }),
    );
  });

  test("takes one that this version cannot read for undecided, not for a fault", async () => {
    const { diagnostics, unknown } = await check({ ...model, services: 5 });
    expect(diagnostics).toEqual([]);
    expect(unknown).toEqual([
      expect.objectContaining({
        message: expect.stringContaining("the mesh in the state of the stack") as string,
        file: "state.json",
      }),
    ]);
  });
});
