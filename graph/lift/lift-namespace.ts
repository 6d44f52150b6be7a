import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import { defineLifter } from "./lifter.ts";

/** A namespace says whether the pods in it get a proxy. */
export const liftNamespace = defineLifter({
  kinds: ["/Namespace"],
  places: [],
  schema: fieldsOf({
    metadata: fieldsOf({ labels: mapOf(z.string().optional()).nullish() }),
  }),
  lift({ metadata }, context) {
    if (context.isUnresolved(["metadata", "labels"])) return;
    const labels = metadata.labels ?? {};
    const injected =
      labels["istio-injection"] === "enabled" ||
      (labels["istio-injection"] !== "disabled" && labels["istio.io/rev"] !== undefined);
    context.setInjection(context.name, injected);
  },
});
