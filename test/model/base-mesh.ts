/** A right mesh, in which each case makes one thing wrong. */
export const base = {
  name: "shop",
  trust: { domain: "shop.example" },
  services: {
    web: { calls: { cart: {} } },
    cart: { versions: ["v1", "v2"] },
    db: { port: 5432, protocol: "tcp" },
    payments: { external: "api.payments.example" },
  },
};

/** The base with one more service, or several. */
export function withService(name: string, service: unknown, others: object = {}): object {
  return { services: { ...base.services, [name]: service, ...others } };
}

/** Name, what is changed in the base, the finding, its message and its fix. */
export type WrongMesh = readonly [
  name: string,
  changes: object,
  finding: string,
  message: RegExp,
  fix?: RegExp,
];
