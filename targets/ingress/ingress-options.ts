export interface IngressOptions {
  /** The IngressClass that serves the gateways; `istio` unless said otherwise. */
  readonly className?: string;
}
