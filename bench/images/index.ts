/** Container images made on this machine, without a registry and without a container engine. */
export { envoyGatewayImage } from "./envoy-gateway-image.ts";
export { envoyImage } from "./envoy-image.ts";
export { imageArchive, imageCache } from "./image-archive.ts";
export type { ImageArchive, ImageFile, ImageSpec } from "./image-file.ts";
export { importImages, type ContainerdClient } from "./import-images.ts";
export { coreDnsImage, pauseImage } from "./cluster-images.ts";
export { rateLimitImage, redisImage } from "./rate-limit-images.ts";
export { istiodImage, istioImages, proxyImage, type IstioBinaries } from "./istio-images.ts";
export { sampleImage, sampleImageReference } from "./sample-image.ts";
export { sharedLibraries } from "./shared-libraries.ts";
