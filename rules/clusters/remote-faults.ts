import { load } from "js-yaml";
import { z } from "zod";
import { anything, flag, message, messages, text } from "../../graph/kinds/fields.ts";
import { secretContent } from "../../graph/kinds/secret.ts";
import { withoutNulls } from "../../graph/kinds/without-nulls.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";

/** What is wrong with the access to one cluster. No value of the Secret is part of it. */
export interface RemoteCluster {
  readonly part: "data" | "stringData";
  readonly cluster: string;
  readonly faults: readonly { readonly message: string; readonly fix: string }[];
}

const kubeconfig = z.looseObject({
  clusters: messages({
    cluster: message({
      server: text,
      "insecure-skip-tls-verify": flag,
      "certificate-authority": text,
    }),
  }),
  users: messages({
    user: message({
      exec: anything,
      "auth-provider": anything,
      tokenFile: text,
      "client-certificate": text,
      "client-key": text,
    }),
  }),
});

/** Every cluster that a remote secret is for. */
export function remoteFaults(secret: KubernetesObject): readonly RemoteCluster[] {
  const { data = {}, stringData = {} } = secretContent(secret) ?? {};
  const plain = Object.entries(data).map(([cluster, value]): RemoteCluster => {
    const config = Buffer.from(value, "base64").toString("utf8");
    return { part: "data", cluster, faults: faultsOf(config) };
  });
  const written = Object.entries(stringData).map(([cluster, value]): RemoteCluster => ({
    part: "stringData",
    cluster,
    faults: faultsOf(value),
  }));
  return [...plain, ...written];
}

const again = "make it with istioctl create-remote-secret";
/** Addresses by which only the machine that wrote the configuration reaches the API server. */
const local = /^https?:\/\/(?:127(?:\.\d+){3}|0\.0\.0\.0|localhost|\[::1?\])(?::|\/|$)/;

function faultsOf(config: string): RemoteCluster["faults"] {
  const { data } = kubeconfig.safeParse(withoutNulls(parse(config)));
  const { clusters = [], users = [] } = data ?? {};
  if (clusters.length === 0 || users.length === 0) {
    return [{ message: "is no kubeconfig with a cluster and a user", fix: again }];
  }
  const faults: { message: string; fix: string }[] = [];
  if (clusters.some(({ cluster }) => local.test(cluster?.server ?? ""))) {
    const fix = "write the address by which pods of this cluster reach the API server of the other";
    faults.push({ message: "leads to the API server by an address of loopback", fix });
  }
  if (clusters.some(({ cluster }) => cluster?.["insecure-skip-tls-verify"] === true)) {
    const fix = "remove insecure-skip-tls-verify, and set certificate-authority-data";
    faults.push({ message: "does not check who the API server is", fix });
  }
  const file = users.some(
    ({ user }) =>
      user?.exec !== undefined ||
      user?.["auth-provider"] !== undefined ||
      user?.tokenFile !== undefined ||
      user?.["client-certificate"] !== undefined ||
      user?.["client-key"] !== undefined,
  );
  if (file) {
    const said = "lets a program or a file say who istiod is, which istiod refuses";
    faults.push({ message: said, fix: `use a token of a service account: ${again}` });
  }
  return faults;
}

function parse(yaml: string): unknown {
  try {
    return load(yaml, { maxAliases: 100 });
  } catch {
    return undefined;
  }
}
