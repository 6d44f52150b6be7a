/** A mesh says who it is within its first lines; a bundle of manifests can be long. */
const looked = 64 * 1024;

/** Docker Compose names its services as a mesh does. */
const compose = /(?:^|[\\/])(?:docker-)?compose[^\\/]*\.ya?ml$/i;

/** Whether a text is a mesh of Heddle and not objects of Kubernetes. The version may be left out of a mesh. */
export function holdsMesh(text: string, file: string): boolean {
  const head = text.slice(0, looked);
  if (/^apiVersion:[ \t]*["']?heddle\//m.test(head)) return true;
  if (compose.test(file)) return false;
  return /^services[ \t]*:/m.test(head) && !/^["']?kind["']?[ \t]*:/m.test(head);
}
