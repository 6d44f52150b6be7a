import type { RuleDoc } from "../rule.ts";

const mail = (name: string) => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: mail }
spec:
  mtls: { mode: PERMISSIVE }
---
apiVersion: v1
kind: Service
metadata: { name: mail, namespace: mail }
spec:
  selector: { app: mail }
  ports: [{ name: ${name}, port: 587 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: mail, namespace: mail }
spec:
  template:
    metadata: { labels: { app: mail, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: mail, image: "mail:1" }] }
`;

/** Text and examples of `mtls/server-speaks-first`. */
export const serverSpeaksFirstDoc: RuleDoc = {
  inventory: ["mtls-server-first-permissive"],
  what: "A port of a protocol in which the server speaks first (SMTP, FTP, SSH, POP3, IMAP, MySQL on another port than 3306, VNC) says `tcp` in its name or its `appProtocol`, unless its workloads take mTLS only. The protocol is guessed from the number and the name of the port and from the image of the container.",
  why: "With permissive mTLS the proxy looks at the first bytes of the client to tell TLS from plaintext. The client waits for the greeting of the server, so that nobody speaks until a timeout: every connection hangs for seconds, or fails. A port that says `tcp` serves callers with a proxy, whose TLS begins with the client; callers without one hang there as well, until the port takes mTLS only or plaintext only.",
  fails: mail("submission"),
  passes: mail("tcp-submission"),
};
