import { parseAllDocuments } from "yaml";
import type { SentResource } from "./policy-server.ts";

type Properties = SentResource["props"] & Record<string, string>;

/** The resources that a program with these YAML documents has. A document without a kind is an author's mesh. */
export function stackOf(yaml: string): SentResource[] {
  return parseAllDocuments(yaml)
    .map((document) => document.toJS() as Properties | null)
    .filter((props) => props !== null)
    .map(resourceOf);
}

function resourceOf(props: Properties): SentResource {
  if (props.kind === undefined) {
    return { type: "heddle:index:Mesh", name: "shop", props: { model: props } };
  }
  const { name } = props["metadata"] as unknown as { name: string };
  return { type: `kubernetes:${String(props["apiVersion"])}:${props.kind}`, name, props };
}
