/** A mesh says who it is within its first lines; a bundle of manifests can be long. */
const looked = 64 * 1024;

/** Docker Compose names its services as a mesh does. */
const compose = /(?:^|[\\/])(?:docker-)?compose[^\\/]*\.ya?ml$/i;

/** Keys at the root of what else names its services so: projects of the Azure Developer CLI, Compose by another name. */
const foreign =
  /^(?:hooks|infra|metadata|pipeline|version|networks|volumes|configs|secrets)[ \t]*:/m;

/** Whether a text is a mesh of Heddle and not objects of Kubernetes. The version may be left out of a mesh. */
export function holdsMesh(text: string, file: string): boolean {
  const head = text.slice(0, looked);
  if (/^apiVersion:[ \t]*["']?heddle\//m.test(head)) return true;
  if (compose.test(file)) return false;
  if (foreign.test(head)) return false;
  return /^services[ \t]*:/m.test(head) && !/^["']?kind["']?[ \t]*:/m.test(head);
}
