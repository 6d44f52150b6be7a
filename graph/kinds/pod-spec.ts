import { z } from "zod";
import { fieldsOf, listOf } from "../../model/schema/as-written.ts";
import {
  anything,
  flag,
  message,
  messages,
  portRef,
  text,
  textMap,
  texts,
  whole,
} from "./fields.ts";

const container = fieldsOf({
  name: text,
  image: text,
  command: texts,
  args: texts,
  ports: messages({ name: text, containerPort: whole, protocol: text, hostPort: whole }),
  env: messages({ name: text, value: text }),
  securityContext: message({
    runAsUser: whole,
    runAsGroup: whole,
    privileged: flag,
    capabilities: anything,
  }),
  livenessProbe: anything,
  readinessProbe: message({
    httpGet: message({ port: portRef, path: text, scheme: text }),
    tcpSocket: message({ port: portRef }),
    grpc: message({ port: whole }),
  }),
  startupProbe: anything,
  resources: anything,
  lifecycle: anything,
  restartPolicy: text,
});

const spec = fieldsOf({
  serviceAccountName: text,
  serviceAccount: text,
  hostNetwork: flag,
  nodeSelector: textMap,
  affinity: message({
    nodeAffinity: message({
      requiredDuringSchedulingIgnoredDuringExecution: message({
        nodeSelectorTerms: messages({
          matchExpressions: messages({ key: text, operator: text, values: texts }),
        }),
      }),
    }),
  }),
  shareProcessNamespace: flag,
  automountServiceAccountToken: flag,
  securityContext: message({ runAsUser: whole, runAsGroup: whole, fsGroup: whole }),
  terminationGracePeriodSeconds: whole,
  containers: listOf(container).optional(),
  initContainers: listOf(container).optional(),
  restartPolicy: text,
});

/** A pod, or the template of one. */
export const podTemplate = fieldsOf({
  metadata: message({ labels: textMap, annotations: textMap }),
  spec: spec.optional(),
});

export type PodTemplate = z.output<typeof podTemplate>;
export type PodSpec = z.output<typeof spec>;
export type PodContainer = z.output<typeof container>;
