import fc from "fast-check";
import { extensionPlaces, type ExtensionDefinition } from "../../model/index.ts";

const value = fc.constantFrom(null, true, 0.5, "", "on", [1, [], {}], {
  z: [null],
  a: { "1": "" },
});

/** Extensions with names of their own, in the order in which proxies keep them. */
export const extensions: fc.Arbitrary<readonly ExtensionDefinition[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom("a", "b", "10", "constructor"),
      place: fc.option(fc.nat(extensionPlaces.length - 1), { nil: undefined }),
      what: fc.oneof(
        fc.record({ lua: fc.constantFrom("function envoy_on_request(handle)\nend\n") }),
        fc.record({
          wasm: fc.record(
            {
              url: fc.constantFrom("oci://registry.example/a/b:1", "oci://registry.example:5000/c"),
              sha256: fc.constant("0a".repeat(32)),
              config: fc.dictionary(fc.constantFrom("a", "b"), value),
              pullSecret: fc.constant("registry"),
              onFailure: fc.constantFrom("refuse" as const, "pass" as const),
            },
            { requiredKeys: ["url", "sha256"] },
          ),
        }),
      ),
    }),
    { minLength: 1, maxLength: 3, selector: ({ name }) => name },
  )
  .map((list) =>
    list
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(({ name, place, what }): ExtensionDefinition => {
        const before = place === undefined ? undefined : extensionPlaces[place];
        return {
          name,
          ...(before === undefined ? {} : { before }),
          ...what,
        } as ExtensionDefinition;
      }),
  );

function placeOf({ place }: { readonly place: number | undefined }): number {
  return place ?? extensionPlaces.length - 1;
}
