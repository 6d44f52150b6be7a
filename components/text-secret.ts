import { output, secret, type CustomResourceOptions, type Input } from "@pulumi/pulumi";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";

/** A Kubernetes Secret of text files. Every value is a secret in state, log and plan. */
export function textSecret(
  name: string,
  args: {
    readonly name: string;
    readonly namespace: Input<string>;
    /** Default `Opaque`. */
    readonly type?: string;
    readonly files: Readonly<Record<string, Input<string>>>;
  },
  options: CustomResourceOptions,
): Secret {
  // `data`, not `stringData`: the server keeps only `data`, so a refresh would report the other as gone.
  const data = Object.fromEntries(
    Object.entries(args.files).map(([file, text]) => [file, secret(output(text).apply(base64))]),
  );
  return new Secret(
    name,
    {
      metadata: { name: args.name, namespace: args.namespace },
      type: args.type ?? "Opaque",
      data,
    },
    options,
  );
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
