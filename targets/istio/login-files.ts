import type { Json, Manifest } from "../../graph/index.ts";
import type { Gateway, SecretKey } from "../../model/index.ts";
import { liveFile, type FileDelivery } from "../envoy/delivery.ts";
import { discoveryFile } from "../envoy/discovery-files.ts";
import { loginSecretKeys, loginSecretResource } from "../envoy/login-secret.ts";

// istiod hands its gateways certificates and no other secrets. So the secrets of logins are files in the gateway's pods:
// one folder with the Secrets, and with what tells the proxy which file is which. Kubernetes replaces it as a whole, and
// the proxy reads it again then.

const folder = "/etc/heddle/logins";

/** Where the proxies of a gateway learn of the secrets of its logins. */
export const loginDelivery: FileDelivery = { kind: "files", folder, watched: folder };

/** Name of the objects of a gateway's logins. */
export function loginsName({ name }: Pick<Gateway, "name">): string {
  return `${name}-logins`;
}

/** What tells the proxies of a gateway in which file each secret is; the secrets are not in it. */
export function loginFiles(gateway: Gateway): readonly Manifest[] {
  const keys = loginSecretKeys(gateway);
  if (keys.length === 0) return [];
  const resources = keys.map((key) => {
    return loginSecretResource(key, { filename: `${folder}/${fileName(key)}`, watched: folder });
  });
  const data = resources.map((each) => [
    liveFile("secrets", each.name),
    `${JSON.stringify(discoveryFile("secrets", [each]), undefined, 1)}\n`,
  ]);
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: loginsName(gateway), namespace: gateway.namespace },
      data: Object.fromEntries(data),
    },
  ];
}

/** What the pods of a gateway need so that people can log in there; nothing where nobody does. */
export interface LoginVolumes {
  readonly volumes: readonly Json[];
  /** Of the container `istio-proxy`. */
  readonly volumeMounts: readonly Json[];
}

/**
 * The folder with the secrets of a gateway's logins. A pod does not start before each Secret is there and has its key.
 */
export function loginVolumes(gateway: Pick<Gateway, "name" | "hosts">): LoginVolumes {
  const keys = loginSecretKeys(gateway);
  if (keys.length === 0) return { volumes: [], volumeMounts: [] };
  const name = "heddle-logins";
  const secrets = [...Map.groupBy(keys, ({ secret }) => secret)].map(([secret, group]) => ({
    secret: {
      name: secret,
      items: group.map((each) => ({ key: each.key, path: fileName(each) })),
    },
  }));
  const sources = [{ configMap: { name: loginsName(gateway) } }, ...secrets];
  return {
    volumes: [{ name, projected: { sources } }],
    volumeMounts: [{ name, mountPath: folder, readOnly: true }],
  };
}

/** Names of Secrets have no `_`, so that no two keys share a name. */
function fileName({ secret, key }: SecretKey): string {
  return `text_${secret}_${key}`;
}
