const LONGEST_LABEL = 63;
const LABEL = /^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

/** Istio's notion of a DNS label: unlike Kubernetes it allows upper case (sidecar.md B11, B12). */
export function isDnsLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && LABEL.test(text);
}

/** A DNS label, alone `*`, or a label behind `*` or `*-`: what a host may begin with (sidecar.md B12). */
export function isWildcardDnsLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && (text === '*' || LABEL.test(text.replace(/^\*-?/, '')));
}

export const DNS_LABEL_RULE = '1 to 63 letters, digits and inner hyphens';
