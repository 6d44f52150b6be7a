import { readFileSync } from "node:fs";
import {
  CustomResource,
  type CustomResourceArgs,
} from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ComponentResource, Config } from "@pulumi/pulumi";
import { parseAllDocuments } from "yaml";

/** Registers an author's mesh as the mesh component does, and nothing else. */
class AuthorsMesh extends ComponentResource {
  constructor(name: string, model: object) {
    super("heddle:index:Mesh", name, { model });
    this.registerOutputs({ model });
  }
}

type Make = (name: string, object: object) => unknown;

/** Kinds of Kubernetes itself have a class each; the provider takes no others for them. */
const classes: Readonly<Record<string, Make>> = {
  Deployment: (name, object) => new Deployment(name, object),
  Namespace: (name, object) => new Namespace(name, object),
  Service: (name, object) => new Service(name, object),
};

/** One document: an object, or an author's mesh, which has no kind. */
type Document =
  | (CustomResourceArgs & { readonly kind: string; readonly metadata: { readonly name: string } })
  | { readonly kind?: never };

/** Stands in the file for a value that only the deploy gives. */
const later = "(later)";

/** The id of a resource that does not exist yet. */
const made = (): unknown => new Namespace("later").id;

const file = new Config().require("mesh");
for (const document of parseAllDocuments(readFileSync(file, "utf8"))) {
  const object = document.toJS({
    reviver: (_key, value) => (value === later ? made() : value),
  }) as Document;
  if (object.kind === undefined) new AuthorsMesh("shop", object);
  else {
    const make = classes[object.kind] ?? ((name) => new CustomResource(name, object));
    make(`${object.kind}-${object.metadata.name}`, object);
  }
}
